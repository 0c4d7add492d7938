// Files the mail that facts call for, and spaces it: a form that anybody can post must be no weapon against a mailbox.
import { days, type Instant } from "../../core/instant.ts";
import type { FiledMail, OutboxRequest } from "../messages/outbox.ts";
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
  if (mails.length === 0) return;
  const taken = await paces.lock(mails.flatMap((mail) => (mail.paces ?? []).map(({ id }) => id)));
  const filed = [...(await outbox.recent(mails, (now - days(1)) as Instant))];
  const added = new Map<string, OutboxRequest>();
  const add = (mail: OutboxRequest) => {
    added.set(mail.id, mail);
    filed.push({ ...mail, untried: true });
  };
  // One after the other: a mail finds the one before it.
  for (const { paces: shared = [], ...mail } of mails) {
    const others = filed.filter(({ subject, kind }) => subject === mail.subject && kind === mail.kind);
    // Only the holder of a mailbox, or the controller, calls for it, and it is due to the person; so are acknowledgements.
    if (mail.kind === "rightsReply" || mail.kind === "message") add(mail);
    else if (await joins(mail, others)) continue;
    else if (mail.kind === "withdrawalAck") add(mail);
    else {
      const sent = others.map(({ dueAt }) => dueAt);
      const dueAt = takeTurn(taken, shared, turnAfter(sent, mailboxLimits, mail.dueAt), now);
      if (dueAt !== null) add({ ...mail, dueAt });
    }
  }
  await outbox.add([...added.values()]);
  await paces.save(taken);

  /** Whether a mail that was not tried yet now says this too. */
  async function joins(mail: OutboxRequest, others: readonly FiledMail[]): Promise<boolean> {
    const waiting = others.find(({ untried, request }) => untried && canJoin(mail, request));
    if (!waiting) return false;
    const facts = [...new Set([...waiting.request.facts, ...mail.request.facts])].slice(-factsInOneMail);
    const request = { ...mail.request, facts };
    const own = added.get(waiting.id);
    if (own) added.set(waiting.id, { ...own, request });
    else if (!(await outbox.rewrite(mail.subject, waiting.id, request))) return false;
    filed[filed.indexOf(waiting)] = { ...waiting, request };
    return true;
  }
}

/** The answer to a request is that of its form; a link leads to one page; a confirmation mail lists whatever it asks about. */
function canJoin({ kind, request }: OutboxRequest, waiting: OutboxRequest["request"]): boolean {
  // Each is about another child.
  if (kind === "guardian") return false;
  if (kind === "link") return request.page === waiting.page;
  if (kind === "addressConfirmation") return request.from === waiting.from;
  return kind !== "requestedInformation" || request.form?.key === waiting.form?.key;
}
