import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer } from "./answer.ts";
import { isRefusalCode } from "./codes.ts";
import { FACT_TYPES, parseFact } from "./facts.ts";
import { parsePosition } from "./position.ts";
import { parseQuestion, parseRecipient } from "./question.ts";
import { parseSubjectId } from "./subject-id.ts";

const question = {
  id: "q",
  at: "2026-11-23T12:00:00Z",
  controller: { id: "luna" },
  recipient: {},
  purpose: { key: "n", kind: "marketing" },
};

describe("bad input", () => {
  it("is refused and never thrown, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(answer(value)).toMatchObject({ outcome: "refusal", code: "input-invalid" });
      }),
    );
  });

  it("is refused and never permitted in any single field of a question", () => {
    const fields = ["id", "at", "controller", "recipient", "purpose", "message", "facts", "registers"];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        expect(answer({ ...question, facts: [], [field]: value }).outcome).toBe("refusal");
      }),
    );
  });

  it.each([
    ["a question that is only a prototype", '{"__proto__":{"id":"q"},"at":"2026-11-23T12:00:00Z"}', "`id`"],
    ["a day that no calendar has", '{"id":"q","at":"2026-02-30T12:00:00Z"}', "`at`"],
    ["a year beyond the calendar", '{"id":"q","at":"999999-01-01T00:00:00Z"}', "`at`"],
    ["a number for a moment", '{"id":"q","at":1795435200000}', "`at`"],
  ])("is named with its place: %s", (_, json, place) => {
    const given = answer(JSON.parse(json));
    expect(given).toMatchObject({ outcome: "refusal", code: "input-invalid" });
    expect("problem" in given && given.problem).toContain(place);
  });

  it("gains nothing from a prototype, wherever it is set", () => {
    const consent =
      '{"id":"c","type":"consent.given","at":"2026-06-01T00:00:00Z","purpose":"n","channel":"email","clause":{"hash":"h"},"form":{"version":"1"},"notice":{"version":"1","withdrawalStated":true}}';
    const asking = (recipient: string, fact: string) =>
      answer(
        JSON.parse(
          `{"id":"q","at":"2026-11-23T12:00:00Z","controller":{"id":"luna"},"recipient":${recipient},"purpose":{"key":"n","kind":"marketing"},"facts":[${fact}]}`,
        ),
      );
    expect(asking('{"country":"ES"}', consent)).toMatchObject({ basis: "consent" });
    expect(asking('{"__proto__":{"country":"ES"}}', consent)).toMatchObject({
      jurisdiction: "EU_DEFAULT",
      code: "doi-unconfirmed",
    });
    expect(asking('{"country":"ES"}', `{"__proto__":${consent}}`)).toMatchObject({ code: "input-invalid" });
    expect(
      asking(
        '{"country":"ES"}',
        consent.replace('"clause":{"hash":"h"}', '"clause":{"__proto__":{"hash":"h"}}'),
      ),
    ).toMatchObject({ code: "no-proof" });
  });

  it("never repeats a megabyte", () => {
    const megabyte = "x".repeat(1_000_000);
    for (const value of [
      megabyte,
      { ...question, at: megabyte },
      { ...question, facts: [{ id: "a", type: megabyte }] },
      { ...question, facts: [], registers: { [megabyte]: 1 } },
    ]) {
      const given = answer(value);
      expect("problem" in given && given.problem.length).toBeLessThan(160);
    }
  });

  it("is named even where a whole history of ten thousand facts is good but for one", () => {
    const facts = Array.from({ length: 10_000 }, (_, index) => ({
      id: `f${index}`,
      type: "marketing.sent",
      at: "2026-01-01T00:00:00Z",
    }));
    expect(answer({ ...question, facts }).code).toBe("no-basis");
    facts[9999]!.id = "f0";
    expect(answer({ ...question, facts })).toMatchObject({
      problem: "`facts[9999].id`: `f0` is already the id of `facts[0]`",
    });
  });
});

describe("a fact", () => {
  it("opens its problem with the place where it stands", () => {
    expect(parseFact({ id: "b1", type: "address.bounced", at: "yesterday" }, "facts[3]")).toEqual({
      ok: false,
      problem: "`facts[3].at`: expected an RFC 3339 instant in UTC, got `yesterday`",
    });
    expect(parseFact(7, "fact")).toEqual({ ok: false, problem: "`fact`: expected an object, got a number" });
  });

  it("leaves behind what the contract does not know, and gains nothing", () => {
    const read = parseFact(
      {
        id: "a",
        type: "complaint.received",
        at: "1970-01-01T00:00:01Z",
        email: "jane@example.org",
        purpose: undefined,
      },
      "fact",
    );
    expect(read).toStrictEqual({ ok: true, fact: { id: "a", type: "complaint.received", at: 1000 } });
  });

  it("is of one of the twenty-one types of the contract, the support of a charity, a wish, a notice that the law demands, or a step of a request", () => {
    expect(FACT_TYPES).toHaveLength(29);
    expect(FACT_TYPES).toEqual(expect.arrayContaining(["support.expressed", "frequency.wished"]));
  });
});

describe("a question", () => {
  it("keeps its own id in a problem, if it has one that is text", () => {
    expect(parseQuestion({ id: "q1" })).toEqual({ ok: false, id: "q1", problem: "`at`: is missing" });
    expect(parseQuestion({ id: 1 })).toMatchObject({ id: null });
    expect(parseQuestion([])).toMatchObject({ id: null });
    expect(parseQuestion(Object.create({ id: "inherited" }))).toMatchObject({ id: null });
  });
});

describe("a recipient", () => {
  it("is read by itself, what is not known of it left open", () => {
    expect(parseRecipient({ country: "ES", kind: "cooperative", birthDate: "1990-01-31" }, "row 7")).toEqual({
      ok: true,
      recipient: { country: "ES", kind: "unknown", birthDate: 19900131 },
    });
    expect(parseRecipient({ freeMail: 1 }, "row 7")).toEqual({
      ok: false,
      problem: "`row 7.freeMail`: expected `true` or `false`, got a number",
    });
  });
});

describe("a word", () => {
  it("is a refusal code only if the table has it", () => {
    expect(["no-basis", "toString", 7].map(isRefusalCode)).toEqual([true, false, false]);
  });
});

describe("keys", () => {
  it("of subjects are lower-case uuids", () => {
    expect(parseSubjectId("0190a6c2-7c1e-4d3b-9a51-0123456789ab")).toBe(
      "0190a6c2-7c1e-4d3b-9a51-0123456789ab",
    );
    for (const text of ["", "jane@example.org", "0190A6C2-7C1E-4D3B-9A51-0123456789AB"])
      expect(parseSubjectId(text)).toBeNull();
  });

  it("of ledger entries are whole numbers from 0", () => {
    expect(parsePosition(0)).toBe(0);
    for (const value of [-1, 0.5, Number.NaN, 2 ** 53]) expect(parsePosition(value)).toBeNull();
  });
});
