// How people's data are used, in figures: what the records of the controller are written from.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";

export interface Usage {
  readonly people: number;
  /** Who may be written to now, by purpose and basis. */
  readonly permissions: readonly {
    readonly purpose: string;
    readonly basis: string;
    readonly people: number;
  }[];
  /** Mails of campaigns that were handed over, by purpose and basis. */
  readonly mails: readonly { readonly purpose: string; readonly basis: string; readonly mails: number }[];
  /** What people said against it, by type of fact. */
  readonly stops: Readonly<Record<string, number>>;
  /** Mail servers that campaigns went through, with the first and the last hand-over. */
  readonly relays: readonly { readonly relay: string; readonly from: Instant; readonly to: Instant }[];
}

/** Whose data somebody had in hands: all that is absent narrows nothing. */
export interface Reach {
  /** The mail server that campaigns went through, as in {@link Usage.relays}. */
  readonly relay?: string;
  /** The source of facts. */
  readonly source?: string;
  readonly from?: Instant;
  readonly to?: Instant;
}

export interface Reached {
  readonly subject: SubjectId;
  /** Mails that went to the person. */
  readonly mails: number;
  /** Facts that came about the person. */
  readonly facts: number;
}

export interface UsageTable {
  /** @param since - what mails and stops are counted from. */
  usage(since: Instant): Promise<Usage>;
  /** In the order of people; those after `after`, at most `limit`. */
  reached(reach: Reach, after: SubjectId | null, limit: number): Promise<readonly Reached[]>;
}
