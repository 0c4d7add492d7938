// What is set up: every version ever published, and which of them is in force.
import { sql } from "kysely";
import type { SetupTable } from "../app/ports.ts";
import type { PublicationContent, PublicationKind, Published, Setup } from "../app/setup/setup.ts";
import { type Database, prepared, records, timestamp } from "./database.ts";

interface PublicationRow {
  kind: PublicationKind;
  key: string;
  version: number;
  hash: string;
  content: unknown;
}

const groups = {
  sender: "senders",
  purpose: "purposes",
  clause: "clauses",
  notice: "notices",
  form: "forms",
  tightening: "tightenings",
} as const satisfies Record<Exclude<PublicationKind, "controller">, keyof Setup>;

/** What was last read, and the mark that the set-up bore then; each change gives it a new one. */
export interface SetupCache {
  mark: string | null;
  setup: Setup | null;
}

/** Outside of transactions: what is read there is committed, and a version that is committed never changes. */
export function committedSetupTable(database: Database, cache: SetupCache): SetupTable {
  const table = setupTable(
    database,
    cache,
    sharing(() => currentMark(database)),
  );
  const versions = new Map<string, Published<unknown>>();
  return {
    ...table,
    async version<Kind extends PublicationKind>(kind: Kind, key: string, version: number) {
      const name = JSON.stringify([kind, key, version]);
      const found = versions.get(name) ?? (await table.version(kind, key, version));
      if (found) versions.set(name, found);
      return found as Published<PublicationContent[Kind]> | null;
    },
  };
}

/** @param cache - shared by all that use one store: the whole set-up is read again only after it has changed. */
export function setupTable(
  database: Database,
  cache: SetupCache,
  newestMark = () => currentMark(database),
): SetupTable {
  return {
    async current(told) {
      const mark = told === undefined ? await newestMark() : told;
      if (mark !== null && mark === cache.mark) return cache.setup;
      const { rows } = await sql<PublicationRow>`
        select p.kind, p.key, p.version, p.hash, p.content
        from publications p join current_publications using (kind, key, version)
        order by p.kind, p.key`.execute(database);
      const { rows: registers } = await sql<{ register: string; copy: string }>`
        select register, snapshot_no || case when ended then ' ended' else '' end as copy
        from register_snapshots where current`.execute(database);
      cache.setup = assemble(
        rows,
        Object.fromEntries(registers.map(({ register, copy }) => [register, copy])),
      );
      cache.mark = mark;
      return cache.setup;
    },

    async version<Kind extends PublicationKind>(kind: Kind, key: string, version: number) {
      const { rows } = await sql<PublicationRow>`
        select kind, key, version, hash, content from publications
        where kind = ${kind} and key = ${key} and version = ${version}`.execute(database);
      return rows[0] ? (published(rows[0]) as Published<PublicationContent[Kind]>) : null;
    },

    async versions() {
      const { rows } = await sql<PublicationRow>`
        select kind, key, version, hash, content from publications order by kind, key, version`.execute(
        database,
      );
      return rows.map((row) => ({ kind: row.kind, published: published(row) }));
    },

    async publish(publications, retire, at) {
      const rows = publications.map(({ kind, published: { key, version, hash, content } }) => ({
        kind,
        key,
        version,
        hash,
        content,
      }));
      await sql`
        insert into publications (kind, key, version, hash, content, published_at)
        select kind, key, version, hash, content, ${timestamp(at)}::timestamptz
        from jsonb_to_recordset(${records(rows)}) as x (kind text, key text, version integer, hash text, content jsonb)`.execute(
        database,
      );
      await sql`
        insert into current_publications (kind, key, version)
        select kind, key, version
        from jsonb_to_recordset(${records(rows)}) as x (kind text, key text, version integer)
        on conflict (kind, key) do update set version = excluded.version`.execute(database);
      await sql`
        delete from current_publications c
        using jsonb_to_recordset(${records(retire)}) as x (kind text, key text)
        where c.kind = x.kind and c.key = x.key`.execute(database);
      await sql`
        insert into settings (key, value) values ('setup', to_jsonb(gen_random_uuid()::text))
        on conflict (key) do update set value = excluded.value`.execute(database);
    },
  };
}

/** Calls that come while one is under way share the next, which is asked after all of them: none is told what is older than itself. */
function sharing<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | null = null;
  return () => {
    next ??= underWay.then(() => {
      next = null;
      const asked = ask();
      underWay = asked.catch(() => {});
      return asked;
    });
    return next;
  };
}

/** Another one after each change of what is declared or loaded; null: nothing is. */
export const setupMark = sql<string | null>`(select value from settings where key = 'setup')`;

async function currentMark(database: Database): Promise<string | null> {
  const { rows } = await sql<{
    mark: string | null;
  }>`${prepared}select ${setupMark} as mark`.execute(database);
  return rows[0]?.mark ?? null;
}

function published(row: PublicationRow): Published<unknown> {
  return { key: row.key, version: row.version, hash: row.hash, content: row.content };
}

function assemble(rows: readonly PublicationRow[], registers: Setup["registers"]): Setup | null {
  const controller = rows.find((row) => row.kind === "controller");
  if (!controller) return null;
  // Without a prototype: a key from outside such as `constructor` finds nothing.
  const setup: Record<string, Record<string, unknown>> = {};
  for (const group of Object.values(groups)) setup[group] = Object.create(null);
  for (const row of rows)
    if (row.kind !== "controller")
      (setup[groups[row.kind]] as Record<string, unknown>)[row.key] = published(row);
  return { ...setup, controller: published(controller), registers } as unknown as Setup;
}
