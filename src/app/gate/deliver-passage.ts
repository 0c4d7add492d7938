// Hands on a mail that the gate took, to one person: asked for again at the last moment, like any other.
import { formatInstant, type Instant } from "../../core/instant.ts";
import { rowFor } from "../../core/rows.ts";
import { refusal, type Verdict } from "../../core/verdict.ts";
import { observing, reporting } from "../../core/waiver.ts";
import { domainOf, oneClick, wireAddress } from "../../mail/headers.ts";
import { isFault, readPassing, rewritten, valuesOf } from "../../mail/passing.ts";
import { marks } from "../../mail/provider-marks.ts";
import { isSharedDomain } from "../../mail/shared-domains.ts";
import { composeStatusReport } from "../../mail/status-report.ts";
import { signWayOutToken } from "../../mail/tokens.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import { borneBy } from "../listening/borne-by.ts";
import type { Handover, Letter } from "../messages/letter.ts";
import { notSent } from "../messages/not-sent.ts";
import type { OutboxMail, OutboxRequest, OutboxResult } from "../messages/outbox.ts";
import { signLetter } from "../messages/sign-letter.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { asItIs } from "./credentials.ts";
import type { SpooledMail } from "./gate-table.ts";
import { judge, refusalReply } from "./judge.ts";
import { senderAddress } from "./own-mailboxes.ts";
import type { Passage } from "./passage.ts";
import { type StatusReport, statusReportOf } from "./status-report.ts";
import { Weight } from "./weight.ts";

type Refused = Extract<Handover, { kind: "refused-by-relay" }>;

/** @param onRefused - hears of a refusal for good. */
export function deliverPassage(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  onRefused: (handover: Refused) => void,
): Promise<OutboxResult> {
  const hand = () => handOn(world, setup, mail, onRefused);
  const { octets } = mail.request.passage ?? {};
  return octets === undefined ? hand() : held.hold(octets, hand);
}

/** A mail is there several times while it is under way: read, rewritten, signed. Octets. */
const held = new Weight(32 * 1_048_576);

async function handOn(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  onRefused: (handover: Refused) => void,
): Promise<OutboxResult> {
  const { passage } = mail.request;
  const spooled = mail.spool === undefined ? null : await world.store.gate.spooled(mail.spool);
  const recipient = spooled?.recipients[mail.id];
  if (!passage || !spooled || !recipient) return { state: "failed", reply: "its words are gone" };
  const letter = await letterOf(world, setup, mail, spooled, recipient.address);
  if (letter === null) return { state: "failed", reply: "its purpose is not declared any more" };
  let last: Verdict | undefined;
  const handover = await world.post.deliver(async () => {
    const now = await world.store.setup.current();
    const person = (await world.store.people.find([mail.subject])).get(mail.subject);
    if (!now) return null;
    last = unmeasured(judge(now, person, passage, world.clock.now()), passage);
    if (last.outcome === "permit") return last;
    if (passage.observeUntil === undefined) return null;
    const { observeUntil = null } = (await asItIs(world, { name: passage.credential })) ?? {};
    return observeUntil === null
      ? null
      : observing(last, Math.min(observeUntil, passage.observeUntil) as Instant);
  }, letter);
  if (handover.kind === "sent")
    return last?.outcome === "permit"
      ? { state: "sent", permit: last, reply: handover.reply }
      : { state: "passed", refusal: last ?? null, reply: handover.reply };
  if (handover.kind === "withheld")
    return last?.outcome === "refusal"
      ? { state: "refused", refusal: last }
      : { state: "failed", reply: "nothing is set up any more" };
  if (handover.kind === "refused-by-relay" && handover.permanent) onRefused(handover);
  return notSent(world, mail, handover);
}

/** What follows its reader goes to nobody who has taken that permission back meanwhile (ePrivacy 5(3)). */
function unmeasured(verdict: Verdict, { follows }: Passage): Verdict {
  if (!follows || verdict.outcome === "refusal" || verdict.tracking === "full") return verdict;
  const { purpose, jurisdiction, rules, decidedAt } = verdict;
  const code = "message-noncompliant";
  const citations = rowFor(undefined)?.citations[code] ?? [];
  return refusal({ code, purpose, evidence: [], jurisdiction, alsoRefused: [], citations, rules, decidedAt });
}

/**
 * Puts the outcome on record, and in the same transaction what whoever sent it hears of a failure: a crash between the two would
 * leave them with the 250 that they were told. Where the law counts sendings this is one.
 */
export async function concludePassage(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  result: OutboxResult,
): Promise<void> {
  const { passage } = mail.request;
  if (result.state === "sent" && passage) await countSending(world, setup, mail, passage.purpose);
  const failed = result.state === "refused" || result.state === "failed";
  const report = failed ? await reportOn(world, setup, mail, result) : null;
  const now = world.clock.now();
  if (report === null) await world.store.outbox.conclude(mail, result, now);
  else
    await world.store.transaction(async ({ outbox }) => {
      if (await outbox.conclude(mail, result, now)) await outbox.add([report]);
    });
  if (result.state !== "waiting" && mail.spool !== undefined)
    await world.store.gate.forgetSpooled([mail.spool]);
}

