// The schema as SQL text, read from the catalogue, so that every migration shows in review as what it did.
import type pg from "pg";

/** The tables, indexes, functions and triggers of the schema `public`; the same text from PostgreSQL 15 and 18. */
export async function dumpSchema(pool: pg.Pool): Promise<string> {
  const tables = await names(
    pool,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const parts = ["-- Dumped from the migrations by `npm run schema`; not to be edited."];
  for (const table of tables) parts.push(await dumpTable(pool, table));
  parts.push(
    ...(await names(
      pool,
      `select pg_get_functiondef(p.oid) || ';' as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'public' order by p.proname`,
    )),
    ...(await names(
      pool,
      `select pg_get_triggerdef(t.oid) || ';' as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and not t.tgisinternal order by 1`,
    )),
  );
  return `${parts.join("\n\n")}\n`;
}

async function dumpTable(pool: pg.Pool, table: string): Promise<string> {
  const columns = await names(
    pool,
    `select format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attnotnull then ' not null' end,
       case when a.attidentity = 'a' then ' generated always as identity'
         when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) end) as name
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    table,
  );
  // From PostgreSQL 18 on, not-null constraints are listed here too; the columns say them already.
  const constraints = await names(
    pool,
    `select '  ' || pg_get_constraintdef(oid) as name from pg_constraint
     where conrelid = $1::regclass and contype <> 'n' order by contype, conname`,
    table,
  );
  const indexes = await names(
    pool,
    `select pg_get_indexdef(i.indexrelid) || ';' as name from pg_index i
     where i.indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by 1`,
    table,
  );
  return [`create table ${table} (\n${[...columns, ...constraints].join(",\n")}\n);`, ...indexes].join("\n");
}

async function names(pool: pg.Pool, query: string, ...values: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(query, values);
  return rows.map(({ name }) => name);
}
