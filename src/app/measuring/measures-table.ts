// What measuring needs of the store: the links of a campaign, what was followed of one person, and figures that name nobody.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";

/** What was followed of a campaign, over everybody who was measured. `link` null: letters that were opened. */
export interface Measured {
  readonly link: string | null;
  readonly people: number;
  readonly times: number;
}

export interface MeasuresTable {
  /** The number of each address in this campaign; new ones get the next. Numbers begin with 1. */
  numberLinks(campaign: string, addresses: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Where a link of a campaign leads. */
  address(campaign: string, link: number): Promise<string | null>;
  /** `link` 0: the letter was opened. */
  add(subject: SubjectId, campaign: string, link: number, at: Instant): Promise<void>;
  /** Keeps the day alone, and no more than the newest. */
  openedOn(subject: SubjectId, at: Instant): Promise<void>;
  measured(campaign: string): Promise<readonly Measured[]>;
  /** Deletes what was followed of these people. The figures that name nobody stay. */
  forget(subjects: readonly SubjectId[]): Promise<void>;
  /** Deletes what was followed of people who may not be followed now, and what is older; answers how many rows. */
  forgetUnpermitted(trackingPurpose: string, before: Instant): Promise<number>;
}
