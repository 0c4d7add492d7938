// The log: what waits for it, its leaves, the hashes of its tiles, and its checkpoints.
import { sql } from "kysely";
import type { LogTable } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import type { DeliveryRow, Micros } from "../ledger/leaf.ts";
import { tileWidth } from "../ledger/tiles.ts";
import type { Database } from "./database.ts";
import { logAudit } from "./log-audit.ts";
import { type DeliveryColumns, delivery, deliveryColumns, fact, factColumns, micros } from "./log-rows.ts";
import { packed, readPacked } from "./packed-rows.ts";

/** Any number that no other program would lock. */
const sequencerLock = 5_423_847_293;

export function logTable(database: Database): LogTable {
  return {
    ...logAudit(database),

    async lock() {
      const { rows } = await sql<{ locked: boolean; at: number }>`
        select pg_try_advisory_xact_lock(${sequencerLock}::bigint) as locked, clock_timestamp() as at`.execute(
        database,
      );
      return rows[0]?.locked ? (rows[0].at as Instant) : null;
    },

    async head() {
      const { rows } = await sql<{ leaves: number; size: number | null; note: string | null }>`
        select (select coalesce(max(index) + 1, 0) from log_leaves) as leaves, c.size, c.note
        from (values (1)) one left join (select * from checkpoints order by size desc limit 1) c on true`.execute(
        database,
      );
      const { leaves = 0, size = null, note = null } = rows[0] ?? {};
      return { leaves, checkpoint: size === null || note === null ? null : { size, note } };
    },

    async takeFacts(limit) {
      // What waits and is not there stays on the list, where an audit finds it. Each fact is looked up by itself: a plan
      // that reads all facts would cost more with each that is on record.
      const { rows } = await sql<{ facts: string | null }>`
        with counted as (
          select waiting_no, positions, sum(cardinality(positions)) over (order by waiting_no) as so_far
          from (select * from waiting_facts order by waiting_no limit ${limit}) w
        ), next as materialized (
          select waiting_no, unnest(positions) as position from counted where so_far - cardinality(positions) < ${limit}
        ), due as materialized (
          select f.* from next n cross join lateral (select * from facts f where f.position = n.position limit 1) f
        ), taken as (
          select distinct waiting_no from next join due using (position)
        ), gone as (
          delete from waiting_facts where waiting_no in (select waiting_no from taken)
        ), left_over as (
          insert into waiting_facts (positions)
          select array_agg(position) from next
          where waiting_no in (select waiting_no from taken) and position not in (select position from due)
          having count(*) > 0
        )
        select ${packed(factColumns, sql`f.position`)} as facts from due f`.execute(database);
      return [...readPacked(rows[0]?.facts ?? null, fact)].filter((found) => found !== null);
    },

    async takeDeliveries(limit) {
      const { rows } = await sql<DeliveryColumns>`
        with taken as (
          delete from waiting_deliveries
          where waiting_no in (select waiting_no from waiting_deliveries order by waiting_no limit ${limit})
          returning campaign_id, subjects
        )
        select ${deliveryColumns}
        from taken t cross join unnest(t.subjects) as u (subject_id)
          join deliveries d on d.subject_id = u.subject_id and d.campaign_id = t.campaign_id
        order by d.campaign_id, d.subject_id`.execute(database);
      const campaigns = Map.groupBy(rows.map(delivery), ({ campaign }) => campaign);
      return [...campaigns].map(([campaign, deliveries]) => ({ campaign, deliveries }));
    },

    async addDeliveries(campaign, deliveries: readonly DeliveryRow[], root) {
      const { rows } = await sql<{ position: number; recorded_at: Micros }>`
        insert into delivery_batches (campaign_id, subjects, root)
        values (${campaign}, ${deliveries.map(({ subject }) => subject)}::uuid[], ${root})
        returning position, ${micros("recorded_at")} as recorded_at`.execute(database);
      const [row] = rows as [{ position: number; recorded_at: Micros }];
      return {
        position: row.position,
        campaign,
        deliveries: deliveries.length,
        root,
        recordedAt: row.recorded_at,
      };
    },

    async append({ from, leaves, tileHashes, checkpoint }) {
      await sql`
        insert into log_leaves (index, position, hash)
        select ${from}::bigint + nth - 1, position, hash
        from unnest(${leaves.map(({ position }) => position)}::bigint[], ${leaves.map(({ hash }) => hash)}::bytea[])
          with ordinality as x (position, hash, nth)`.execute(database);
      if (tileHashes.length > 0)
        await sql`
          insert into log_hashes (level, index, hash)
          select * from unnest(${tileHashes.map(({ level }) => level)}::smallint[],
            ${tileHashes.map(({ index }) => index)}::bigint[], ${tileHashes.map(({ hash }) => hash)}::bytea[])`.execute(
          database,
        );
      await database.insertInto("checkpoints").values(checkpoint).execute();
    },

    async hashes(level, index, count) {
      const of = level === 0 ? sql`log_leaves where` : sql`log_hashes where level = ${level} and`;
      const { rows } = await sql<{ hash: Buffer }>`
        select hash from ${of} index >= ${index} and index < ${index + count} order by index`.execute(
        database,
      );
      return rows.map(({ hash }) => hash);
    },

    async tiles(names) {
      const { rows } = await sql<{ hashes: Buffer | null }>`
        select case when t.level = 0 then (
            select string_agg(l.hash, ''::bytea order by l.index) from log_leaves l
            where l.index >= t.index * ${tileWidth} and l.index < (t.index + 1) * ${tileWidth}
          ) else (
            select string_agg(h.hash, ''::bytea order by h.index) from log_hashes h
            where h.level = t.level and h.index >= t.index * ${tileWidth} and h.index < (t.index + 1) * ${tileWidth}
          ) end as hashes
        from unnest(${names.map(({ level }) => level)}::smallint[], ${names.map(({ index }) => index)}::bigint[])
          with ordinality as t (level, index, nth) order by t.nth`.execute(database);
      return rows.map(({ hashes }) => hashes ?? Buffer.alloc(0));
    },

    async waiting() {
      const { rows } = await sql<{ facts: number; deliveries: number }>`
        select (select coalesce(sum(cardinality(positions)), 0)::bigint from waiting_facts) as facts,
          (select coalesce(sum(cardinality(subjects)), 0)::bigint from waiting_deliveries) as deliveries`.execute(
        database,
      );
      return rows[0] ?? { facts: 0, deliveries: 0 };
    },
  };
}
