// Two roles: the owner migrates, the application reads and adds. What only the owner may do, no hole in the application can.
import { sql } from "kysely";
import pg from "pg";
import type { Database } from "./database.ts";

/** Functions that refuse what is written to the ledger, or see to it that it is in the log. */
const guards = ["refuse_change", "await_sequencing"];

/** Tables that are only ever added to: each has the trigger that says so. */
const appendOnly = `
  select t.tgrelid as id from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
  where p.proname = 'refuse_change' and t.tgname = c.relname || '_append_only'
    and c.relnamespace = quote_ident(current_schema())::regnamespace`;

/**
 * Gives the application's role what it needs, and nothing of the ledger but to read it and to add to it. Asked by the
 * owner, within the transaction that changed the schema.
 */
export async function grantTo(role: string, client: pg.ClientBase): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const { rows } = await client.query<{ owner: string; schema: string; closed: string }>(
    `select current_user as owner, quote_ident(current_schema()) as schema,
       string_agg(id::regclass::text, ', ') as closed from (${appendOnly}) a`,
  );
  const [found] = rows;
  if (!found || found.owner === role) return;
  const { schema, closed } = found;
  await client.query(`
    grant usage on schema ${schema} to ${name};
    grant select, insert, update, delete on all tables in schema ${schema} to ${name};
    grant usage on all sequences in schema ${schema} to ${name};
    revoke update, delete on ${closed} from ${name};
    revoke insert, update, delete on migrations from ${name}`);
}

/**
 * Whether the role that is connected could lift what keeps it from changing the ledger: as a superuser, as the owner of
 * a table, of a function that guards it, of the schema or of the database, or by a privilege that somebody granted.
 */
export async function couldLiftBars(database: Database): Promise<boolean> {
  const { rows } = await sql<{ could: boolean }>`
    with closed as (${sql.raw(appendOnly)})
    select exists (
      select from pg_roles where pg_has_role(current_user, oid, 'member') and (rolsuper or rolcreaterole
        or rolname in ('pg_execute_server_program', 'pg_write_server_files'))
    ) or exists (
      select from pg_class c where c.oid in (select id from closed) and pg_has_role(current_user, c.relowner, 'member')
    ) or exists (
      select from closed where has_table_privilege(id, 'delete, truncate, trigger')
        or has_any_column_privilege(id, 'update')
    ) or exists (
      select from pg_proc where pronamespace = quote_ident(current_schema())::regnamespace and proname = any(${guards})
        and pg_has_role(current_user, proowner, 'member')
    ) or exists (
      select from pg_namespace n, pg_database d where n.oid = quote_ident(current_schema())::regnamespace
        and d.datname = current_database()
        and (pg_has_role(current_user, n.nspowner, 'member') or pg_has_role(current_user, d.datdba, 'member')
          or has_schema_privilege(n.oid, 'create'))
    ) or has_parameter_privilege('session_replication_role', 'set') as could`.execute(database);
  return rows[0]?.could ?? true;
}
