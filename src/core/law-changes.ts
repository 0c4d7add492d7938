/** What changed in the law between two versions of the rule set, cell by cell. */
import type { Cell, Values } from "./cells.ts";
import { COUNTRIES, cellsOn, type RuleSet } from "./rows.ts";

/** One cell of one country that has another version, of which the value or only the citation may differ. */
export type LawChange = {
  readonly jurisdiction: string;
  readonly cell: keyof Values;
  readonly before: Cell<unknown>;
  readonly after: Cell<unknown>;
};

/**
 * The cells that differ, country by country, in the order of the rows.
 *
 * @example
 * lawChanges("2022-05-28", "2024-01-01"); // [{ jurisdiction: "DK", cell: "age", before: { value: 13, … }, after: { value: 15, … } }]
 */
export function lawChanges(from: RuleSet, to: RuleSet): readonly LawChange[] {
  return COUNTRIES.flatMap((country) => {
    const [before, after] = [cellsOn(country, from), cellsOn(country, to)];
    return (Object.keys(after) as (keyof Values)[])
      .filter((cell) => before[cell] !== after[cell])
      .map((cell) => ({ jurisdiction: country.code, cell, before: before[cell], after: after[cell] }));
  });
}
