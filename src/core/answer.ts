/** The answer: a verdict in the form that leaves the house, with instants as text. */
import type { Basis, RefusalCode } from "./codes.ts";
import { decide, type Options } from "./decide.ts";
import { formatInstant } from "./instant.ts";
import { parseQuestion } from "./question.ts";
import { ruleSetOn } from "./rows.ts";
import { foldFacts } from "./standing.ts";
import type { Tracking, Verdict } from "./verdict.ts";

/** The answer to a question that could be read. */
export type DecidedAnswer = {
  readonly id: string;
  readonly outcome: "permit" | "refusal";
  readonly code: RefusalCode | null;
  readonly basis: Basis | null;
  readonly jurisdiction: string;
  readonly evidence: readonly string[];
  readonly validUntil: string | null;
  readonly alsoRefused: readonly RefusalCode[];
  readonly citations: readonly string[];
  readonly obligations: readonly string[];
  readonly tracking: Tracking;
  readonly rules: string;
};

/** The answer to one that could not. */
export type InvalidAnswer = {
  readonly id: string | null;
  readonly outcome: "refusal";
  readonly code: "input-invalid";
  readonly problem: string;
};

/** What `licet decide` writes for one line. */
export type Answer = DecidedAnswer | InvalidAnswer;

/**
 * Answers a question as it came out of `JSON.parse`, whatever came.
 *
 * @param options - `rules`: a day as YYYY-MM-DD, to answer by the rule set in force on it.
 * @example
 * answer({ id: "q1" });
 * // { id: "q1", outcome: "refusal", code: "input-invalid", problem: "`at`: is missing" }
 */
export function answer(value: unknown, options: Options = {}): Answer {
  const parsed = parseQuestion(value);
  if (!parsed.ok) return invalid(parsed.id, parsed.problem);
  const { question } = parsed;
  if (options.rules !== undefined && ruleSetOn(options.rules) === null) {
    return invalid(question.id, "`rules`: expected a day as YYYY-MM-DD");
  }
  return toAnswer(question.id, decide(foldFacts(question.facts), question, options));
}

/** A verdict as an answer to the question `id`. */
export function toAnswer(id: string, verdict: Verdict): DecidedAnswer {
  return {
    id,
    outcome: verdict.outcome,
    code: verdict.code,
    basis: verdict.basis,
    jurisdiction: verdict.jurisdiction,
    evidence: verdict.evidence,
    validUntil: verdict.validUntil === null ? null : formatInstant(verdict.validUntil),
    alsoRefused: verdict.alsoRefused,
    citations: verdict.citations,
    obligations: verdict.obligations,
    tracking: verdict.tracking,
    rules: verdict.rules,
  };
}

function invalid(id: string | null, problem: string): InvalidAnswer {
  return { id, outcome: "refusal", code: "input-invalid", problem };
}
