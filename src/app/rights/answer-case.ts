// Answers a case, or tells the person that it takes longer: on record together with the mail that says so.
import { formatInstant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import type { Parting } from "../messages/outbox.ts";
import type { World } from "../ports.ts";
import { type AnswerOutcome, type Case, timeliness } from "./case.ts";
import { findCase } from "./list-cases.ts";
import { replyMail } from "./reply-mail.ts";

export interface Answering {
  readonly outcome: AnswerOutcome;
  /** What the mail says; a refusal, in whole or in part, needs its reasons (GDPR 12(4)). */
  readonly words?: string | undefined;
  /** `mail`: Licet sends it. `elsewhere`: it was answered by letter, by phone or otherwise. */
  readonly by: "mail" | "elsewhere";
  /** Where it goes, for somebody whose address is not kept here. */
  readonly address?: Address | undefined;
}

/**
 * @throws CodedError `case-unknown`, `case-answered`, `case-reasons-missing`, `case-not-erased`, `case-address-missing`,
 * `case-address-other`.
 */
export async function answerCase(
  world: World,
  id: string,
  { outcome, words, by, address }: Answering,
  source: string,
): Promise<Case> {
  const found = await openOne(world, id);
  if (outcome !== "granted" && !words?.trim()) throw new CodedError("case-reasons-missing");
  if (found.right === "erasure" && outcome === "granted" && (await addressOf(world, found)) !== null)
    throw new CodedError("case-not-erased");
  const fact = { id: `answered-${id}`, type: "rights.answered", of: id, outcome, ...(words && { words }) };
  await step(world, found, fact, source, by === "mail" ? { step: "answered", address, words } : null);
  return findCase(world, id);
}

/**
 * Takes the two further months that the law allows for what is complex or comes in numbers; the person is told why, in the
 * first month.
 *
 * @throws CodedError `case-unknown`, `case-answered`, `case-reasons-missing`, `case-extended`, `case-extension-late`,
 * `case-address-missing`, `case-address-other`.
 */
export async function extendCase(
  world: World,
  id: string,
  { reasons, address }: { readonly reasons: string; readonly address?: Address | undefined },
  source: string,
): Promise<Case> {
  const found = await openOne(world, id);
  if (found.extended) throw new CodedError("case-extended");
  if (!reasons.trim()) throw new CodedError("case-reasons-missing");
  if (timeliness(found, world.clock.now()) === "late") throw new CodedError("case-extension-late");
  const fact = { id: `extended-${id}`, type: "rights.extended", of: id, reasons };
  await step(world, found, fact, source, { step: "extended", address, words: reasons });
  return findCase(world, id);
}

async function openOne(world: World, id: string): Promise<Case> {
  const found = await findCase(world, id);
  if (found.answered) throw new CodedError("case-answered");
  return found;
}

async function addressOf(world: World, { subject }: Case): Promise<string | null> {
  return (await world.store.people.find([subject])).get(subject)?.address ?? null;
}

async function step(
  world: World,
  found: Case,
  body: Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string },
  source: string,
  mail: {
    readonly step: "extended" | "answered";
    readonly address: Address | undefined;
    readonly words: string | undefined;
  } | null,
): Promise<void> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  const { subject, id } = found;
  let parting: Parting | undefined;
  if (mail && (await addressOf(world, found)) === null) {
    if (!mail.address) throw new CodedError("case-address-missing");
    if (subjectIdOf(mail.address, world.secrets) !== subject) throw new CodedError("case-address-other");
    parting = { address: mail.address.typed, ...(mail.words && { words: mail.words }) };
  }
  const language = setup.controller.content.languages[0] ?? "en";
  const person = (await world.store.people.find([subject])).get(subject);
  const mails = mail
    ? replyMail(world, setup, "rightsReply", id, person?.language ?? language, { step: mail.step }, parting)
    : [];
  const facts = [newFact({ at: formatInstant(world.clock.now()), ...body }, source)];
  const [recorded] = await record(world, [{ who: { subject }, facts, mails }]);
  if (recorded?.ok) return;
  // Somebody else was quicker by a moment.
  if (recorded?.error.code === "fact-conflict") throw new CodedError("case-answered");
  throw recorded?.error ?? new Error("no answer to what was recorded");
}
