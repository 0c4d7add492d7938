/** An operator's own strictness: a controller may tighten any cell of the law for itself, and can loosen none. */
import type { Cell, Regime, SoftOptIn, Values } from "./cells.ts";
import { COUNTRIES, cellsOn, compileRow, countryFor, DEFAULT_DAYS, NEWEST_RULES, type Row } from "./rows.ts";

type Word =
  | "authority"
  | "provision"
  | "soiContext"
  | "charitySoi"
  | "label"
  | "maxFine"
  | "soleTraderIsNatural";

/** The cells that say more or less; the others are words. */
type Tightenable = Exclude<keyof Values, Word>;

/** Cells as a controller wants them for itself. */
export type OwnCells = { readonly [Name in Tightenable]?: Values[Name] };

/** Stricter values for one country, or for all, with the reason that is on record. */
export type Tightening = {
  /** Code of the row, as an answer names it; absent = every row. */
  readonly jurisdiction?: string | undefined;
  readonly cells: OwnCells;
  readonly reason: string;
};

/** A value of a controller's own that is looser than the law, and the loosest that the law has. */
export type Loosening = {
  readonly cell: keyof OwnCells;
  readonly jurisdiction: string;
  readonly law: Values[keyof OwnCells];
};

/** A row made stricter, and the words by which an answer names what was tightened of that which it asks. */
export type TightenedRow = { readonly row: Row; readonly citations: readonly string[] };

/** What no verdict asks, so that no answer names it. */
const UNASKED: readonly (keyof OwnCells)[] = ["connectionDays", "trackingPauseDays", "proofDays"];

type Law = ReturnType<typeof cellsOn>;

const REGIMES: readonly Regime[] = ["optOut", "roleOptOut", "publishedForPurpose", "optIn"];
const PARTLY_OPEN = { roleOptOut: true, publishedForPurpose: true };
/** A contract is a concluded sale by another name. */
const CONTEXTS: readonly (readonly SoftOptIn[])[] = [
  ["saleOrNegotiation"],
  ["sale", "contract"],
  ["paidSale"],
  [null],
];

type Strictness = { readonly [Name in Tightenable]: (law: Values[Name], own: Values[Name]) => Values[Name] };

/** The stricter of the law's value and the controller's own, cell by cell. */
const STRICTER: Strictness = {
  natural: regime,
  named: regime,
  generic: regime,
  soi: (law, own) => (narrowness(own) > narrowness(law) ? own : law),
  soiMaxDays: fewer,
  soiRolling: both,
  freeAccountIsSale: both,
  age: (law, own) => (own !== null && own > (law ?? 0) ? own : law),
  doi: (law, own) => (own === "required" ? own : law),
  registers: (law, own) =>
    own.every((register) => law.includes(register)) ? law : [...new Set([...law, ...own])],
  registersLegalOnly: both,
  decayDays: fewer,
  connectionDays: (law, own) => Math.min(law, own),
  ack: (law, own) => law || own,
  openTracking: (law, own) => (own === "none" ? own : law),
  trackingPauseDays: (law, own) => Math.max(law, own),
  proofDays: (law, own) => Math.min(law, own),
};

/** Rows that were tightened before, as long as somebody holds the tightenings. */
const made = new WeakMap<readonly Tightening[], Map<Row, TightenedRow | null>>();

/** The row with a controller's own strictness; null where that changes nothing in it. */
export function tightenRow(row: Row, tightenings: readonly Tightening[]): TightenedRow | null {
  const known = made.get(tightenings) ?? new Map<Row, TightenedRow | null>();
  made.set(tightenings, known);
  const before = known.get(row);
  if (before !== undefined) return before;
  const tightened = compile(row, tightenings);
  known.set(row, tightened);
  return tightened;
}

/**
 * What a controller may not ask for: cells that would loosen the law.
 *
 * One for all rows is a loosening if it is looser than the law of each; where it is stricter, it holds.
 *
 * @example
 * loosenings({ jurisdiction: "ES", cells: { age: 13 } }); // [{ cell: "age", jurisdiction: "ES", law: 14 }]
 */
export function loosenings({ jurisdiction, cells }: Pick<Tightening, "jurisdiction" | "cells">): Loosening[] {
  const rows = COUNTRIES.filter(({ code }) => jurisdiction === undefined || code === jurisdiction);
  const asked = (Object.keys(STRICTER) as Tightenable[]).filter((cell) => cells[cell] !== undefined);
  return asked.flatMap((cell) => {
    const laws = rows.map((row) => ({
      cell,
      jurisdiction: row.code,
      law: cellsOn(row, NEWEST_RULES)[cell].value,
    }));
    if (!laws.every(({ law }) => isLooser(cell, cells[cell], law))) return [];
    const looser = (one: Loosening, other: Loosening) => Number(isLooser(cell, one.law, other.law));
    return laws.toSorted((one, other) => looser(other, one) - looser(one, other)).slice(0, 1);
  });
}

/** Whether the second value is stricter than the first, and the first in no way stricter than the second. */
function isLooser(cell: Tightenable, one: unknown, other: unknown): boolean {
  const stricter = STRICTER[cell] as (law: unknown, own: unknown) => unknown;
  return stricter(other, one) === other && stricter(one, other) !== one;
}

function compile(row: Row, tightenings: readonly Tightening[]): TightenedRow | null {
  const untouched = cellsOn(countryFor(row.jurisdiction), row.rules);
  let law = untouched;
  const citations: string[] = [];
  for (const { jurisdiction, cells, reason } of tightenings) {
    if (jurisdiction !== undefined && jurisdiction !== row.jurisdiction) continue;
    for (const name of Object.keys(STRICTER) as Tightenable[]) {
      const next = tightenCell(law, name, cells, reason);
      if (next === law) continue;
      law = next;
      if (!UNASKED.includes(name)) citations.push(`own rule on \`${name}\`: ${reason}`);
    }
  }
  if (law === untouched) return null;
  return { row: compileRow(row.jurisdiction, row.rules, law), citations: Object.freeze(citations) };
}

function tightenCell<Name extends Tightenable>(law: Law, name: Name, own: OwnCells, reason: string): Law {
  const value = own[name] as Values[Name] | undefined;
  const cell = law[name] as Cell<Values[Name]>;
  if (value === undefined) return law;
  const stricter = STRICTER[name](cell.value, value);
  return stricter === cell.value ? law : { ...law, [name]: { ...cell, value: stricter, source: reason } };
}

/** A role and a publication are two different openings: where both are asked for, only consent is left. */
function regime(law: Regime, own: Regime): Regime {
  if (law !== own && law in PARTLY_OPEN && own in PARTLY_OPEN) return "optIn";
  return REGIMES.indexOf(own) > REGIMES.indexOf(law) ? own : law;
}

function narrowness(context: SoftOptIn): number {
  return CONTEXTS.findIndex((alike) => alike.includes(context));
}

function fewer(law: number | null, own: number | null): number | null {
  return (own ?? DEFAULT_DAYS) < (law ?? DEFAULT_DAYS) ? own : law;
}

function both(law: boolean, own: boolean): boolean {
  return law && own;
}
