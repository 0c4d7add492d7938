// Sends a link to a page about oneself to the mailbox of an address, for whoever asks; nobody learns whether it is known.
import { setTimeout as sleep } from "node:timers/promises";
import type { Language } from "../../core/languages.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { LinkedPage } from "../../mail/tokens.ts";
import { fileMails } from "../consent/file-mails.ts";
import type { World } from "../ports.ts";

/** Longer than filing a mail takes: the time of the answer must not tell a known address from another. Milliseconds. */
const answersAfterMs = 100;

/**
 * Files the mail where somebody with this address is on record, however barred their advertising is, and does nothing
 * else: no fact, since anybody may have typed the address. As with forms, a mail beyond the limits of a mailbox waits.
 *
 * Source: GDPR 12(2).
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
  const now = world.clock.now();
  await world.store.transaction(async (tables) => {
    const setup = await tables.setup.current();
    const person = (await tables.people.lock([{ subject, create: false }], now)).get(subject);
    const sender = setup && Object.values(setup.senders)[0];
    if (!sender || !person?.address) return;
    const id = world.ids.next();
    const request = { facts: [id], page, language };
    const messageId = messageIdOf(id, sender.content.address);
    await fileMails(
      tables,
      [{ subject, id, kind: "link", request, messageId, createdAt: now, dueAt: now }],
      now,
    );
  });
}
