import { describe, expect, it } from "vitest";
import { CELL_TITLES, cellText, knownCells } from "./cell-words.ts";
import { type Cell, isUnsure } from "./cells.ts";
import { lawChanges } from "./law-changes.ts";
import { COUNTRIES, cellsOn, countryFor, NEWEST_RULES, RULE_SETS } from "./rows.ts";

const told = (from: (typeof RULE_SETS)[number], to: (typeof RULE_SETS)[number]) =>
  lawChanges(from, to).map(({ jurisdiction, cell, before, after }) => [
    jurisdiction,
    cell,
    before.value,
    after.value,
  ]);

describe("what changed in the law", () => {
  it("between 2024-11-10 and today is named cell by cell, old and new", () => {
    expect(told("2024-11-10", NEWEST_RULES)).toEqual([
      ["FR", "openTracking", "none", "last-open-date"],
      ["FR", "trackingPauseDays", 0, 183],
      ["GB", "charitySoi", false, true],
      ["GB", "maxFine", "GBP 500,000", "GBP 17.5M or 4 %"],
    ]);
  });

  it("on the first day of 2024 is Denmark's age", () => {
    expect(told("2022-05-28", "2024-01-01")).toEqual([["DK", "age", 13, 15]]);
  });

  it("is also a provision that moved and says the same", () => {
    const [natural] = lawChanges("2018-05-25", "2022-05-28");
    expect(natural).toMatchObject({
      jurisdiction: "DE",
      cell: "natural",
      before: { value: "optIn", citation: "UWG 7(2) no. 3" },
      after: { value: "optIn", citation: "UWG 7(2) no. 2" },
    });
  });

  it("within one version is nothing, and backwards is the reverse", () => {
    expect(lawChanges(NEWEST_RULES, NEWEST_RULES)).toEqual([]);
    expect(told("2024-01-01", "2022-05-28")).toEqual([["DK", "age", 15, 13]]);
  });
});

describe("a cell", () => {
  it("is unsure unless its source was read and leaves no doubt", () => {
    const cell: Cell<number> = { value: 1, citation: "", source: "s", confidence: "high", verified: true };
    expect(isUnsure(cell)).toBe(false);
    expect(isUnsure({ ...cell, verified: false })).toBe(true);
    expect(isUnsure({ ...cell, confidence: "medium" })).toBe(true);
  });

  it("that no source was read for is marked in every country and version", () => {
    for (const country of COUNTRIES)
      for (const set of RULE_SETS)
        for (const { cell } of knownCells(country, set))
          expect(isUnsure(cell)).toBe(!(cell.verified && cell.confidence === "high"));
  });

  it("has a title and words for its value, in every country", () => {
    for (const country of COUNTRIES)
      for (const { name, cell } of knownCells(country, NEWEST_RULES)) {
        expect(CELL_TITLES[name]).not.toBe("");
        expect(cellText(name, cell)).toMatch(/\S/);
        expect(cellText(name, cell)).not.toMatch(/undefined|null|\[object/);
      }
  });

  it("that is only the strict default is not passed off as law", () => {
    const names = knownCells(countryFor("ES"), NEWEST_RULES).map(({ name }) => name);
    expect(names).toContain("age");
    expect(names).not.toContain("soleTraderIsNatural");
    expect(cellsOn(countryFor("ES"), NEWEST_RULES).soleTraderIsNatural.value).toBe(false);
  });

  it.each([
    ["PL", "soi", "nothing: there is no soft opt-in"],
    ["CH", "age", "none"],
    ["ES", "registers", "ROBINSON_ES"],
    ["FR", "registers", "none"],
    ["EU_DEFAULT", "registers", "every one that is known"],
    ["BE", "ack", "yes"],
    ["ES", "decayDays", "no national term; here 1095 days"],
    ["DE", "decayDays", "730 days"],
    ["FR", "openTracking", "the date of the last open"],
    ["ES", "openTracking", "nothing"],
    ["FR", "trackingPauseDays", "183 days"],
    ["ES", "trackingPauseDays", "no term is set"],
    ["DE", "proofDays", "1095 days"],
    ["ES", "authority", "AEPD"],
  ] as const)("of %s is read aloud: %s", (code, name, words) => {
    expect(cellText(name, cellsOn(countryFor(code), NEWEST_RULES)[name])).toBe(words);
  });
});
