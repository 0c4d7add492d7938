// One way to write each value: RFC 8785, and nothing else.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, canonicalText } from "./canonical.ts";

/** RFC 8785 section 3.2, word for word and without any haste. */
function byTheBook(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => byTheBook(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${byTheBook(item)}`);
  return `{${members.join(",")}}`;
}

/** With a space after each colon and each comma, and the shorter keys first. */
function asPostgresWrites(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => asPostgresWrites(item ?? null)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}: ${asPostgresWrites(item)}`);
  return `{${members.join(", ")}}`;
}

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom('"', "\\", "\u007f", "\u0000", "\u001f", "\ud83d", "\ude00", "é", "€", "1", "a"),
  }),
);
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    texts,
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, true, false, -0, 1e21, 1e-7),
    fc.array(tie("value")),
    fc.dictionary(texts, fc.option(tie("value"), { nil: undefined })),
  ),
}));

describe("canonical JSON", () => {
  it("is what RFC 8785 says of any value", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson(value)).toBe(byTheBook(value));
      }),
      { numRuns: 1000 },
    );
  });

  it("is the same from a text as from the value that it stands for, in whatever order and spacing it came", () => {
    const ofFacts = fc.dictionary(
      fc.constantFrom("at", "id", "of", "by", "type", "\ue000"),
      fc.oneof(texts, values, fc.constantFrom("\ue001", '"id": "x"', ': "', "consent-1")),
    );
    const nested = fc.record({ id: texts, of: ofFacts, at: fc.array(ofFacts) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(ofFacts, nested, values), fc.boolean(), (value, spaced) => {
        const text = spaced ? asPostgresWrites(value) : JSON.stringify(value);
        expect(canonicalText(text)).toBe(byTheBook(JSON.parse(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it("writes the example of RFC 8785 section 3.2.2 as the RFC does", () => {
    const example = {
      numbers: JSON.parse("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]"),
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts keys by their code units, as the example of section 3.2.3 does", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const sorted = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(",")}}`);
  });
});
