// Tries again whom a mail server put off, as they come due: each is asked for afresh, like anybody else.
import type { Instant } from "../../core/instant.ts";
import type { World } from "../ports.ts";
import { announceSendings } from "./announce-sendings.ts";
import { type Crew, termsOf } from "./crew.ts";
import { openGate } from "./gate.ts";
import { handOver, writeAhead } from "./hand-over.ts";

/** A crash leaves at most so many uncertain. */
const batchSize = 30;
/** Of whom nobody could say whether they may be written to. Milliseconds. */
const askAgainMs = 60_000;

/** Tries those that are due now; returns when none is left or the run is stopping. */
export async function retryDeferred(world: World, crew: Crew): Promise<void> {
  const { campaigns } = world.store;
  const { campaign, leaseMs } = crew;
  const until = () => (world.clock.now() + leaseMs) as Instant;
  while (!crew.stopping()) {
    const terms = await termsOf(world, campaign);
    // Retired: whoever works on a slice pauses it, and what waits goes on waiting.
    if (!terms) {
      await campaigns.setState(campaign.id, ["running"], "paused", world.clock.now());
      crew.stop();
      return;
    }
    const lease = world.ids.next();
    const claimed = { at: world.clock.now(), terms, notices: crew.notices.count };
    const claims = await campaigns.claimDue(campaign, lease, claimed.at, until(), batchSize);
    if (claims.length === 0) return;
    const renewal = setInterval(() => {
      campaigns.renewDue(campaign.id, lease, until()).catch(() => {});
    }, leaseMs / 4);
    try {
      // Asking puts on record that they are begun with.
      const asked = Promise.resolve(true);
      const gate = openGate(world, crew, { lease }, claims, claimed);
      const batch = { terms, claims, gate, letters: writeAhead(world, crew, { terms, claims }) };
      const { outcomes, returned, failure } = await handOver(world, crew, batch, asked);
      await campaigns.concludeDue(campaign.id, lease, outcomes);
      const dueAt = (world.clock.now() + (crew.stopping() ? 0 : askAgainMs)) as Instant;
      if (returned.length > 0) await campaigns.giveBackDue(campaign.id, lease, returned, dueAt);
      await announceSendings(world, crew, claims, outcomes);
      if (failure !== undefined) throw failure;
      // Nothing can be handed over now, or nobody can say whether it may.
      if (returned.length > 0) return;
    } finally {
      clearInterval(renewal);
    }
  }
}
