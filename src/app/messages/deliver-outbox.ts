// Delivers what waits in the outbox; each mail is asked for at this moment, like any other.
import { hours, type Instant } from "../../core/instant.ts";
import type { Message, PurposeKind } from "../../core/question.ts";
import type { Permit, Refusal, Verdict } from "../../core/verdict.ts";
import { refOf } from "../../mail/letter-token.ts";
import { concludePassage, deliverPassage, deliverReport } from "../gate/deliver-passage.ts";
import { takeInRefusal } from "../listening/refused-at-hand-over.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decideFor } from "../subjects/decide-permissions.ts";
import { withAnswers } from "./answers.ts";
import type { Handover } from "./letter.ts";
import { notSent } from "./not-sent.ts";
import type { OutboxMail, OutboxResult } from "./outbox.ts";
import { declared, purposeKeyOf } from "./send-message.ts";
import { writeOutboxLetter } from "./write-outbox-letter.ts";

/** What Licet writes itself. */
interface OwnMail extends OutboxMail {
  readonly kind: Exclude<OutboxMail["kind"], "passage" | "statusReport">;
}

const purposeKinds: Readonly<Record<Exclude<OwnMail["kind"], "message">, PurposeKind>> = {
  doubleOptIn: "doubleOptIn",
  requestedInformation: "requestedInformation",
  orderConfirmation: "service",
  withdrawalAck: "withdrawalAck",
  // Whoever asks for the page of their choices is about to exercise a right, and no bar is to keep them from it.
  link: "rightsReply",
  // Each answers somebody who has their data corrected (GDPR 16).
  addressConfirmation: "rightsReply",
  addressNotice: "rightsReply",
  rightsReply: "rightsReply",
  guardian: "legalNotice",
};

/** How long a claimed mail stays with a process that gives no sign of life. */
const leaseMs = 60_000;
/** Delivers what is due now, and ends when each of these mails has; answers how many mails it dealt with. */
export async function deliverOutbox(world: World): Promise<number> {
  const begun = await beginDue(world, 20);
  await Promise.all(begun);
  return begun.length;
}

/** So many places advertising leaves free, for somebody who waits for their mail. */
const keptFree = 10;

/** Begins to deliver what is due now, at most `most` mails: one that a mail server keeps waiting holds up no other. */
export async function beginDue(world: World, most: number): Promise<readonly Promise<void>[]> {
  const now = world.clock.now();
  const setup = await world.store.setup.current();
  if (!setup) return [];
  const behindMost = Math.max(0, most - keptFree);
  const mails = await world.store.outbox.claim(now, (now + leaseMs) as Instant, most, behindMost);
  return mails.map(async (mail) => {
    const renewal = setInterval(() => {
      world.store.outbox.renew(mail, (world.clock.now() + leaseMs) as Instant).catch(() => {});
    }, leaseMs / 4);
    const refusals: Refused[] = [];
    const onRefused = (handover: Refused) => refusals.push(handover);
    const result = await deliverOne(world, setup, mail, onRefused)
      .catch((error: unknown) => givenUp(mail, error, world.clock.now()))
      .finally(() => clearInterval(renewal));
    if (mail.kind === "passage") await concludePassage(world, setup, mail, result);
    else await world.store.outbox.conclude(mail, result, world.clock.now());
    const letter = { subject: mail.subject, of: "outbox", ref: refOf(mail.id) } as const;
    for (const handover of refusals) await takeInRefusal(world, letter, handover, world.clock.now());
  });
}

/** So often a mail is tried of which something unforeseen is wrong, and for so long. */
const mostFaults = 100;
const faultsForMs = hours(48);

/** Else it would be tried every minute for ever. @throws the fault, until then. */
function givenUp(mail: OutboxMail, fault: unknown, now: Instant): OutboxResult {
  if (mail.attempts < mostFaults || now - mail.createdAt < faultsForMs) throw fault;
  return { state: "failed", reply: "something is wrong with it that nobody foresaw; the log says what" };
}

