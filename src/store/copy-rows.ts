// Many new rows at once, in the binary format of COPY: neither side writes or reads a text for them.
import { CompiledQuery } from "kysely";
import { Copies, type Copy } from "./copies.ts";
import type { Database } from "./database.ts";

/** How a value of JavaScript becomes one of a column. Instants are milliseconds since the Unix epoch; JSON comes as text. */
interface Kinds {
  readonly uuid: string;
  readonly text: string;
  readonly texts: readonly string[];
  readonly json: string;
  readonly jsonb: string;
  readonly bytea: Buffer;
  readonly int8: number;
  readonly bool: boolean;
  readonly timestamptz: number;
}
type Kind = keyof Kinds;
type Columns = Readonly<Record<string, Kind>>;
type Row<Of extends Columns> = { readonly [Name in keyof Of]: Kinds[Of[Name]] | null };

/** Adds a row for each item; whatever stands in the way of one ends the transaction. */
export async function copyRows<const Of extends Columns, Item>(
  database: Database,
  table: string,
  columns: Of,
  items: readonly Item[],
  rowOf: (item: Item) => Row<Of>,
): Promise<void> {
  const rows = new NewRows(table, columns);
  // One after the other, so that none is kept until the last is made.
  for (const item of items) rows.add(rowOf(item));
  await writeRows(database, [rows]);
}

/** Whatever stands in the way of one row ends the transaction. */
export async function writeRows(
  database: Database,
  all: readonly Pick<NewRows<Columns>, "take">[],
): Promise<void> {
  const taken = all.map((rows) => rows.take()).filter((one) => one !== null);
  if (taken.length === 0) return;
  const copies = new Copies(taken);
  await database.executeQuery(CompiledQuery.raw(copies.text, [copies]));
  // Answered, so all of it has been sent. Where it failed, nobody knows.
  for (const { giveBack } of taken) giveBack();
}

/**
 * New rows of a table, kept as the bytes in which they go there.
 *
 * Source: PostgreSQL's manual, COPY, "Binary Format".
 */
