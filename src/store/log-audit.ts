// What an audit reads: the log page by page, each leaf beside what it speaks of, and what stands where it should not.
import { sql } from "kysely";
import type { Stray } from "../app/ledger/stray.ts";
import type { LogTable } from "../app/ports.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { StoredCosignature } from "../ledger/attestations.ts";
import {
  type DeliveryBatch,
  deliveriesEntry,
  deliveryEntry,
  type FactRow,
  factEntry,
} from "../ledger/leaf.ts";
import { leafHash, rootOf } from "../ledger/merkle.ts";
import { countAt } from "../ledger/tiles.ts";
import type { Leaf, LogPage, TileHash } from "../ledger/verify.ts";
import { type Database, timestamp } from "./database.ts";
import { fact, factColumns, membersOf } from "./log-rows.ts";
import { type PackedRow, packed, readPacked } from "./packed-rows.ts";

type AuditPart = Pick<LogTable, "page" | "strays" | "unproved">;

/** 256^4 leaves are four thousand million. */
const levels = [1, 2, 3, 4];

export function logAudit(database: Database): AuditPart {
  return {
    async page(from, to) {
      const within = levels.map(
        (level) =>
          sql`level = ${level} and index >= ${countAt(level, from)} and index < ${countAt(level, to)}`,
      );
      // In one statement: to ask costs as much as to hash a hundred leaves.
      const { rows } = await sql<{ part: string; nth: number; batches: boolean; packed: string | null }>`
        select 'leaves' as part, l.index / ${sql.lit(leavesInRow)} as nth, bool_or(b.position is not null) as batches,
          ${packed(sql`l.index, l.position, l.hash, ${factColumns}, ${batchColumns}`, sql`l.index`)} as packed
        from log_leaves l left join facts f on f.position = l.position
          left join delivery_batches b on b.position = l.position
        where l.index >= ${from} and l.index < ${to}
        group by l.index / ${sql.lit(leavesInRow)}
        union all
        select 'hashes', 0, false, ${packed(sql`level::bigint, index, hash`, sql`level, index`)}
        from log_hashes where ${sql.join(within, sql` or `)}
        union all
        select 'checkpoints', 0, false, ${packed(checkpointColumns, sql`c.size`)}
        from checkpoints c left join timestamps t on t.size = c.size
        where (c.size > ${from} or ${from} = 0) and c.size <= ${to}`.execute(database);
      const part = (name: string) => rows.filter((row) => row.part === name);
      const leaves = part("leaves").sort((one, other) => one.nth - other.nth);
      const roots = rows.some(({ batches }) => batches) ? await batchRoots(database, from, to) : new Map();
      return {
        empty: leaves.length === 0,
        leaves: leavesOf(leaves, roots),
        tileHashes: part("hashes").flatMap((row) => [...readPacked(row.packed, tileHash)]),
        checkpoints: part("checkpoints").flatMap((row) => [...readPacked(row.packed, checkpoint)]),
      };
    },

    async strays(due) {
      const { rows } = await sql<Stray>`
        -- However much waits: a comparison of each with each would take hours.
        with outside as materialized (
          select position from facts f where not exists (select from log_leaves l where l.position = f.position)
        ), stray as (
          select position from outside except select unnest(positions) from waiting_facts order by 1 limit 1
        )
        (select 'fact-outside' as kind, f.position, f.subject_id as subject, null::uuid as campaign, null as words,
            null::bigint as index
          from stray cross join lateral (select * from facts f where f.position = stray.position limit 1) f)
        union all
        (select 'fact-dropped', w.position, null, null, null, null
          from (select unnest(positions) as position from waiting_facts) w
          where not exists (select from facts f where f.position = w.position) order by w.position limit 1)
        union all
        (select 'delivery-outside', null, d.subject_id, d.campaign_id, null, null from deliveries d
          left join (
            select campaign_id, unnest(subjects) as subject_id from delivery_batches
            union all select campaign_id, unnest(subjects) from waiting_deliveries
          ) k using (campaign_id, subject_id)
          where d.state in ('sent', 'failed') and k.subject_id is null limit 1)
        union all
        (select 'words-changed', f.position, null, null, null, null from facts f
          cross join lateral (values ('form'), ('notice'), ('clause'), ('controller')) as s (kind)
          left join publications p on p.kind = s.kind and p.key = f.shown -> s.kind ->> 'key'
            and p.version::text = f.shown -> s.kind ->> 'version'
          where f.shown -> s.kind is not null and p.hash is distinct from f.shown -> s.kind ->> 'hash'
          order by f.position limit 1)
        union all
        (select 'words-changed', null, null, null, concat_ws(' ', c.kind, c.key, 'version', c.version), null
          from current_publications c
          where not exists (
            select from publications p where (p.kind, p.key, p.version) = (c.kind, c.key, c.version)) limit 1)
        union all
        (select 'person-missing', f.position, f.subject_id, null, null, null from facts f
          where not exists (select from subjects s where s.subject_id = f.subject_id) order by f.position limit 1)
        union all
        (select 'person-missing', p.position, p.subject_id, null, null, null from permissions p
          where not exists (select from subjects s where s.subject_id = p.subject_id) limit 1)
        union all
        (select 'connection-changed', f.position, c.subject_id, null, null, null
          from connections c left join facts f using (subject_id, fact_id)
          where sha256(c.sealed) is distinct from f.connection_hash or c.forget_at is distinct from f.connection_until
          order by f.position limit 1)
        union all
        -- An erasure takes them away before their time.
        (select 'connection-missing', f.position, f.subject_id, null, null, null from facts f
          where f.connection_until > ${timestamp(due)}::timestamptz
            and not exists (select from connections c where c.subject_id = f.subject_id and c.fact_id = f.fact_id)
            and not exists (
              select from facts e left join current_publications p on p.kind = 'controller'
              where e.subject_id = f.subject_id and e.type = 'subject.erased' and e.position > f.position
                and coalesce(e.body ->> 'controller', p.key) is not distinct from p.key)
          order by f.position limit 1)
        union all
        (select 'attestation-outside', null, null, null, null, a.size - 1
          from (select size from cosignatures union all select size from timestamps) a
          where not exists (select from checkpoints c where c.size = a.size) order by a.size limit 1)
        union all
        (select 'tile-outside', null, null, null, null, (index * 256::numeric ^ level)::bigint from log_hashes
          where index >= (select coalesce(max(index) + 1, 0) from log_leaves) / (256::numeric ^ level)::numeric limit 1)`.execute(
        database,
      );
      return rows;
    },

    async unproved() {
      const { rows } = await sql<{ subject_id: string; campaign_id: string | null }>`
        select m.subject_id, m.campaign_id from (
          select subject_id, campaign_id, evidence, coalesce(handed_over_at, asked_at) as used_at
          from deliveries where state in ('handing-over', 'sent', 'failed', 'uncertain')
          union all
          select subject_id, null, evidence, handed_over_at from outbox where state = 'sent'
        ) m
        where cardinality(m.evidence) = 0 or exists (
          select from unnest(m.evidence) as e (id)
            left join facts f on f.subject_id = m.subject_id and f.fact_id = e.id
          where f.fact_id is null or f.recorded_at > m.used_at)
        order by m.used_at limit 1`.execute(database);
      const row = rows[0];
      return row ? { subject: row.subject_id as SubjectId, campaign: row.campaign_id } : null;
    },
  };
}

