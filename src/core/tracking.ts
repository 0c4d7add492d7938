/**
 * Tracking is a purpose of its own: without a consent to it, opens and clicks are not followed.
 *
 * Source: Directive 2002/58/EC 5(3); EDPB Guidelines 2/2023; CNIL Deliberation 2026-042; Garante Provv. 284/2026.
 */
import { findComplaint, findObjection, findWithdrawal } from "./bars.ts";
import { consentGround, findConsent } from "./bases/consent.ts";
import type { Instant } from "./instant.ts";
import type { Asked } from "./question.ts";
import { rowFor } from "./rows.ts";
import type { Standing } from "./standing.ts";
import { type Tightening, tightenRow } from "./tightening.ts";
import type { Tracking } from "./verdict.ts";
import { type View, viewOf } from "./view.ts";

/** The purpose key of a consent to tracking. */
export const TRACKING_KEY = "email-tracking";

/** The block by which a message declares that it asks for that consent. */
export const TRACKING_QUESTION = "trackingQuestion";

/** How far a permitted marketing message may be followed. */
export function trackingOf(view: View): Tracking {
  const { good } = findConsent(view, TRACKING_KEY);
  if (good === null) return view.row.openTracking;
  const barred =
    findObjection(view, TRACKING_KEY, good.at) ??
    findComplaint(view, good.at) ??
    findWithdrawal(view, TRACKING_KEY, good.at);
  return barred === null ? "full" : view.row.openTracking;
}

/**
 * The last instant at which a permission to follow the message holds if nothing else happens: it decays by itself, apart from
 * the permission to write.
 *
 * @param tightened - the controller's own strictness.
 * @returns null where there is none on record, or none that ends by time alone.
 */
export function trackingUntil(
  standing: Standing,
  question: Asked,
  tightened: readonly Tightening[] = [],
): Instant | null {
  const law = rowFor(question.recipient.country)!;
  const view = viewOf(standing, question, tightenRow(law, tightened)?.row ?? law);
  const { good } = findConsent(view, TRACKING_KEY);
  const until = good === null ? Infinity : consentGround(view, good).validUntil;
  return until === Infinity ? null : (until as Instant);
}
