// What a stored verdict was decided under, and whether that still holds.
import { COUNTRIES, NEWEST_RULES } from "../../core/rows.ts";
import { registersIn } from "../setup/law-for.ts";
import type { Published, PurposeDeclaration, Setup } from "../setup/setup.ts";

/**
 * What a stored verdict was decided under: other rules, another version of the purpose, another strictness of the
 * controller's own, or another copy of an exclusion list that binds there make it worthless.
 */
export interface Under {
  readonly everywhere: string;
  /** What comes to it in a jurisdiction where exclusion lists bind. */
  readonly within: Readonly<Record<string, string>>;
}

export function decidedUnder(
  setup: Pick<Setup, "tightenings" | "registers">,
  purpose: Published<PurposeDeclaration>,
): Under {
  const own = Object.values(setup.tightenings).map(({ key, version }) => `${key}.${version}`);
  return {
    everywhere: [NEWEST_RULES, purpose.version, ...own.toSorted()].join("/"),
    within: registersWithin(setup),
  };
}

/** The whole of it for a verdict of this jurisdiction. */
export function underIn({ everywhere, within }: Under, jurisdiction: string): string {
  return `${everywhere}${Object.hasOwn(within, jurisdiction) ? within[jurisdiction] : ""}`;
}

/** Made once for each set-up, which is read anew whenever a list is loaded. */
const copies = new WeakMap<Setup["registers"], Under["within"]>();

function registersWithin(setup: Pick<Setup, "tightenings" | "registers">): Under["within"] {
  const known = copies.get(setup.registers);
  if (known) return known;
  const loaded = Object.entries(setup.registers);
  const within = COUNTRIES.map(({ code }) => {
    const binding = registersIn(setup, code);
    const taken = loaded.filter(([register]) => binding.includes(register));
    return [code, taken.map(([register, copy]) => `/${register} ${copy}`).join("")] as const;
  }).filter(([, taken]) => taken !== "");
  const found = Object.fromEntries(within);
  copies.set(setup.registers, found);
  return found;
}
