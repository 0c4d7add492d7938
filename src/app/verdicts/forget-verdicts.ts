// Deletes what was answered to other systems when nobody needs it any more.
import { days, type Instant } from "../../core/instant.ts";
import type { World } from "../ports.ts";

/** Long enough to answer who asks why a mail did or did not go. */
export const verdictsKeptDays = 90;
const atOnce = 20_000;

/** Answers how many are gone. */
export async function forgetVerdicts(world: World): Promise<number> {
  const before = (world.clock.now() - days(verdictsKeptDays)) as Instant;
  let gone = 0;
  for (;;) {
    const some = await world.store.verdicts.forgetBefore(before, atOnce);
    gone += some;
    if (some < atOnce) return gone;
  }
}
