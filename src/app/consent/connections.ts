// Where an act came from: kept beside it for as long as the country's row of law allows, and then let go of.
import type { Instant } from "../../core/instant.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import type { World } from "../ports.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Setup } from "../setup/setup.ts";
import type { HeldConnection } from "./held-connection.ts";

/**
 * What is kept of a connection, and until when; null: nothing is, by the law of the country or by the controller's choice.
 *
 * @param country - of the recipient; unknown: the strict default counts.
 *
 * Source: GDPR 5(1)(c), 5(1)(e).
 */
export function holdConnection(
  setup: Pick<Setup, "tightenings">,
  from: Connection,
  country: string | undefined,
  actedAt: Instant,
  now: Instant,
): HeldConnection | null {
  const { connectionMs } = lawFor(setup, country);
  // The term is counted from the act: of one that is told years later, nothing may be left to keep.
  const forgetAt = (Math.min(actedAt, now) + connectionMs) as Instant;
  return forgetAt <= now ? null : { from, forgetAt };
}

const atOnce = 1000;

/** Lets go of what is due. Many processes may do it at the same time. */
export async function forgetConnections(world: World): Promise<number> {
  let [gone, last] = [0, atOnce];
  while (last === atOnce) {
    last = await world.store.people.forgetConnections(world.clock.now(), atOnce);
    gone += last;
  }
  return gone;
}
