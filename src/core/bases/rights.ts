/**
 * The answer to a person who exercises a right, and the acknowledgement of a withdrawal or objection.
 *
 * Source: GDPR 12, 7(3), 21.
 */
import type { RefusalCode } from "../codes.ts";
import type { Ground } from "../ground.ts";
import { hours } from "../instant.ts";
import { isSeen, newestAlive, type View } from "../view.ts";

const ACKNOWLEDGE_WITHIN_MS = hours(48);

/** Holds if the reply names the open case; the request that opened it is cited where it is on record, from before an erasure too. */
export function rightsReply(view: View): Ground | RefusalCode {
  const named = view.asked.message?.case;
  if (!named) return "no-case";
  const request = view.standing.cases.find(({ id }) => id === named);
  const evidence = request && isSeen(view, request) ? [request.id] : [];
  return { basis: "rights", evidence, validUntil: Infinity };
}

/** Holds for 48 hours after a withdrawal or an objection of any scope. */
export function withdrawalAcknowledgement(view: View): Ground | RefusalCode {
  const withdrawal = newestAlive(view, view.standing.withdrawals);
  const objection = newestAlive(view, view.standing.objections);
  const newest =
    withdrawal !== null && withdrawal.at >= (objection?.at ?? -Infinity) ? withdrawal : objection;
  if (newest === null || view.at - newest.at > ACKNOWLEDGE_WITHIN_MS) return "no-case";
  return { basis: "rights", evidence: [newest.id], validUntil: newest.at + ACKNOWLEDGE_WITHIN_MS };
}
