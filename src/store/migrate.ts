// Brings a database to the newest schema, forward only, each file in a transaction of its own.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { CodedError } from "../errors.ts";
import { grantTo } from "./roles.ts";

const folder = join(import.meta.dirname, "..", "..", "migrations");

/** Any number that no other program would lock. */
const lock = 5_423_847_291;

const files = () =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort();

/**
 * Makes sure of the newest schema. Where nothing is missing, the owner is not asked for.
 *
 * @param ownerUrl - the database for its owner; absent: the role of the pool has to own it.
 * @throws CodedError of {@link migrate}; `migration-refused` where the role of the pool may not change the schema.
 */
export async function bringUpToDate(pool: pg.Pool, ownerUrl: string | undefined): Promise<void> {
  if (await isUpToDate(pool)) return;
  if (ownerUrl === undefined) {
    await migrate(pool).catch((error: unknown) => {
      throw isForbidden(error) ? new CodedError("migration-refused", undefined, { cause: error }) : error;
    });
    return;
  }
  const { rows } = await pool.query<{ name: string }>("select current_user as name");
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1, connectionTimeoutMillis: 10_000 });
  // Its connection may outlive it for a moment and then hear that the server stops.
  owner.on("error", () => {});
  try {
    await migrate(owner, rows[0]?.name);
  } finally {
    await owner.end();
  }
}

async function isUpToDate(pool: pg.Pool): Promise<boolean> {
  try {
    const { rows } = await pool.query<{ name: string }>("select name from migrations");
    return (
      rows
        .map(({ name }) => name)
        .sort()
        .join() === files().join()
    );
  } catch (error) {
    // 42P01, undefined_table: nothing was ever migrated. Forbidden: nobody has granted anything to this role yet.
    if ((error as { code?: string }).code === "42P01" || isForbidden(error)) return false;
    throw error;
  }
}

/** 42501, insufficient_privilege. */
const isForbidden = (error: unknown) => (error as { code?: string }).code === "42501";

/**
 * Applies the migrations that this database lacks. Safe beside other processes that do the same.
 *
 * @param application - the role that works with the tables, where it is another than the one that owns them.
 * @returns the names of those applied.
 * @throws CodedError `database-newer` where the database has one that this version does not know,
 * `database-unsealed` where people stand in it as they did before the vault, or facts as before each had a key of its own.
 */
export async function migrate(pool: pg.Pool, application?: string): Promise<string[]> {
  const client = await pool.connect();
  const applied: string[] = [];
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query(
      "create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ name: string }>("select name from migrations order by name");
    const done = new Set(rows.map((row) => row.name));
    const unknown = rows.find((row) => !files().includes(row.name));
    if (unknown) throw new CodedError("database-newer", `it has \`${unknown.name}\``);
    for (const name of files().filter((file) => !done.has(file))) {
      await client.query("begin");
      await client.query(readFileSync(join(folder, name), "utf8"));
      await client.query("insert into migrations (name) values ($1)", [name]);
      if (application !== undefined) await grantTo(application, client);
      await client.query("commit");
      applied.push(name);
    }
    if (application !== undefined && applied.length === 0) await grantTo(application, client);
  } catch (error) {
    await client.query("rollback");
    // Raised by 0003 and 0004: what they should seal cannot be sealed in SQL.
    if ((error as { code?: string }).code === "LC001") throw new CodedError("database-unsealed");
    throw error;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lock]).catch(() => {});
    client.release();
  }
  return applied;
}
