// Puts `marketing.sent` on record where the law counts from it.
import { formatInstant } from "../../core/instant.ts";
import { rowFor } from "../../core/rows.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";
import type { Claim, Outcome } from "./campaign.ts";
import type { Crew } from "./crew.ts";

/** Only the rows with a rolling limit (Ireland, SI 336/2011 reg 13(11)) read it; deliveries hold every sending anyway. */
export async function announceSendings(
  world: World,
  { campaign }: Crew,
  claims: readonly Claim[],
  outcomes: readonly Outcome[],
): Promise<void> {
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
