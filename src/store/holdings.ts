// Every row that the tables hold about one person, as JSON, with what is sealed opened; a table that is forgotten here fails a test.
import { type RawBuilder, sql } from "kysely";
import type { HeldRow, Holdings } from "../app/rights/holdings.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { openConnection, openFact } from "../ledger/fact-seal.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { open, type PersonKey } from "../ledger/vault.ts";
import type { Database } from "./database.ts";
import { type PartingColumns, partingIn } from "./partings.ts";
import { holdIn } from "./retention-table.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";

type Row = Record<string, unknown>;

interface Reading {
  /** Columns that are sealed, or that only the machinery reads; they come beside the JSON, for `opened`. */
  readonly sealed?: readonly string[];
  readonly orderBy: string;
  /** What of another table belongs to the row. */
  readonly beside?: RawBuilder<unknown>;
  /** What the sealed columns say. */
  readonly opened?: (row: Row, key: PersonKey | null, masters: MasterKeys) => Row;
}

const campaign = sql`(select jsonb_build_object('purpose', c.purpose, 'sender', c.sender, 'messageSubject',
  c.template ->> 'subject', 'through', c.post) from campaigns c where c.campaign_id = t.campaign_id)`;

const readings: Readonly<Record<keyof Holdings, Reading>> = {
  subjects: {
    sealed: ["address", "recipient_sealed"],
    orderBy: "subject_id",
    opened: ({ address, recipient_sealed }, key) => ({
      address: address instanceof Buffer ? open(key, "address", address) : null,
      recipientSealed: json(recipient_sealed instanceof Buffer && open(key, "recipient", recipient_sealed)),
    }),
  },
  facts: {
    sealed: ["sealed", "connection_hash"],
    orderBy: "position",
    opened: ({ fact_id, sealed, connection_hash }, key) => {
      const told = sealed instanceof Buffer ? openFact(key, String(fact_id), sealed) : null;
      return {
        sealed: told,
        // Something was told that nobody can read any more.
        erased: sealed !== null && told === null,
        connectionHash: connection_hash instanceof Buffer ? connection_hash.toString("hex") : null,
      };
    },
  },
  connections: {
    sealed: ["sealed"],
    orderBy: "fact_id",
    opened: ({ fact_id, sealed }, key) => ({
      sealed: sealed instanceof Buffer ? openConnection(key, String(fact_id), sealed) : null,
    }),
  },
  standings: { orderBy: "subject_id" },
  permissions: { orderBy: "purpose" },
  changes: { orderBy: "purpose" },
  deliveries: { orderBy: "asked_at", beside: campaign },
  returns: { orderBy: "returned_at", beside: campaign },
  measures: { orderBy: "first_at", beside: campaign },
  last_opened: { orderBy: "opened_on" },
  turns: { orderBy: "purpose" },
  verdicts: { orderBy: "at" },
  outbox: { orderBy: "created_at" },
  partings: {
    sealed: ["wrapped_key", "sealed"],
    orderBy: "outbox_id",
    opened: (row, _key, masters) => ({ sealed: partingIn(row as unknown as PartingColumns, masters) }),
  },
  redeemed_tokens: { orderBy: "redeemed_at" },
  legal_holds: {
    sealed: ["sealed"],
    orderBy: "set_at",
    opened: ({ sealed }, key) => ({ sealed: sealed instanceof Buffer ? holdIn(key, sealed) : null }),
  },
  mailbox: {
    sealed: ["sealed"],
    orderBy: "message_no",
    opened: ({ sealed }, key) => ({ sealed: json(sealed instanceof Buffer && open(key, "mail", sealed)) }),
  },
  vault: { sealed: ["wrapped_key"], orderBy: "subject_id" },
};

const heldTables = Object.keys(readings) as (keyof Holdings)[];

export async function holdingsOf(
  database: Database,
  masters: MasterKeys,
  subject: SubjectId,
): Promise<Holdings | null> {
  const found = await database
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (transaction) => {
      const { rows } = await sql<KeyColumns>`select * from vault where subject_id = ${subject}`.execute(
        transaction,
      );
      const key = rows[0] ? keyIn(rows[0], masters) : null;
      const tables: [string, HeldRow[]][] = [];
      for (const table of heldTables)
        tables.push([table, await rowsOf(transaction, table, subject, key, masters)]);
      return Object.fromEntries(tables) as unknown as Holdings;
    });
  return heldTables.every((table) => found[table].length === 0) ? null : found;
}

async function rowsOf(
  database: Database,
  table: keyof Holdings,
  subject: SubjectId,
  key: PersonKey | null,
  masters: MasterKeys,
): Promise<HeldRow[]> {
  const { sealed = [], orderBy, beside, opened } = readings[table];
  const { rows } = await sql<Row & { row: Row; beside: Row | null }>`
    select t.*, to_jsonb(t) - ${[...sealed]}::text[] as row, ${beside ?? sql`null::jsonb`} as beside
    from ${sql.table(table)} t where t.subject_id = ${subject} order by t.${sql.ref(orderBy)}`.execute(
    database,
  );
  return rows.map((columns) => ({
    ...named(columns.row),
    ...columns.beside,
    ...opened?.(columns, key, masters),
  }));
}

/** `recorded_at` as `recordedAt`. */
function named(row: Row): Row {
  const entries = Object.entries(row).map(([column, value]) => [
    column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(entries) as Row;
}

function json(text: string | null | false): unknown {
  return text ? JSON.parse(text) : null;
}
