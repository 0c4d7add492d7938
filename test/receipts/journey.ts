// One person through the real form, the confirmation mail and a campaign: what receipts are asked for.

import { sequence } from "../../src/app/ledger/sequence.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { sendCampaign } from "../http/campaign.ts";
import { confirmationPath, visitor } from "../http/visitor.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

export const email = "Ana.Typed@Example.com";

/** The person signs up in Spain, confirms, and is sent a campaign, among thirty others. */
export async function journeyed(): Promise<TestWorld> {
  const world = await makeWorld();
  await tellMany(world, 30);
  await sequence(world);
  const ana = visitor(world);
  await ana.send("sign-up", { email, country: "ES", box: "newsletter" });
  await deliverOutbox(world);
  await ana.post(await confirmationPath(world, email));
  await sendCampaign(world);
  return world;
}
