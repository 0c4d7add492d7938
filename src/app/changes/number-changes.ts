// Puts the changes of permissions that have been committed into the feed.
import type { World } from "../ports.ts";

const atOnce = 5000;

/**
 * Gives the next numbers to one batch of changes. Any number of processes may ask; one of them does it.
 *
 * Only under the lock are numbers given, and only to what is committed: a number becomes readable after all below it.
 *
 * @returns whether there may be more.
 */
export function numberChanges(world: World): Promise<boolean> {
  return world.store.transaction(
    async ({ changes }) => (await changes.lock()) && (await changes.number(atOnce)) >= atOnce,
  );
}
