/** Turns what the rules found into a verdict: the words of the row, the reasons in order, the facts that carry them. */
import type { RefusalCode } from "./codes.ts";
import type { Ground } from "./ground.ts";
import type { Instant } from "./instant.ts";
import { type Permit, permit, type Refusal, refusal, type Tracking } from "./verdict.ts";
import type { View } from "./view.ts";

/** A code that holds, and the facts that make it hold. */
export type Reason = { readonly code: RefusalCode; readonly evidence: readonly string[] };

const NONE: readonly never[] = Object.freeze([]);

/** A reason that one fact gives, or none that is on record. */
export function reason(code: RefusalCode, fact: { readonly id: string } | null): Reason {
  return { code, evidence: fact === null ? NONE : [fact.id] };
}

/** The refusal for one or more reasons, most binding first. */
export function refuse({ row, asked, at }: View, reasons: readonly Reason[]): Refusal {
  const { code, evidence } = reasons[0]!;
  return refusal({
    code,
    purpose: asked.purpose.key,
    evidence,
    jurisdiction: row.jurisdiction,
    alsoRefused: reasons.length === 1 ? NONE : reasons.slice(1).map((other) => other.code),
    citations: row.citations[code],
    rules: row.rules,
    decidedAt: at,
  });
}

/** What a permit carries besides its ground. */
export type Terms = {
  readonly failed: readonly Reason[];
  readonly obligations: readonly string[];
  readonly tracking: Tracking;
};

/** A permit that asks nothing of the message and lets nothing be followed. */
export const PLAIN: Terms = Object.freeze({ failed: NONE, obligations: NONE, tracking: "none" });

/** The permit that a ground gives, until an instant (Infinity: for good). */
export function allow({ row, asked, at }: View, ground: Ground, until: number, terms: Terms): Permit {
  return permit({
    purpose: asked.purpose.key,
    basis: ground.basis,
    evidence: ground.evidence,
    jurisdiction: row.jurisdiction,
    validUntil: until === Infinity ? null : (until as Instant),
    alsoRefused: terms.failed.length === 0 ? NONE : terms.failed.map((failed) => failed.code),
    citations: row.citations[ground.basis],
    obligations: terms.obligations,
    tracking: terms.tracking,
    rules: row.rules,
    decidedAt: at,
  });
}
