// Writes the mail that a fact calls for, in the person's language and under the wording of that time.
import { composeSystemLetter } from "../../mail/compose.ts";
import { marks } from "../../mail/provider-marks.ts";
import { borneBy } from "../listening/borne-by.ts";
import type { Person, World } from "../ports.ts";
import { inLanguage, wordedIn } from "../setup/in-language.ts";
import type { Sender, Setup } from "../setup/setup.ts";
import type { Letter } from "./letter.ts";
import { matterOf } from "./matter.ts";
import type { OutboxMail } from "./outbox.ts";
import { signLetter } from "./sign-letter.ts";

/** Null where what it should say is no longer on record. */
export async function writeOutboxLetter(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  person: Person,
  address: string | null,
): Promise<Letter | null> {
  const sender = senderOf(setup, person, mail);
  const matter = address && (await matterOf(world, setup, mail, person, address));
  if (!matter || !sender || !address) return null;
  const offered = wordedIn(setup.controller.content.languages, matter.texts);
  const letter = await composeSystemLetter({
    sender,
    ...borneBy(world, sender.address, { subject: person.subject, mail: mail.id }),
    marks: (world.listening?.providers ?? []).map((provider) => marks[provider]),
    to: address,
    date: world.clock.now(),
    messageId: mail.messageId,
    mail: await matter.write(inLanguage(offered, mail.request.language, person.language)),
    auto: ["withdrawalAck", "link", "rightsReply"].includes(mail.kind) ? "replied" : "generated",
  });
  return { ...(await signLetter(world, letter, sender)), urgent: true };
}

/** The sender of the purpose that the mail is about, else the first one declared. */
function senderOf(setup: Setup, person: Person, mail: OutboxMail): Sender | null {
  const { message } = mail.request;
  if (message) return setup.senders[message.sender]?.content ?? null;
  const about = person.standing.consents.find(({ id }) => mail.request.facts.includes(id))?.purpose;
  const sender = about === undefined ? undefined : setup.purposes[about]?.content.sender;
  const senders = Object.values(setup.senders);
  return (senders.find(({ key }) => key === sender) ?? senders[0])?.content ?? null;
}
