// What an erasure on record leaves room for: nothing, until the person comes back.
import type { Fact } from "../../core/facts.ts";
import type { Instant } from "../../core/instant.ts";
import type { Standing } from "../../core/standing.ts";

/** The newest erasure that this controller was asked for; null if there is none. */
export function newestErasure(standing: Standing, controller: string): Instant | null {
  return standing.erasures.findLast((fact) => concerns(fact, controller))?.at ?? null;
}

/**
 * Whether the person did something since that calls for the address: confirmed a consent, began a contract, asked for
 * information. Facts of before the erasure never do, under whichever id they are told again.
 *
 * @param confirming - whether a confirmation mail is about to be sent for a consent that is told now.
 *
 * Source: GDPR 17; decision contract, B03.
 */
export function cameBack(
  standing: Standing,
  erasedAt: Instant,
  controller: string,
  confirming: boolean,
): boolean {
  const since = (fact: Fact) => fact.at > erasedAt && concerns(fact, controller);
  const consents = standing.consents.filter(since);
  const confirmed = standing.confirmations.some(
    (fact) => since(fact) && fact.by !== "get" && consents.some(({ id }) => id === fact.of),
  );
  return (
    confirmed ||
    (confirming && consents.length > 0) ||
    standing.contractStarts.some(since) ||
    standing.requests.some(since)
  );
}

/** An erasure that this controller was asked for, not another one. */
export function isErasure(fact: Fact, controller: string): boolean {
  return fact.type === "subject.erased" && concerns(fact, controller);
}

function concerns(fact: Fact, controller: string): boolean {
  return fact.controller === undefined || fact.controller === controller;
}
