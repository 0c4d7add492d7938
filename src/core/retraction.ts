/**
 * What is taken back by whoever told it: as if it had not been told, but only where it could open something. What bars, bars.
 *
 * Source: GDPR 5(1)(d), 5(2).
 */
import type { Fact, FactType } from "./facts.ts";
import { isThirdParty } from "./third-party.ts";

const OPENING: readonly FactType[] = [
  "consent.given",
  "consent.confirmed",
  "sale.concluded",
  "sale.negotiated",
  "support.expressed",
  "information.requested",
  "contract.started",
  "activity.observed",
  "address.restored",
  "restriction.lifted",
  "guardian.consented",
  "source.declared",
];

/** Whether a fact can be taken back: a refusal at a sale and a source that bars cannot. */
export function isRetractable(fact: Fact): boolean {
  if ("refused" in fact && fact.refused === true) return false;
  if (fact.type === "source.declared" && isThirdParty(fact)) return false;
  return OPENING.includes(fact.type);
}
