// Facts and deliveries as the log reads them: every column, and instants to the microsecond.
import { type RawBuilder, sql } from "kysely";
import type { DeliveryRow, FactRow, Micros } from "../ledger/leaf.ts";

/** Microseconds since the epoch; -1 for what is no instant at all. */
export function micros(column: string): RawBuilder<Micros> {
  const at = sql.ref(column);
  return sql`case when isfinite(${at}) then (extract(epoch from ${at}) * 1000000)::bigint else -1 end`;
}

export interface FactColumns {
  subject_id: string;
  fact_id: string;
  position: number;
  type: string;
  at: Micros;
  body: unknown;
  shown: unknown;
  source: string;
  recorded_at: Micros;
  written_at: Micros;
  sealed: Buffer | null;
  connection_hash: Buffer | null;
  connection_until: Micros | null;
}

/** Of `facts f`. */
export const factColumns = sql`f.subject_id, f.fact_id, f.position, f.type, ${micros("f.at")} as at, f.body, f.shown,
  f.source, ${micros("f.recorded_at")} as recorded_at, ${micros("f.written_at")} as written_at, f.sealed,
  f.connection_hash, case when f.connection_until is not null then ${micros("f.connection_until")} end as connection_until`;

export function fact(row: FactColumns): FactRow {
  return {
    subject: row.subject_id,
    id: row.fact_id,
    position: row.position,
    type: row.type,
    at: row.at,
    body: row.body,
    shown: row.shown,
    source: row.source,
    recordedAt: row.recorded_at,
    writtenAt: row.written_at,
    sealed: row.sealed,
    connection:
      row.connection_hash === null || row.connection_until === null
        ? null
        : { hash: row.connection_hash, forgetAt: row.connection_until },
  };
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
