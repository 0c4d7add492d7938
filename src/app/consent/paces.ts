// How often mail may go that anybody may have asked for on a page: what counts together for a limit shares a pace.
import { days, type Instant } from "../../core/instant.ts";
import type { Address } from "../../ledger/address.ts";
import { paceIdOf, type Secrets } from "../../ledger/secrets.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { World } from "../ports.ts";
import { isPlainest, likelyMailbox } from "./likely-mailbox.ts";

export interface Pace {
  /** A uuid that tells nothing of what it counts. */
  readonly id: string;
  /** None: the mail is counted, and waits for no other. */
  readonly limits: readonly MailLimit[];
}

export interface MailLimit {
  readonly mails: number;
  readonly withinMs: number;
}

/** At most so many mails of one kind go to one mailbox. */
export const mailboxLimits: readonly MailLimit[] = [
  { mails: 1, withinMs: 10 * 60_000 },
  { mails: 3, withinMs: days(1) },
];

/** A mail that would have to wait longer is not filed: what its link confirms has run out by then. */
export const longestWaitMs = days(2);

/**
 * The pace of all spellings that probably reach one mailbox, `a+1@…` and `a+2@…`. They are no less different people: only
 * what is sent to them is counted together.
 *
 * Mail to the plainest of them is counted and waits for no other, or whoever writes to `a+1@…` could keep it from `a@…`.
 */
export function mailboxPace(address: Address, kind: OutboxRequest["kind"], secrets: Secrets): Pace {
  return {
    id: paceIdOf(`${kind} ${likelyMailbox(address)}`, secrets),
    limits: isPlainest(address) ? [] : mailboxLimits,
  };
}

/** Under pressure: one mail a minute for all that one network sends without having worked for it. */
export function networkPace(network: string, secrets: Secrets): Pace {
  return { id: paceIdOf(`network ${network}`, secrets), limits: [{ mails: 1, withinMs: 60_000 }] };
}

/** Under pressure: a mail every two seconds for all that is sent from one form without having worked for it. */
export function formPace(form: string, secrets: Secrets): Pace {
  return { id: paceIdOf(`form ${form}`, secrets), limits: [{ mails: 1, withinMs: 2_000 }] };
}

/** The first instant from `from` on at which the limits allow one more. */
export function turnAfter(taken: readonly Instant[], limits: readonly MailLimit[], from: Instant): Instant {
  const newestFirst = [...taken].sort((one, other) => other - one);
  const allowed = limits.map(
    ({ mails, withinMs }) => (newestFirst[mails - 1] ?? Number.NEGATIVE_INFINITY) + withinMs,
  );
  return Math.max(from, ...allowed) as Instant;
}

/** So many are remembered: as many as the widest limit counts. */
const remembered = Math.max(...mailboxLimits.map(({ mails }) => mails));

/**
 * Takes the first turn that all of them allow, or null where none comes in time. Only for locked paces.
 *
 * @param known - changed: the turn is in it.
 */
export function takeTurn(
  known: Map<string, readonly Instant[]>,
  paces: readonly Pace[],
  from: Instant,
  now: Instant,
): Instant | null {
  let turn = from;
  for (const { id, limits } of paces) turn = turnAfter(known.get(id) ?? [], limits, turn);
  if (turn > now + longestWaitMs) return null;
  for (const { id } of paces) {
    const taken = [...(known.get(id) ?? []), turn].sort((one, other) => one - other);
    known.set(id, taken.slice(-remembered));
  }
  return turn;
}

/** A day is as far back as any limit looks. */
export async function forgetPaces({ store, clock }: World): Promise<void> {
  await store.paces.forget((clock.now() - days(1)) as Instant);
}
