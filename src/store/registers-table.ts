// Exclusion lists: the copies that were loaded, their entries, and what they say of people.
import { sql } from "kysely";
import type { RegisterSnapshot, RegistersTable } from "../app/registers/registers-table.ts";
import type { Instant } from "../core/instant.ts";
import type { RegisterEntry, Registers } from "../core/question.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { type RegisterNaming, registerEntriesFor } from "../ledger/register-entry.ts";
import { type Database, records, timestamp } from "./database.ts";
import { endedChannel, everybody } from "./listen.ts";
import { bytes } from "./vault-table.ts";

interface SnapshotRow {
  register: string;
  taken_at: number;
  loaded_at: number;
  file_hash: Buffer;
  naming: RegisterNaming;
  whole: boolean;
  entries: number;
}

export function registersTable(database: Database): RegistersTable {
  return {
    async newest() {
      const { rows } = await sql<SnapshotRow>`
        select * from register_snapshots where current order by register`.execute(database);
      return rows.map(snapshot);
    },

    async lock(register) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`register ${register}`}, 0))`.execute(
        database,
      );
    },

    async begin({ register, takenAt, loadedAt, naming, whole }) {
      const { rows } = await sql<{ snapshot_no: number }>`
        insert into register_snapshots (register, taken_at, loaded_at, naming, whole, entries, current)
        values (${register}, ${timestamp(takenAt)}::timestamptz, ${timestamp(loadedAt)}::timestamptz, ${naming},
          ${whole}, 0, false)
        returning snapshot_no`.execute(database);
      return (rows[0] as { snapshot_no: number }).snapshot_no;
    },

    async add(snapshotNo, entries) {
      const rows = entries.map(({ entry, listed, effectiveAt }) => ({
        entry: bytes(entry),
        listed,
        effective_at: effectiveAt === null ? null : timestamp(effectiveAt),
      }));
      // The same entry twice in one statement would be refused by `on conflict`, so these are joined first.
      await sql`
        insert into register_entries as e (snapshot_no, entry, listed, effective_at)
        select ${snapshotNo}::bigint, entry, bool_or(listed),
          case when bool_or(listed and effective_at is null) then null else min(effective_at) filter (where listed) end
        from jsonb_to_recordset(${records(rows)}) as x (entry bytea, listed boolean, effective_at timestamptz)
        group by entry
        on conflict (snapshot_no, entry) do update set
          listed = e.listed or excluded.listed,
          effective_at = case
            when e.listed and excluded.listed then
              case when e.effective_at is null or excluded.effective_at is null then null
                else least(e.effective_at, excluded.effective_at) end
            when excluded.listed then excluded.effective_at
            else e.effective_at
          end`.execute(database);
    },

    async replace(snapshotNo, register, fileHash) {
      await sql`
        delete from register_entries where snapshot_no in (
          select snapshot_no from register_snapshots where register = ${register} and current)`.execute(
        database,
      );
      await sql`update register_snapshots set current = false where register = ${register} and current`.execute(
        database,
      );
      const { rows } = await sql<{ entries: number }>`
        update register_snapshots set current = true, file_hash = ${fileHash},
          entries = (select count(*) from register_entries where snapshot_no = ${snapshotNo})
        where snapshot_no = ${snapshotNo} returning entries`.execute(database);
      await renewSetup(database);
      return rows[0]?.entries ?? 0;
    },

    async consult(people) {
      const { rows } = await sql<{ namings: RegisterNaming[] | null }>`
        select ${namingsInUse} as namings`.execute(database);
      return consultRegisters(database, rows[0]?.namings ?? [], people);
    },

    async forget(takenBefore) {
      const { rows } = await sql`
        with ended as (
          update register_snapshots set ended = true
          where current and not ended and taken_at < ${timestamp(takenBefore)}::timestamptz returning snapshot_no
        ), gone as (
          delete from register_entries where snapshot_no in (select snapshot_no from ended)
        )
        select from ended`.execute(database);
      if (rows.length > 0) await renewSetup(database);
    },
  };
}

/** Whoever has read the set-up reads it again: what was decided under another copy is worth nothing any more, nor a permit. */
async function renewSetup(database: Database): Promise<void> {
  await sql`select pg_notify(${endedChannel}, ${everybody})`.execute(database);
  await sql`
    insert into settings (key, value) values ('setup', to_jsonb(gen_random_uuid()::text))
    on conflict (key) do update set value = excluded.value`.execute(database);
}

function snapshot(row: SnapshotRow): RegisterSnapshot {
  return {
    register: row.register,
    takenAt: row.taken_at as Instant,
    loadedAt: row.loaded_at as Instant,
    fileHash: row.file_hash,
    naming: row.naming,
    whole: row.whole,
    entries: row.entries,
  };
}

/** How the newest copies name addresses, as a column for whoever reads people: null where none is loaded. */
export const namingsInUse = sql<RegisterNaming[] | null>`
  (select array_agg(distinct naming) from register_snapshots where current)`;

/** A list that does not answer for somebody is out of date for them, also where no law binds to ask it. */
const never = 0;

/**
 * What the newest copy of each list says of these addresses, all of it as it stands at one moment.
 *
 * @param namings - of the lists to be asked, from {@link namingsInUse}.
 */
export async function consultRegisters(
  database: Database,
  namings: readonly RegisterNaming[],
  people: readonly { readonly subject: SubjectId; readonly address: string }[],
): Promise<Map<SubjectId, Registers>> {
  const names = people.flatMap(({ subject, address }) =>
    namings.flatMap((naming) =>
      registerEntriesFor(naming, address).map((entry) => ({ subject, naming, entry: bytes(entry) })),
    ),
  );
  if (names.length === 0) return new Map();
  const { rows } = await sql<{
    subject: string;
    register: string;
    taken_at: number;
    answered: boolean;
    listed: boolean;
    effective_at: number | null;
  }>`
    select x.subject, s.register, s.taken_at, not s.ended and (s.whole or count(e.entry) > 0) as answered,
      coalesce(bool_or(e.listed), false) as listed,
      case when not bool_or(e.listed and e.effective_at is null) then min(e.effective_at) filter (where e.listed) end
        as effective_at
    from register_snapshots s
      join jsonb_to_recordset(${records(names)}) as x (subject uuid, naming text, entry bytea) on x.naming = s.naming
      left join register_entries e on e.snapshot_no = s.snapshot_no and e.entry = x.entry
    where s.current
    group by x.subject, s.register, s.taken_at, s.whole, s.ended`.execute(database);
  const found = new Map<SubjectId, Record<string, RegisterEntry>>();
  for (const row of rows) {
    const registers = found.get(row.subject as SubjectId) ?? {};
    registers[row.register] = {
      snapshotAt: (row.answered ? row.taken_at : never) as Instant,
      listed: row.listed,
      ...(row.effective_at !== null && { effectiveAt: row.effective_at as Instant }),
    };
    found.set(row.subject as SubjectId, registers);
  }
  return found;
}
