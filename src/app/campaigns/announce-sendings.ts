// Puts `marketing.sent` on record where the law counts from it.
import { formatInstant } from "../../core/instant.ts";
import { rowFor } from "../../core/rows.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";
import type { Outcome } from "./campaign.ts";
import type { Crew } from "./crew.ts";

/** Only the rows with a rolling limit (Ireland, SI 336/2011 reg 13(11)) read it; deliveries hold every sending anyway. */
export async function announceSendings(
  world: World,
  { campaign }: Crew,
  outcomes: readonly Outcome[],
): Promise<void> {
  const sent = outcomes.filter(({ handover }) => handover.kind === "sent");
  if (sent.length === 0) return;
  const people = await world.store.people.find(sent.map(({ subject }) => subject));
  const entries = sent.flatMap(({ subject, at }) => {
    const person = people.get(subject);
    if (!person || !rowFor(person.recipient.country)?.soiRolling) return [];
    const fact = newFact(
      { id: `sent-${campaign.id}`, type: "marketing.sent", at: formatInstant(at) },
      "relay",
    );
    return [{ who: { subject }, facts: [fact] }];
  });
  if (entries.length > 0) await record(world, entries);
}
