// The connection to PostgreSQL: its pool, its types, and one transaction.
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import type { Schema } from "./schema.ts";

export type Database = Kysely<Schema>;

// Whole numbers and instants come back as numbers: every one that Licet stores is below 2^53.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [
    pg.types.builtins.TIMESTAMPTZ,
    (text) => Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")),
  ],
]);
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/** Opens a pool. Nothing is asked of the server until the first statement. */
export function connect(url: string): { database: Database; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    types,
    application_name: "licet",
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost while idle is replaced by the next statement; without a listener it would end the process.
  pool.on("error", () => {});
  return { database: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/** @throws CodedError `database-unreachable` or `database-too-old`. */
export async function checkServer(database: Database): Promise<void> {
  let version: number;
  try {
    const { rows } = await sql<{
      version: string;
    }>`select current_setting('server_version_num') as version`.execute(database);
    version = Number(rows[0]?.version);
  } catch (cause) {
    throw new CodedError("database-unreachable", undefined, { cause });
  }
  if (version < 150_000)
    throw new CodedError("database-too-old", `this one is ${Math.floor(version / 10_000)}`);
}

/** An instant as PostgreSQL reads it. */
export function timestamp(at: Instant): string {
  return new Date(at).toISOString();
}

/** Rows as one parameter for `jsonb_to_recordset`, so that a batch is one statement whatever its size. */
export function records(rows: readonly object[]): string {
  return JSON.stringify(rows);
}
