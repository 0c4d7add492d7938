/**
 * A notice that the law itself demands: a breach notice, a recall, a change of contract terms that must be announced.
 *
 * Source: GDPR 6(1)(c), 34.
 */
import type { RefusalCode } from "../codes.ts";
import type { Ground } from "../ground.ts";
import type { View } from "../view.ts";

/** Holds if the message names the statute that it fulfils. */
export function legalObligation({ asked }: View): Ground | RefusalCode {
  return asked.message?.statute
    ? { basis: "legal-obligation", evidence: [], validUntil: Infinity }
    : "no-legal-duty";
}
