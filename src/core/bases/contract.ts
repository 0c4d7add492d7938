/**
 * A message that a running contract or account needs.
 *
 * Source: GDPR 6(1)(b).
 */
import type { RefusalCode } from "../codes.ts";
import type { Ground } from "../ground.ts";
import { newestAlive, newestSeen, type View } from "../view.ts";

/** Holds if the contract that the message names was started and has not ended since. */
export function contract(view: View): Ground | RefusalCode {
  const named = view.asked.message?.contract;
  if (!named) return "not-necessary";
  const start = newestAlive(view, view.standing.contractStarts, (fact) => fact.contract === named);
  const end = newestSeen(view, view.standing.contractEnds, (fact) => fact.contract === named);
  if (start === null || (end !== null && end.at >= start.at)) return "not-necessary";
  return { basis: "contract", evidence: [start.id], validUntil: Infinity };
}
