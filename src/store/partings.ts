// Partings: for a mail to somebody of whom nothing is kept, the address and what it must say, under a key of that mail's own.
import { sql } from "kysely";
import type { OutboxRequest, Parting } from "../app/messages/outbox.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { newPersonKey, open, seal, wrapKey } from "../ledger/vault.ts";
import { type Database, records } from "./database.ts";
import { bytes, type KeyColumns, keyIn } from "./vault-table.ts";

/** What a row of the outbox brings from `left join partings`. */
export interface PartingColumns extends KeyColumns {
  sealed: Buffer | null;
}

const use = "parting";

/** Called in the transaction of the mails. */
export async function keepPartings(
  database: Database,
  masters: MasterKeys,
  mails: readonly OutboxRequest[],
): Promise<void> {
  const kept = mails.filter(({ parting }) => parting !== undefined);
  if (kept.length === 0) return;
  const { rows: inUse } = await sql<{ id: string }>`select master_key_in_use() as id`.execute(database);
  const master = masters.find(inUse[0]?.id ?? "");
  const rows = kept.map(({ subject, id, parting }) => {
    const key = newPersonKey(subject);
    const { keyId, wrapped } = wrapKey(key, master);
    const sealed = seal(key, use, JSON.stringify(parting));
    return { subject, id, keyId, wrapped: bytes(wrapped), sealed: bytes(sealed) };
  });
  await sql`
    insert into partings (subject_id, outbox_id, key_id, wrapped_key, sealed)
    select subject, id, "keyId", wrapped, sealed
    from jsonb_to_recordset(${records(rows)}) as x (subject uuid, id uuid, "keyId" text, wrapped bytea, sealed bytea)
    on conflict do nothing`.execute(database);
}

export function partingIn(row: PartingColumns, masters: MasterKeys): Parting | null {
  const text = row.sealed && open(keyIn(row, masters), use, row.sealed);
  return text ? (JSON.parse(text) as Parting) : null;
}
