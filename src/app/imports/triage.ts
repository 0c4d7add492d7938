// Into which of five groups somebody falls for a purpose: the verdict of the core, and nothing beside it.
import type { Basis, RefusalCode } from "../../core/codes.ts";
import type { Instant } from "../../core/instant.ts";
import type { Message } from "../../core/question.ts";
import type { Verdict } from "../../core/verdict.ts";

/**
 * `proven`: may be written to, on proof. `customer`: as a customer, until a day. `company`: by the rules for companies, if the message
 * carries what these ask for. `ask`: not before a new consent, which an email may not ask for. `never`.
 */
export const GROUPS = ["proven", "customer", "company", "ask", "never"] as const;
export type Group = (typeof GROUPS)[number];

export interface Triaged {
  readonly group: Group;
  /** The word of the core that says why. */
  readonly reason: Basis | RefusalCode;
  readonly until: Instant | null;
}

/** Somebody said no, or the address or the age forbids it, whatever else may be found. */
const never: readonly RefusalCode[] = [
  "address-invalid",
  "erased",
  "restricted",
  "objected",
  "complaint-as-objection",
  "withdrawn",
  "under-age",
  "refused-at-collection",
];
/** These are said of the message, and not of the person. */
const ofTheMessage: readonly RefusalCode[] = ["role-mismatch", "no-lia", "no-art14"];
const complete: Message = { roleFit: "declared", lia: "declared", art14: true };

/** @param ask - puts the question again, for a message that carries what the rules for companies ask for. */
export function triage(verdict: Verdict, ask: (message: Message) => Verdict): Triaged {
  if (verdict.outcome === "permit") {
    const { basis, validUntil: until } = verdict;
    const group = basis === "soft-opt-in" ? "customer" : basis === "corporate-opt-out" ? "company" : "proven";
    return { group, reason: basis, until };
  }
  const { code } = verdict;
  if (ofTheMessage.includes(code)) {
    const then = ask(complete);
    if (then.outcome === "permit") return { group: "company", reason: code, until: then.validUntil };
  }
  return { group: never.includes(code) ? "never" : "ask", reason: code, until: null };
}
