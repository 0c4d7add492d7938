// A campaign, really sent to everybody who may have it at that moment.
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import type { World } from "../../src/app/ports.ts";

/** @returns its id, once it is finished. */
export async function sendCampaign(world: World): Promise<string> {
  const template = { format: "markdown", subject: "Spring", body: "New shoes." } as const;
  const campaign = await startCampaign(world, { purpose: "newsletter", template });
  await runCampaign(world, campaign.id);
  return campaign.id;
}
