// Pauses, resumes and cancels a campaign; each binds before the next person is claimed.
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import type { Campaign } from "./campaign.ts";

export const pauseCampaign = (world: World, id: string) =>
  change(world, id, ["running", "paused", "scheduled"], "paused");
export const cancelCampaign = (world: World, id: string) =>
  change(world, id, ["running", "paused", "scheduled", "late"], "cancelled");

/** One whose time is still to come waits for it again. */
export async function resumeCampaign(world: World, id: string): Promise<Campaign> {
  const { startAt } = await findCampaign(world, id);
  return startAt !== null && startAt > world.clock.now()
    ? change(world, id, ["paused", "scheduled"], "scheduled")
    : change(world, id, ["paused", "running", "late"], "running");
}

/** @throws CodedError `campaign-unknown`. */
export async function findCampaign(world: World, id: string): Promise<Campaign> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const campaign = isUuid ? await world.store.campaigns.find(id) : null;
  if (!campaign) throw new CodedError("campaign-unknown");
  return campaign;
}

async function change(
  world: World,
  id: string,
  from: readonly Campaign["state"][],
  to: Campaign["state"],
): Promise<Campaign> {
  const campaign = await findCampaign(world, id);
  if (!(await world.store.campaigns.setState(id, from, to, world.clock.now())))
    throw new CodedError("campaign-ended", `it is ${campaign.state}`);
  return findCampaign(world, id);
}
