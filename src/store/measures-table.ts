// Links of campaigns, what was followed of people who permit it, and figures over all of them.
import { sql } from "kysely";
import type { Measured, MeasuresTable } from "../app/measuring/measures-table.ts";
import { type Database, timestamp } from "./database.ts";

export function measuresTable(database: Database): MeasuresTable {
  return {
    async numberLinks(campaign, addresses) {
      if (addresses.length === 0) return new Map();
      const { rows } = await sql<{ address: string; link_no: number }>`
        with locked as (select pg_advisory_xact_lock(hashtextextended(${campaign}, 35))), added as (
          insert into campaign_links (campaign_id, link_no, address)
          select ${campaign}::uuid, row_number() over () + (
              select coalesce(max(link_no), 0) from campaign_links where campaign_id = ${campaign}::uuid), address
          from locked, unnest(${[...addresses]}::text[]) as a (address)
          where not exists (
            select from campaign_links l where l.campaign_id = ${campaign}::uuid and l.address = a.address)
          on conflict do nothing
          returning address, link_no
        )
        select address, link_no from added
        union all
        select address, link_no from campaign_links
        where campaign_id = ${campaign}::uuid and address = any(${[...addresses]}::text[])`.execute(database);
      return new Map(rows.map(({ address, link_no }) => [address, link_no]));
    },

    async address(campaign, link) {
      const { rows } = await sql<{ address: string }>`
        select address from campaign_links where campaign_id = ${campaign} and link_no = ${link}`.execute(
        database,
      );
      return rows[0]?.address ?? null;
    },

    async add(subject, campaign, link, at) {
      await sql`
        with one as (
          insert into measures (subject_id, campaign_id, link_no, first_at, last_at)
          values (${subject}, ${campaign}, ${link}, ${timestamp(at)}, ${timestamp(at)})
          on conflict (subject_id, campaign_id, link_no)
            do update set last_at = excluded.last_at, times = measures.times + 1
          returning times
        )
        insert into campaign_links as l (campaign_id, link_no, address, people, times)
        select ${campaign}::uuid, ${link}::integer, '', 1, 1 from one
        on conflict (campaign_id, link_no) do update set
          people = l.people + case when (select times from one) = 1 then 1 else 0 end, times = l.times + 1`.execute(
        database,
      );
    },

    async openedOn(subject, at) {
      await sql`
        insert into last_opened (subject_id, opened_on) values (${subject}, (${timestamp(at)}::timestamptz at time zone 'UTC')::date)
        on conflict (subject_id) do update set opened_on = greatest(last_opened.opened_on, excluded.opened_on)`.execute(
        database,
      );
    },

    async measured(campaign) {
      const { rows } = await sql<Measured>`
        select nullif(address, '') as link, people, times from campaign_links
        where campaign_id = ${campaign} and people > 0 order by link_no`.execute(database);
      return rows;
    },

    async forget(subjects) {
      if (subjects.length === 0) return;
      await sql`delete from measures where subject_id = any(${[...subjects]}::uuid[])`.execute(database);
      await sql`delete from last_opened where subject_id = any(${[...subjects]}::uuid[])`.execute(database);
    },

    async forgetUnpermitted(purpose, before) {
      const { numAffectedRows: followed = 0n } = await sql`
        delete from measures m where last_at < ${timestamp(before)}::timestamptz or not exists (
          select from permissions p
          where p.subject_id = m.subject_id and p.purpose = ${purpose} and p.permitted)`.execute(database);
      const { numAffectedRows: days = 0n } = await sql`
        delete from last_opened l where opened_on < ${timestamp(before)}::timestamptz or not exists (
          select from permissions p where p.subject_id = l.subject_id and p.permitted)`.execute(database);
      return Number(followed + days);
    },
  };
}
