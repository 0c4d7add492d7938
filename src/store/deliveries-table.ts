// Deliveries: for each campaign and person the verdict of the gate, and what became of the message.
import { sql } from "kysely";
import type { Claim } from "../app/campaigns/campaign.ts";
import type { CampaignsTable, DeliveryTo } from "../app/campaigns/campaigns-table.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { open } from "../ledger/vault.ts";
import { type Database, prepared, timestamp } from "./database.ts";
import { givenRows, outcomeRows } from "./outcome-rows.ts";
import { wholeOf } from "./permissions-table.ts";
import { inSegment } from "./segment.ts";
import { takeTurns } from "./turns.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";
import { type VerdictRow, verdictOf } from "./verdict-row.ts";

type DeliveriesPart = Pick<
  CampaignsTable,
  "claim" | "settle" | "unclaim" | "conclude" | "delivery" | "deliveriesTo"
>;

export function deliveriesTable(database: Database, masters: MasterKeys): DeliveriesPart {
  return {
    async claim(campaign, slice, under, now, limit) {
      const at = sql`${timestamp(now)}::timestamptz`;
      const from =
        slice.cursor === null ? sql`p.subject_id >= ${slice.lower}` : sql`p.subject_id > ${slice.cursor}`;
      // A stored verdict is about a message that declares nothing of itself.
      const declares = Object.keys(campaign.message).length > 0;
      const { rows } = await sql<ClaimRow>`${prepared}
        with mine as (
          -- No new lease is given while this runs, and no claim is made under an old one.
          select from slices
          where campaign_id = ${campaign.id} and slice = ${slice.slice} and lease = ${slice.lease} for key share
        ), next as (
          select p.subject_id, p.purpose, p.permitted, p.basis, p.code, p.evidence, p.obligations, p.jurisdiction, p.tracking,
            p.valid_until, p.rules, p.decided_at, p.position, p.at_most, s.address, s.language,
            s.recipient ->> 'country' as country, v.key_id, v.wrapped_key,
            case
              when ${declares} or p.decided_under <> ${wholeOf(under)} or p.due_at <= ${at} or p.valid_until < ${at} then 'asking'
              when p.permitted then 'handing-over'
              else 'refused'
            end as gate
          from permissions p join subjects s using (subject_id) left join vault v using (subject_id)
          where exists (select from mine) and p.purpose = ${campaign.purpose} and ${from} and p.subject_id <= ${slice.upper}
            ${inSegment(campaign.segment)}
          order by p.subject_id limit ${limit}
        ), turn as (${takeTurns(
          sql`
            select subject_id, at_most from next
            where at_most is not null and gate = 'handing-over' and not exists (
              select from deliveries d where d.subject_id = next.subject_id and d.campaign_id = ${campaign.id}::uuid)`,
          { campaign: campaign.id, purpose: campaign.purpose, at },
        )}), claimed as (
          insert into deliveries
            (subject_id, campaign_id, state, lease, basis, code, evidence, jurisdiction, rules, position, asked_at)
          select subject_id, ${campaign.id}::uuid,
            case
              when gate = 'handing-over' and at_most is not null and subject_id not in (select subject_id from turn)
              then 'held-back' else gate
            end, ${slice.lease}::uuid, basis, code, evidence, jurisdiction, rules, position, ${at}
          from next
          on conflict do nothing
          returning subject_id, state
        )
        select next.*, claimed.state
        from next left join claimed using (subject_id) order by subject_id`.execute(database);
      return rows.map(
        (row): Claim => ({
          subject: row.subject_id as SubjectId,
          address: addressIn(row, masters),
          language: row.language,
          country: row.country,
          verdict: gateOf(row),
          position: row.position as Position,
        }),
      );
    },

    async settle(campaign, slice, verdicts, now) {
      const at = sql`${timestamp(now)}::timestamptz`;
      const rows = verdicts.map(({ subject, verdict, holdBack }) => ({
        subject,
        hold_back: holdBack,
        state: verdict.outcome === "permit" ? "handing-over" : "refused",
        basis: verdict.basis,
        code: verdict.code,
        evidence: verdict.evidence,
        jurisdiction: verdict.jurisdiction,
        rules: verdict.rules,
      }));
      const { rows: settled } = await sql<{ subject_id: string; state: string }>`
        with told as (
          select x.*, p.at_most
          from ${givenRows(
            campaign.id,
            rows,
            sql`subject uuid, hold_back boolean, state text, basis text, code text, evidence text[], jurisdiction text, rules text`,
          )} x
            join deliveries d on d.campaign_id = x.campaign and d.subject_id = x.subject
            left join permissions p on p.subject_id = x.subject and p.purpose = ${campaign.purpose}
          where d.lease = ${slice.lease} and d.state in ('asking', 'handing-over')
        ), turn as (${takeTurns(
          sql`select subject as subject_id, at_most from told where at_most is not null and not hold_back and state = 'handing-over'`,
          { campaign: campaign.id, purpose: campaign.purpose, at },
        )})
        update deliveries d set
          state = case
            when x.state = 'handing-over'
              and (x.hold_back or x.at_most is not null and x.subject not in (select subject_id from turn))
            then 'held-back' else x.state
          end,
          due_at = case
            when x.state = 'handing-over' and not x.hold_back
              and (x.at_most is null or x.subject in (select subject_id from turn))
            then d.due_at
          end,
          basis = x.basis, code = x.code, evidence = x.evidence, jurisdiction = x.jurisdiction, rules = x.rules,
          asked_at = ${at}
        from told x
        where d.campaign_id = x.campaign and d.subject_id = x.subject and d.lease = ${slice.lease}
          and d.state in ('asking', 'handing-over')
        returning d.subject_id, d.state`.execute(database);
      return new Map(
        settled.map(({ subject_id, state }) => [
          subject_id as SubjectId,
          state === "held-back" ? ("held-back" as const) : ("held" as const),
        ]),
      );
    },

    async unclaim(id, slice, subjects) {
      await sql`
        with given_back as (
          delete from deliveries where campaign_id = ${id} and subject_id = any(${[...subjects]}::uuid[])
            and lease = ${slice.lease} and state in ('asking', 'handing-over')
          returning subject_id
        )
        delete from turns t using given_back g
        where t.subject_id = g.subject_id and t.campaign_id = ${id}`.execute(database);
    },

    async conclude(id, slice, outcomes, { begun, done, until }) {
      // An outcome that arrives after the lease was lost is still the truth about that message, unless another has claimed it.
      const { rows: moved } = await sql<{ slice: number }>`${prepared}
        with outcomes as (
          update deliveries d set state = x.state, message_id = x.message_id, reply = x.reply, handed_over_at = x.at,
            due_at = x.due_at, attempts = x.attempts, deferred_at = x.deferred_at
          from ${outcomeRows(id, outcomes)} x
          where d.campaign_id = x.campaign and d.subject_id = x.subject and d.lease = ${slice.lease}
            and d.state in ('asking', 'handing-over', 'uncertain')
          returning d.subject_id, d.state
        ), waiting as (
          insert into waiting_deliveries (campaign_id, subjects)
          select ${id}::uuid, array_agg(subject_id order by subject_id) from outcomes
          where state <> 'deferred' having count(*) > 0
        )
        -- Neither goes back, in whatever order the words of one lease arrive: who lies behind was begun with.
        update slices set cursor_id = greatest(cursor_id, ${slice.cursor}), begun_id = greatest(begun_id, ${begun}), done = ${done},
          lease_until = ${done ? null : timestamp(until)}::timestamptz, lease = ${done ? null : slice.lease}::uuid
        where campaign_id = ${id} and slice = ${slice.slice} and lease = ${slice.lease}
        returning slice`.execute(database);
      return moved.length > 0;
    },

    async delivery(id, subject) {
      const { rows } = await sql<{
        state: string;
        basis: string | null;
        evidence: string[];
        asked_at: number;
      }>`
        select state, basis, evidence, asked_at from deliveries
        where subject_id = ${subject} and campaign_id = ${id}`.execute(database);
      const row = rows[0];
      return row
        ? { state: row.state, basis: row.basis, evidence: row.evidence, at: row.asked_at as Instant }
        : null;
    },

    async deliveriesTo(subject) {
      const { rows } = await sql<Omit<DeliveryTo, "at"> & { at: number }>`
        select d.campaign_id as campaign, c.purpose, d.state, d.evidence, r.returned,
          coalesce(d.handed_over_at, d.asked_at) as at
        from deliveries d join campaigns c using (campaign_id)
          left join returns r on r.subject_id = d.subject_id and r.campaign_id = d.campaign_id
        where d.subject_id = ${subject} and d.state in ('sent', 'uncertain')
        order by at desc, campaign`.execute(database);
      return rows.map((row) => ({ ...row, at: row.at as Instant }));
    },
  };
}

function gateOf(row: ClaimRow): Claim["verdict"] {
  if (row.state === null) return "claimed-before";
  return row.state === "asking" || row.state === "held-back" ? row.state : verdictOf(row);
}

/** Opened for those alone who may be written to. */
function addressIn(row: ClaimRow, masters: MasterKeys): string | null {
  if ((row.state !== "asking" && row.state !== "handing-over") || row.address === null) return null;
  return open(keyIn(row, masters), "address", row.address);
}

interface ClaimRow extends VerdictRow, KeyColumns {
  subject_id: string;
  address: Buffer | null;
  language: string | null;
  country: string | null;
  /** Of the delivery that the claim has made; null: there was one before. */
  state: "asking" | "handing-over" | "held-back" | "refused" | null;
}
