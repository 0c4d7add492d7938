// COPY statements with their rows, all sent at once: PostgreSQL goes from one to the next without waiting for us.
import type pg from "pg";

/** Rows for one table. */
export interface Copy {
  /** A statement `copy ... from stdin`. */
  readonly text: string;
  /** In the format that it names. */
  readonly bytes: Buffer;
}

/**
 * What a client of `pg` is given in the place of a statement. Where one fails the others are not made, and PostgreSQL drops
 * what was sent for them.
 *
 * Source: PostgreSQL's manual, "Frontend/Backend Protocol", COPY Operations and Multiple Statements in a Simple Query.
 */
export class Copies implements pg.Submittable {
  readonly text: string;
  readonly done: Promise<void>;
  readonly #copies: readonly Copy[];
  readonly #ends = Promise.withResolvers<void>();

  constructor(copies: readonly Copy[]) {
    this.#copies = copies;
    this.text = copies.map(({ text }) => text).join("; ");
    this.done = this.#ends.promise;
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection;
    stream.cork();
    connection.query(this.text);
    for (const { bytes } of this.#copies) {
      stream.write(headOf(bytes));
      stream.write(bytes);
      stream.write(copyDone);
    }
    stream.uncork();
  }

  handleCopyInResponse(): void {}

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#ends.reject(error);
  }

  handleReadyForQuery(): void {
    this.#ends.resolve();
  }
}

const copyDone = Buffer.from([0x63, 0, 0, 0, 4]);

/** Of a message of copied rows: its kind, and its length, in which the kind does not count. */
function headOf(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write("d");
  head.writeUInt32BE(bytes.length + 4, 1);
  return head;
}
