// Puts on record what came back of a letter: on record before whoever told it hears that it was taken.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { refOf } from "../../mail/letter-token.ts";
import { latestOf } from "../consent/move.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import { withdraw } from "../consent/withdraw.ts";
import type { NewFact, World } from "../ports.ts";
import type { Heard, ReportedLetter } from "./heard.ts";
import { softInARow } from "./soft-in-a-row.ts";

/** How something was heard of. */
export interface Told {
  /** `inbound:smtp`, `inbound:imap`, `inbound:file`, `relay:ses`, `relay:HOST:PORT`, … */
  readonly source: string;
  /** When it happened, as far as somebody says so whose word counts; else now. */
  readonly at: Instant;
  /** Of the mail or call that told it, in hex: SHA-256 of its bytes, which themselves are not kept. */
  readonly evidence: string | null;
  /** The same whenever the same is told again; absent: what is told has no name of its own. */
  readonly event?: string;
}

/** `taken`: understood, and on record if it was anything for the record. `left`: nothing that a machine can take. */
export type TakenIn = "taken" | "left";

/** What is known of a letter: whose it was, and which. */
interface Meant {
  readonly subject: SubjectId;
  /** The first 12 digits of the campaign's or the mail's id; null: unknown. */
  readonly ref: string | null;
  readonly campaign: string | null;
}

/**
 * Records one thing that was heard. However often and by whichever ways the same is told, it is one fact.
 *
 * A refusal that is about us is never held against the person, and neither is anything that only names an address.
 *
 * Source: GDPR 5(1)(d) (an address that does not work is not to be kept as if it did), 7(3), 21(2).
 */
export async function takeIn(world: World, heard: Heard, told: Told): Promise<TakenIn> {
  if (heard.kind === "passing") return "taken";
  if (!("letter" in heard) || heard.letter === null) return "left";
  const meant = await meantBy(world, heard.letter);
  if (heard.kind === "bounce") await bounce(world, meant, heard, told);
  else if (heard.kind === "complaint") await complain(world, meant, told);
  else await leave(world, meant, told);
  return "taken";
}

async function meantBy(world: World, letter: ReportedLetter): Promise<Meant> {
  if (!("ref" in letter)) return { ...letter, ref: letter.campaign && refOf(letter.campaign) };
  const { subject, ref, of } = letter;
  const campaign = of === "campaign" ? await world.store.campaigns.beginningWith(ref) : null;
  return { subject, ref, campaign };
}

/** One mail may leave by several letters. */
async function leave(world: World, meant: Meant, { source, event, evidence }: Told): Promise<void> {
  const teller = event ?? evidence;
  await withdraw(world, meant, source, null, teller === null ? undefined : `${meant.ref}-${teller}`);
}

async function complain(world: World, { subject, ref, campaign }: Meant, told: Told): Promise<void> {
  const id = `complained-${ref ?? told.event ?? told.evidence ?? world.ids.next()}`;
  const fact = { id, type: "complaint.received", ...saidOf(ref, told) };
  // Whoever complains of a mail to an old address means the one that they have given since, too.
  for (const one of await latestOf(world, subject)) await recordOnce(world, one, newFact(fact, told.source));
  if (campaign !== null) await world.store.campaigns.noteReturn(campaign, subject, "complaint", told.at);
}

async function bounce(
  world: World,
  { subject, ref, campaign }: Meant,
  { says, status }: Pick<Extract<Heard, { kind: "bounce" }>, "says" | "status">,
  told: Told,
): Promise<void> {
  const kind = says === "mailbox-gone" ? "hard" : says === "about-us" ? "about-us" : "soft";
  if (kind !== "about-us") {
    const id = `bounced-${kind}-${ref ?? told.event ?? told.evidence ?? world.ids.next()}`;
    const fact = {
      id,
      type: "address.bounced",
      class: kind,
      says,
      ...(status !== null && { status }),
      ...saidOf(ref, told),
    };
    await recordOnce(world, subject, newFact(fact, told.source));
  }
  if (campaign !== null) await world.store.campaigns.noteReturn(campaign, subject, kind, told.at);
  if (kind === "soft") await giveUp(world, subject, told);
}

/** Where mail has not arrived for long, nobody goes on writing: the address counts as gone until it is restored. */
async function giveUp(world: World, subject: SubjectId, { source, at }: Told): Promise<void> {
  const [facts, deliveries] = await Promise.all([
    world.store.people.facts(subject),
    world.store.campaigns.deliveriesTo(subject),
  ]);
  const row = softInARow(facts, deliveries, world.clock.now());
  if (row === null) return;
  const id = `bounced-hard-after-${row.at(-1)}`;
  const fact = { id, type: "address.bounced", class: "hard", at: formatInstant(at), inARow: row };
  await recordOnce(world, subject, newFact(fact, source));
}

function saidOf(ref: string | null, { at, evidence }: Told): Record<string, string> {
  return {
    at: formatInstant(at),
    ...(ref !== null && { letter: ref }),
    ...(evidence !== null && { evidence: `sha256:${evidence}` }),
  };
}

/** Under an id that is on record, it was told before, at whichever moment. Of whom nothing is on record, nothing is kept. */
async function recordOnce(world: World, subject: SubjectId, fact: NewFact): Promise<void> {
  const [recorded] = await record(world, [{ who: { subject }, facts: [fact], ifNew: () => ({}) }]);
  if (recorded && !recorded.ok && recorded.error.code !== "subject-unknown") throw recorded.error;
}
