// What a server does by itself: delivers the outbox, decides again what came due, lets go of what is kept no longer, puts facts into the log, and runs campaigns.
import { setTimeout as sleep } from "node:timers/promises";
import { runCampaign } from "./campaigns/run-campaign.ts";
import { forgetConnections } from "./consent/connections.ts";
import { sequence } from "./ledger/sequence.ts";
import { deliverOutbox } from "./messages/deliver-outbox.ts";
import type { World } from "./ports.ts";
import { sweepDue, sweepOutdated } from "./subjects/sweep.ts";

/**
 * Does its duties until the signal comes; what is in flight then is concluded first.
 *
 * @param onFault - hears of a duty that failed; it is tried again after a pause.
 * @param onForgotten - hears how many connections were let go of.
 */
export async function doDuties(
  world: World,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
  onForgotten: (connections: number) => void = () => {},
): Promise<void> {
  const running = new Map<string, Promise<unknown>>();
  async function every(pauseMs: number, duty: () => Promise<unknown>): Promise<void> {
    while (!signal.aborted) {
      const busy = await duty().catch((error: unknown) => {
        if (!signal.aborted) onFault(error);
        return 0;
      });
      if (!busy) await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
  await Promise.all([
    every(250, () => deliverOutbox(world)),
    every(1000, () => sweepDue(world)),
    every(60_000, () => sweepOutdated(world)),
    every(1000, async () => (await sequence(world)).more),
    every(60_000, async () => {
      const connections = await forgetConnections(world);
      if (connections > 0) onForgotten(connections);
    }),
    every(500, () => runCampaigns(world, signal, running, onFault)),
  ]);
  await Promise.all(running.values());
}

/** A campaign of another relay is another process's; one that fails is tried again, and holds up no other. */
async function runCampaigns(
  world: World,
  signal: AbortSignal,
  running: Map<string, Promise<unknown>>,
  onFault: (error: unknown) => void,
): Promise<void> {
  for (const { id, state, post } of await world.store.campaigns.list()) {
    if (state !== "running" || post !== world.post.name || running.has(id)) continue;
    const run = runCampaign(world, id, { signal })
      .catch(async (error: unknown) => {
        onFault(error);
        await sleep(5000, undefined, { signal }).catch(() => {});
      })
      .finally(() => running.delete(id));
    running.set(id, run);
  }
}
