// Sends a link to a page about oneself to the mailbox of an address, for whoever asks; nobody learns whether it is known.
import { setTimeout as sleep } from "node:timers/promises";
import { formatInstant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { LinkedPage } from "../../mail/tokens.ts";
import { newFact } from "../consent/new-fact.ts";
import { mailboxPace } from "../consent/paces.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";
import { replyMail } from "../rights/reply-mail.ts";

/** Longer than filing a mail takes: the time of the answer must not tell a known address from another. Milliseconds. */
const answersAfterMs = 100;

/**
 * Files the mail, however barred the person's advertising is, and puts on record that it was asked for, since every mail
 * cites why it went. As with forms, a mail beyond the limits of a mailbox waits.
 *
 * Whoever is not known gets nothing of choices that they do not have. Of rights they get an answer, that nothing is held;
 * the address is kept for that mail alone.
 *
 * Source: GDPR 12(2), 15(1).
 */
export async function askForLink(
  world: World,
  address: Address,
  page: LinkedPage,
  language: Language,
): Promise<void> {
  await Promise.all([file(world, address, page, language), sleep(answersAfterMs)]);
}

async function file(world: World, address: Address, page: LinkedPage, language: Language): Promise<void> {
  const subject = subjectIdOf(address, world.secrets);
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  const known = (people.get(subject)?.address ?? null) !== null;
  if (!setup || (!known && page === "preferences")) return;
  const fact = { id: world.ids.next(), type: "link.requested", at: formatInstant(world.clock.now()), page };
  const parting = known ? undefined : { address: address.typed };
  const [recorded] = await record(world, [
    {
      who: { subject, create: true },
      facts: [newFact(fact, `page:${page}`)],
      mails: replyMail(world, setup, "link", fact.id, language, { page }, parting).map((mail) => ({
        ...mail,
        paces: [mailboxPace(address, "link", world.secrets)],
      })),
    },
  ]);
  if (!recorded?.ok) throw recorded?.error ?? new Error("no answer to what was recorded");
}
