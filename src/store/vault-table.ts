// The keys of people: how a row gives its person's key, and how the keys go over to another master key.
import { sql } from "kysely";
import type { VaultTable } from "../app/ports.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { type PersonKey, unwrapKey, wrapKey } from "../ledger/vault.ts";
import { type Database, records } from "./database.ts";

/** What a row brings from `left join vault`. Erased with the key, so nothing outlives it in any cache. */
export interface KeyColumns {
  subject_id: string;
  key_id: string | null;
  wrapped_key: Buffer | null;
}

/** The key of the row's person, or null where it has been destroyed. */
export function keyIn(
  { subject_id, key_id, wrapped_key }: KeyColumns,
  masters: MasterKeys,
): PersonKey | null {
  if (key_id === null || wrapped_key === null) return null;
  return unwrapKey(subject_id as SubjectId, { keyId: key_id, wrapped: wrapped_key }, masters);
}

/** Bytes in a row of `records`, as PostgreSQL reads them there. */
export function bytes(buffer: Buffer | null): string | null {
  return buffer === null ? null : `\\x${buffer.toString("hex")}`;
}

/** Must be the number in the function `master_key_in_use`. */
const lock = 5_423_847_292;

export function vaultTable(database: Database, masters: MasterKeys): VaultTable {
  return {
    async wrapUnder(keyId) {
      await sql`select pg_advisory_xact_lock(${lock})`.execute(database);
      await sql`update settings set value = to_jsonb(${keyId}::text) where key = 'master-key'`.execute(
        database,
      );
      await rewrapPartings(database, masters, keyId);
      await rewrapSpool(database, masters, keyId);
    },

    async rewrap(after, limit) {
      const from = after === null ? sql`` : sql`where subject_id > ${after}`;
      const { rows } = await sql<KeyColumns & { in_use: string }>`
        select v.*, (select value #>> '{}' from settings where key = 'master-key') as in_use
        from vault v ${from} order by subject_id limit ${limit}`.execute(database);
      const others = rows.filter(({ key_id, in_use }) => key_id !== in_use);
      const rewrapped = others.flatMap((row) => {
        const key = keyIn(row, masters);
        if (key === null) return [];
        const { keyId, wrapped } = wrapKey(key, masters.find(row.in_use));
        return [{ subject: key.subject, keyId, wrapped: bytes(wrapped), before: bytes(row.wrapped_key) }];
      });
      // A key that was destroyed or replaced since is left as it is.
      await sql`
        update vault v set key_id = x."keyId", wrapped_key = x.wrapped
        from jsonb_to_recordset(${records(rewrapped)}) as x (subject uuid, "keyId" text, wrapped bytea, before bytea)
        where v.subject_id = x.subject and v.wrapped_key = x.before`.execute(database);
      return rows.length === 0
        ? null
        : { last: rows.at(-1)?.subject_id as SubjectId, seen: rows.length, rewrapped: rewrapped.length };
    },

    async count() {
      const { rows } = await sql<{ keys: number }>`select count(*) as keys from vault`.execute(database);
      return rows[0]?.keys ?? 0;
    },
  };
}

/** Those of mails to people of whom nothing is kept; there are never many. */
async function rewrapPartings(database: Database, masters: MasterKeys, inUse: string): Promise<void> {
  const { rows } = await sql<KeyColumns & { outbox_id: string }>`
    select subject_id, outbox_id, key_id, wrapped_key from partings where key_id <> ${inUse} for update`.execute(
    database,
  );
  const rewrapped = rows.flatMap((row) => {
    const key = keyIn(row, masters);
    if (key === null) return [];
    const { keyId, wrapped } = wrapKey(key, masters.find(inUse));
    return [{ subject: row.subject_id as SubjectId, id: row.outbox_id, keyId, wrapped: bytes(wrapped) }];
  });
  await sql`
    update partings p set key_id = x."keyId", wrapped_key = x.wrapped
    from jsonb_to_recordset(${records(rewrapped)}) as x (subject uuid, id uuid, "keyId" text, wrapped bytea)
    where (p.subject_id, p.outbox_id) = (x.subject, x.id)`.execute(database);
}

/** Those of mails that the gate took and that have not gone yet. */
async function rewrapSpool(database: Database, masters: MasterKeys, inUse: string): Promise<void> {
  const { rows } = await sql<KeyColumns>`
    select spool_id as subject_id, key_id, wrapped_key from spool where key_id <> ${inUse} for update`.execute(
    database,
  );
  const rewrapped = rows.flatMap((row) => {
    const key = keyIn(row, masters);
    if (key === null) return [];
    const { keyId, wrapped } = wrapKey(key, masters.find(inUse));
    return [{ id: row.subject_id, keyId, wrapped: bytes(wrapped) }];
  });
  await sql`
    update spool s set key_id = x."keyId", wrapped_key = x.wrapped
    from jsonb_to_recordset(${records(rewrapped)}) as x (id uuid, "keyId" text, wrapped bytea)
    where s.spool_id = x.id`.execute(database);
}
