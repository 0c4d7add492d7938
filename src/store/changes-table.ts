// The feed of changes: what waits for its number, and the permissions in the order of their numbers.
import { sql } from "kysely";
import type { Change, ChangesTable } from "../app/changes/changes-table.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { open } from "../ledger/vault.ts";
import type { Database } from "./database.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";
import { type VerdictRow, verdictOf } from "./verdict-row.ts";

/** Any number that no other program would lock. */
const numberingLock = 5_423_847_294;

/** Most recordings wait as one row of a few people, an import's parts as rows of some thousands. */
const rowsAtOnce = 1000;

export function changesTable(database: Database, masters: MasterKeys): ChangesTable {
  return {
    async lock() {
      const { rows } = await sql<{ locked: boolean }>`
        select pg_try_advisory_xact_lock(${numberingLock}::bigint) as locked`.execute(database);
      return rows[0]?.locked ?? false;
    },

    async number(limit) {
      const { rows } = await sql<{ taken: number }>`
        with due as (
          select waiting_no from (
            select waiting_no, cardinality(subjects) as size,
              sum(cardinality(subjects)) over (order by waiting_no) as up_to
            from (select * from waiting_changes order by waiting_no limit ${rowsAtOnce}) w
          ) w where up_to - size < ${limit}
        ), taken as (
          delete from waiting_changes where waiting_no in (select waiting_no from due)
          returning waiting_no, subjects, purposes
        ), changed as (
          select subject_id, purpose, max(waiting_no) as waiting_no
          from taken cross join unnest(subjects, purposes) as u (subject_id, purpose)
          group by subject_id, purpose
        ), numbered as (
          insert into changes (subject_id, purpose, change_no, changed_at)
          select subject_id, purpose,
            (select coalesce(max(change_no), 0) from changes) + row_number() over (order by waiting_no, subject_id, purpose),
            coalesce(p.decided_at, clock_timestamp())
          from changed left join permissions p using (subject_id, purpose)
          on conflict (subject_id, purpose) do update
            set change_no = excluded.change_no, changed_at = excluded.changed_at
        )
        select coalesce(sum(cardinality(subjects)), 0)::bigint as taken from taken`.execute(database);
      return rows[0]?.taken ?? 0;
    },

    async newest() {
      const { rows } = await sql<{ newest: number }>`
        select coalesce(max(change_no), 0) as newest from changes`.execute(database);
      return rows[0]?.newest ?? 0;
    },

    async after(number, limit) {
      const { rows } = await sql<ChangeRow>`
        select c.subject_id, c.purpose, c.change_no, c.changed_at, s.address, v.key_id, v.wrapped_key,
          p.permitted, p.basis, p.code, p.evidence, p.obligations, p.jurisdiction, p.tracking, p.valid_until, p.rules,
          p.decided_at, p.position
        from (select * from changes where change_no > ${number} order by change_no limit ${limit}) c
          left join permissions p using (subject_id, purpose)
          left join subjects s using (subject_id) left join vault v using (subject_id)
        order by c.change_no`.execute(database);
      // The purposes of one person stand side by side, and to open an address costs more than all else.
      const addresses = new Map<string, string | null>();
      return rows.map((row) => {
        const known = addresses.get(row.subject_id);
        const address =
          known === undefined ? row.address && open(keyIn(row, masters), "address", row.address) : known;
        addresses.set(row.subject_id, address);
        return change(row, address);
      });
    },
  };
}

type ChangeRow = KeyColumns &
  VerdictRow & { change_no: number; changed_at: number; address: Buffer | null; decided_at: number | null };

function change(row: ChangeRow, address: string | null): Change {
  return {
    number: row.change_no,
    at: row.changed_at as Instant,
    subject: row.subject_id as SubjectId,
    address,
    purpose: row.purpose,
    verdict: row.decided_at === null ? null : verdictOf(row),
  };
}
