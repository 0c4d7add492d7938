/** The rows of law: which country's applies, in which version, compiled into the flat form that the rules read. */
import type { Cell, Country, Dated, Regime, SoftOptIn, Values } from "./cells.ts";
import {
  BASES,
  type Basis,
  type BasisEntry,
  type CitedCell,
  CODES,
  type CodeEntry,
  type RefusalCode,
} from "./codes.ts";
import { days, parseCalendarDay } from "./instant.ts";
import { AT } from "./jurisdictions/at.ts";
import { BE } from "./jurisdictions/be.ts";
import { CH } from "./jurisdictions/ch.ts";
import { DE } from "./jurisdictions/de.ts";
import { DK } from "./jurisdictions/dk.ts";
import { ES } from "./jurisdictions/es.ts";
import { EU_DEFAULT } from "./jurisdictions/eu-default.ts";
import { FI } from "./jurisdictions/fi.ts";
import { FR } from "./jurisdictions/fr.ts";
import { GB } from "./jurisdictions/gb.ts";
import { IE } from "./jurisdictions/ie.ts";
import { IT } from "./jurisdictions/it.ts";
import { LU } from "./jurisdictions/lu.ts";
import { NL } from "./jurisdictions/nl.ts";
import { PL } from "./jurisdictions/pl.ts";
import { PT } from "./jurisdictions/pt.ts";
import { SE } from "./jurisdictions/se.ts";
import { DERIVED, MEMORY } from "./sources.ts";

/** The law of every country that has a row, and the strict default for the others. */
export const COUNTRIES: readonly Country[] = Object.freeze([
  ...[ES, FR, DE, AT, IT, PT, BE, NL, LU, IE, GB, PL, SE, DK, FI, CH, EU_DEFAULT],
]);

/** The days on which the rule set changed; each names the version in force from that day. */
export const RULE_SETS = Object.freeze([
  "2018-05-25",
  "2022-05-28",
  "2024-01-01",
  "2024-11-10",
  "2026-02-05",
  "2026-04-14",
  "2026-11-23",
] as const);

/** A version of the rule set. */
export type RuleSet = (typeof RULE_SETS)[number];

/** The version that answers if no other is asked for. */
export const NEWEST_RULES: RuleSet = "2026-11-23";

/** One country's law in one version, as the rules read it: no dates, no words, durations in milliseconds. */
export type Row = {
  readonly jurisdiction: string;
  readonly rules: string;
  readonly natural: Regime;
  readonly named: Regime;
  readonly generic: Regime;
  readonly soi: SoftOptIn;
  readonly soiMaxMs: number;
  readonly soiRolling: boolean;
  readonly charitySoi: boolean;
  readonly freeAccountIsSale: boolean;
  readonly age: number | null;
  readonly doubleOptInRequired: boolean;
  readonly registers: readonly string[];
  /** Also every register that the question carries. */
  readonly registersCarried: boolean;
  readonly registersLegalOnly: boolean;
  readonly decayMs: number;
  /** How long network address and user agent of an act are kept; 0: they are not collected. No verdict asks. */
  readonly connectionMs: number;
  readonly openTracking: "none" | "last-open-date";
  /** How long the question of tracking rests once it was put and not answered with yes. No verdict asks. */
  readonly trackingPauseMs: number;
  /** How long proof is kept for claims after the last permission has ended. No verdict asks. */
  readonly proofMs: number;
  readonly citations: { readonly [Word in RefusalCode | Basis]: readonly string[] };
  readonly obligations: readonly string[];
  readonly corporateObligations: readonly string[];
};

/** Days for which an unlimited soft opt-in or consent is still relied on. */
export const DEFAULT_DAYS = 1095;

/** Days for which proof is kept where no law of a country has a number: our choice, for as long as claims may be made (EDPB 05/2020, 5.1). */
const PROOF_DAYS = 1095;

const OBLIGATIONS = [
  "list-unsubscribe",
  "one-click",
  "sender-identity",
  "postal-address",
  "opt-out",
  "recognisable-as-ad",
];

const STRICT = { citation: "", source: MEMORY, confidence: "high", verified: false } as const;
const DEFAULTS = {
  soiRolling: { ...STRICT, value: false },
  charitySoi: { ...STRICT, value: false },
  registersLegalOnly: { ...STRICT, value: false },
  openTracking: { ...STRICT, value: "none" },
  trackingPauseDays: { ...STRICT, value: 0 },
  proofDays: {
    ...STRICT,
    value: PROOF_DAYS,
    citation: "GDPR 17(3)(e)",
    source: DERIVED,
    confidence: "medium",
  },
  soleTraderIsNatural: { ...STRICT, value: false },
} as const;

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]));
const rows = new Map<RuleSet, Map<string, Row>>();
const newestRows = rowsOf(NEWEST_RULES);
const strictest = newestRows.get(EU_DEFAULT.code)!;

