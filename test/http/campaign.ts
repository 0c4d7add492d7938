// A campaign, really sent to everybody who may have it at that moment.
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import type { World } from "../../src/app/ports.ts";
import type { TemplateSource } from "../../src/mail/template.ts";

const short: TemplateSource = { format: "markdown", subject: "Spring", body: "New shoes." };

/** @returns its id, once it is finished. */
export async function sendCampaign(world: World, template = short): Promise<string> {
  const campaign = await startCampaign(world, { purpose: "newsletter", template });
  await runCampaign(world, campaign.id);
  return campaign.id;
}
