// The law of a country as this controller applies it: with its own strictness.
import { type Row, rowFor } from "../../core/rows.ts";
import { type Tightening, tightenRow } from "../../core/tightening.ts";
import type { Setup } from "./setup.ts";

/** The law of a recipient's country with the controller's own strictness; unknown: the strict default. */
export function lawFor(setup: Pick<Setup, "tightenings">, country: string | undefined): Row {
  const law = rowFor(country)!;
  return tightenRow(law, tightenedBy(setup))?.row ?? law;
}

/** One list a set-up, since the rows that it tightens are made once for each list. */
const lists = new WeakMap<Setup["tightenings"], readonly Tightening[]>();

/** The controller's own strictness. */
export function tightenedBy({ tightenings }: Pick<Setup, "tightenings">): readonly Tightening[] {
  const list = lists.get(tightenings) ?? Object.values(tightenings).map(({ content }) => content);
  lists.set(tightenings, list);
  return list;
}

/** The exclusion lists that bind for recipients of a country, by name. */
export function registersIn(
  setup: Pick<Setup, "tightenings" | "registers">,
  country: string | undefined,
): readonly string[] {
  const { registers, registersCarried } = lawFor(setup, country);
  return registersCarried ? [...new Set([...registers, ...Object.keys(setup.registers)])] : registers;
}
