// Lets go of what is personal about mails of other software that went through the gate, when nobody needs it any more.
import { days, type Instant } from "../../core/instant.ts";
import type { World } from "../ports.ts";
import { verdictsKeptDays } from "../verdicts/forget-verdicts.ts";

const atOnce = 20_000;

/**
 * As long as the verdicts on them are kept, so that whoever asks why a mail came is answered. What a receipt proves stays: who,
 * when, for which purpose, on what.
 *
 * @returns how many were reduced or are gone.
 */
export async function reducePassages(world: World): Promise<number> {
  const before = (world.clock.now() - days(verdictsKeptDays)) as Instant;
  let reduced = 0;
  for (;;) {
    const some = await world.store.outbox.reduceBefore(before, atOnce);
    reduced += some;
    if (some < atOnce) return reduced;
  }
}
