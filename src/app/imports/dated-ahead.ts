// What another system dates ahead: an act that has not happened yet opens nothing, and one that bars does so from now on.
import type { Fact, FactType } from "../../core/facts.ts";
import { formatInstant, type Instant } from "../../core/instant.ts";
import { clockToleranceMs } from "../../ledger/clock.ts";
import { type Entry, subjectOf } from "../consent/entry.ts";
import { newFact } from "../consent/new-fact.ts";
import type { NewFact } from "../ports.ts";
import type { SortingWorld } from "./sorting-world.ts";

/** Nobody stops tomorrow: the clock of who tells it is ahead, and the person has spoken. */
const stops: readonly FactType[] = [
  "consent.withdrawn",
  "objection.raised",
  "complaint.received",
  "restriction.applied",
  "subject.erased",
  "address.bounced",
];
/** These end something that may well be known to end on a day to come. */
const ends: readonly FactType[] = ["sale.cancelled", "contract.ended"];

/** Whether a fact takes something away and can give nothing. */
export function closes(fact: Fact): boolean {
  const refused = "refused" in fact && fact.refused === true;
  return (
    refused || stops.includes(fact.type) || ends.includes(fact.type) || fact.type === "controller.changed"
  );
}

/** The first fact that would open something at a moment to come, by more than clocks differ. */
export function opensAhead(facts: readonly NewFact[], now: Instant): NewFact | undefined {
  return facts.find(
    ({ fact }) => fact.at > now + clockToleranceMs && !stops.includes(fact.type) && !ends.includes(fact.type),
  );
}

/**
 * Puts beside each stop that is dated ahead, and not on record yet, the same as of now: a rule ignores what is dated later
 * than its question, so until that moment mail would go out to somebody who has said no.
 *
 * @returns the entries, and how many facts each has got.
 */
export async function stopAtOnce(
  world: SortingWorld,
  entries: readonly Entry[],
): Promise<readonly { readonly entry: Entry; readonly more: number }[]> {
  const now = world.clock.now();
  // Mostly nothing is.
  if (!entries.some(({ facts }) => facts.some(({ fact }) => fact.at > now)))
    return entries.map((entry) => ({ entry, more: 0 }));
  const ahead = entries.map(({ facts }) =>
    facts.filter(({ fact }) => fact.at > now && stops.includes(fact.type)),
  );
  const keys = entries.flatMap(({ who }, nth) =>
    (ahead[nth] ?? []).map(({ fact }) => ({ subject: subjectOf(who, world.secrets), id: fact.id })),
  );
  const known = new Set(
    (await world.store.people.factsWithIds(keys)).map(({ subject, id }) => `${subject} ${id}`),
  );
  return entries.map((entry, nth) => {
    const more = (ahead[nth] ?? [])
      .filter(({ fact }) => !known.has(`${subjectOf(entry.who, world.secrets)} ${fact.id}`))
      .map(({ body, source }) => newFact({ ...body, id: world.ids.next(), at: formatInstant(now) }, source));
    return { entry: { ...entry, facts: [...entry.facts, ...more] }, more: more.length };
  });
}
