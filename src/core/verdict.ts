/** The verdict: a permit or a refusal. This file alone makes permits, and `isPermit` tells a made one from any look-alike. */
import { type Basis, isBasis, type RefusalCode } from "./codes.ts";
import type { Instant } from "./instant.ts";

/** How far opens and clicks may be followed. */
export type Tracking = "none" | "last-open-date" | "full";

const TRACKING: readonly string[] = ["none", "last-open-date", "full"];

/** What a permit says. */
export type PermitTerms = {
  /** The purpose that it was asked for. */
  readonly purpose: string;
  readonly basis: Basis;
  /** Ids of the facts that carry the basis, oldest first. */
  readonly evidence: readonly string[];
  /** The row of law that was applied: "ES", …, "GB" or "EU_DEFAULT". */
  readonly jurisdiction: string;
  /** The last instant at which the basis holds if nothing else happens; null if there is none. */
  readonly validUntil: Instant | null;
  /** Codes of the bases that were tried before and failed. */
  readonly alsoRefused: readonly RefusalCode[];
  readonly citations: readonly string[];
  /** What the message must carry. */
  readonly obligations: readonly string[];
  readonly tracking: Tracking;
  /** Version of the rule set. */
  readonly rules: string;
  readonly decidedAt: Instant;
};

/** Held by this file alone: whoever reaches the constructor through a permit cannot make another. */
const MAKER = Symbol("the maker of permits");

class MadePermit implements PermitTerms {
  readonly #made = true;
  readonly outcome = "permit";
  readonly code = null;
  readonly purpose: string;
  readonly basis: Basis;
  readonly evidence: readonly string[];
  readonly jurisdiction: string;
  readonly validUntil: Instant | null;
  readonly alsoRefused: readonly RefusalCode[];
  readonly citations: readonly string[];
  readonly obligations: readonly string[];
  readonly tracking: Tracking;
  readonly rules: string;
  readonly decidedAt: Instant;

  constructor(maker: typeof MAKER, terms: PermitTerms) {
    if (maker !== MAKER) throw new TypeError("a permit is made by `decide` alone");
    this.purpose = terms.purpose;
    this.basis = terms.basis;
    this.evidence = Object.freeze(terms.evidence);
    this.jurisdiction = terms.jurisdiction;
    this.validUntil = terms.validUntil;
    this.alsoRefused = Object.freeze(terms.alsoRefused);
    this.citations = terms.citations;
    this.obligations = terms.obligations;
    this.tracking = terms.tracking;
    this.rules = terms.rules;
    this.decidedAt = terms.decidedAt;
    Object.freeze(this);
  }

  static made(value: object): boolean {
    return #made in value && value.#made;
  }
}

/** The message may be sent, on this basis. Only this file makes one; a plain object with the same fields does not compile. */
export type Permit = MadePermit;

/** The message may not be sent. */
export type Refusal = {
  readonly outcome: "refusal";
  readonly code: RefusalCode;
  readonly basis: null;
  readonly purpose: string;
  /** Ids of the facts that bar it. */
  readonly evidence: readonly string[];
  readonly jurisdiction: string;
  readonly validUntil: null;
  /** The other codes that hold too, most binding first. */
  readonly alsoRefused: readonly RefusalCode[];
  readonly citations: readonly string[];
  readonly obligations: readonly string[];
  readonly tracking: "none";
  readonly rules: string;
  readonly decidedAt: Instant;
};

/** The answer of `decide`. */
export type Verdict = Permit | Refusal;

/** A permit as it was stored with its permission. */
export type PermitRecord = Omit<PermitTerms, "alsoRefused" | "citations">;

const NOTHING: readonly never[] = Object.freeze([]);

/** Makes a permit. Only `decide` may call it. */
export function permit(terms: PermitTerms): Permit {
  return new MadePermit(MAKER, terms);
}

/** Makes a refusal: the first code is the answer's, the rest also hold. */
export function refusal(
  terms: Pick<
    Refusal,
    "code" | "purpose" | "evidence" | "jurisdiction" | "alsoRefused" | "citations" | "rules" | "decidedAt"
  >,
): Refusal {
  return {
    outcome: "refusal",
    code: terms.code,
    basis: null,
    purpose: terms.purpose,
    evidence: terms.evidence,
    jurisdiction: terms.jurisdiction,
    validUntil: null,
    alsoRefused: terms.alsoRefused,
    citations: terms.citations,
    obligations: NOTHING,
    tracking: "none",
    rules: terms.rules,
    decidedAt: terms.decidedAt,
  };
}

/** Whether this very object was made by `decide` or read back by {@link permitFromRecord}; checked at run time. */
export function isPermit(value: unknown): value is Permit {
  return typeof value === "object" && value !== null && MadePermit.made(value);
}

/**
 * A permit read back from the store, where it was written from a verdict of `decide`.
 *
 * @returns null if the record cannot have been written so (unknown basis or tracking, wrong types): then ask again.
 */
export function permitFromRecord(record: PermitRecord): Permit | null {
  if (!isPermitRecord(record)) return null;
  const evidence = [...record.evidence];
  const obligations = Object.freeze([...record.obligations]);
  return new MadePermit(MAKER, {
    ...record,
    evidence,
    obligations,
    alsoRefused: NOTHING,
    citations: NOTHING,
  });
}

function isPermitRecord(record: PermitRecord): boolean {
  return (
    isBasis(record.basis) &&
    TRACKING.includes(record.tracking) &&
    (record.validUntil === null || Number.isFinite(record.validUntil)) &&
    Number.isFinite(record.decidedAt) &&
    [record.purpose, record.jurisdiction, record.rules].every(isWord) &&
    Array.isArray(record.evidence) &&
    record.evidence.every(isWord) &&
    Array.isArray(record.obligations) &&
    record.obligations.every(isWord)
  );
}

function isWord(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
