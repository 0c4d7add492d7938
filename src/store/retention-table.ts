// How long people are kept: what was told of them last, what they got last, and whom an order holds.
import { sql } from "kysely";
import type { LegalHold, RetentionTable, Told } from "../app/retention/retention-table.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { open, type PersonKey, seal } from "../ledger/vault.ts";
import { type Database, timestamp } from "./database.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";

interface HoldRow extends KeyColumns {
  sealed: Buffer;
  set_at: number;
}

const use = "hold";
const lastRun = "retention-run";

export function retentionTable(database: Database, masters: MasterKeys): RetentionTable {
  return {
    async told(subjects) {
      const { rows } = await sql<{
        subject_id: string;
        told_at: number;
        delivered_at: number | null;
        hold: boolean;
      }>`
        select s.subject_id,
          coalesce((select max(recorded_at) from facts f where f.subject_id = s.subject_id), s.first_seen_at) as told_at,
          greatest(
            (select max(coalesce(handed_over_at, asked_at)) from deliveries d
              where d.subject_id = s.subject_id and d.state in ('handing-over', 'sent', 'uncertain')),
            (select max(handed_over_at) from outbox o
              where o.subject_id = s.subject_id and o.kind = 'passage' and o.state = 'sent')) as delivered_at,
          exists (select from legal_holds h where h.subject_id = s.subject_id) as hold
        from subjects s where s.subject_id = any(${[...subjects]}::uuid[])`.execute(database);
      return new Map(
        rows.map((row): [SubjectId, Told] => [
          row.subject_id as SubjectId,
          {
            toldAt: row.told_at as Instant,
            deliveredAt: row.delivered_at as Instant | null,
            hold: row.hold,
          },
        ]),
      );
    },

    async holdOf(subject) {
      const { rows } = await sql<HoldRow>`
        select h.*, v.key_id, v.wrapped_key from legal_holds h join vault v using (subject_id)
        where h.subject_id = ${subject}`.execute(database);
      const [row] = rows;
      const words = row && holdIn(keyIn(row, masters), row.sealed);
      return words ? { ...words, setAt: row.set_at as Instant } : null;
    },

    async held(subjects) {
      if (subjects.length === 0) return new Set();
      const { rows } = await sql<{ subject_id: string }>`
        select subject_id from legal_holds where subject_id = any(${[...subjects]}::uuid[])`.execute(
        database,
      );
      return new Set(rows.map((row) => row.subject_id as SubjectId));
    },

    async hold(subject, { reason, by, setAt }) {
      const { rows } = await sql<KeyColumns>`select * from vault where subject_id = ${subject}`.execute(
        database,
      );
      const key = rows[0] ? keyIn(rows[0], masters) : null;
      if (key === null) return false;
      await sql`
        insert into legal_holds (subject_id, sealed, set_at)
        values (${subject}, ${seal(key, use, JSON.stringify({ reason, by }))}, ${timestamp(setAt)}::timestamptz)
        on conflict (subject_id) do update set sealed = excluded.sealed, set_at = excluded.set_at`.execute(
        database,
      );
      return true;
    },

    async lastRunAt() {
      const { rows } = await sql<{ at: number }>`
        select value::bigint as at from settings where key = ${lastRun}`.execute(database);
      return (rows[0]?.at ?? null) as Instant | null;
    },

    async ranAt(at) {
      await sql`
        insert into settings (key, value) values (${lastRun}, to_jsonb(${at}::bigint))
        on conflict (key) do update set value = excluded.value`.execute(database);
    },

    async release(subject) {
      const { numAffectedRows } = await sql`delete from legal_holds where subject_id = ${subject}`.execute(
        database,
      );
      return Number(numAffectedRows ?? 0) > 0;
    },
  };
}

/** The order in words; null where the key is gone. */
export function holdIn(key: PersonKey | null, sealed: Buffer): Pick<LegalHold, "reason" | "by"> | null {
  const text = open(key, use, sealed);
  return text === null ? null : (JSON.parse(text) as Pick<LegalHold, "reason" | "by">);
}
