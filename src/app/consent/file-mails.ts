// Files the mail that facts call for, and spaces it: a form that anybody can post must be no weapon against a mailbox.
import { days, type Instant } from "../../core/instant.ts";
import type { OutboxRequest, OutboxTable } from "../messages/outbox.ts";
import type { Tables } from "../ports.ts";
import { mailboxLimits, type Pace, takeTurn, turnAfter } from "./paces.ts";

/** A mail on its way into the outbox, with the paces that it shares with others. */
export interface MailToFile extends OutboxRequest {
  readonly paces?: readonly Pace[];
}

/** How many facts one mail answers at most, since its link names them all; the newest stay. */
const factsInOneMail = 20;

/**
 * What was asked for is kept: a mail beyond the limits waits until they allow it, and what is asked for meanwhile joins
 * it. Only where spellings of one mailbox are flooded for days is a mail not filed; the acts stay on record. Only for locked
 * people.
 */
export async function fileMails(
  { outbox, paces }: Pick<Tables, "outbox" | "paces">,
  mails: readonly MailToFile[],
  now: Instant,
): Promise<void> {
  const taken = await paces.lock(mails.flatMap((mail) => (mail.paces ?? []).map(({ id }) => id)));
  // One after the other: a mail finds the one before it.
  for (const { paces: shared = [], ...mail } of mails)
    await file(outbox, mail, now, (from) => takeTurn(taken, shared, from, now));
  await paces.save(taken);
}

async function file(
  outbox: OutboxTable,
  mail: OutboxRequest,
  now: Instant,
  turn: (from: Instant) => Instant | null,
): Promise<void> {
  // Only the holder of a mailbox, or the controller, calls for it, and it is due to the person; so are acknowledgements.
  if (mail.kind === "rightsReply") return outbox.add([mail]);
  const recent = await outbox.recent(mail.subject, mail.kind, (now - days(1)) as Instant);
  const waiting = recent.find(({ untried, request }) => untried && canJoin(mail, request));
  if (waiting) {
    const facts = [...new Set([...waiting.request.facts, ...mail.request.facts])].slice(-factsInOneMail);
    if (await outbox.rewrite(mail.subject, waiting.id, { ...mail.request, facts })) return;
  }
  if (mail.kind === "withdrawalAck") return outbox.add([mail]);
  const sent = recent.map(({ dueAt }) => dueAt);
  const dueAt = turn(turnAfter(sent, mailboxLimits, mail.dueAt));
  if (dueAt !== null) await outbox.add([{ ...mail, dueAt }]);
}

/** The answer to a request is that of its form; a link leads to one page; a confirmation mail lists whatever it asks about. */
function canJoin({ kind, request }: OutboxRequest, waiting: OutboxRequest["request"]): boolean {
  // Each is about another child.
  if (kind === "guardian") return false;
  if (kind === "link") return request.page === waiting.page;
  if (kind === "addressConfirmation") return request.from === waiting.from;
  return kind !== "requestedInformation" || request.form?.key === waiting.form?.key;
}
