// The file of a simulation says what is imagined, or what is wrong with it and where.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readChangeFile } from "./change-file.ts";
import type { Setup } from "./setup.ts";

const clause = {
  key: "newsletter",
  version: 2,
  hash: "sha256:02",
  content: { purpose: "newsletter", text: { en: "Yes" } },
};
const setup: Pick<Setup, "clauses"> = { clauses: { newsletter: clause } };

function mistakesOf(text: string): string[] {
  const read = readChangeFile(text, setup);
  return read.ok ? [] : read.mistakes.map(({ line, problem }) => `line ${line}: ${problem}`);
}

describe("a sound file", () => {
  test("may imagine other rules, rows, own rules, wordings and terms", () => {
    const text = `rules: 2024-01-01
rows: { ES: DE, EU_DEFAULT: GB }
tightenings:
  ours: { cells: { age: 18 }, reason: Ours }
clauses: { newsletter: 3 }
retention: { consentDays: 365, softOptInDays: 100 }
`;
    expect(readChangeFile(text, setup)).toEqual({
      ok: true,
      change: {
        rules: "2024-01-01",
        rows: { ES: "DE", EU_DEFAULT: "GB" },
        tightenings: { ours: { cells: { age: 18 }, reason: "Ours" } },
        clauses: { newsletter: 3 },
        retention: { consentDays: 365, softOptInDays: 100 },
      },
    });
  });

  test("may take the own rules away", () => {
    expect(readChangeFile("tightenings: {}", setup)).toEqual({ ok: true, change: { tightenings: {} } });
  });

  test("is that of the example", () => {
    const example = new URL("../../../examples/lunaria/what-if.yaml", import.meta.url);
    expect(mistakesOf(readFileSync(example, "utf8"))).toEqual([]);
  });
});

describe("a mistake", () => {
  test.each([
    [
      "nothing imagined",
      "{}",
      "line 1: the file should be a group with at least one change: `rules`, `rows`, `tightenings`, `clauses` or `retention`; it is a group of keys",
    ],
    [
      "a mistyped key",
      "clauses: { newsletter: 1 }\nretentoin: {}",
      "line 2: `retentoin` is not known here (did you mean `retention`?)",
    ],
    ["no day", "rules: 2026-02-30", "line 1: `rules` should be a day, like `2026-11-23`; it is `2026-02-30`"],
    [
      "a wording that nobody declared",
      "clauses: { newslettr: 1 }",
      "line 1: `clauses.newslettr` names no clause that is declared: `newslettr` (did you mean `newsletter`?)",
    ],
    [
      "a wording that comes only after the next",
      "clauses:\n  newsletter: 4",
      "line 2: `clauses.newsletter` should be at most 3: version 2 is in force, and the next is 3",
    ],
    [
      "a term longer than the law allows anywhere",
      "retention:\n  consentDays: 2000",
      "line 2: `retention.consentDays` would loosen the law, and own rules may only be stricter: the loosest row, ES, has `null` (no national term; here 1095 days)",
    ],
    [
      "an own rule that loosens the law",
      "tightenings:\n  ours:\n    jurisdiction: ES\n    reason: Ours\n    cells:\n      age: 12",
      "line 6: `tightenings.ours.cells.age` would loosen the law, and own rules may only be stricter: the row ES has `14` (14 years)",
    ],
    ["no YAML", "rows: {", "line 1: this is not YAML: flow map"],
  ])("is told with its line: %s", (_, text, told) => {
    expect(mistakesOf(text)).toEqual([expect.stringContaining(told)]);
  });

  test("in the code of a row lists the rows", () => {
    expect(mistakesOf("rows: { ES: XX }")).toEqual([
      expect.stringMatching(/^line 1: `rows\.ES` should be one of `ES`, `FR`.*it is `XX`/),
    ]);
    expect(mistakesOf("rows: { SP: ES }")).toEqual([
      expect.stringMatching(/^line 1: `rows\.SP` is not known here; known are `ES`, `FR`/),
    ]);
  });
});
