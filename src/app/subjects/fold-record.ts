// From the rows of the ledger back to a standing, and to what is known of the recipient.
import { type Fact, parseFact } from "../../core/facts.ts";
import { parseRecipient, type Recipient } from "../../core/question.ts";
import { foldFacts, type Standing } from "../../core/standing.ts";
import { isErasure } from "../consent/erasures.ts";
import type { FactSkeleton } from "../ports.ts";

/** The fold of one person's facts; what was said of the recipient is no fact of the contract's and stays out of it. */
export function foldRecord(facts: readonly FactSkeleton[]): Standing {
  return foldFacts(facts.filter(({ type }) => type !== "subject.described").map(readFact));
}

/**
 * What the facts say of the recipient: each description on top of those before it, and nothing of before an erasure. What
 * is sealed is taken over from what is stored: it cannot be forged without the person's key.
 */
export function foldRecipient(
  facts: readonly FactSkeleton[],
  controller: string,
  { birthDate, legalPersonProof }: Recipient,
): Recipient {
  const told = facts.reduce<Recipient>((known, recorded) => {
    if (recorded.type === "subject.described") return describe(known, recorded.body);
    return recorded.type === "subject.erased" && isErasure(readFact(recorded), controller) ? {} : known;
  }, {});
  return { ...told, ...(birthDate && { birthDate }), ...(legalPersonProof && { legalPersonProof }) };
}

/**
 * What is known of a recipient after a description. `fill` adds only what is unknown yet, since anybody can post a form;
 * else what is stated replaces what was known.
 */
export function describe(
  known: Recipient,
  { recipient, describes }: Readonly<Record<string, unknown>>,
): Recipient {
  const stated = parseRecipient(recipient, "recipient");
  if (!stated.ok) throw new TypeError(`a recipient was described that nobody checked: ${stated.problem}`);
  return describes === "fill" ? { ...stated.recipient, ...known } : { ...known, ...stated.recipient };
}

function readFact({ body, position }: FactSkeleton): Fact {
  const fact = parseFact(body, `position ${position}`);
  if (!fact.ok) throw new Error(`the ledger holds what is no fact: ${fact.problem}`);
  return fact.fact;
}
