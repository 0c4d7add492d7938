// What a mail that a fact calls for is about: the controller's texts in it, and how it is written once its language is chosen.
import { days, hours, type Instant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import {
  addressMail,
  addressNoticeMail,
  confirmationMail,
  guardianMail,
  informationMail,
  orderMail,
  withdrawalAckMail,
} from "../../mail/system-mails.ts";
import { signAddressToken, signConfirmationToken } from "../../mail/tokens.ts";
import { openGuardianToken } from "../consent/guardian-token.ts";
import { orderedProduct, orderedWords } from "../consent/order.ts";
import { everything } from "../consent/withdraw.ts";
import type { Person, World } from "../ports.ts";
import { textIn } from "../setup/in-language.ts";
import type { Form, Setup } from "../setup/setup.ts";
import type { Matter } from "./letter.ts";
import { letterVariables } from "./letter-variables.ts";
import { messageMatter } from "./message-matter.ts";
import type { OutboxMail } from "./outbox.ts";
import { linkMatter, replyMatter } from "./rights-matter.ts";

/** Who ticked a box has so long to answer, however long the mail had to wait. */
const consentWaitsForMs = hours(48);
/** Nothing depends on the answer but advertising to a customer, so it may come when the parcel does. */
const orderWaitsForMs = days(30);

/** So long a new mailbox may take to answer. */
const addressWaitsForMs = hours(48);

/** Null where what it should say is no longer on record. */
export async function matterOf(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  person: Person,
  address: string,
): Promise<Matter | null> {
  const controller = setup.controller.content;
  const { facts } = mail.request;
  const named = (purposes: readonly string[]) => purposesNamed(setup, [...new Set(purposes)]);
  if (mail.kind === "withdrawalAck") {
    const { withdrawals, objections } = person.standing;
    const stopped = [
      ...withdrawals.filter(({ id }) => facts.includes(id)).map(({ purpose }) => purpose),
      ...objections.filter(({ id }) => facts.includes(id)).map(({ scope }) => scope),
    ];
    const all = stopped.includes(everything) || stopped.includes("direct-marketing");
    const { texts, labels } = named(all ? [] : stopped);
    const at = mail.createdAt;
    return {
      texts,
      write: (language) => withdrawalAckMail({ controller, purposes: labels(language), at, language }),
    };
  }
  if (mail.kind === "link") return linkMatter(world, setup, mail, person);
  if (mail.kind === "message") return messageMatter(world, setup, mail, address);
  if (mail.kind === "rightsReply") return replyMatter(world, setup, mail, person);
  if (mail.kind === "addressConfirmation") {
    const { from, facts: changes } = mail.request;
    const change = changes.at(-1);
    if (!from || !change) return null;
    const expiresAt = (world.clock.now() + addressWaitsForMs) as Instant;
    const token = signAddressToken({ from, to: mail.subject, change, expiresAt }, world.secrets.tokenKey);
    const link = `${world.publicUrl}/a/${token}`;
    return {
      texts: [],
      write: (language) => addressMail({ controller, link: `${link}?lang=${language}`, expiresAt, language }),
    };
  }
  if (mail.kind === "addressNotice")
    return { texts: [], write: (language) => addressNoticeMail({ controller, language }) };
  if (mail.kind === "guardian") {
    const expiresAt = mail.parting?.words && openGuardianToken(mail.parting.words, world.secrets)?.expiresAt;
    if (!expiresAt) return null;
    const link = `${world.publicUrl}/g/${mail.parting?.words}`;
    return {
      texts: [],
      write: (language) =>
        guardianMail({ controller, link: `${link}?lang=${language}`, expiresAt, language }),
    };
  }
  const form = await formOf(world, mail);
  if (!form) return null;
  if (mail.kind === "doubleOptIn") {
    const consents = person.standing.consents.filter(({ id }) => facts.includes(id));
    const expiresAt = Math.min(
      world.clock.now() + hours(form.confirmationHours),
      ...consents.map(({ at }) => at + consentWaitsForMs),
    ) as Instant;
    const { texts, labels } = named(consents.map(({ purpose }) => purpose));
    return {
      texts,
      write: (language) =>
        confirmationMail({
          controller,
          purposes: labels(language),
          link: confirmationLink(world, mail, expiresAt, language),
          expiresAt,
          language,
        }),
    };
  }
  if (mail.kind === "orderConfirmation") {
    const onRecord = await world.store.people.facts(person.subject);
    const orders = await Promise.all(
      onRecord
        .filter(({ id }) => facts.includes(id))
        .map(async (fact) => ({ fact, product: await orderedProduct(world, fact) })),
    );
    const expiresAt = (world.clock.now() + orderWaitsForMs) as Instant;
    return {
      texts: orders.flatMap(({ product }) => (product ? [product.label] : [])),
      write: (language) =>
        orderMail({
          controller,
          orders: orders.map(({ fact, product }) => orderedWords(fact, product, language)),
          link: confirmationLink(world, mail, expiresAt, language),
          expiresAt,
          language,
        }),
    };
  }
  if (form.kind !== "informationRequest") return null;
  const { purpose, answer } = form;
  const { subject, body } = answer;
  return {
    texts: [subject, body, ...purposesNamed(setup, [purpose]).texts],
    write: (language) =>
      informationMail({
        controller,
        answer: { subject: textIn(subject, language), body: textIn(body, language) },
        variables: letterVariables(
          world,
          setup,
          { subject: person.subject, address, language },
          purpose,
          null,
        ),
      }),
  };
}

/** A purpose that has been retired goes by its key. */
function purposesNamed(setup: Setup, purposes: readonly string[]) {
  const labels = purposes.map((purpose) => setup.purposes[purpose]?.content.label ?? purpose);
  return {
    texts: labels.filter((label) => typeof label === "object"),
    labels: (language: Language) =>
      labels.map((label) => (typeof label === "object" ? textIn(label, language) : label)),
  };
}

/** The page that it leads to speaks the language of the mail. */
function confirmationLink(
  world: World,
  { subject, request }: OutboxMail,
  expiresAt: Instant,
  language: Language,
): string {
  const token = { subject, facts: request.facts, expiresAt };
  return `${world.publicUrl}/c/${signConfirmationToken(token, world.secrets.tokenKey)}?lang=${language}`;
}

async function formOf(world: World, mail: OutboxMail): Promise<Form | null> {
  const { form } = mail.request;
  return form ? ((await world.store.setup.version("form", form.key, form.version))?.content ?? null) : null;
}
