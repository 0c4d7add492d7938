// What is kept of imports: the declaration of each, and which parts of its file are on record.

import type { Instant } from "../../core/instant.ts";
import type { Position } from "../../core/position.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Declaration } from "./declaration.ts";
import type { PartTally } from "./import-tally.ts";

export interface StoredImport {
  readonly id: string;
  readonly declared: Declaration;
  readonly begunAt: Instant;
  readonly finishedAt: Instant | null;
  /** When taking it back was begun; nothing is added to it from then on. */
  readonly undoingAt: Instant | null;
  readonly undoneAt: Instant | null;
}

/** `stops`: those who have left are recorded first. `all`: then everybody. */
export type Pass = "stops" | "all";

export interface ImportsTable {
  /**
   * Puts a declaration on record, or leaves the one that is there.
   *
   * @returns when it was begun.
   */
  add(id: string, declared: Declaration, at: Instant): Promise<Instant>;
  find(id: string): Promise<StoredImport | null>;
  /** The imports of a file with this hash, the oldest first. */
  ofFile(hash: string): Promise<readonly StoredImport[]>;
  /** Newest first. */
  list(): Promise<readonly StoredImport[]>;
  /**
   * Until the transaction ends, nobody else records this part, and nobody takes the import back.
   *
   * @returns what the part came to if it is on record already.
   * @throws CodedError `import-undone`
   */
  lockPart(id: string, pass: Pass, firstRow: number): Promise<PartTally | null>;
  /** Says that a part is on record; only in the transaction that records it. */
  addPart(id: string, pass: Pass, firstRow: number, tally: PartTally): Promise<void>;
  parts(id: string, pass: Pass): Promise<ReadonlyMap<number, PartTally>>;
  /** Where a fact says it came from, if that is an import of which no declaration is there. */
  undeclared(): Promise<string | null>;
  /** @throws CodedError `import-undone` */
  finish(id: string, at: Instant): Promise<void>;
  /** Begins to take an import back, once the parts that are under way have ended. */
  undoing(id: string, at: Instant): Promise<void>;
  undone(id: string, at: Instant): Promise<void>;
  /** Facts that came by this source, in ledger order. */
  factsFrom(
    source: string,
    after: Position,
    limit: number,
  ): Promise<
    readonly {
      readonly subject: SubjectId;
      readonly id: string;
      readonly position: Position;
      readonly type: string;
      readonly body: Readonly<Record<string, unknown>>;
    }[]
  >;
}
