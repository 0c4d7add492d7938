// `licet law`, as a lawyer reads it and as a program does.
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { place } from "./run.ts";

const { folder, licet } = place();

test("alone, lists the countries that have rules of their own", async () => {
  const { status, stdout } = await licet("law");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}ES +Spain +LSSI 34\/2002/m);
  expect((await licet("law", "--json")).json()).toHaveLength(17);
});

test("shows each rule with its value, its source, how sure that is, and what counsel must confirm", async () => {
  const { status, stdout } = await licet("law", "ES");
  expect(status).toBe(0);
  expect(stdout).toContain("Spain ES · rules of 2026-11-23");
  expect(stdout).toMatch(/Age for consent\n +14 years\n +LOPDGDD 7 · high confidence/);
  expect(stdout).toMatch(/\? A free account counts as a sale\n +no\n.+\n +off until counsel confirms/);
  expect(stdout).toContain("This is not legal advice: counsel must confirm every rule");
});

test("as JSON, is one line a rule, with what is not sure marked", async () => {
  const lines = (await licet("law", "uk", "--json")).json();
  expect(lines).toContainEqual(
    expect.objectContaining({ jurisdiction: "GB", cell: "natural", value: "optIn", unsure: true }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ cell: "charitySoi", value: true, validFrom: "2026-02-05", unsure: false }),
  );
});

test("`--rules` shows the rules of that day", async () => {
  const { stdout } = await licet("law", "DK", "--rules", "2023-12-31");
  expect(stdout).toMatch(/Age for consent\n +13 years\n.*until 2023-12-31/);
});

test("`law diff` shows what changed, old and new", async () => {
  const { status, stdout } = await licet("law", "diff", "2026-01-01", "2026-11-23");
  expect(status).toBe(0);
  expect(stdout).toContain("rules of 2024-11-10 → rules of 2026-11-23");
  expect(stdout).toMatch(/GB {2}Fines\n +- GBP 500,000 · PECR\n +\+ GBP 17\.5M or 4 % · DUAA 2025/);
  const changes = (await licet("law", "diff", "2026-01-01", "2026-11-23", "--json")).json();
  expect(changes.map(({ jurisdiction, cell }) => `${jurisdiction} ${cell}`)).toEqual([
    "FR openTracking",
    "FR trackingPauseDays",
    "GB charitySoi",
    "GB maxFine",
  ]);
});

test("`law diff` within one version says that nothing changed", async () => {
  expect((await licet("law", "diff", "2026-11-23", "2026-11-24")).stdout).toContain("nothing changed");
});

test("none of it opens a database or makes a folder", () => {
  expect(readdirSync(folder)).toEqual([]);
});
