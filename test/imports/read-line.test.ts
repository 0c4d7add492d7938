// What a line of another system's records may hold, and how its faults are told.
import { describe, expect, test } from "vitest";
import { readLine } from "../../src/app/imports/read-line.ts";

const fact = { id: "a1", type: "consent.withdrawn", at: "2026-01-02T03:04:05Z", purpose: "newsletter" };
const line = { email: "Jane@example.com", recipient: { country: "FR" }, language: "fr", facts: [fact] };

function problemOf(value: unknown): string {
  const read = readLine(value, "file");
  if (read.ok) throw new Error("the line was taken");
  return `${read.code}: ${read.problem}`;
}

describe("a good line", () => {
  test("is the same as text and as parsed JSON", () => {
    expect(readLine(JSON.stringify(line), "file")).toEqual(readLine(line, "file"));
  });

  test("keeps the address as it was typed and each fact as it was told", () => {
    const told = { ...fact, till: "checkout 3" };
    expect(readLine({ ...line, facts: [told] }, "api:shop")).toMatchObject({
      ok: true,
      entry: {
        who: { address: { typed: "Jane@example.com" } },
        language: "fr",
        recipient: { country: "FR" },
        facts: [
          { body: told, source: "api:shop", fact: { type: "consent.withdrawn", purpose: "newsletter" } },
        ],
      },
    });
  });

  test("needs neither language nor recipient, and may hold no fact", () => {
    expect(readLine({ email: "jane@example.com", facts: [] }, "file")).toMatchObject({
      ok: true,
      entry: { facts: [] },
    });
  });
});

describe("a bad line is told with the place and what was expected", () => {
  test.each([
    ["{", /^line-malformed: expected JSON/],
    ["[]", /^line-malformed: expected an object/],
    [null, /^line-malformed: expected an object/],
    [
      { ...line, mail: 1, constructor: 2 },
      /^line-malformed: unknown field `mail`, `constructor`; the fields are email/,
    ],
    [{ ...line, email: 7 }, /^line-malformed: `email`: expected a string/],
    [{ ...line, email: "jane.example.com" }, /^address-malformed: `email`/],
    [{ ...line, language: "français" }, /^line-malformed: `language`/],
    [{ ...line, recipient: { birthDate: "2020-02-30" } }, /^line-malformed: `recipient.birthDate`/],
    [{ ...line, recipient: null }, /^line-malformed: `recipient`/],
    [{ ...line, recipient: [] }, /^line-malformed: `recipient`/],
    [{ email: "jane@example.com" }, /^line-malformed: `facts`: expected an array/],
    [
      { ...line, recipient: { country: "jane@example.com" } },
      /^line-malformed: `recipient.country`: expected no/,
    ],
    [
      { ...line, facts: [{ ...fact, id: "jane@example.com-1" }] },
      /^fact-malformed: `facts\[0\].id`: expected no address/,
    ],
    [
      { ...line, facts: [{ ...fact, purpose: "jane%40example.com" }] },
      /^fact-malformed: `facts\[0\].purpose`/,
    ],
    [{ ...line, facts: [{ ...fact, type: "consent.bought" }] }, /^fact-malformed: `facts\[0\].type`/],
    [{ ...line, facts: [{ ...fact, at: "yesterday" }] }, /^fact-malformed: `facts\[0\].at`/],
    [
      { ...line, facts: [{ ...fact, at: "0000-06-01T00:00:00Z" }] },
      /^fact-malformed: `facts\[0\].at`.*year 0/,
    ],
    [
      { ...line, facts: [{ ...fact, id: "x".repeat(201) }] },
      /^fact-malformed: `facts\[0\].id`: expected at most 200/,
    ],
    [{ ...line, facts: [fact, { ...fact }] }, /^fact-malformed: `facts\[1\].id`: an earlier fact/],
  ])("%j", (value, problem) => {
    expect(problemOf(value)).toMatch(problem);
  });
});

describe("what cannot be kept word for word is refused", () => {
  const holding = (value: unknown) => ({ ...line, facts: [{ ...fact, extra: value }] });

  test.each([
    ["NUL", holding("a\0b"), /NUL/],
    ["half a surrogate pair", holding("\ud83d"), /surrogate/],
    ["NUL in a field's name", holding({ "a\0": 1 }), /NUL/],
    ["a number beyond a double", JSON.stringify(holding(1)).replace('"extra":1', '"extra":1e999'), /number/],
    [
      "bytes that are not UTF-8",
      Buffer.from(JSON.stringify(holding("caf\u00e9")), "latin1").toString("utf8"),
      /UTF-8/,
    ],
    [
      "deep nesting",
      `${JSON.stringify(holding(1)).replace('"extra":1', `"extra":${"[".repeat(9_000)}${"]".repeat(9_000)}`)}`,
      /nested/,
    ],
    [
      "a field named `__proto__`",
      '{"email":"jane@example.com","facts":[],"__proto__":{"ok":true}}',
      /`__proto__`/,
    ],
    [
      "`__proto__` inside a fact",
      JSON.stringify(holding(1)).replace('"extra"', '"__proto__"'),
      /`__proto__`/,
    ],
  ])("%s", (_, value, problem) => {
    expect(problemOf(value)).toMatch(problem);
  });
});

describe("no problem repeats an address", () => {
  test.each([
    [{ ...line, email: "jane@example.com, joe@example.com" }],
    [{ ...line, "jane@example.com": true }],
    [{ ...line, language: "jane@example.com" }],
    [{ ...line, recipient: { birthDate: "jane@example.com" } }],
    [{ ...line, facts: [{ ...fact, type: "jane@example.com" }] }],
    [{ ...line, facts: [{ ...fact, at: "jane@example.com" }] }],
    [
      {
        ...line,
        facts: [
          { ...fact, id: "jane@example.com" },
          { ...fact, id: "jane@example.com" },
        ],
      },
    ],
    ['{"email": "jane@example.com", oops}'],
  ])("%j", (value) => {
    expect(problemOf(value)).not.toContain("@");
  });
});
