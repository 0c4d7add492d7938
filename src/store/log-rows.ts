// Facts and deliveries as the log reads them: every column, and instants to the microsecond.
import { type RawBuilder, sql } from "kysely";
import type { DeliveryRow, FactRow, Micros } from "../ledger/leaf.ts";
import type { Database } from "./database.ts";
import type { PackedRow } from "./packed-rows.ts";

/** Microseconds since the epoch; -1 for what is no instant at all. */
export function micros(column: string): RawBuilder<Micros> {
  const at = sql.ref(column);
  return sql`case when isfinite(${at}) then (extract(epoch from ${at}) * 1000000)::bigint else -1 end`;
}

/** Of `facts f`, for {@link fact}. */
export const factColumns = sql`f.subject_id::text, f.fact_id, f.position, f.type, f.at, f.body, f.shown, f.source,
  f.recorded_at, f.written_at, f.sealed, f.connection_hash, f.connection_until`;

/** Null where the row is of no fact. */
export function fact(row: PackedRow): FactRow | null {
  const columns = {
    subject: row.text(),
    id: row.text(),
    position: row.integer(),
    type: row.text(),
    at: row.micros(),
    body: row.canonical(),
    shown: row.canonical(),
    source: row.text(),
    recordedAt: row.micros(),
    writtenAt: row.micros(),
    sealed: row.bytes(),
    connection: connection(row.bytes(), row.micros()),
  };
  return columns.subject === null ? null : (columns as FactRow);
}

function connection(hash: Buffer | null, forgetAt: Micros | null): FactRow["connection"] {
  return hash === null || forgetAt === null ? null : { hash, forgetAt };
}

export interface DeliveryColumns {
  subject_id: string;
  campaign_id: string;
  state: string;
  basis: string | null;
  code: string | null;
  evidence: string[];
  jurisdiction: string;
  rules: string;
  position: number;
  asked_at: Micros;
  message_id: string | null;
  handed_over_at: Micros | null;
  reply: string | null;
}

/** Of `deliveries d`. */
export const deliveryColumns = sql`d.subject_id, d.campaign_id, d.state, d.basis, d.code, d.evidence, d.jurisdiction,
  d.rules, d.position, ${micros("d.asked_at")} as asked_at, d.message_id,
  case when d.handed_over_at is not null then ${micros("d.handed_over_at")} end as handed_over_at, d.reply`;

export function delivery(row: DeliveryColumns): DeliveryRow {
  return {
    subject: row.subject_id,
    campaign: row.campaign_id,
    state: row.state,
    basis: row.basis,
    code: row.code,
    evidence: row.evidence,
    jurisdiction: row.jurisdiction,
    rules: row.rules,
    position: row.position,
    askedAt: row.asked_at,
    messageId: row.message_id,
    handedOverAt: row.handed_over_at,
    reply: row.reply,
  };
}

/**
 * The messages of each batch as they are now, in its order.
 *
 * @param batches - a condition on `delivery_batches b`.
 */
export async function membersOf(
  database: Database,
  batches: RawBuilder<unknown>,
): Promise<Map<number, DeliveryRow[]>> {
  const { rows } = await sql<DeliveryColumns & { batch: number }>`
    select b.position as batch, ${deliveryColumns}
    from delivery_batches b cross join unnest(b.subjects) with ordinality as u (subject_id, nth)
      join deliveries d on d.subject_id = u.subject_id and d.campaign_id = b.campaign_id
    where ${batches} order by b.position, u.nth`.execute(database);
  const found = Map.groupBy(rows, ({ batch }) => batch);
  return new Map([...found].map(([batch, members]) => [batch, members.map(delivery)]));
}
