// Recognises a key that another system shows, and notes that it was used.
import { hashApiKey } from "../../ledger/api-key.ts";
import type { World } from "../ports.ts";
import type { ApiKey } from "./api-keys-table.ts";

/** Last use is noted at most this often, so that a busy key costs no write a request. */
const touchEveryMs = 60_000;

/** The key, or null where it is unknown, revoked or no key at all. */
export async function checkApiKey(world: World, secret: string): Promise<ApiKey | null> {
  const hash = hashApiKey(secret);
  const key = hash && (await world.store.apiKeys.findByHash(hash));
  if (!key || key.revokedAt !== null) return null;
  const now = world.clock.now();
  if (key.lastUsedAt === null || now - key.lastUsedAt >= touchEveryMs)
    await world.store.apiKeys.touch(key.id, now);
  return key;
}
