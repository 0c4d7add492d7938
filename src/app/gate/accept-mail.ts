// Takes a mail of other software: reads what it says of itself, asks for each recipient, and puts it on record before 250.
import { isUtf8 } from "node:buffer";
import type { Instant } from "../../core/instant.ts";
import type { Message } from "../../core/question.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { dateValue, messageIdOf } from "../../mail/headers.ts";
import {
  isFault,
  mailboxIn,
  type PassingMail,
  readPassing,
  rewritten,
  valuesOf,
  wireFault,
} from "../../mail/passing.ts";
import { isOwnMailbox } from "../../mail/shared-domains.ts";
import { type Unfollowed, unfollow } from "../../mail/unfollowed.ts";
import { together } from "../consent/together.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import type { GivenVerdict } from "../verdicts/verdicts-table.ts";
import { askEach } from "./ask-each.ts";
import { type Credential, declaring } from "./credential.ts";
import type { SpooledMail, Taken } from "./gate-table.ts";
import type { HandedMail } from "./handed-mail.ts";
import { undeclared, unknownState } from "./judge.ts";
import { lookUpAgain } from "./look-up.ts";
import { ownMailboxes, senderAddress } from "./own-mailboxes.ts";
import type { Passage, Reply } from "./passage.ts";
import { type Failed, statusReportOf } from "./status-report.ts";
import { Weight } from "./weight.ts";

/** What is put on record of one mail, all or nothing. */
interface TakenMail extends Taken {
  /** Of the recipients who were lost, to whoever sent it. */
  readonly report?: OutboxRequest | null;
}

/** So many mails share a transaction with what comes at the same moment. */
const mailsTogether = 50;
/** Each is there several times on its way into the database. */
const large = new Weight(4);
const joining = new WeakMap<World, (taken: readonly TakenMail[]) => Promise<readonly null[]>>();

/** Fields that are the gate's, or that would tell one recipient of another. */
const neverOn = ["x-licet-", "bcc", "resent-bcc", "return-path", "dkim-signature"];

/** Fields that tell the reader who sent it, as they are written (RFC 5322 3.6.2, 3.6.6). */
const naming = ["Sender", "Resent-From", "Resent-Sender"];

/** As in Postfix; a mail that goes round would otherwise never end, and be on record each time (RFC 5321 6.3). */
const mostHops = 50;