function isOwn(mail: OutboxMail): mail is OwnMail {
  return mail.kind !== "passage" && mail.kind !== "statusReport";
}

type Refused = Extract<Handover, { kind: "refused-by-relay" }>;

/** @param onRefused - hears of a refusal for good of a mail to the address that is on record of the person. */
async function deliverOne(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  onRefused: (handover: Refused) => void,
): Promise<OutboxResult> {
  if (mail.kind === "statusReport") return deliverReport(world, mail);
  if (!isOwn(mail)) return deliverPassage(world, setup, mail, onRefused);
  const person = (await world.store.people.find([mail.subject])).get(mail.subject);
  if (!person || addressFor(mail, person) === null) return { state: "failed", reply: "no address on record" };
  const asked = await askForEach(world, setup, mail, person);
  const permitted = asked.filter(({ verdict }) => verdict.outcome === "permit").map(({ fact }) => fact);
  if (permitted.length === 0) return { state: "refused", refusal: asked[0]?.verdict as Refusal };

  const written = { ...mail, request: { ...mail.request, facts: permitted } };
  const letter = await writeOutboxLetter(world, setup, written, person, addressFor(mail, person));
  if (!letter) return { state: "failed", reply: "the form that it answers is no longer on record" };
  let last: Verdict | undefined;
  const handover = await world.post.deliver(async () => {
    last = await askAgain(world, written);
    return last?.outcome === "permit" ? last : null;
  }, letter);
  if (handover.kind === "withheld")
    return last?.outcome === "refusal"
      ? { state: "refused", refusal: last }
      : { state: "failed", reply: "no longer on record" };
  if (handover.kind === "sent") return { state: "sent", permit: last as Permit, reply: handover.reply };
  if (handover.kind === "refused-by-relay" && handover.permanent && person.address !== null)
    onRefused(handover);
  return notSent(world, mail, handover);
}

/** Where somebody is known, that is where they are written to; a mail keeps an address only for whoever is not. */
function addressFor(mail: OutboxMail, person: Person): string | null {
  return person.address ?? mail.parting?.address ?? null;
}

/** The first refusal among what the written mail is for, else a permit: a mail for two boxes needs both. */
async function askAgain(world: World, mail: OwnMail): Promise<Verdict | undefined> {
  const setup = await world.store.setup.current();
  const person = (await world.store.people.find([mail.subject])).get(mail.subject);
  if (!setup || !person) return undefined;
  const verdicts = (await askForEach(world, setup, mail, person)).map(({ verdict }) => verdict);
  return verdicts.find(({ outcome }) => outcome === "refusal") ?? verdicts[0];
}

/** One question for each fact that the mail answers: a confirmation mail may be for several boxes. */
async function askForEach(
  world: World,
  setup: Setup,
  mail: OwnMail,
  person: Person,
): Promise<{ fact: string; verdict: Verdict }[]> {
  const at = world.clock.now();
  const { message: sent, facts } = mail.request;
  if (mail.kind === "message") {
    if (!sent) return [];
    const purpose = { key: purposeKeyOf(sent), kind: sent.kind };
    return facts.map((fact) => ({
      fact,
      verdict: decideFor(setup, person, purpose, at, declared(sent, fact)),
    }));
  }
  const kind = purposeKinds[mail.kind];
  const answers: { fact: string; verdict: Verdict }[] = [];
  for (const fact of facts) {
    const contract = person.standing.contractStarts.find(({ id }) => id === fact)?.contract;
    const message: Message = {
      request: fact,
      contract,
      ...(kind === "rightsReply" && { case: fact }),
      // The duty to make sure that a parent agrees is the controller's.
      ...(kind === "legalNotice" && { statute: "GDPR 8(2)" }),
      blocks: [kind === "requestedInformation" ? "requested" : "service"],
    };
    const asked = kind === "requestedInformation" ? await withAnswers(world.store, person, fact) : person;
    const verdict = decideFor(setup, asked, { key: mail.kind, kind }, at, message);
    answers.push({ fact, verdict });
  }
  return answers;
}