/** So few that what PostgreSQL sends for them is small enough for the young generation of the heap, where it dies. */
const leavesInRow = 32;

function* leavesOf(
  rows: readonly { readonly packed: string | null }[],
  roots: ReadonlyMap<number, Buffer>,
): Generator<Leaf, void> {
  for (const { packed } of rows) yield* readPacked(packed, (row) => leaf(leafRow(row), roots));
}

function tileHash(row: PackedRow): TileHash {
  return { level: row.integer() as number, index: row.integer() as number, hash: row.bytes() as Buffer };
}

/** Of `checkpoints c` and `timestamps t`, for {@link checkpoint}. */
const checkpointColumns = sql`c.size, c.note,
  (select jsonb_agg(jsonb_build_object('witness', s.witness, 'line', s.line) order by s.witness)
    from cosignatures s where s.size = c.size), t.token, t.signature`;

function checkpoint(row: PackedRow): LogPage["checkpoints"][number] {
  const size = row.integer() as number;
  const note = row.text() as string;
  const cosignatures = (JSON.parse(row.canonical()) ?? []) as StoredCosignature[];
  const [token, signature] = [row.bytes(), row.bytes()];
  return { size, note, cosignatures, timestamp: token && signature && { token, signature } };
}

/** Of `delivery_batches b`. */
const batchColumns = sql`b.campaign_id::text, cardinality(b.subjects)::bigint, b.root, b.recorded_at`;

interface LeafRow extends Pick<Leaf, "index" | "position" | "hash"> {
  readonly fact: FactRow | null;
  readonly batch: Omit<DeliveryBatch, "position"> | null;
}

function leafRow(row: PackedRow): LeafRow {
  return {
    index: row.integer() as number,
    position: row.integer() as number,
    hash: row.bytes() as Buffer,
    fact: fact(row),
    batch: batch(row),
  };
}

function batch(row: PackedRow): LeafRow["batch"] {
  const columns = {
    campaign: row.text(),
    deliveries: row.integer(),
    root: row.bytes(),
    recordedAt: row.micros(),
  };
  return columns.campaign === null ? null : (columns as LeafRow["batch"]);
}

function leaf({ index, position, hash, fact, batch }: LeafRow, roots: ReadonlyMap<number, Buffer>): Leaf {
  const { recordedAt, writtenAt } = fact ?? {
    recordedAt: batch?.recordedAt ?? 0,
    writtenAt: batch?.recordedAt ?? 0,
  };
  const entry = fact ? factEntry(fact) : batch && batchEntry(position, batch, roots);
  return { index, position, hash, entry, recordedAt, writtenAt };
}

/** Of rows that are no longer what they were, or of a root that is not theirs, there is no true entry. */
function batchEntry(
  position: number,
  batch: Omit<DeliveryBatch, "position">,
  roots: ReadonlyMap<number, Buffer>,
): Buffer {
  const sound = roots.get(position)?.equals(batch.root) ?? false;
  return sound ? deliveriesEntry({ position, ...batch }) : Buffer.alloc(0);
}

/** The root over the deliveries as they are now, for each batch that has its leaf from one index up to another. */
async function batchRoots(database: Database, from: number, to: number): Promise<Map<number, Buffer>> {
  const batches = await membersOf(
    database,
    sql`b.position in (select position from log_leaves where index >= ${from} and index < ${to})`,
  );
  return new Map(
    [...batches].map(([batch, members]) => [
      batch,
      rootOf(members.map((member) => leafHash(deliveryEntry(member)))),
    ]),
  );
}