/** @returns the reply to DATA: 250 once the mail and its permits are on record, and never before. */
export async function acceptMail(world: World, credential: Credential, mail: HandedMail): Promise<Reply> {
  const fault = wireFault(mail.raw);
  if (fault) return fault;
  const read = readPassing(mail.raw);
  if (isFault(read)) return read;
  if (valuesOf(read, "received").length > mostHops)
    return { code: 554, text: "5.4.6 it has been through here again and again: a server hands it back" };
  const subjects = mail.recipients.map(({ address }) => subjectIdOf(address, world.secrets));
  const { people, setup } = await lookUpAgain(world, subjects);
  if (!setup) return unknownState;
  const passage = passageOf(setup, credential, read);
  if ("code" in passage) return passage;
  const sender = senderAddress(setup, passage.purpose);
  if (sender === null) return undeclared(passage.purpose);
  const stranger = anotherName(read, sender);
  if (stranger) return stranger;

  const at = world.clock.now();
  const unfollowed = await unfollow(mail.raw).catch(unreadable(mail.raw));
  const asked = await askEach(world, setup, credential, { mail, subjects, people, passage, unfollowed }, at);
  const observed = passage.observeUntil !== undefined;
  const going = asked.filter(({ refused }) => observed || refused === null);
  const lost = asked.filter((one) => !going.includes(one));
  const verdicts = asked.map(
    ({ id, subject, verdict, refused }): GivenVerdict => ({
      ...{ id, subject, at, verdict },
      via: "gate",
      asker: credential.name,
      purpose: passage.purpose,
      observed: observed && refused !== null,
    }),
  );
  const [first] = lost;
  if (first?.refused && going.length === 0) {
    await put(world, { spool: [], mails: [], verdicts });
    return first.refused;
  }

  const own = messageIdOf(world.ids.next(), sender);
  const [messageId = own] = valuesOf(read, "message-id");
  const lines = [
    received(world, mail, at),
    ...(messageId === own ? [`Message-ID: ${own}`] : []),
    ...(valuesOf(read, "date").length > 0 ? [] : [`Date: ${dateValue(at)}`]),
  ];
  // Whoever permits to be followed gets the mail as it came; everybody else without what follows. To watch changes nothing.
  const follow = (one: (typeof going)[number]) => observed || one.verdict.tracking === "full";
  const follows = !observed && (unfollowed.raw !== mail.raw || unfollowed.stuck.length > 0);
  const spool = [true, false].flatMap((followed): SpooledMail[] => {
    const those = going.filter((one) => follow(one) === followed);
    const changed = !followed && unfollowed.raw !== mail.raw;
    const to = changed ? readPassing(unfollowed.raw) : read;
    if (those.length === 0 || isFault(to)) return [];
    const { reversePath, envid, ret } = mail;
    return [
      {
        id: world.ids.next(),
        raw: rewritten(to, lines, neverOn),
        ...{ reversePath, envid, ret },
        recipients: Object.fromEntries(
          those.map(({ id, recipient: { address, notify, orcpt } }) => [
            id,
            { address: address.typed, notify, orcpt },
          ]),
        ),
        createdAt: at,
      },
    ];
  });
  const mails = spool.flatMap(({ id: spooled, recipients }) =>
    going
      .filter(({ id }) => recipients[id] !== undefined)
      .map(
        ({ id, subject, verdict }): OutboxRequest => ({
          subject,
          id,
          kind: "passage",
          request: {
            facts: [],
            language: "",
            passage: {
              ...passage,
              ...(follows && verdict.tracking === "full" && { follows }),
              ...(mail.raw.length > togetherUpTo && { octets: mail.raw.length }),
            },
          },
          messageId: namesNobody(messageId, mail) ? messageId : own,
          createdAt: at,
          dueAt: at,
          spool: spooled,
          // A hundred thousand newsletters must not keep a link to confirm from whoever waits for it.
          ...(setup.purposes[passage.purpose]?.content.kind === "marketing" && { behind: true as const }),
        }),
      ),
  );
  const failed = lost.map(({ recipient, refused }): Failed => {
    const diagnostic = `${refused?.code} ${refused?.text}`;
    return { ...recipient, address: recipient.address.typed, status: "5.7.1", diagnostic };
  });
  const report = statusReportOf(world, { ...mail, sender, header: read.fields, arrivedAt: at }, failed);
  await put(world, { spool, mails, verdicts, report });
  return { code: 250, text: `2.6.0 ${mails.length === 1 ? mails[0]?.id : spool[0]?.id} taken` };
}

/** What is larger goes by itself: it would not wait for the others, but be waited for. Octets. */
const togetherUpTo = 262_144;

function put(world: World, taken: TakenMail): Promise<unknown> {
  if (taken.spool.some(({ raw }) => raw.length > togetherUpTo))
    return large.hold(1, () => putAll(world, [taken]));
  const joined = joining.get(world) ?? together((some) => putAll(world, some), mailsTogether);
  joining.set(world, joined);
  return joined([taken]);
}

async function putAll(world: World, taken: readonly TakenMail[]): Promise<readonly null[]> {
  const all = {
    spool: taken.flatMap(({ spool }) => spool),
    mails: taken.flatMap(({ mails }) => mails),
    verdicts: taken.flatMap(({ verdicts }) => verdicts),
  };
  const reports = taken.flatMap(({ report }) => report ?? []);
  if (reports.length === 0) await world.store.gate.take(all);
  else
    await world.store.transaction(async ({ gate, outbox }) => {
      await gate.take(all);
      await outbox.add(reports);
    });
  return taken.map(() => null);
}

/** What stays on record must not hold an address, and tools put into a Message-ID what they please. */
function namesNobody(messageId: string, { recipients }: HandedMail): boolean {
  const text = messageId.toLowerCase();
  return (
    messageId.length <= 250 &&
    recipients.every(
      ({ address: { typed } }) => !text.includes(typed.slice(0, typed.lastIndexOf("@")).toLowerCase()),
    )
  );
}

