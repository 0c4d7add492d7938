// A verdict as an agent is told it: with the reason in words, and what a human may do about it.
import { z } from "zod";
import type { Basis, RefusalCode } from "../core/codes.ts";
import type { Explanation } from "../core/explanations/explanation.ts";
import { EXPLANATIONS, type ExplanationLanguage } from "../core/explanations/languages.ts";
import { formatInstant } from "../core/instant.ts";
import type { Verdict } from "../core/verdict.ts";
import { instant } from "./fields.ts";

/** How the law answers, and what to do about it. */
export const verdictSchema = z.object({
  outcome: z.enum(["permit", "refusal"]),
  code: z.string().nullable().describe("Of a refusal: why"),
  basis: z.string().nullable().describe("Of a permit: the lawful basis that it rests on"),
  why: z.string().describe("What is on record, or what is missing"),
  remedy: z
    .string()
    .describe("What may lawfully be done about a refusal, or what a permit still asks for; for a human"),
  evidence: z.array(z.string()).describe("Ids of the facts that carry it or bar it"),
  alsoRefused: z.array(z.string()).describe("Other codes that hold too, or bases that were tried first"),
  jurisdiction: z.string().describe("The row of law that was applied"),
  citations: z.array(z.string()),
  obligations: z.array(z.string()).describe("What the mail must carry"),
  validUntil: instant.nullable().describe("When the basis ends if nothing else happens"),
  rules: z.string().describe("Version of the rules"),
});

export function verdictJson(
  verdict: Verdict,
  language: ExplanationLanguage = "en",
): z.input<typeof verdictSchema> {
  const { outcome, code, basis, jurisdiction, rules, validUntil } = verdict;
  const { operator, remedy } = wordsOf(verdict, language);
  return {
    ...{ outcome, code, basis },
    why: operator,
    remedy,
    evidence: [...verdict.evidence],
    alsoRefused: [...verdict.alsoRefused],
    jurisdiction,
    citations: [...verdict.citations],
    obligations: [...verdict.obligations],
    validUntil: validUntil === null ? null : formatInstant(validUntil),
    rules,
  };
}

export function wordsOf(verdict: Verdict, language: ExplanationLanguage = "en"): Explanation {
  return EXPLANATIONS[language][verdict.outcome === "permit" ? verdict.basis : verdict.code];
}

/** Null where it is no code of a refusal. */
export function wordsOfCode(code: string): Explanation | null {
  const words = EXPLANATIONS.en;
  return Object.hasOwn(words, code) ? words[code as Basis | RefusalCode] : null;
}
