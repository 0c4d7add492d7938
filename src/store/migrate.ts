// Brings a database to the newest schema, forward only, each file in a transaction of its own.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { CodedError } from "../errors.ts";

const folder = join(import.meta.dirname, "..", "..", "migrations");

/** Any number that no other program would lock. */
const lock = 5_423_847_291;

/**
 * Applies the migrations that this database lacks. Safe beside other processes that do the same.
 *
 * @returns the names of those applied.
 * @throws CodedError `database-newer` where the database has one that this version does not know,
 * `database-unsealed` where people stand in it as they did before the vault, or facts as before each had a key of its own.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort();
  const client = await pool.connect();
  const applied: string[] = [];
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query(
      "create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ name: string }>("select name from migrations order by name");
    const done = new Set(rows.map((row) => row.name));
    const unknown = rows.find((row) => !files.includes(row.name));
    if (unknown) throw new CodedError("database-newer", `it has \`${unknown.name}\``);
    for (const name of files.filter((file) => !done.has(file))) {
      await client.query("begin");
      await client.query(readFileSync(join(folder, name), "utf8"));
      await client.query("insert into migrations (name) values ($1)", [name]);
      await client.query("commit");
      applied.push(name);
    }
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
