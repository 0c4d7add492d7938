// Stops marketing to one person, for one purpose or for all: on record before anybody is thanked.
import { formatInstant } from "../../core/instant.ts";
import { rowFor } from "../../core/rows.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { WayOutToken } from "../../mail/tokens.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { NewFact, RecordedFact, World } from "../ports.ts";
import { newFact } from "./new-fact.ts";
import { record } from "./record.ts";

/** Every marketing purpose. */
export const everything = "*";

/**
 * Stops what the mail of this way out belonged to.
 *
 * @param source - `one-click`, `page:way-out`, `page:why`.
 * @returns the purpose, or `everything` for a mail that belonged to none.
 */
export async function withdraw(world: World, wayOut: WayOutToken, source: string): Promise<string> {
  const { purpose, basis } = await leadsOutOf(world, wayOut);
  await stop(world, wayOut.subject, purpose, basis, source);
  return purpose;
}

/** What a way out leads out of. A mail of no known campaign leads out of everything: a stop must never be lost. */
export async function leadsOutOf(
  world: World,
  { subject, campaign }: WayOutToken,
): Promise<{ purpose: string; basis: string | null }> {
  const found = campaign === null ? null : await world.store.campaigns.find(campaign);
  if (!found) return { purpose: everything, basis: null };
  const delivery = await world.store.campaigns.delivery(found.id, subject);
  return { purpose: found.purpose, basis: delivery?.basis ?? null };
}

/**
 * Puts the stop on record: a withdrawal always (art 7(3)), and an objection (art 21(2)) wherever the mail did not rest on
 * consent. A stop that stands already is not repeated.
 *
 * @param basis - what the mail rested on; null if unknown.
 */
export async function stop(
  world: World,
  subject: SubjectId,
  purpose: string,
  basis: string | null,
  source: string,
): Promise<void> {
  const facts = await world.store.people.facts(subject);
  const at = formatInstant(world.clock.now());
  const added: NewFact[] = [];
  if (!stands(facts, "consent.withdrawn", "purpose", purpose, everything))
    added.push(newFact({ id: world.ids.next(), type: "consent.withdrawn", at, purpose }, source));
  const scope = purpose === everything ? "direct-marketing" : purpose;
  if (basis !== "consent" && !stands(facts, "objection.raised", "scope", scope, "direct-marketing"))
    added.push(newFact({ id: world.ids.next(), type: "objection.raised", at, scope }, source));
  if (added.length === 0) return;
  const mails = await acknowledgement(world, subject, added);
  const [recorded] = await record(world, [{ who: { subject }, facts: added, mails }]);
  // Of whom nothing is on record, nothing is sent to either.
  if (recorded && !recorded.ok && recorded.error.code !== "subject-unknown") throw recorded.error;
}

/** Belgium wants a withdrawal acknowledged by mail (AR of 4 April 2003); elsewhere the page says it. */
async function acknowledgement(
  world: World,
  subject: SubjectId,
  stops: readonly NewFact[],
): Promise<readonly Omit<OutboxRequest, "subject">[]> {
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  const person = people.get(subject);
  if (!setup || !person || !rowFor(person.recipient.country)?.obligations.includes("withdrawal-ack"))
    return [];
  const withdrawals = stops
    .filter(({ fact }) => fact.type === "consent.withdrawn")
    .map(({ fact }) => fact.id);
  const sender = Object.values(setup.senders)[0];
  if (withdrawals.length === 0 || !sender) return [];
  const [id, now] = [world.ids.next(), world.clock.now()];
  const language = person.language ?? setup.controller.content.languages[0] ?? "en";
  const messageId = messageIdOf(id, sender.content.address);
  return [
    {
      id,
      kind: "withdrawalAck",
      request: { facts: withdrawals, language },
      messageId,
      createdAt: now,
      dueAt: now,
    },
  ];
}

/** Whether such a stop is on record that no later consent can have lifted. */
function stands(
  facts: readonly RecordedFact[],
  type: string,
  field: string,
  scope: string,
  all: string,
): boolean {
  const stops = facts.filter(
    (fact) => fact.type === type && (fact.body[field] === scope || fact.body[field] === all),
  );
  const concerned = facts.filter(
    (fact) => fact.type === "consent.given" && (scope === all || fact.body.purpose === scope),
  );
  return stops.some((stop) => concerned.every((consent) => consent.at <= stop.at));
}
