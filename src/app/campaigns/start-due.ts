// Begins the campaigns whose time has come; one whose time has passed too long ago asks first.
import type { World } from "../ports.ts";
import { sweepOutdated } from "../subjects/sweep.ts";
import type { OpenCampaign } from "./campaign.ts";

/** Whoever looks does so twice a second: no campaign begins at its very instant. Milliseconds. */
const leastLateMs = 60_000;

/**
 * A server that was down at the time of a campaign does not send in the night what was meant for the morning: beyond
 * `lateAfterMinutes` the campaign becomes `late`, until the operator resumes or cancels it.
 */
export async function startDue(world: World, campaigns: readonly OpenCampaign[]): Promise<void> {
  const now = world.clock.now();
  for (const { id, state, startAt, lateAfterMinutes } of campaigns) {
    if (state !== "scheduled" || startAt === null || startAt > now) continue;
    const late = now - startAt > Math.max(lateAfterMinutes * 60_000, leastLateMs);
    // Nobody is passed over for want of a verdict under today's rules.
    if (!late) await sweepOutdated(world);
    await world.store.campaigns.setState(id, ["scheduled"], late ? "late" : "running", now);
  }
}
