// Keys of the API as they are kept: never the key itself.
import type { Instant } from "../../core/instant.ts";

export interface ApiKeysTable {
  add(key: {
    id: string;
    name: string;
    scopes: readonly string[];
    hash: Buffer;
    createdAt: Instant;
  }): Promise<void>;
  findByHash(hash: Buffer): Promise<ApiKey | null>;
  list(): Promise<readonly ApiKey[]>;
  revoke(id: string, at: Instant): Promise<boolean>;
  touch(id: string, at: Instant): Promise<void>;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}