/**
 * The row for a recipient's country: the country's own, or the strict default where it is unknown or has none.
 *
 * @param rules - a day as YYYY-MM-DD: the version in force on it; absent = the newest.
 * @returns null if `rules` is no day: then nothing may be decided.
 */
export function rowFor(country: string | undefined, rules?: string): Row | null {
  if (rules === undefined) return find(newestRows, country) ?? strictest;
  const set = ruleSetOn(rules);
  if (set === null) return null;
  const version = rowsOf(set);
  return find(version, country) ?? version.get(EU_DEFAULT.code)!;
}

/** The version of the rule set in force on a day (the first one for days before it); null if it is no day. */
export function ruleSetOn(day: string): RuleSet | null {
  if (parseCalendarDay(day) === null) return null;
  return RULE_SETS.findLast((set) => set <= day) ?? RULE_SETS[0];
}

/** The country whose row answers for a code, with every version of its cells. */
export function countryFor(code: string | undefined): Country {
  return find(byCode, code) ?? EU_DEFAULT;
}

/** The version of a cell that holds on a day; the newest of those that began, else the first. */
export function cellOn<Value>(cells: Dated<Value>, day: string): Cell<Value> {
  if (!isVersions(cells)) return cells;
  return cells.findLast((cell) => (cell.validFrom ?? "") <= day)!;
}

/** All cells of a country as they hold on a day, the strict defaults filled in. */
export function cellsOn(
  country: Country,
  day: string,
): { readonly [Name in keyof Values]: Cell<Values[Name]> } {
  const cells: [string, Cell<unknown>][] = Object.entries({ ...DEFAULTS, ...country.cells }).map(
    ([name, cell]) => [name, cellOn<unknown>(cell, day)],
  );
  return Object.fromEntries(cells) as { readonly [Name in keyof Values]: Cell<Values[Name]> };
}

/** Compiles cells into the flat, frozen row that the rules read. */
export function compileRow(
  jurisdiction: string,
  rules: string,
  cells: { readonly [Name in keyof Values]: Cell<Values[Name]> },
): Row {
  const obligations = Object.freeze(cells.ack.value ? [...OBLIGATIONS, "withdrawal-ack"] : OBLIGATIONS);
  const cited = (entry: BasisEntry | CodeEntry): readonly string[] => {
    const national = entry.cell === undefined ? "" : cells[nationalCell(entry.cell)].citation;
    return Object.freeze(
      national === "" || entry.citations.includes(national)
        ? entry.citations
        : [...entry.citations, national],
    );
  };
  const citations = Object.entries({ ...CODES, ...BASES }).map(
    ([word, entry]) => [word, cited(entry)] as const,
  );
  return Object.freeze({
    jurisdiction,
    rules,
    natural: cells.natural.value,
    named: cells.named.value,
    generic: cells.generic.value,
    soi: cells.soi.value,
    soiMaxMs: days(cells.soiMaxDays.value ?? DEFAULT_DAYS),
    soiRolling: cells.soiRolling.value,
    charitySoi: cells.charitySoi.value,
    freeAccountIsSale: cells.freeAccountIsSale.value,
    age: cells.age.value,
    doubleOptInRequired: cells.doi.value === "required",
    registers: Object.freeze(cells.registers.value.filter((register) => register !== "*")),
    registersCarried: cells.registers.value.includes("*"),
    registersLegalOnly: cells.registersLegalOnly.value,
    decayMs: days(cells.decayDays.value ?? DEFAULT_DAYS),
    connectionMs: days(cells.connectionDays.value),
    openTracking: cells.openTracking.value,
    trackingPauseMs: days(cells.trackingPauseDays.value),
    proofMs: days(cells.proofDays.value),
    citations: Object.freeze(Object.fromEntries(citations)) as Row["citations"],
    obligations,
    corporateObligations: Object.freeze([
      ...OBLIGATIONS,
      "art-14-source",
      "art-21-4-notice",
      ...obligations.slice(OBLIGATIONS.length),
    ]),
  });
}

function rowsOf(set: RuleSet): Map<string, Row> {
  const known = rows.get(set);
  if (known !== undefined) return known;
  const made = new Map(
    COUNTRIES.map((country) => [country.code, compileRow(country.code, set, cellsOn(country, set))]),
  );
  rows.set(set, made);
  return made;
}

function find<Found>(among: ReadonlyMap<string, Found>, code: string | undefined): Found | undefined {
  return code === undefined ? undefined : among.get(code === "UK" ? "GB" : code);
}

function nationalCell(cell: CitedCell): keyof Values {
  return cell === "corporate" ? "generic" : cell;
}

function isVersions<Value>(cells: Dated<Value>): cells is readonly Cell<Value>[] {
  return Array.isArray(cells);
}
