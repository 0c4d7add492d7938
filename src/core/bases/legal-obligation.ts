/**
 * A notice that the law itself demands: a breach notice, a recall, a change of contract terms that must be announced.
 *
 * Source: GDPR 6(1)(c), 34.
 */
import type { RefusalCode } from "../codes.ts";
import type { Ground } from "../ground.ts";
import { isSeen, type View } from "../view.ts";

/** Holds if the message names the statute that it fulfils. */
export function legalObligation(view: View): Ground | RefusalCode {
  const { statute, request: named } = view.asked.message ?? {};
  if (!statute) return "no-legal-duty";
  // What called for it is cited where it is on record.
  const request = view.standing.cases.find(({ id }) => id === named);
  const evidence = request && isSeen(view, request) ? [request.id] : [];
  return { basis: "legal-obligation", evidence, validUntil: Infinity };
}
