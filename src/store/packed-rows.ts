// Rows that come as one value instead of one by one: what an audit reads for millions of facts.
import { type RawBuilder, sql } from "kysely";
import { canonicalText } from "../ledger/canonical.ts";
import type { Micros } from "../ledger/leaf.ts";

/**
 * Packs rows in PostgreSQL, as its binary protocol would send each of them: for every column its type, its length and
 * its bytes. In base64, of which there is a third less to take in than of the digits in which a `bytea` comes.
 *
 * @param columns - of types int8, text, bytea, timestamptz or jsonb, to be read in this order by {@link readPacked}.
 */
export function packed(columns: RawBuilder<unknown>, order: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`encode(string_agg(record_send(row(${columns})), null order by ${order}), 'base64')`;
}

/** The columns of one row, each to be read once, from the left. */
export interface PackedRow {
  integer(): number | null;
  text(): string | null;
  bytes(): Buffer | null;
  /** -1 for what is no instant at all. */
  micros(): Micros | null;
  /** Canonical JSON: `null` both for a null in the JSON and for none in the column. */
  canonical(): string;
}

const farthest = 2 ** 63;
/** PostgreSQL counts from the year 2000. */
const from1970 = Date.UTC(2000) * 1000;
const jsonVersionBytes = 1;

/**
 * One after the other, so that what was made of a row can go before the next is made.
 *
 * @param read - makes something of each row; it must read every column.
 */
export function* readPacked<Row>(packed: string | null, read: (row: PackedRow) => Row): Generator<Row, void> {
  if (packed === null) return;
  const pack = Buffer.from(packed, "base64");
  let at = 0;
  let end = 0;
  /** Whether there is a value, which then lies between `at` and `end`. */
  const next = () => {
    at = end + 8;
    const length = pack.readInt32BE(at - 4);
    end = at + Math.max(0, length);
    return length >= 0;
  };
  const integerAt = () => pack.readInt32BE(at) * 2 ** 32 + pack.readUInt32BE(at + 4);
  const row: PackedRow = {
    integer: () => (next() ? integerAt() : null),
    text: () => (next() ? pack.toString("utf8", at, end) : null),
    bytes: () => (next() ? pack.subarray(at, end) : null),
    micros: () => {
      if (!next()) return null;
      const micros = integerAt();
      return Math.abs(micros) >= farthest ? -1 : micros + from1970;
    },
    canonical: () => (next() ? canonicalText(pack.toString("utf8", at + jsonVersionBytes, end)) : "null"),
  };
  while (end < pack.length) {
    // How many columns there are stands before each row.
    end += 4;
    yield read(row);
  }
}
