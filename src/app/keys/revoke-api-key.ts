// Takes a key out of use, at once and for good.
import type { World } from "../ports.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @returns whether there was such a key in use. */
export async function revokeApiKey(world: World, id: string): Promise<boolean> {
  return uuid.test(id) && (await world.store.apiKeys.revoke(id, world.clock.now()));
}
