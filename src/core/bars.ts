/**
 * The hard blocks: what forbids a message whatever basis it may have.
 *
 * Source: GDPR 5(1)(d), 7(3), 8, 17, 18, 21(2)-(3).
 */
import { confirmationsOf } from "./confirmations.ts";
import type { ComplaintReceived, ConsentWithdrawn, Fact, ObjectionRaised } from "./facts.ts";
import { type Instant, wholeYears } from "./instant.ts";
import { newestAlive, newestSeen, type View } from "./view.ts";

/** B02: the newest hard bounce, unless the address was restored later. */
export function findBounce(view: View): Fact | null {
  const { bounces, restorations } = view.standing;
  if (bounces.length === 0) return null;
  const bounce = newestSeen(view, bounces, (fact) => fact.class !== "soft");
  return stands(bounce, newestAlive(view, restorations));
}

/** B03: the newest erasure, unless the person came back since in a way that this kind of message may rely on. */
export function findErasure(view: View): Fact | null {
  if (view.erasedAt === -Infinity) return null;
  return cameBack(view) ? null : newestSeen(view, view.standing.erasures);
}

/** B04: the newest restriction, unless it was lifted later. */
export function findRestriction(view: View): Fact | null {
  const { restrictions, liftings } = view.standing;
  if (restrictions.length === 0) return null;
  return stands(newestSeen(view, restrictions), newestAlive(view, liftings));
}

/** B05: the newest objection to a purpose or to direct marketing, unless a good consent was given later. */
export function findObjection(view: View, key: string, consentedAt: number): ObjectionRaised | null {
  const { objections } = view.standing;
  if (objections.length === 0) return null;
  const objection = newestSeen(
    view,
    objections,
    ({ scope }) => scope === key || scope === "direct-marketing",
  );
  return objection === null || consentedAt > objection.at ? null : objection;
}

/** B06: the newest complaint, unless a good consent was given later. */
export function findComplaint(view: View, consentedAt: number): ComplaintReceived | null {
  const complaint = newestSeen(view, view.standing.complaints);
  return complaint === null || consentedAt > complaint.at ? null : complaint;
}

/** B07: the newest withdrawal of a purpose or of all, unless a good consent was given later. */
export function findWithdrawal(view: View, key: string, consentedAt: number): ConsentWithdrawn | null {
  const { withdrawals } = view.standing;
  if (withdrawals.length === 0) return null;
  const withdrawal = newestSeen(view, withdrawals, ({ purpose }) => purpose === key || purpose === "*");
  return withdrawal === null || consentedAt > withdrawal.at ? null : withdrawal;
}

/**
 * B09: whether the person is too young, or of unknown age for something made for children, without a guardian's consent.
 *
 * @param by - the instant that counts: of the permitting consent, else of the message.
 */
export function isUnderAge(view: View, by: Instant): boolean {
  const { asked, row } = view;
  if (row.age === null) return false;
  const { birthDate } = asked.recipient;
  const tooYoung =
    birthDate === undefined ? asked.purpose.childDirected === true : wholeYears(birthDate, by) < row.age;
  return tooYoung && newestAlive(view, view.standing.guardians, (fact) => fact.at <= by) === null;
}

/** At the same instant a bar beats what would lift it. */
function stands(bar: Fact | null, lifting: Fact | null): Fact | null {
  return bar !== null && lifting !== null && lifting.at > bar.at ? null : bar;
}

function cameBack(view: View): boolean {
  const { standing, asked } = view;
  const { key, kind } = asked.purpose;
  if (kind === "doubleOptIn") return newestAlive(view, standing.consents) !== null;
  if (
    kind === "service" &&
    newestAlive(view, standing.contractStarts, (fact) => fact.contract === asked.message?.contract)
  ) {
    return true;
  }
  if (
    kind === "requestedInformation" &&
    newestAlive(view, standing.requests, (fact) => fact.id === asked.message?.request)
  ) {
    return true;
  }
  const confirmed = newestAlive(
    view,
    standing.consents,
    (fact) => (kind !== "marketing" || fact.purpose === key) && confirmationsOf(view, fact).byPerson !== null,
  );
  return confirmed !== null;
}
