// Files the mail that facts call for, and spaces it: a form that anybody can post must be no weapon against a mailbox.
import { days, type Instant } from "../../core/instant.ts";
import type { OutboxRequest, OutboxTable } from "../messages/outbox.ts";
import type { Tables } from "../ports.ts";

/** At most so many mails of one kind that a form calls for go to one address. */
const limits = [
  { mails: 1, withinMs: 10 * 60_000 },
  { mails: 3, withinMs: days(1) },
];

/** How many facts one mail answers at most, since its link names them all; the newest stay. */
const factsInOneMail = 20;

/**
 * Nothing that was asked for is dropped: a mail beyond the limits waits until they allow it, and what is asked for
 * meanwhile joins it. Only for locked people.
 */
export async function fileMails(
  { outbox }: Tables,
  mails: readonly OutboxRequest[],
  now: Instant,
): Promise<void> {
  // One after the other: a mail finds the one before it.
  for (const mail of mails) await file(outbox, mail, now);
}

async function file(outbox: OutboxTable, mail: OutboxRequest, now: Instant): Promise<void> {
  // Only the holder of a mailbox, or the controller, calls for it, and it is due to the person.
  if (mail.kind === "withdrawalAck" || mail.kind === "rightsReply") return outbox.add([mail]);
  const recent = await outbox.recent(mail.subject, mail.kind, (now - days(1)) as Instant);
  const waiting = recent.find(({ untried, request }) => untried && canJoin(mail, request));
  if (waiting) {
    const facts = [...new Set([...waiting.request.facts, ...mail.request.facts])].slice(-factsInOneMail);
    if (await outbox.rewrite(mail.subject, waiting.id, { ...mail.request, facts })) return;
  }
  const sent = recent.map(({ dueAt }) => dueAt).sort((one, other) => other - one);
  const allowed = limits.map(
    ({ mails, withinMs }) => (sent[mails - 1] ?? Number.NEGATIVE_INFINITY) + withinMs,
  );
  await outbox.add([{ ...mail, dueAt: Math.max(mail.dueAt, ...allowed) as Instant }]);
}

/** The answer to a request is that of its form; a link leads to one page; a confirmation mail lists whatever it asks about. */
function canJoin({ kind, request }: OutboxRequest, waiting: OutboxRequest["request"]): boolean {
  if (kind === "link") return request.page === waiting.page;
  if (kind === "addressConfirmation") return request.from === waiting.from;
  return kind !== "requestedInformation" || request.form?.key === waiting.form?.key;
}
