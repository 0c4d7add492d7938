// The feed of changes: who may be written to, or no longer, in the order in which that was committed.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";

/** The permission of one person for one purpose as it stands, under the number of its newest change. */
export interface Change {
  readonly number: number;
  /** When it was decided so. */
  readonly at: Instant;
  readonly subject: SubjectId;
  /** As typed; null of an erased person, and of one who told nothing but to stop. */
  readonly address: string | null;
  readonly purpose: string;
  /** Null: the purpose is no longer declared, and nobody may be written to for it. */
  readonly verdict: Verdict | null;
}

export interface ChangesTable {
  /** Takes the right to give numbers until the transaction ends; false: another process has it. */
  lock(): Promise<boolean>;
  /** Gives the next numbers to about `limit` of the changes that are committed and have none. Answers how many it took. */
  number(limit: number): Promise<number>;
  /** The number of the newest change; 0: there is none. */
  newest(): Promise<number>;
  /** Changes after a number, in order. */
  after(number: number, limit: number): Promise<readonly Change[]>;
}
