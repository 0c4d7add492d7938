// Asks a new mailbox whether it is the person's, and tells the old one: nothing moves before the new one has answered.
import { days, formatInstant, type Instant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Address } from "../../ledger/address.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { World } from "../ports.ts";
import { newFact } from "./new-fact.ts";
import { record } from "./record.ts";

/** So many strange mailboxes one person can have written to in a day. */
const changesADay = 3;

export type AddressAsked = "asked" | "same" | "often";

/**
 * Only for somebody who has just shown that the old mailbox is theirs. On record is no more than that it was asked for, which
 * both mails cite: an address that was typed says nothing yet.
 *
 * Source: GDPR 16.
 */
export async function askAddressChange(
  world: World,
  subject: SubjectId,
  to: Address,
  language: Language,
  connection: Connection | null,
): Promise<AddressAsked> {
  if (subjectIdOf(to, world.secrets) === subject) return "same";
  const now = world.clock.now();
  const [setup, told] = await Promise.all([
    world.store.setup.current(),
    world.store.outbox.recent([{ subject, kind: "addressNotice" }], (now - days(1)) as Instant),
  ]);
  if (told.flatMap(({ request }) => request.facts).length >= changesADay) return "often";
  const sender = setup && Object.values(setup.senders)[0];
  if (!sender) throw new Error("nobody sends the mail about a new address");
  const change = world.ids.next();
  const asked = newFact(
    { id: change, type: "link.requested", at: formatInstant(now), page: "address" },
    "page:address",
  );
  const mail = (kind: OutboxRequest["kind"], from?: SubjectId) => {
    const id = world.ids.next();
    const request = { facts: [change], language, ...(from && { from }) };
    return {
      id,
      kind,
      request,
      messageId: messageIdOf(id, sender.content.address),
      createdAt: now,
      dueAt: now,
    };
  };
  await record(world, [
    {
      who: { address: to },
      language,
      describes: "fill",
      facts: [asked],
      mails: [mail("addressConfirmation", subject)],
    },
    { who: { subject }, facts: [asked], mails: [mail("addressNotice")], connection },
  ]);
  return "asked";
}
