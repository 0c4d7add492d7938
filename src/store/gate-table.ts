// The gate: who may hand mail to it, and the mails that it took, each sealed under a key of its own until it has gone.
import { type Selectable, sql } from "kysely";
import type { Credential } from "../app/gate/credential.ts";
import type { GateTable, SpooledMail } from "../app/gate/gate-table.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKey, MasterKeys } from "../ledger/master-keys.ts";
import { newPersonKey, openBytes, seal, wrapKey } from "../ledger/vault.ts";
import { type Database, prepared, records, timestamp } from "./database.ts";
import { insertOfMails } from "./outbox-rows.ts";
import type { Schema } from "./schema.ts";
import { heardLately } from "./turns.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";
import { insertOfVerdicts } from "./verdicts-table.ts";

const use = "spool";

export function gateTable(database: Database, masters: MasterKeys): GateTable {
  /** As the last statement told it, so that the next need not ask before. */
  let inUse: string | undefined;

  return {
    async addCredential({ hash, ...credential }) {
      await database
        .insertInto("gate_credentials")
        .values({
          credential_id: credential.id,
          name: credential.name,
          hash,
          purpose: credential.purpose,
          purposes: [...credential.purposes],
          contract: credential.contract,
          followers: credential.followers,
          observe_until: credential.observeUntil === null ? null : timestamp(credential.observeUntil),
          per_minute: credential.perMinute,
          created_at: timestamp(credential.createdAt),
          last_used_at: null,
          revoked_at: null,
        })
        .execute();
    },

    async credential(name) {
      const row = await database
        .selectFrom("gate_credentials")
        .selectAll()
        .where("name", "=", name)
        .executeTakeFirst();
      return row ? { ...credentialIn(row), hash: row.hash } : null;
    },

    async credentials() {
      const rows = await database
        .selectFrom("gate_credentials")
        .selectAll()
        .orderBy("created_at")
        .orderBy("name")
        .execute();
      return rows.map(credentialIn);
    },

    async revokeCredential(id, at) {
      const { numUpdatedRows } = await database
        .updateTable("gate_credentials")
        .set({ revoked_at: timestamp(at) })
        .where("credential_id", "=", id)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async touchCredential(id, at) {
      await database
        .updateTable("gate_credentials")
        .set({ last_used_at: timestamp(at) })
        .where("credential_id", "=", id)
        .execute();
    },

    async observeUntil(id, until) {
      const { numUpdatedRows } = await database
        .updateTable("gate_credentials")
        .set({ observe_until: until === null ? null : timestamp(until) })
        .where("credential_id", "=", id)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async take({ spool, mails, verdicts }) {
      for (let told = false; !told; ) {
        inUse ??= await masterKeyInUse(database);
        const { rows, octets } = sealedMails(spool, masters.find(inUse));
        const stillInUse = sql<boolean>`(select id from master) = ${inUse}`;
        const { rows: found } = await sql<{ id: string }>`${prepared}
          with master as materialized (select master_key_in_use() as id),
          spooled as (
            insert into spool (spool_id, key_id, wrapped_key, sealed, created_at)
            select id, "keyId", substr(octets, "from", wrapped), substr(octets, "from" + wrapped, sealed), at
            from (select ${octets}::bytea as octets) as one, jsonb_to_recordset(${records(rows)})
              as x (id uuid, "keyId" text, "from" integer, wrapped integer, sealed integer, at timestamptz)
            where ${stillInUse} on conflict do nothing
          ),
          waiting as (${insertOfMails(mails, stillInUse)}),
          answered as (${insertOfVerdicts(verdicts, stillInUse)})
          select id from master`.execute(database);
        told = found[0]?.id === inUse;
        inUse = found[0]?.id;
      }
    },

    async spooled(id) {
      const { rows } = await sql<KeyColumns & { sealed: Buffer; created_at: number }>`
        select spool_id as subject_id, key_id, wrapped_key, sealed, created_at from spool
        where spool_id = ${id}`.execute(database);
      const [row] = rows;
      const text = row && openBytes(keyIn(row, masters), use, row.sealed);
      return text ? unpacked(id, row.created_at as Instant, text) : null;
    },

    async heardLately(wishing, purpose, at) {
      if (wishing.length === 0) return new Set();
      const rows = wishing.map(({ subject, atMost }) => ({ subject_id: subject, at_most: atMost }));
      const wishes = sql`
        select * from jsonb_to_recordset(${records(rows)}) as x (subject_id uuid, at_most text)`;
      const { rows: held } = await sql<{ subject_id: string }>`${heardLately(wishes, {
        purpose,
        at: sql`${timestamp(at)}::timestamptz`,
      })}`.execute(database);
      return new Set(held.map(({ subject_id }) => subject_id as SubjectId));
    },

    forgetSpooled: (ids) => forgetSpooled(database, ids),
  };
}

/** What is sealed lies in one value behind the other, since PostgreSQL takes many as digits only. */
function sealedMails(spool: readonly SpooledMail[], master: MasterKey) {
  const octets: Buffer[] = [];
  /** Counted from 1. */
  let from = 1;
  const rows = spool.map((mail) => {
    const key = newPersonKey(mail.id as SubjectId);
    const { keyId, wrapped } = wrapKey(key, master);
    const sealed = seal(key, use, packed(mail));
    octets.push(wrapped, sealed);
    const row = { id: mail.id, at: timestamp(mail.createdAt), keyId, from };
    from += wrapped.length + sealed.length;
    return { ...row, wrapped: wrapped.length, sealed: sealed.length };
  });
  return { rows, octets: Buffer.concat(octets) };
}

async function masterKeyInUse(database: Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`select master_key_in_use() as id`.execute(database);
  return rows[0]?.id ?? "";
}

/** Lets go of these mails, of all where `ids` is null, as far as nobody waits for one any more. */
export async function forgetSpooled(database: Database, ids: readonly string[] | null): Promise<void> {
  if (ids?.length === 0) return;
  const which = ids === null ? sql`true` : sql`spool_id = any(${[...ids]}::uuid[])`;
  await sql`
    delete from spool s where ${which} and not exists (
      select from outbox o where o.spool_id = s.spool_id and o.state in ('waiting', 'handing-over')
    )`.execute(database);
}

/** What is told of a mail as JSON, its length before it, and the mail behind it as it is. */
function packed({ raw, id: _, createdAt: __, ...told }: SpooledMail): Buffer {
  const text = Buffer.from(JSON.stringify(told));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text, raw]);
}

function unpacked(id: string, createdAt: Instant, bytes: Buffer): SpooledMail {
  const end = 4 + bytes.readUInt32BE();
  const told = JSON.parse(bytes.toString("utf8", 4, end)) as Omit<SpooledMail, "id" | "raw" | "createdAt">;
  return { id, ...told, raw: bytes.subarray(end), createdAt };
}

function credentialIn(row: Selectable<Schema["gate_credentials"]>): Credential {
  return {
    id: row.credential_id,
    name: row.name,
    purpose: row.purpose,
    purposes: row.purposes,
    contract: row.contract as Credential["contract"],
    followers: row.followers as Credential["followers"],
    observeUntil: row.observe_until as Instant | null,
    perMinute: row.per_minute,
    createdAt: row.created_at as Instant,
    lastUsedAt: row.last_used_at as Instant | null,
    revokedAt: row.revoked_at as Instant | null,
  };
}