/** Why it is not taken; null: all names under which it would arrive are the controller's. */
function anotherName(mail: PassingMail, sender: string): Reply | null {
  const authors = valuesOf(mail, "from");
  const isOurs = (value: string) => {
    const address = parseAddress(mailboxIn(value) ?? "");
    return address !== null && isOwnMailbox(address.typed, sender);
  };
  const field =
    authors.length === 1 && authors.every(isOurs)
      ? naming.find((name) => !valuesOf(mail, name.toLowerCase()).every(isOurs))
      : "From";
  if (field === undefined) return null;
  return {
    code: 550,
    text: `5.7.1 \`${field}\` must hold one address ${ownMailboxes(sender)}`,
  };
}

/** For which purpose, and what it declares; or why it is not taken. */
function passageOf(setup: Setup, credential: Credential, mail: PassingMail): Passage | Reply {
  const declared = declarationsIn(mail);
  if ("code" in declared) return declared;
  const { contract } = declared;
  const purpose = declared.purpose || credential.purpose;
  if (!credential.purposes.includes(purpose))
    return { code: 550, text: `5.7.1 \`X-Licet-Purpose\` must be ${credential.purposes.join(" or ")}` };
  const kind = setup.purposes[purpose]?.content.kind;
  if (kind === undefined) return undeclared(purpose);
  const blocks = declared.blocks?.split(",").map((block) => block.trim());
  const message: Message = {
    ...((blocks || kind === "service") && { blocks: blocks ?? ["service"] }),
    ...(contract && { contract }),
  };
  return {
    credential: credential.name,
    purpose,
    message,
    ...(kind === "service" && !contract && credential.contract === "newest" && { newestContract: true }),
    ...(credential.observeUntil !== null && { observeUntil: credential.observeUntil }),
  };
}

/** No declaration needs more. Octets. */
const longestDeclared = 1000;

/** What the mail says of itself; a field that we do not know may be one that speaks against it. */
function declarationsIn(
  mail: PassingMail,
): Readonly<Partial<Record<keyof typeof declaring, string>>> | Reply {
  const names = Object.entries(declaring) as [keyof typeof declaring, string][];
  const told = new Map<keyof typeof declaring, string>();
  for (const { name, value } of mail.fields) {
    if (!name.startsWith("x-licet-")) continue;
    const [what] = names.find(([, field]) => field === name) ?? [];
    if (what === undefined)
      return refusing("is none of `X-Licet-Purpose`, `X-Licet-Contract` and `X-Licet-Blocks`");
    if (told.has(what)) return refusing("stands there more than once");
    const octets = Buffer.from(value, "latin1");
    const text = octets.toString();
    if (!isUtf8(octets) || /[^\P{Cc}\t]|=\?.*\?=/u.test(text))
      return refusing("must be plain text in ASCII or UTF-8, not encoded (RFC 2047)");
    if (octets.length > longestDeclared) return refusing(`is longer than ${longestDeclared} octets`);
    told.set(what, text);
  }
  return Object.fromEntries(told);
}

function refusing(problem: string): Reply {
  return { code: 550, text: `5.7.1 a field \`X-Licet-…\` ${problem}` };
}

function untouched(raw: Buffer): Unfollowed {
  return { raw, pixels: 0, links: 0, stuck: [] };
}

/** What follows people in a mail that cannot be read is not known, so none of those who did not permit it gets the mail. */
function unreadable(raw: Buffer): (error: unknown) => Unfollowed {
  return (error) => {
    if (error instanceof CodedError && error.code === "mail-unreadable")
      return { ...untouched(raw), stuck: ["it cannot be read"] };
    throw error;
  };
}

/** RFC 5321 4.4; where it comes from inside the company concerns nobody who receives it. */
function received({ publicUrl, ids }: World, { from }: HandedMail, at: Instant): string {
  const helo = /^[\w.:[\]-]{1,255}$/.test(from.helo) ? from.helo : "unknown";
  return `Received: from ${helo}\r\n\tby ${new URL(publicUrl).hostname} with ${from.protocol} id ${ids.next()};\r\n\t${dateValue(at)}`;
}
