/**
 * Decides a marketing message: the hard blocks, then the first basis that fully proves.
 *
 * Source: Directive 2002/58/EC 13; GDPR 6, 7, 8, 14, 21.
 */
import { findComplaint, findObjection, findWithdrawal, isUnderAge } from "./bars.ts";
import { type ConsentFinding, consentGround, findConsent } from "./bases/consent.ts";
import { corporateOptOut, regimeOf } from "./bases/corporate-opt-out.ts";
import { softOptIn } from "./bases/soft-opt-in.ts";
import { asksForPermission, isNoncompliant } from "./content.ts";
import type { Ground } from "./ground.ts";
import { consultRegisters } from "./registers.ts";
import { allow, type Reason, reason, refuse } from "./ruling.ts";
import { sourceOf } from "./source.ts";
import { isThirdParty } from "./third-party.ts";
import { trackingOf } from "./tracking.ts";
import type { Verdict } from "./verdict.ts";
import type { View } from "./view.ts";

/** What the bases came to: the first that holds, and why those that were tried before it do not. */
type Trial = { readonly ground: Ground | null; readonly failed: readonly Reason[] };

const NOTHING_FAILED: readonly Reason[] = Object.freeze([]);

/**
 * The verdict on a marketing message.
 *
 * @param reasons - the hard blocks that hold for every kind of message (B02 to B04); those of marketing are added.
 */
export function decideMarketing(view: View, reasons: Reason[]): Verdict {
  const consent = findConsent(view, view.asked.purpose.key);
  const { ground, failed } = tryBases(view, consent);
  addPersonalBars(view, consent, reasons);
  const registers = ground === null || ground.basis === "consent" ? null : consultRegisters(view);
  if (registers?.listed === true) reasons.push(reason("exclusion-register", null));
  if (registers?.stale === true) reasons.push(reason("register-stale", null));
  addMessageBars(view, consent, ground, reasons);
  if (ground === null) reasons.push(...failed);
  if (ground === null || reasons.length > 0) return refuse(view, reasons);
  const until = Math.min(ground.validUntil, registers?.clearUntil ?? Infinity);
  const { obligations, corporateObligations } = view.row;
  return allow(view, ground, until, {
    failed,
    obligations: ground.basis === "corporate-opt-out" ? corporateObligations : obligations,
    tracking: trackingOf(view),
  });
}

/** Consent, else the soft opt-in, else the company rules. */
function tryBases(view: View, consent: ConsentFinding): Trial {
  if (consent.good !== null) return { ground: consentGround(view, consent.good), failed: NOTHING_FAILED };
  const failed: Reason[] = [];
  if (consent.code !== null) failed.push(reason(consent.code, consent.newest));
  const soft = softOptIn(view);
  if (soft !== null && "basis" in soft) return { ground: soft, failed };
  if (soft !== null) failed.push(reason(soft.code, soft.sale));
  const corporate = corporateOptOut(view);
  if (typeof corporate !== "string") return { ground: corporate, failed };
  if (view.asked.recipient.kind === "legal" && regimeOf(view) !== "optIn")
    failed.push(reason(corporate, null));
  if (failed.length === 0) failed.push(reason("no-basis", null));
  return { ground: null, failed };
}

/** B05, B06, B07 and B09: what the person said or is. */
function addPersonalBars(view: View, { good }: ConsentFinding, reasons: Reason[]): void {
  const { key } = view.asked.purpose;
  const consentedAt = good === null ? -Infinity : good.at;
  const objection = findObjection(view, key, consentedAt);
  if (objection !== null) reasons.push(reason("objected", objection));
  const complaint = findComplaint(view, consentedAt);
  if (complaint !== null) reasons.push(reason("complaint-as-objection", complaint));
  const withdrawal = findWithdrawal(view, key, consentedAt);
  if (withdrawal !== null) reasons.push(reason("withdrawn", withdrawal));
  if (isUnderAge(view, good === null ? view.at : good.at)) reasons.push(reason("under-age", good));
}

/** B12, B13 and B14: where the address came from, and what the message is. */
function addMessageBars(
  view: View,
  { good }: ConsentFinding,
  ground: Ground | null,
  reasons: Reason[],
): void {
  const { message } = view.asked;
  const source = good === null ? sourceOf(view) : null;
  if (source !== null && isThirdParty(source)) reasons.push(reason("third-party-source", source));
  if (ground === null && asksForPermission(message)) reasons.push(reason("repermission-no-basis", null));
  if (isNoncompliant(message)) reasons.push(reason("message-noncompliant", null));
}
