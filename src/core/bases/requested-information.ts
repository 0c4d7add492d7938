/**
 * The answer to somebody who asked for it: not unsolicited, for as long and as often as was asked.
 *
 * Source: Directive 2002/58/EC 13(1); LSSI 21.1 ("solicitadas").
 */
import type { RefusalCode } from "../codes.ts";
import type { Ground } from "../ground.ts";
import { newestAlive, type View } from "../view.ts";

/** Holds if the message names the request, within its term and its number of answers. */
export function requestedInformation(view: View): Ground | RefusalCode {
  const named = view.asked.message?.request;
  const request = newestAlive(view, view.standing.requests, (fact) => fact.id === named);
  if (request?.until === undefined || request.responses === undefined) return "beyond-request";
  if (view.at > request.until || (request.answered ?? 0) >= request.responses) return "beyond-request";
  return { basis: "requested-information", evidence: [request.id], validUntil: request.until };
}
