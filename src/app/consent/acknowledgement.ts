// The mail that acknowledges a stop, where the law of the person's country asks for one; elsewhere the page says it.
import { hours, type Instant } from "../../core/instant.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { NewFact, Person, World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Setup } from "../setup/setup.ts";

/** So long after a stop it may be acknowledged (decision contract, section 5): older ones are history, told again. */
const withinMs = hours(48);

/**
 * One mail for all that was stopped at once, whichever way it came: a page, one click, a key, a file. A complaint calls for
 * none: who marks mail as unwanted has asked for no more of it.
 *
 * Source: Royal Decree of 4 April 2003 (Belgium).
 */
export function acknowledgement(
  world: World,
  setup: Setup,
  { recipient, address, language }: Person,
  fresh: readonly NewFact[],
  now: Instant,
): readonly Omit<OutboxRequest, "subject">[] {
  const { key } = setup.controller;
  const stops = fresh.filter(
    ({ fact }) =>
      (fact.type === "consent.withdrawn" || fact.type === "objection.raised") &&
      (fact.controller === undefined || fact.controller === key) &&
      fact.at <= now &&
      now - fact.at <= withinMs,
  );
  const sender = Object.values(setup.senders)[0];
  if (stops.length === 0 || address === null || !sender) return [];
  if (!lawFor(setup, recipient.country).obligations.includes("withdrawal-ack")) return [];
  const id = world.ids.next();
  return [
    {
      id,
      kind: "withdrawalAck",
      request: {
        facts: stops.map(({ fact }) => fact.id),
        language: inLanguage(setup.controller.content.languages, language),
      },
      messageId: messageIdOf(id, sender.content.address),
      createdAt: now,
      dueAt: now,
    },
  ];
}
