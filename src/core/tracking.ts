/**
 * Tracking is a purpose of its own: without a consent to it, opens and clicks are not followed.
 *
 * Source: Directive 2002/58/EC 5(3); EDPB Guidelines 2/2023; CNIL Deliberation 2026-042; Garante Provv. 284/2026.
 */
import { findComplaint, findObjection, findWithdrawal } from "./bars.ts";
import { findConsent } from "./bases/consent.ts";
import type { Tracking } from "./verdict.ts";
import type { View } from "./view.ts";

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