export class NewRows<const Of extends Columns> {
  readonly #text: string;
  readonly #columns: readonly {
    readonly name: string;
    readonly write: (bytes: Bytes, value: unknown) => void;
  }[];
  readonly #idle: Buffer[];
  #bytes: Bytes | null = null;

  constructor(table: string, columns: Of) {
    this.#idle = idleOf(table);
    this.#columns = Object.entries(columns).map(([name, kind]) => ({ name, write: write[kind] as never }));
    this.#text = `copy ${table} (${Object.keys(columns).join(", ")}) from stdin (format binary)`;
  }

  add(row: Row<Of>): void {
    if (this.#bytes === null) {
      this.#bytes = new Bytes(this.#idle);
      this.#bytes.add(header);
    }
    const bytes = this.#bytes;
    bytes.int16(this.#columns.length);
    for (const column of this.#columns) {
      const value = row[column.name];
      if (value === null || value === undefined) bytes.int32(-1);
      else column.write(bytes, value);
    }
  }

  /** What was added, to be written; null where that is nothing. */
  take(): (Copy & { readonly giveBack: () => void }) | null {
    const bytes = this.#bytes;
    if (bytes === null) return null;
    this.#bytes = null;
    bytes.int16(-1);
    return { text: this.#text, bytes: bytes.taken(), giveBack: () => bytes.giveBack() };
  }
}

const header = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
/** PostgreSQL counts from the year 2000. */
const from1970 = Date.UTC(2000);
const textOid = 25;
const jsonbVersion = 1;

const write: { readonly [Of in Kind]: (bytes: Bytes, value: Kinds[Of]) => void } = {
  uuid: (bytes, value) => {
    bytes.int32(16);
    bytes.uuid(value);
  },
  text: (bytes, value) => bytes.text(value),
  texts: (bytes, value) => {
    const begun = bytes.begin();
    // Dimensions, whether any is null, of what; then how many, counted from 1.
    for (const number of value.length === 0 ? [0, 0, textOid] : [1, 0, textOid, value.length, 1])
      bytes.int32(number);
    for (const one of value) bytes.text(one);
    bytes.end(begun);
  },
  json: (bytes, value) => bytes.text(value),
  jsonb: (bytes, value) => {
    const begun = bytes.begin();
    bytes.int8(jsonbVersion);
    bytes.letters(value);
    bytes.end(begun);
  },
  bytea: (bytes, value) => {
    bytes.int32(value.length);
    bytes.add(value);
  },
  int8: (bytes, value) => {
    bytes.int32(8);
    bytes.int64(value);
  },
  bool: (bytes, value) => {
    bytes.int32(1);
    bytes.int8(value ? 1 : 0);
  },
  timestamptz: (bytes, value) => {
    bytes.int32(8);
    bytes.int64((value - from1970) * 1000);
  },
};

const dash = 45;
/** Most rows are of the same person as the one before. */
let lastUuid = "";
const lastBytes = new Uint8Array(16);

/** They stand there until the next call. */
function uuidBytes(value: string): Uint8Array {
  if (value === lastUuid) return lastBytes;
  for (let place = 0, at = 0; place < 36; place += 2, at += 1) {
    // A dash stands in four places, each before a byte.
    if (value.charCodeAt(place) === dash) place += 1;
    lastBytes[at] = (digit(value.charCodeAt(place)) << 4) | digit(value.charCodeAt(place + 1));
  }
  lastUuid = value;
  return lastBytes;
}

/** Of a hexadecimal digit in lower or upper case, from its ASCII code. */
function digit(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

/**
 * Of each table the buffers that were used and are to be used again: new ones would let the heap be cleared the sooner, and
 * those of another table have another size.
 */
const idle = new Map<string, Buffer[]>();
const mostIdle = 4;
const largestIdleBytes = 1 << 22;

function idleOf(table: string): Buffer[] {
  const known = idle.get(table) ?? [];
  idle.set(table, known);
  return known;
}

const shortText = 24;

/** Bytes that grow. */
class Bytes {
  readonly #idle: Buffer[];
  #buffer: Buffer;
  #length = 0;

  constructor(idle: Buffer[]) {
    this.#idle = idle;
    this.#buffer = idle.pop() ?? Buffer.allocUnsafeSlow(1 << 16);
  }

  #room(size: number): number {
    const at = this.#length;
    if (at + size > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(at + size, 2 * this.#buffer.length));
      this.#buffer.copy(larger, 0, 0, at);
      this.#buffer = larger;
    }
    this.#length += size;
    return at;
  }

  int8(value: number): void {
    const at = this.#room(1);
    this.#buffer[at] = value;
  }

  int16(value: number): void {
    const at = this.#room(2);
    this.#buffer.writeInt16BE(value, at);
  }

  int32(value: number): void {
    const at = this.#room(4);
    this.#buffer.writeInt32BE(value, at);
  }

  /** @param value - a whole number below 2^53, of either sign. */
  int64(value: number): void {
    const at = this.#room(8);
    this.#buffer.writeInt32BE(Math.floor(value / 2 ** 32), at);
    this.#buffer.writeUInt32BE(value >>> 0, at + 4);
  }

  add(bytes: Buffer): void {
    const at = this.#room(bytes.length);
    bytes.copy(this.#buffer, at);
  }

  uuid(value: string): void {
    const at = this.#room(16);
    const bytes = uuidBytes(value);
    for (let place = 0; place < 16; place += 1) this.#buffer[at + place] = bytes[place] as number;
  }

  /** With its length before it. */
  text(value: string): void {
    const begun = this.begin();
    this.letters(value);
    this.end(begun);
  }

  /** As UTF-8, and nothing before it. */
  letters(value: string): void {
    const at = this.#room(3 * value.length);
    this.#length = at + this.#put(value, at);
  }

  /** @returns how many bytes it is. */
  #put(value: string, at: number): number {
    // Of a few letters the call costs more than the letters.
    if (value.length <= shortText) {
      let place = 0;
      for (; place < value.length; place += 1) {
        const code = value.charCodeAt(place);
        if (code > 127) break;
        this.#buffer[at + place] = code;
      }
      if (place === value.length) return place;
    }
    return this.#buffer.write(value, at, "utf8");
  }

  /** Leaves room for a length that {@link end} puts there. */
  begin(): number {
    return this.#room(4);
  }

  end(begun: number): void {
    this.#buffer.writeInt32BE(this.#length - begun - 4, begun);
  }

  taken(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Once nobody reads in them any more. */
  giveBack(): void {
    if (this.#idle.length < mostIdle && this.#buffer.length <= largestIdleBytes)
      this.#idle.push(this.#buffer);
  }
}
