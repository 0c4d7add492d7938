/** The cases as data: every worked case, every person of the register, and that each country and each code has its case. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Answer, answer } from "./answer.ts";
import { BASES, REFUSAL_CODES } from "./codes.ts";
import { COUNTRIES } from "./rows.ts";

type Case = {
  readonly question: unknown;
  readonly expect: Partial<Record<string, unknown>>;
  readonly why: string;
};
type Person = { readonly email: string; readonly recipient: unknown; readonly facts: unknown };

const worked = lines<Case>("decisions.jsonl");
const own = lines<Case>("own-decisions.jsonl");

describe.each([
  ["the worked cases of the contract", worked],
  ["our own cases", own],
])("%s", (_, cases) => {
  it.each(cases.map((one): [string, Case] => [`${idOf(one)}: ${one.why}`, one]))("%s", (_name, one) => {
    expect(answer(one.question)).toMatchObject(one.expect);
  });
});

describe("the register of two thousand people", () => {
  const expected = lines<Record<string, string>>("people-expected.jsonl");
  const answers = lines<Person>("people.jsonl").map(({ email, recipient, facts }) =>
    answer({
      id: email,
      at: "2026-11-23T12:00:00Z",
      controller: { id: "lunaria", country: "ES" },
      recipient,
      purpose: { key: "newsletter", kind: "marketing", category: "shoes" },
      facts,
    }),
  );

  it("is answered as expected, one for one", () => {
    expect(answers.map(summary)).toEqual(expected);
    expect(answers).toHaveLength(2000);
  });
});

describe("the cases together", () => {
  const answers = [...worked, ...own].map((one) => answer(one.question));

  it.each(REFUSAL_CODES)("hold a refusal for `%s`", (code) => {
    expect(answers.some((given) => given.code === code)).toBe(true);
  });

  it.each(Object.keys(BASES))("hold a permit on the basis `%s`", (basis) => {
    expect(answers.some((given) => "basis" in given && given.basis === basis)).toBe(true);
  });

  it.each(COUNTRIES.map((country) => country.code))("hold a permit and a refusal for %s", (code) => {
    const there = answers.filter((given) => "jurisdiction" in given && given.jurisdiction === code);
    expect(new Set(there.map((given) => given.outcome))).toEqual(new Set(["permit", "refusal"]));
  });
});

function lines<Line>(file: string): readonly Line[] {
  const text = readFileSync(new URL(`../../test/corpus/${file}`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

function idOf({ question }: Case): string {
  return typeof question === "object" && question !== null && "id" in question
    ? String(question.id)
    : "no id";
}

function summary(given: Answer): Record<string, string> {
  const outcome = { email: String(given.id), outcome: given.outcome };
  return "basis" in given && given.basis !== null
    ? { ...outcome, basis: given.basis }
    : { ...outcome, code: String(given.code) };
}
