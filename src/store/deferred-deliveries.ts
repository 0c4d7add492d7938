// Deliveries that a mail server put off: claimed again one by one as they come due, each under a lease of its own.
import { sql } from "kysely";
import type { Claim } from "../app/campaigns/campaign.ts";
import type { DeferredTable } from "../app/campaigns/campaigns-table.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { open } from "../ledger/vault.ts";
import { type Database, timestamp } from "./database.ts";
import { outcomeRows } from "./outcome-rows.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";

export function deferredDeliveries(database: Database, masters: MasterKeys): DeferredTable {
  return {
    async claimDue(campaign, lease, now, until, limit) {
      const at = sql`${timestamp(now)}::timestamptz`;
      // While one is tried `due_at` is its lease. Past it the worker is dead: who was not asked for yet waits again.
      await sql`
        with ended as (
          update deliveries d set
            state = case when state = 'asking' then 'deferred' else 'uncertain' end,
            due_at = case when state = 'asking' then due_at end
          where campaign_id = ${campaign.id} and due_at <= ${at} and state in ('asking', 'handing-over')
        ), forgotten as (
          update deliveries d set state = 'failed', due_at = null, message_id = '', reply = 'no longer on record'
          where campaign_id = ${campaign.id} and due_at <= ${at} and state = 'deferred'
            and not exists (select from subjects s where s.subject_id = d.subject_id and s.address is not null)
          returning subject_id
        )
        insert into waiting_deliveries (campaign_id, subjects)
        select ${campaign.id}::uuid, array_agg(subject_id order by subject_id) from forgotten having count(*) > 0`.execute(
        database,
      );
      const { rows } = await sql<DueRow>`
        with due as (
          select subject_id from deliveries
          where campaign_id = ${campaign.id} and due_at <= ${at} and state = 'deferred'
          order by due_at limit ${limit} for update skip locked
        ), claimed as (
          update deliveries d set state = 'asking', lease = ${lease}::uuid, due_at = ${timestamp(until)}::timestamptz
          from due where d.campaign_id = ${campaign.id} and d.subject_id = due.subject_id
          returning d.subject_id, d.position, d.attempts, d.deferred_at
        )
        select c.*, s.address, s.language, s.recipient ->> 'country' as country, v.key_id, v.wrapped_key
        from claimed c join subjects s using (subject_id) join vault v using (subject_id)
        order by subject_id`.execute(database);
      return rows.map(
        (row): Claim => ({
          subject: row.subject_id as SubjectId,
          address: open(keyIn(row, masters), "address", row.address),
          language: row.language,
          country: row.country,
          verdict: "asking",
          position: row.position as Position,
          deferral: { attempts: row.attempts, since: row.deferred_at as Instant, dueAt: now },
        }),
      );
    },

    async renewDue(id, lease, until) {
      await sql`
        update deliveries set due_at = ${timestamp(until)}::timestamptz
        where campaign_id = ${id} and lease = ${lease} and due_at is not null and state in ('asking', 'handing-over')`.execute(
        database,
      );
    },

    async concludeDue(id, lease, outcomes) {
      await sql`
        with outcomes as (
          update deliveries d set state = x.state, message_id = x.message_id, reply = x.reply, handed_over_at = x.at,
            due_at = x.due_at, attempts = x.attempts, deferred_at = x.deferred_at
          from ${outcomeRows(id, outcomes)} x
          where d.campaign_id = x.campaign and d.subject_id = x.subject and d.lease = ${lease}
            and d.state in ('asking', 'handing-over', 'uncertain')
          returning d.subject_id, d.state
        )
        insert into waiting_deliveries (campaign_id, subjects)
        select ${id}::uuid, array_agg(subject_id order by subject_id) from outcomes
        where state <> 'deferred' having count(*) > 0`.execute(database);
    },

    async giveBackDue(id, lease, subjects, dueAt) {
      await sql`
        update deliveries set state = 'deferred', due_at = ${timestamp(dueAt)}::timestamptz
        where campaign_id = ${id} and subject_id = any(${[...subjects]}::uuid[]) and lease = ${lease}
          and state in ('asking', 'handing-over')`.execute(database);
    },

    async nextDueAt(id) {
      const { rows } = await sql<{ due_at: number | null }>`
        select min(due_at) as due_at from deliveries where campaign_id = ${id} and due_at is not null`.execute(
        database,
      );
      return (rows[0]?.due_at ?? null) as Instant | null;
    },
  };
}

interface DueRow extends KeyColumns {
  subject_id: string;
  position: number;
  attempts: number;
  deferred_at: number;
  address: Buffer;
  language: string | null;
  country: string | null;
}
