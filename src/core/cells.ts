/** What a country's row of law is made of: cells, each with its value, its source, and how sure that is. */
import type { Tracking } from "./verdict.ts";

/** How far a value is to be trusted before counsel has read it. */
export type Confidence = "high" | "medium" | "low";

/** One value of the law, with where it stands and who said so. */
export type Cell<Value> = {
  readonly value: Value;
  /** The provision or decision, as an answer cites it; empty where no law says it. */
  readonly citation: string;
  /** What was read to learn it. */
  readonly source: string;
  readonly confidence: Confidence;
  /** True if the source was read for this purpose, false if the value was written from memory or derived. */
  readonly verified: boolean;
  /** First day on which this version holds, as YYYY-MM-DD; absent = always so far as known. */
  readonly validFrom?: string;
  /** Last day on which this version holds; absent = still. */
  readonly validUntil?: string;
  /** What counsel must know or confirm. */
  readonly note?: string;
};

/** Whether counsel must look at a cell first: nobody read its source for this, or the source leaves a doubt. */
export function isUnsure({ verified, confidence }: Cell<unknown>): boolean {
  return !verified || confidence !== "high";
}

/** One version of a cell, or all of them. */
export type Dated<Value> = Cell<Value> | readonly Cell<Value>[];

/** Whether an address may be written to before consent; `roleOptOut`: if the content concerns the person's job. */
export type Regime = "optIn" | "optOut" | "roleOptOut" | "publishedForPurpose";

/** What opens the soft opt-in: a contract or sale, only a paid one, negotiations too, or nothing. */
export type SoftOptIn = "contract" | "sale" | "paidSale" | "saleOrNegotiation" | null;

/** The values of one country's row. */
export type Values = {
  readonly authority: string;
  readonly provision: string;
  /** Regime for natural persons. */
  readonly natural: Regime;
  /** Regime for jane at a company. */
  readonly named: Regime;
  /** Regime for info at a company. */
  readonly generic: Regime;
  readonly soi: SoftOptIn;
  /** The national word for the context of the sale. */
  readonly soiContext: string;
  /** Days after which a soft opt-in ends; null = no national limit. */
  readonly soiMaxDays: number | null;
  /** Whether the days count anew from each marketing message. */
  readonly soiRolling: boolean;
  readonly freeAccountIsSale: boolean;
  /** Whether a charity may rely on support instead of a sale; data only, no fact expresses it yet. */
  readonly charitySoi: boolean;
  /** Age of consent to an information society service; null = none. */
  readonly age: number | null;
  readonly doi: "recommended" | "required";
  /** Exclusion registers that bind; `*` = every one that the question carries. */
  readonly registers: readonly string[];
  readonly registersLegalOnly: boolean;
  /** Days of silence after which consent is no longer relied on; null = no national guidance. */
  readonly decayDays: number | null;
  /** Days for which the network address and the user agent of an act are kept beside it; 0 = they are not collected. */
  readonly connectionDays: number;
  /** Whether a withdrawal must be acknowledged by email. */
  readonly ack: boolean;
  readonly label: string;
  readonly maxFine: string;
  /** What may be followed without a consent to tracking. */
  readonly openTracking: Exclude<Tracking, "full">;
  /** Days for which somebody who was asked for the consent to tracking, and did not say yes, is not asked again; 0 = none are set. */
  readonly trackingPauseDays: number;
  /** Days for which proof is kept for claims once nothing permits anything any more; then the person is erased. */
  readonly proofDays: number;
  readonly soleTraderIsNatural: boolean;
};

/** Cells that most countries leave at the strict default. */
type Special =
  | "soiRolling"
  | "charitySoi"
  | "registersLegalOnly"
  | "openTracking"
  | "trackingPauseDays"
  | "proofDays"
  | "soleTraderIsNatural";

/** The law of one country as data. */
export type Country = {
  /** ISO 3166-1 alpha-2, or EU_DEFAULT. */
  readonly code: string;
  readonly name: string;
  readonly cells: { readonly [Name in Exclude<keyof Values, Special>]: Dated<Values[Name]> } & {
    readonly [Name in Special]?: Dated<Values[Name]>;
  };
};
