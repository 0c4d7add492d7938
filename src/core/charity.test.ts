import { describe, expect, test } from "vitest";
import { answer } from "./answer.ts";

const support = {
  id: "s1",
  type: "support.expressed",
  at: "2026-03-01T10:00:00Z",
  addressFrom: "customer",
  optOutOffered: true,
  form: { version: "1" },
  refused: false,
  charity: "1234567",
};
const question = {
  id: "charity",
  at: "2026-11-23T12:00:00Z",
  controller: { id: "shelter", country: "GB" },
  recipient: { country: "GB", kind: "natural" },
  purpose: { key: "appeals", kind: "marketing" },
  facts: [support],
};
const asked = (changed: object, fact: object = {}) => ({
  ...question,
  facts: [{ ...support, ...fact }],
  ...changed,
});

describe("a charity's soft opt-in", () => {
  test("opens in the United Kingdom for who expressed support, since 5 February 2026", () => {
    expect(answer(question)).toMatchObject({ outcome: "permit", basis: "soft-opt-in", evidence: ["s1"] });
    expect(answer(question, { rules: "2026-02-05" })).toMatchObject({ outcome: "permit" });
    expect(answer(question, { rules: "2026-02-04" })).toMatchObject({
      outcome: "refusal",
      code: "no-sale-context",
    });
  });

  test.each(["FR", "DE", "IE", "PL"])("opens nothing in %s", (country) => {
    expect(answer(asked({ recipient: { country } }))).toMatchObject({ code: "no-sale-context" });
  });

  test("needs the number of the charity", () => {
    expect(answer(asked({}, { charity: undefined }))).toMatchObject({ code: "no-sale-context" });
    expect(answer(asked({}, { charity: "" }))).toMatchObject({ code: "no-sale-context" });
  });

  test("has the conditions of every soft opt-in", () => {
    expect(answer(asked({}, { refused: true }))).toMatchObject({ code: "refused-at-collection" });
    expect(answer(asked({}, { optOutOffered: false }))).toMatchObject({ code: "no-optout-at-collection" });
    expect(answer(asked({}, { seller: "another" }))).toMatchObject({ code: "not-same-person" });
  });
});
