// Deletes what was followed of people who took their yes back, and what nobody needs any more.
import { days, type Instant } from "../../core/instant.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import type { World } from "../ports.ts";

/** Thirteen months: a year can be compared with the one before. */
const keptDays = 395;

export function forgetMeasures(world: World): Promise<number> {
  return world.store.measures.forgetUnpermitted(
    TRACKING_KEY,
    (world.clock.now() - days(keptDays)) as Instant,
  );
}
