/**
 * The one message that asks a mailbox whether the consent typed into a form was its owner's.
 *
 * Source: GDPR 6(1)(b), 32; BGH I ZR 164/09.
 */
import type { RefusalCode } from "../codes.ts";
import { confirmationsOf } from "../confirmations.ts";
import type { ConsentGiven } from "../facts.ts";
import type { Ground } from "../ground.ts";
import { days, hours } from "../instant.ts";
import { isSeen, newestAlive, newestSeen, type View, wasTold } from "../view.ts";

const ASK_WITHIN_MS = hours(48);
const ASK_AGAIN_AFTER_MS = days(30);

/** Holds for 48 hours after the consent that the message names, unless it was confirmed or anything was said against it since. */
export function doubleOptIn(view: View): Ground | RefusalCode {
  const { standing } = view;
  const named = view.asked.message?.request;
  const request = newestAlive(view, standing.consents, (fact) => fact.id === named);
  if (request === null || view.at - request.at > ASK_WITHIN_MS) return "doi-limit";
  if (confirmationsOf(view, request).any) return "doi-limit";
  for (const list of [standing.objections, standing.complaints, standing.withdrawals]) {
    const against = newestSeen<(typeof list)[number]>(view, list);
    if (against !== null && against.at >= request.at) return "doi-limit";
  }
  if (wasAskedAfterAnObjection(view, request)) return "doi-limit";
  return { basis: "double-opt-in", evidence: [request.id], validUntil: request.at + ASK_WITHIN_MS };
}

/** Somebody who objected is asked at most once in 30 days; what an erasure or a retraction took away still counts as asked. */
function wasAskedAfterAnObjection(view: View, request: ConsentGiven): boolean {
  const { standing } = view;
  const earlier = standing.consents.findLast((fact) => fact.at < request.at && wasTold(view, fact));
  if (earlier === undefined || request.at - earlier.at >= ASK_AGAIN_AFTER_MS) return false;
  return (
    standing.objections.some((fact) => fact.at < earlier.at && isSeen(view, fact)) ||
    standing.complaints.some((fact) => fact.at < earlier.at && isSeen(view, fact))
  );
}
