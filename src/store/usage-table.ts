// How people's data are used, in figures, and whose data went through whose hands.
import { sql } from "kysely";
import type { Usage, UsageTable } from "../app/accountability/usage-table.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { type Database, timestamp } from "./database.ts";

const stops = [
  "consent.withdrawn",
  "objection.raised",
  "complaint.received",
  "restriction.applied",
  "subject.erased",
];

export function usageTable(database: Database): UsageTable {
  return {
    async usage(since) {
      const from = sql`${timestamp(since)}::timestamptz`;
      const { rows: people } = await sql<{ people: number }>`
        select count(*) as people from subjects`.execute(database);
      const { rows: permissions } = await sql<Usage["permissions"][number]>`
        select purpose, basis, count(*) as people from permissions where permitted
        group by purpose, basis order by purpose, people desc`.execute(database);
      const { rows: mails } = await sql<Usage["mails"][number]>`
        select c.purpose, d.basis, count(*) as mails from deliveries d join campaigns c using (campaign_id)
        where d.state in ('sent', 'uncertain') and d.asked_at >= ${from}
        group by c.purpose, d.basis order by c.purpose, mails desc`.execute(database);
      const { rows: said } = await sql<{ type: string; facts: number }>`
        select type, count(*) as facts from facts where type = any(${stops}::text[]) and recorded_at >= ${from}
        group by type order by type`.execute(database);
      const { rows: relays } = await sql<{ relay: string; first: number; last: number }>`
        select relay, min(d.handed_over_at) as first, max(d.handed_over_at) as last
        from campaigns c join deliveries d using (campaign_id), unnest(string_to_array(c.post, ', ')) as relay
        where d.handed_over_at is not null
        group by relay order by relay`.execute(database);
      return {
        people: people[0]?.people ?? 0,
        permissions,
        mails,
        stops: Object.fromEntries(said.map(({ type, facts }) => [type, facts])),
        relays: relays.map(({ relay, first, last }) => ({
          relay,
          from: first as Instant,
          to: last as Instant,
        })),
      };
    },

    async reached({ relay, source, from, to }, after, limit) {
      const within = (column: string) =>
        sql`${from === undefined ? sql`true` : sql`${sql.ref(column)} >= ${timestamp(from)}::timestamptz`}
          and ${to === undefined ? sql`true` : sql`${sql.ref(column)} <= ${timestamp(to)}::timestamptz`}`;
      const next = after === null ? sql`true` : sql`subject_id > ${after}::uuid`;
      // A mail went through a mail server, a fact came by a source: whoever asks for one is not told of the other.
      const mails =
        source === undefined
          ? sql`
            select d.subject_id, 1 as mails, 0 as facts from deliveries d join campaigns c using (campaign_id)
            where ${next} and d.state in ('sent', 'failed', 'uncertain') and ${within("d.asked_at")}
              and ${relay === undefined ? sql`true` : sql`${relay} = any(string_to_array(c.post, ', '))`}
            union all
            select subject_id, 1, 0 from outbox
            where ${next} and state in ('sent', 'failed') and ${within("handed_over_at")} and handed_over_at is not null`
          : null;
      const facts =
        relay === undefined
          ? sql`
            select subject_id, 0 as mails, 1 as facts from facts
            where ${next} and ${within("recorded_at")} and ${source === undefined ? sql`true` : sql`source = ${source}`}`
          : null;
      const parts = [mails, facts].filter((part) => part !== null);
      const { rows } = await sql<{ subject_id: string; mails: number; facts: number }>`
        select subject_id, sum(mails)::bigint as mails, sum(facts)::bigint as facts
        from (${sql.join(parts, sql` union all `)}) r
        group by subject_id order by subject_id limit ${limit}`.execute(database);
      return rows.map(({ subject_id, ...counts }) => ({ subject: subject_id as SubjectId, ...counts }));
    },
  };
}
