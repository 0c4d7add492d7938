// The connection to PostgreSQL: its pool, its types, and one transaction.
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from "kysely";
import pg from "pg";
import type { Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { Copies } from "./copies.ts";
import { type Diagnosis, expecting } from "./failures.ts";
import type { Schema } from "./schema.ts";

export type Database = Kysely<Schema>;

/** `text[]`, for which `pg` has no name. */
const textArray: number = 1009;

// Whole numbers and instants come back as numbers: every one that Licet stores is below 2^53.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.TIMESTAMPTZ, readInstant],
  [textArray, readTexts],
]);
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/** The usual, in UTC, is read for a third of the price of any other. */
function readInstant(text: string): number {
  if (text.endsWith("+00")) return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
  return Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}

/** Where nothing is quoted and nothing null, the commas alone part the texts. */
function readTexts(text: string): unknown {
  if (text === "{}") return [];
  const plain = /^\{[^"\\{}]+\}$/.test(text) && !text.includes("NULL");
  return plain ? text.slice(1, -1).split(",") : pg.types.getTypeParser(textArray)(text);
}

/**
 * Opens a pool. Nothing is asked of the server until the first statement.
 *
 * @param diagnose - asked where the server is away; see `Diagnosis`.
 */
export function connect(
  url: string,
  diagnose: Diagnosis = () => null,
): { database: Database; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    types,
    application_name: "licet",
    connectionTimeoutMillis: 10_000,
    onConnect: makeReady,
  });
  // A connection lost while idle is replaced by the next statement; without a listener it would end the process.
  pool.on("error", () => {});
  return {
    database: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: withCodes(pool, diagnose) }) }),
    pool,
  };
}

async function makeReady(client: pg.ClientBase): Promise<void> {
  // One lost between two statements of a transaction fails the next one; without a listener it would end the process.
  client.on("error", () => {});
  // What is acknowledged, signed or sent must outlive a crash, also where the database was set to answer before its disk.
  await client.query(
    "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
  );
  // Whoever is cut off in the middle of a transaction lets go of what it holds within half a minute, not after two hours.
  await client.query(
    "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3; set idle_in_transaction_session_timeout = '5min'",
  );
}

/** The same pool, whose failures are coded errors where they could be expected. */
function withCodes(pool: pg.Pool, diagnose: Diagnosis): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await expecting(pool.connect(), diagnose);
      const query = (text: string, values: unknown[]) => {
        const [first] = values;
        const keepsPlan = text.startsWith(mark);
        if (keepsPlan && outgrown(client)) client.query("discard plans").catch(() => {});
        const work =
          first instanceof Copies
            ? copy(client, first)
            : client.query({ text, values, ...(keepsPlan ? { name: nameOf(text) } : {}) });
        return expecting<unknown>(work, diagnose);
      };
      const coded: PostgresPoolClient = Object.create(client, { query: { value: query } });
      return coded;
    },
  };
}

async function copy(client: pg.PoolClient, copies: Copies) {
  await client.query(copies).done;
  return { command: "COPY", rowCount: null, rows: [] };
}

/** @throws CodedError `database-unreachable`, `disk-full` or `database-too-old`. */
export async function checkServer(database: Database): Promise<void> {
  let version: number;
  try {
    const { rows } = await sql<{
      version: string;
    }>`select current_setting('server_version_num') as version`.execute(database);
    version = Number(rows[0]?.version);
  } catch (cause) {
    // Also where the server answers and refuses, as it does with a wrong password.
    throw cause instanceof CodedError ? cause : new CodedError("database-unreachable", undefined, { cause });
  }
  if (version < 150_000)
    throw new CodedError("database-too-old", `this one is ${Math.floor(version / 10_000)}`);
}

const mark = "/* prepared */";
/** At the head of a statement that is asked over and over: each connection has it parsed and planned once. */
export const prepared = sql.raw(mark);

/** How many prepared statements each connection has been asked. */
const asked = new WeakMap<pg.PoolClient, number>();

/**
 * Whether the plans of a connection are to be made anew, after 16 prepared statements, 64, 256 and so on: one that was made
 * while a table was small reads all of it, and is kept while the table grows.
 */
function outgrown(client: pg.PoolClient): boolean {
  const count = (asked.get(client) ?? 0) + 1;
  asked.set(client, count);
  return count >= 16 && Number.isInteger(Math.log2(count) / 2);
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `licet-${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** An instant as PostgreSQL reads it. */
export function timestamp(at: Instant): string {
  return new Date(at).toISOString();
}

/** Rows as one parameter for `jsonb_to_recordset` or `json_to_recordset`, so that a batch is one statement whatever its size. */
export function records(rows: readonly object[]): string {
  return JSON.stringify(rows);
}
