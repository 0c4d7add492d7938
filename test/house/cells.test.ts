// What each cell of the law does: no cell may ask for something that no rule, page or mail heeds.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CELL_TITLES } from "../../src/core/cell-words.ts";
import type { Values } from "../../src/core/cells.ts";

/** Where it is read, by which words, and a test that fails without it; or that it only tells people what the law says. */
type Effect =
  | { readonly read: string; readonly as: string; readonly held: string; readonly by: string }
  | "words";

const verdict = (read: string, as: string, by: string): Effect => ({
  read: `src/core/${read}.ts`,
  as,
  held: "src/core/tightening.test.ts",
  by,
});

const effects: { readonly [Cell in keyof Values]: Effect } = {
  authority: "words",
  provision: "words",
  soiContext: "words",
  label: "words",
  maxFine: "words",
  // Who is a sole trader is asked of the recipient, and never taken for a company in any row.
  soleTraderIsNatural: "words",
  natural: verdict("bases/corporate-opt-out", "row.natural", "for every row is measured by the loosest"),
  named: verdict("bases/corporate-opt-out", "row.named", "closes an opt-out"),
  generic: verdict("bases/corporate-opt-out", "row.generic", "leaves only consent between two openings"),
  soi: verdict("bases/soft-opt-in", "row.soi", "closes the soft opt-in"),
  soiMaxDays: verdict("bases/soft-opt-in", "row.soiMaxMs", "sets a term where the law has none"),
  soiRolling: verdict("bases/soft-opt-in", "row.soiRolling", "stops the rolling of the term"),
  freeAccountIsSale: verdict(
    "bases/soft-opt-in",
    "row.freeAccountIsSale",
    "takes no free account for a sale",
  ),
  charitySoi: {
    read: "src/core/bases/soft-opt-in.ts",
    as: "row.charitySoi",
    held: "src/core/charity.test.ts",
    by: "opens in the United Kingdom for who expressed support",
  },
  age: {
    read: "src/app/consent/children.ts",
    as: "{ age } = lawFor",
    held: "test/http/children.test.ts",
    by: "whoever is old enough in",
  },
  doi: {
    read: "src/app/consent/asking-first.ts",
    as: "doubleOptInRequired",
    held: "test/http/asking-first.test.ts",
    by: "asks for it all the same where",
  },
  registers: verdict("registers", "row.registers", "binds another register"),
  registersLegalOnly: verdict("registers", "row.registersLegalOnly", "asks the register for everybody"),
  decayDays: verdict("bases/consent", "row.decayMs", "shortens the life of a permit with its own decay"),
  connectionDays: {
    read: "src/app/consent/connections.ts",
    as: "connectionMs",
    held: "test/http/connections.test.ts",
    by: "longer where courts ask for it",
  },
  ack: {
    read: "src/app/consent/acknowledgement.ts",
    as: '"withdrawal-ack"',
    held: "test/http/acknowledgement.test.ts",
    by: "is acknowledged once, in the person's language",
  },
  trackingPauseDays: {
    read: "src/app/consent/tracking-pause.ts",
    as: "trackingPauseMs",
    held: "test/http/tracking-pause.test.ts",
    by: "is not asked again for about six months",
  },
  proofDays: {
    read: "src/app/retention/keeping.ts",
    as: "proofMs",
    held: "src/app/retention/keeping.test.ts",
    by: "stays blocked for as long as the law of the country has it",
  },
  openTracking: verdict("tracking", "row.openTracking", "follows nothing"),
};

test("every cell of the law is told in words, and its effect is known", () => {
  expect(Object.keys(effects).toSorted()).toEqual(Object.keys(CELL_TITLES).toSorted());
});

const rows = readFileSync("src/core/rows.ts", "utf8");

test.each(Object.entries(effects))("the cell `%s` is heeded where it is said to be", (cell, effect) => {
  // What no row is compiled from can be heeded by nothing.
  expect(rows.includes(`cells.${cell}.value`)).toBe(effect !== "words");
  if (effect === "words") return;
  expect(readFileSync(effect.read, "utf8")).toContain(effect.as);
  expect(readFileSync(effect.held, "utf8")).toContain(effect.by);
});
