// Puts on record what follows for people from a batch: `marketing.sent` where the law counts from it, and mailboxes that are gone.
import { formatInstant } from "../../core/instant.ts";
import { rowFor } from "../../core/rows.ts";
import { refOf } from "../../mail/letter-token.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import { takeInRefusal } from "../listening/refused-at-hand-over.ts";
import type { World } from "../ports.ts";
import type { Campaign, Claim, Outcome } from "./campaign.ts";
import type { Crew } from "./crew.ts";

/** Only the rows with a rolling limit (Ireland, SI 336/2011 reg 13(11)) read it; deliveries hold every sending anyway. */
export async function announceSendings(
  world: World,
  { campaign }: Crew,
  claims: readonly Claim[],
  outcomes: readonly Outcome[],
): Promise<void> {
  await noteRefusals(world, campaign, outcomes);
  const counted = new Set(
    claims.flatMap(({ subject, country }) => (country && rowFor(country)?.soiRolling ? [subject] : [])),
  );
  const entries = outcomes.flatMap(({ subject, handover, at }) => {
    if (handover.kind !== "sent" || !counted.has(subject)) return [];
    const fact = newFact(
      { id: `sent-${campaign.id}`, type: "marketing.sent", at: formatInstant(at) },
      "relay",
    );
    return [{ who: { subject }, facts: [fact] }];
  });
  if (entries.length > 0) await record(world, entries);
}

/** All at once, so that they share a transaction. */
async function noteRefusals(world: World, { id }: Campaign, outcomes: readonly Outcome[]): Promise<void> {
  await Promise.all(
    outcomes.map(async ({ subject, handover, at }) => {
      if (handover.kind === "refused-by-relay" && handover.permanent)
        await takeInRefusal(world, { subject, of: "campaign", ref: refOf(id) }, handover, at);
    }),
  );
}
