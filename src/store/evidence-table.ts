// What a receipt is made from: one person's facts with their leaves and keys, and the messages with their batches.
import { sql } from "kysely";
import type { DeliveryEvidence, EvidenceTable } from "../app/ledger/evidence.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { factKey, openFact } from "../ledger/fact-seal.ts";
import type { DeliveryRow, FactRow, Micros } from "../ledger/leaf.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import type { Database } from "./database.ts";
import {
  type DeliveryColumns,
  delivery,
  deliveryColumns,
  fact,
  factColumns,
  membersOf,
  micros,
} from "./log-rows.ts";
import { type PackedRow, packed, readPacked } from "./packed-rows.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";

type DeliveryBatchEvidence = NonNullable<DeliveryEvidence["batch"]>;

interface BatchColumns {
  batch: number | null;
  leaf: number | null;
  deliveries: number;
  root: Buffer;
  recorded_at: Micros;
}

export function evidenceTable(database: Database, masters: MasterKeys): EvidenceTable {
  return {
    async facts(subject) {
      const { rows } = await sql<KeyColumns & { facts: string | null }>`
        select p.subject_id, v.key_id, v.wrapped_key, (
          select ${packed(sql`${factColumns}, l.index`, sql`f.position`)}
          from facts f left join log_leaves l on l.position = f.position where f.subject_id = p.subject_id
        ) as facts
        from (values (${subject}::uuid)) p (subject_id) left join vault v using (subject_id)`.execute(
        database,
      );
      const [row] = rows;
      const person = row ? keyIn(row, masters) : null;
      return [...readPacked(row?.facts ?? null, factWithLeaf)].flatMap(({ fact, leaf }) => {
        if (fact === null) return [];
        const personal = fact.sealed && openFact(person, fact.id, fact.sealed);
        const key = person && personal ? factKey(person, fact.id) : null;
        return [{ fact, body: JSON.parse(fact.body), shown: JSON.parse(fact.shown), leaf, key, personal }];
      });
    },

    async deliveries(subject, purpose) {
      const from = sql`deliveries d join campaigns c using (campaign_id)
        left join lateral (${batchesOf(sql`b.recorded_at >= d.handed_over_at - interval '1 second'`)}) b on true`;
      const rows = await messages(from, subject, purpose);
      // Whose clock ran ahead of the database's was handed over after its batch, as far as the rows say.
      const lost = rows.some(({ state, batch }) => batch === null && state !== "uncertain");
      const found = lost
        ? await messages(
            sql`deliveries d join campaigns c using (campaign_id) left join lateral (${batchesOf(sql`true`)}) b on true`,
            subject,
            purpose,
          )
        : rows;
      const batches = found.flatMap(({ batch }) => batch ?? []);
      const members = await membersOf(database, sql`b.position = any(${batches}::bigint[])`);
      return found.map((row) => ({ delivery: delivery(row), batch: batchIn(row, members) }));
    },

    async mails(subject, facts, purpose) {
      const { rows } = await sql<{
        kind: string;
        state: string;
        message_id: string | null;
        handed_over_at: Instant | null;
        basis: string | null;
        evidence: string[];
      }>`
        select kind, state, nullif(message_id, '') as message_id, handed_over_at, basis, evidence from outbox
        where subject_id = ${subject} and (
          state = 'sent' and request -> 'facts' ?| ${[...facts]}::text[]
          or state in ('sent', 'passed') and kind = 'passage' and request #>> '{passage,purpose}' = ${purpose})
        order by handed_over_at, outbox_id`.execute(database);
      return rows.map(({ message_id: messageId, handed_over_at: at, ...row }) => ({
        ...row,
        messageId,
        at: at && formatInstant(at),
      }));
    },
  };

  function batchesOf(when: ReturnType<typeof sql>) {
    return sql`
      select b.position, cardinality(b.subjects) as deliveries, b.root, b.recorded_at from delivery_batches b
      where d.state in ('sent', 'failed') and b.campaign_id = d.campaign_id and ${when} and d.subject_id = any(b.subjects)
      order by b.recorded_at limit 1`;
  }

  async function messages(from: ReturnType<typeof sql>, subject: SubjectId, purpose: string) {
    const { rows } = await sql<DeliveryColumns & BatchColumns>`
      select ${deliveryColumns}, b.position as batch, b.deliveries, b.root, ${micros("b.recorded_at")} as recorded_at,
        l.index as leaf
      from ${from} left join log_leaves l on l.position = b.position
      where d.subject_id = ${subject} and c.purpose = ${purpose} and d.state in ('sent', 'failed', 'uncertain')
      order by d.handed_over_at, d.asked_at, d.campaign_id`.execute(database);
    return rows;
  }
}

function factWithLeaf(row: PackedRow): { fact: FactRow | null; leaf: number | null } {
  return { fact: fact(row), leaf: row.integer() };
}

function batchIn(
  {
    batch: position,
    leaf,
    campaign_id: campaign,
    deliveries,
    root,
    recorded_at: recordedAt,
  }: DeliveryColumns & BatchColumns,
  members: ReadonlyMap<number, readonly DeliveryRow[]>,
): DeliveryBatchEvidence | null {
  if (position === null || leaf === null) return null;
  return {
    leaf,
    row: { position, campaign, deliveries, root, recordedAt },
    members: members.get(position) ?? [],
  };
}
