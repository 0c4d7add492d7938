/** The cells of a country's row and their values in words. */
import type { Cell, Country, Values } from "./cells.ts";
import { cellsOn, DEFAULT_DAYS } from "./rows.ts";

/** What each cell is about, in the order in which a row is read. */
export const CELL_TITLES = Object.freeze({
  authority: "Authority",
  provision: "Provisions",
  natural: "A natural person",
  named: "A named address at a company (jane@)",
  generic: "A general address of a company (info@)",
  soleTraderIsNatural: "The law counts sole traders as natural persons",
  soi: "What opens the soft opt-in",
  soiContext: "In the words of the law",
  soiMaxDays: "Term of the soft opt-in",
  soiRolling: "The term counts anew from each message",
  freeAccountIsSale: "A free account counts as a sale",
  charitySoi: "A charity's soft opt-in",
  age: "Age for consent",
  doi: "Double opt-in",
  registers: "Exclusion lists that bind",
  registersLegalOnly: "They bind for legal persons only",
  decayDays: "Consent lapses after silence of",
  connectionDays: "Network address and browser are kept for",
  ack: "A withdrawal is acknowledged by email",
  openTracking: "Measured without consent",
  trackingPauseDays: "Who did not agree to be measured is not asked again for",
  proofDays: "Proof is kept after the last permission for",
  label: "What a message must show",
  maxFine: "Fines",
} as const satisfies Record<keyof Values, string>);

const REGIME = {
  optIn: "only with consent, or where an exception below applies",
  optOut: "may be written to until it objects",
  roleOptOut: "may be written to until it objects, if it concerns the job",
  publishedForPurpose: "may be written to until it objects, if the address was published for that",
} as const;

const yesOrNo = (value: boolean) => (value ? "yes" : "no");
const term = (days: number | null) =>
  days === null ? `no national term; here ${DEFAULT_DAYS} days` : `${days} days`;

const WORDS: { readonly [Name in keyof Values]?: (value: Values[Name]) => string } = {
  natural: (value) => REGIME[value],
  named: (value) => REGIME[value],
  generic: (value) => REGIME[value],
  soleTraderIsNatural: yesOrNo,
  soi: (value) =>
    value === null
      ? "nothing: there is no soft opt-in"
      : {
          contract: "a concluded sale (contract)",
          sale: "a concluded sale",
          paidSale: "a concluded sale that was paid",
          saleOrNegotiation: "a concluded sale, or negotiations for one",
        }[value],
  soiMaxDays: term,
  soiRolling: yesOrNo,
  freeAccountIsSale: yesOrNo,
  charitySoi: yesOrNo,
  age: (value) => (value === null ? "none" : `${value} years`),
  registers: (value) =>
    value.length === 0 ? "none" : value.includes("*") ? "every one that is known" : value.join(", "),
  registersLegalOnly: yesOrNo,
  decayDays: term,
  connectionDays: (value) => (value === 0 ? "not at all: they are not collected" : `${value} days`),
  ack: yesOrNo,
  trackingPauseDays: (value) => (value === 0 ? "no term is set" : `${value} days`),
  proofDays: (value) => `${value} days`,
  openTracking: (value) => (value === "none" ? "nothing" : "the date of the last open"),
};

/** One cell of a country with its name. */
export type NamedCell = { readonly name: keyof Values; readonly cell: Cell<unknown> };

/** What is known of a country's law on a day, in the order of reading; without the strict defaults that nobody wrote down. */
export function knownCells(country: Country, day: string): readonly NamedCell[] {
  const cells = cellsOn(country, day);
  return (Object.keys(CELL_TITLES) as (keyof Values)[])
    .filter((name) => Object.hasOwn(country.cells, name))
    .map((name) => ({ name, cell: cells[name] }));
}

/** The value of a cell as a person reads it. */
export function cellText(name: keyof Values, { value }: Pick<Cell<unknown>, "value">): string {
  const words = WORDS[name] as ((value: unknown) => string) | undefined;
  return words === undefined ? String(value) : words(value);
}
