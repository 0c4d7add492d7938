// A fact that the product itself writes, in the vocabulary of the decision contract.
import { parseFact } from "../../core/facts.ts";
import type { NewFact, Shown } from "../ports.ts";

/** @throws if the product wrote what it would refuse from others: a broken invariant. */
export function newFact(body: NewFact["body"], source: string, shown?: Shown): NewFact {
  const parsed = parseFact(body, "fact");
  if (!parsed.ok) throw new Error(`a fact of the product's own is malformed: ${parsed.problem}`);
  return { fact: parsed.fact, body, source, ...(shown && { shown }) };
}
