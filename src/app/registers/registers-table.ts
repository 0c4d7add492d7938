// Where the official exclusion lists are kept: each copy that was loaded, and the entries of the newest.
import type { Instant } from "../../core/instant.ts";
import type { Registers } from "../../core/question.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { RegisterNaming } from "../../ledger/register-entry.ts";

/** A copy of an exclusion list. */
export interface RegisterSnapshot {
  readonly register: string;
  /** When the list was as it says. */
  readonly takenAt: Instant;
  readonly loadedAt: Instant;
  /** SHA-256 of the file. */
  readonly fileHash: Buffer;
  readonly naming: RegisterNaming;
  /** Whether whoever is not in it is not listed. Otherwise it answers only for those that it names. */
  readonly whole: boolean;
  readonly entries: number;
}

export interface RegisterEntryRow {
  /** As the list names the address or the domain. */
  readonly entry: Buffer;
  readonly listed: boolean;
  /** From when on it binds; null: at once. */
  readonly effectiveAt: Instant | null;
}

export interface RegistersTable {
  /** The newest copy of each list, also one that is too old to answer. */
  newest(): Promise<readonly RegisterSnapshot[]>;
  /** One at a time loads a list: whoever waits sees then what the other has loaded. Held until the transaction ends. */
  lock(register: string): Promise<void>;
  /**
   * Begins a new copy. Entries are added to it, and it takes the place of the one before with {@link replace}: all in one
   * transaction.
   */
  begin(snapshot: Omit<RegisterSnapshot, "entries" | "fileHash">): Promise<number>;
  /** An entry that is there twice is listed if it is once, and binds from the earlier instant. */
  add(snapshotNo: number, entries: readonly RegisterEntryRow[]): Promise<void>;
  /**
   * @param fileHash - of the file, now that it is read.
   * @returns how many entries the copy has.
   */
  replace(snapshotNo: number, register: string, fileHash: Buffer): Promise<number>;
  /** What the lists in use say of addresses; nothing where none is loaded. */
  consult(
    people: readonly { readonly subject: SubjectId; readonly address: string }[],
  ): Promise<Map<SubjectId, Registers>>;
  /** Ends the copies taken before an instant, which answer for nobody any more, and lets go of their entries. */
  forget(takenBefore: Instant): Promise<void>;
}
