// From the rows of the ledger back to a standing.
import { type Fact, parseFact } from "../../core/facts.ts";
import { foldFacts, type Standing } from "../../core/standing.ts";
import type { FactSkeleton } from "../ports.ts";

/** The fold of one person's facts; what was said of the recipient is no fact of the contract's and stays out of it. */
export function foldRecord(facts: readonly FactSkeleton[]): Standing {
  return foldFacts(facts.filter(({ type }) => type !== "subject.described").map(readFact));
}

function readFact({ body, position }: FactSkeleton): Fact {
  const fact = parseFact(body, `position ${position}`);
  if (!fact.ok) throw new Error(`the ledger holds what is no fact: ${fact.problem}`);
  return fact.fact;
}
