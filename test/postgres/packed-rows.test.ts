// Rows read as one value are the rows that PostgreSQL gives one by one.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "../../src/store/database.ts";
import { micros } from "../../src/store/log-rows.ts";
import { type PackedRow, packed, readPacked } from "../../src/store/packed-rows.ts";
import { cloneDatabase } from "../support/world.ts";

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const { database: opened, pool } = connect(await cloneDatabase());
  database = opened;
  close = () => pool.end();
});
afterAll(() => close());

const sample = sql`(values
    (1::bigint, 'plain', '\\x00ff'::bytea, '2026-11-25T10:00:00.123456Z'::timestamptz, '{"b": 1, "a": ["x", null]}'::jsonb),
    (-9007199254740991, '', '', '1969-12-31T23:59:59.999999Z', '"text"'),
    (9007199254740991, 'é € 😀 "quoted" \\', '\\x5c78', 'infinity', 'null'),
    (0, E'\\x01\\n\\t', '\\x00000000', '-infinity', '{}'),
    (2, null, null, null, null),
    (3, repeat('long ', 20000), null, '0001-01-01T00:00:00Z', '{"é": "\\u0001"}')) as sample (n, words, raw, at, body)`;
const columns = sql`n, words, raw, at, body`;
const read = (row: PackedRow) => ({
  n: row.integer(),
  words: row.text(),
  raw: row.bytes(),
  at: row.micros(),
  body: JSON.parse(row.canonical()),
});

test("every value comes as it does one by one", async () => {
  const { rows } = await sql<{ n: number }>`
    select n, words, raw, case when at is not null then ${micros("at")} end as at, body
    from ${sample} order by n`.execute(database);
  const { rows: pack } = await sql<{ pack: string }>`
    select ${packed(columns, sql`n`)} as pack from ${sample}`.execute(database);
  expect([...readPacked(pack[0]?.pack ?? null, read)]).toEqual(rows);
  expect(rows).toHaveLength(6);
});

test("the order is the one that was asked for", async () => {
  const { rows } = await sql<{ pack: string }>`
    select ${packed(columns, sql`n desc`)} as pack from ${sample}`.execute(database);
  const numbers = [...readPacked(rows[0]?.pack ?? null, read)].map(({ n }) => n);
  expect(numbers).toEqual(numbers.toSorted((one, other) => (other ?? 0) - (one ?? 0)));
});

test("of no rows there are none", async () => {
  const { rows } = await sql<{ pack: string | null }>`
    select ${packed(columns, sql`n`)} as pack from ${sample} where false`.execute(database);
  expect([...readPacked(rows[0]?.pack ?? null, read)]).toEqual([]);
});
