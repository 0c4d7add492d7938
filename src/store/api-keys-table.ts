// API keys: scopes, the hash of the key, and when it was last used. The key itself is nowhere.
import type { Selectable } from "kysely";
import type { ApiKey, ApiKeysTable } from "../app/keys/api-keys-table.ts";
import type { Instant } from "../core/instant.ts";
import { type Database, timestamp } from "./database.ts";
import type { Schema } from "./schema.ts";

export function apiKeysTable(database: Database): ApiKeysTable {
  return {
    async add({ id, name, scopes, hash, createdAt }) {
      await database
        .insertInto("api_keys")
        .values({ key_id: id, name, scopes: [...scopes], hash, created_at: timestamp(createdAt) })
        .execute();
    },
    async findByHash(hash) {
      const row = await database
        .selectFrom("api_keys")
        .selectAll()
        .where("hash", "=", hash)
        .executeTakeFirst();
      return row ? apiKey(row) : null;
    },
    async list() {
      return (await database.selectFrom("api_keys").selectAll().orderBy("created_at").execute()).map(apiKey);
    },
    async revoke(id, at) {
      const { numUpdatedRows } = await database
        .updateTable("api_keys")
        .set({ revoked_at: timestamp(at) })
        .where("key_id", "=", id)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async touch(id, at) {
      await database
        .updateTable("api_keys")
        .set({ last_used_at: timestamp(at) })
        .where("key_id", "=", id)
        .execute();
    },
  };
}

function apiKey(row: Selectable<Schema["api_keys"]>): ApiKey {
  return {
    id: row.key_id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at as Instant,
    lastUsedAt: row.last_used_at as Instant | null,
    revokedAt: row.revoked_at as Instant | null,
  };
}
