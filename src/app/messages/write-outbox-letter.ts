// Writes the mail that a fact calls for, in the person's language and under the wording of that time.
import { days, hours, type Instant } from "../../core/instant.ts";
import { composeSystemLetter } from "../../mail/compose.ts";
import { confirmationMail, informationMail, orderMail, withdrawalAckMail } from "../../mail/system-mails.ts";
import type { RenderedMail } from "../../mail/template.ts";
import { signConfirmationToken } from "../../mail/tokens.ts";
import { orderedWords } from "../consent/order.ts";
import type { Person, World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import type { Form, Language, Sender, Setup } from "../setup/setup.ts";
import type { Letter } from "./letter.ts";
import { letterVariables } from "./letter-variables.ts";
import type { OutboxMail } from "./outbox.ts";

/** Who ticked a box has so long to answer, however long the mail had to wait. */
const consentWaitsForMs = hours(48);
/** Nothing depends on the answer but advertising to a customer, so it may come when the parcel does. */
const orderWaitsForMs = days(30);

/** Null where what it should say is no longer on record. */
export async function writeOutboxLetter(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  person: Person,
): Promise<Letter | null> {
  const language = inLanguage(setup.controller.content.languages, mail.request.language);
  const sender = senderOf(setup, person, mail);
  const rendered = person.address && (await render(world, setup, mail, person, person.address, language));
  if (!rendered || !sender || !person.address) return null;
  return composeSystemLetter({
    sender,
    to: person.address,
    date: world.clock.now(),
    messageId: mail.messageId,
    mail: rendered,
    auto: mail.kind === "withdrawalAck" ? "replied" : "generated",
  });
}

async function render(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  person: Person,
  address: string,
  language: Language,
): Promise<RenderedMail | null> {
  const controller = setup.controller.content;
  const label = (purpose: string) => setup.purposes[purpose]?.content.label[language] ?? purpose;
  const { facts } = mail.request;
  if (mail.kind === "withdrawalAck") {
    const withdrawn = person.standing.withdrawals
      .filter(({ id }) => facts.includes(id))
      .map(({ purpose }) => purpose);
    const purposes = withdrawn.includes("*") ? [] : withdrawn.map(label);
    return withdrawalAckMail({ controller, purposes, at: mail.createdAt, language });
  }
  const form = await formOf(world, mail);
  if (!form) return null;
  if (mail.kind === "doubleOptIn") {
    const consents = person.standing.consents.filter(({ id }) => facts.includes(id));
    const expiresAt = Math.min(
      world.clock.now() + hours(form.confirmationHours),
      ...consents.map(({ at }) => at + consentWaitsForMs),
    ) as Instant;
    return confirmationMail({
      controller,
      purposes: [...new Set(consents.map(({ purpose }) => label(purpose)))],
      link: confirmationLink(world, mail, expiresAt),
      expiresAt,
      language,
    });
  }
  if (mail.kind === "orderConfirmation") {
    const onRecord = await world.store.people.facts(person.subject);
    const orders = onRecord.filter(({ id }) => facts.includes(id));
    const expiresAt = (world.clock.now() + orderWaitsForMs) as Instant;
    return orderMail({
      controller,
      orders: await Promise.all(orders.map((order) => orderedWords(world, order, language))),
      link: confirmationLink(world, mail, expiresAt),
      expiresAt,
      language,
    });
  }
  if (form.kind !== "informationRequest") return null;
  const { subject, body } = form.answer;
  return informationMail({
    controller,
    answer: { subject: subject[language] ?? "", body: body[language] ?? "" },
    variables: letterVariables(
      world,
      setup,
      { subject: person.subject, address, language },
      form.purpose,
      null,
    ),
  });
}

function confirmationLink(world: World, { subject, request }: OutboxMail, expiresAt: Instant): string {
  const token = { subject, facts: request.facts, expiresAt };
  return `${world.publicUrl}/c/${signConfirmationToken(token, world.secrets.tokenKey)}`;
}

async function formOf(world: World, mail: OutboxMail): Promise<Form | null> {
  const { form } = mail.request;
  return form ? ((await world.store.setup.version("form", form.key, form.version))?.content ?? null) : null;
}

/** The sender of the purpose that the mail is about, else the first one declared. */
function senderOf(setup: Setup, person: Person, mail: OutboxMail): Sender | null {
  const about = person.standing.consents.find(({ id }) => mail.request.facts.includes(id))?.purpose;
  const sender = about === undefined ? undefined : setup.purposes[about]?.content.sender;
  const senders = Object.values(setup.senders);
  return (senders.find(({ key }) => key === sender) ?? senders[0])?.content ?? null;
}
