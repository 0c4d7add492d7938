// What keeping and letting go needs from the store.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";

/** An order that nothing of one person may go. */
export interface LegalHold {
  readonly reason: string;
  /** Who ordered it. */
  readonly by: string;
  readonly setAt: Instant;
}

/** What the tables know beside the person. */
export interface Told {
  /** When something about the person was put on record for the last time. */
  readonly toldAt: Instant;
  /** The newest mail of a campaign that was handed over, or may have been. */
  readonly deliveredAt: Instant | null;
  /** Whether somebody has ordered that nothing of this person goes. */
  readonly hold: boolean;
}

export interface RetentionTable {
  /** What tells how long these people are kept, apart from the people themselves; of everybody who is on record. */
  told(subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, Told>>;
  holdOf(subject: SubjectId): Promise<LegalHold | null>;
  /** Which of these an order holds. Only for locked people: what is ordered meanwhile waits. */
  held(subjects: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>>;
  /** In the place of an earlier one. False: of this person nothing personal is kept, so there is nothing to hold. Only for a locked person. */
  hold(subject: SubjectId, hold: LegalHold): Promise<boolean>;
  /** When people were let go of for the last time, whether anybody was due or not; null: never. */
  lastRunAt(): Promise<Instant | null>;
  ranAt(at: Instant): Promise<void>;
  /** False: nobody had ordered one. */
  release(subject: SubjectId): Promise<boolean>;
}
