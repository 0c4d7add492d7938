/** The product in one function: may this message go to this person, for this purpose, at this moment? */
import { findBounce, findErasure, findRestriction } from "./bars.ts";
import { contract } from "./bases/contract.ts";
import { doubleOptIn } from "./bases/double-opt-in.ts";
import { legalObligation } from "./bases/legal-obligation.ts";
import { requestedInformation } from "./bases/requested-information.ts";
import { rightsReply, withdrawalAcknowledgement } from "./bases/rights.ts";
import type { RefusalCode } from "./codes.ts";
import { isPromotional } from "./content.ts";
import type { Ground } from "./ground.ts";
import { decideMarketing } from "./marketing.ts";
import type { Asked, PurposeKind } from "./question.ts";
import { NEWEST_RULES, type Row, rowFor } from "./rows.ts";
import { allow, PLAIN, type Reason, reason, refuse } from "./ruling.ts";
import type { Standing } from "./standing.ts";
import { type Tightening, tightenRow } from "./tightening.ts";
import { type Refusal, refusal, type Verdict } from "./verdict.ts";
import { type View, viewOf } from "./view.ts";

/** Which law answers. */
export type Options = {
  /** A day as YYYY-MM-DD: the rule set in force on it answers; absent = the newest. */
  readonly rules?: string | undefined;
  /** The controller's own strictness; hold on to the list, rows are made once for each. */
  readonly tightened?: readonly Tightening[] | undefined;
};

const BASIS_OF: {
  readonly [Kind in Exclude<PurposeKind, "marketing">]: (view: View) => Ground | RefusalCode;
} = {
  legalNotice: legalObligation,
  rightsReply,
  service: contract,
  doubleOptIn,
  requestedInformation,
  withdrawalAck: withdrawalAcknowledgement,
};

/**
 * Decides whether one message may be sent to one person for one purpose.
 *
 * Pure and total: same arguments, same verdict; it never throws and reads no clock. Facts later than `question.at`, and
 * facts that concern another controller, count for nothing. With no applicable evidence the answer is the refusal
 * `no-basis`, never a permit; with a rule set that does not exist it is `input-invalid`.
 *
 * @param standing - the fold of the person's facts; see `foldFacts` and `evolve`.
 * @param question - purpose, recipient, what the message declares, registers, and `at` (milliseconds since the epoch, UTC).
 * @returns a permit with its basis and the facts that carry it, or a refusal with every code that holds, most binding first.
 *
 * Source: GDPR 6(1), 7(3), 21(3); Directive 2002/58/EC 13.
 *
 * @example
 * const standing = [given, withdrawn].reduce(evolve, initialStanding);
 * decide(standing, { ...question, at: later }).outcome; // "refusal"
 */
export function decide(standing: Standing, question: Asked, options: Options = {}): Verdict {
  const row = rowFor(question.recipient.country, options.rules);
  if (row === null) return unknownRules(question);
  const verdict = decideUnder(row, standing, question);
  if (options.tightened === undefined || verdict.outcome === "refusal") return verdict;
  const own = tightenRow(row, options.tightened);
  if (own === null) return verdict;
  const strict = decideUnder(own.row, standing, question);
  return strict.outcome === "permit"
    ? strict
    : { ...strict, citations: [...strict.citations, ...own.citations] };
}

/**
 * The verdict under one row. A tightened row is asked only where the law permits: a stricter rule on consent would
 * otherwise make way for another basis, whose age counts at another time, and could permit more.
 */
function decideUnder(row: Row, standing: Standing, question: Asked): Verdict {
  const view = viewOf(standing, question, row);
  const { kind } = question.purpose;
  const reasons = generalBars(view);
  if (kind === "marketing") return decideMarketing(view, reasons);
  if (isPromotional(question.message)) {
    const neutral = kind === "doubleOptIn" || kind === "withdrawalAck";
    reasons.push(reason(neutral ? "ads-in-neutral-mail" : "promo-in-service", null));
  }
  const ground = BASIS_OF[kind](view);
  if (typeof ground === "string") reasons.push(reason(ground, null));
  if (typeof ground === "string" || reasons.length > 0) return refuse(view, reasons);
  return allow(view, ground, ground.validUntil, PLAIN);
}

/** B02 to B04: what bars every kind of message, but the last two never the reply to a person who exercises a right. */
function generalBars(view: View): Reason[] {
  const reasons: Reason[] = [];
  const bounce = findBounce(view);
  if (bounce !== null) reasons.push(reason("address-invalid", bounce));
  if (view.asked.purpose.kind === "rightsReply") return reasons;
  const erasure = findErasure(view);
  if (erasure !== null) reasons.push(reason("erased", erasure));
  const restriction = findRestriction(view);
  if (restriction !== null) reasons.push(reason("restricted", restriction));
  return reasons;
}

function unknownRules({ recipient, purpose, at }: Asked): Refusal {
  const { jurisdiction, citations } = rowFor(recipient.country)!;
  return refusal({
    code: "input-invalid",
    purpose: purpose.key,
    evidence: [],
    jurisdiction,
    alsoRefused: [],
    citations: citations["input-invalid"],
    rules: NEWEST_RULES,
    decidedAt: at,
  });
}