/** Only the rows with a rolling limit read it (Ireland, SI 336/2011 reg 13(11)). */
async function countSending(
  world: World,
  setup: Setup,
  { subject, id }: OutboxMail,
  purpose: string,
): Promise<void> {
  if (setup.purposes[purpose]?.content.kind !== "marketing") return;
  const person = (await world.store.people.find([subject])).get(subject);
  if (!person?.recipient.country || !rowFor(person.recipient.country)?.soiRolling) return;
  const at = formatInstant(world.clock.now());
  await record(world, [
    { who: { subject }, facts: [newFact({ id: `sent-${id}`, type: "marketing.sent", at }, "relay")] },
  ]);
}

/** Null: nobody wants one. */
async function reportOn(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  result: Extract<OutboxResult, { state: "refused" | "failed" }>,
): Promise<OutboxRequest | null> {
  const spooled = mail.spool === undefined ? null : await world.store.gate.spooled(mail.spool);
  const recipient = spooled?.recipients[mail.id];
  const sender = senderAddress(setup, mail.request.passage?.purpose ?? "");
  const read = spooled && readPassing(spooled.raw);
  if (!spooled || !recipient || !sender || !read || isFault(read)) return null;
  const reply = result.state === "refused" ? `550 ${refusalReply(world, result.refusal).text}` : result.reply;
  const status =
    /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(reply)?.[1] ?? (result.state === "refused" ? "5.7.1" : "5.0.0");
  const told = { ...spooled, sender, header: read.fields, arrivedAt: mail.createdAt };
  return statusReportOf(world, told, [{ ...recipient, status, diagnostic: reply }]);
}

async function letterOf(
  world: World,
  setup: Setup,
  mail: OutboxMail,
  spooled: SpooledMail,
  address: string,
): Promise<Letter | null> {
  const { purpose = "" } = mail.request.passage ?? {};
  const declared = setup.purposes[purpose];
  const sender = declared && setup.senders[declared.content.sender]?.content;
  const read = readPassing(spooled.raw);
  if (!declared || !sender || isFault(read)) return null;
  const borne = borneBy(world, spooled.reversePath, { subject: mail.subject, mail: mail.id });
  const marked = (world.listening?.providers ?? []).map((provider) => marks[provider]);
  const wayOut = signWayOutToken({ subject: mail.subject, campaign: mail.id }, world.secrets.tokenKey);
  const marketing = declared.content.kind === "marketing";
  const lines = [
    ...marked.map(({ name, value }) => `${name}: ${value(borne.token)}`),
    ...(marketing && valuesOf(read, "list-unsubscribe").length === 0
      ? [
          `List-Unsubscribe: <${oneClick(`${world.publicUrl}/u/${wayOut}`)}>`,
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ]
      : []),
  ];
  const { reversePath, envid, ret } = spooled;
  const recipient = spooled.recipients[mail.id];
  const letter: Letter = {
    // Whoever takes no reports gets none (RFC 5321 4.5.5).
    reversePath: reversePath === "" ? "" : wireAddress(borne.reversePath, "reverse-path"),
    forwardPath: wireAddress(address, "recipient"),
    raw: rewritten(read, lines, []),
    ...(!marketing && { urgent: true as const }),
    // Reports that come back to us are none of the software's; those that go to it, it asked for.
    ...(borne.reversePath === reversePath &&
      recipient && { notice: { envid, ret, notify: recipient.notify, orcpt: recipient.orcpt } }),
  };
  return signLetter(world, letter, sender);
}

/** To a mailbox of the controller's own, and to no other. */
export async function deliverReport(world: World, mail: OutboxMail): Promise<OutboxResult> {
  const { address, words } = mail.parting ?? {};
  if (address === undefined || words === undefined) return { state: "failed", reply: "its words are gone" };
  const report = JSON.parse(words) as StatusReport;
  const raw = await composeStatusReport({
    ...report,
    to: address,
    messageId: mail.messageId,
    date: world.clock.now(),
  });
  const letter: Letter = {
    reversePath: "",
    forwardPath: wireAddress(address, "recipient"),
    raw,
    urgent: true,
  };
  const handover = await world.post.deliver(
    async () =>
      reporting(
        letter.forwardPath,
        wireAddress(report.sender, "sender"),
        isSharedDomain(domainOf(report.sender)),
      ),
    letter,
  );
  if (handover.kind === "sent") return { state: "passed", refusal: null, reply: handover.reply };
  if (handover.kind === "withheld") return { state: "failed", reply: "it is no mailbox of the controller's" };
  return notSent(world, mail, handover);
}
