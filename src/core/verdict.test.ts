import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { type Instant, parseInstant } from "./instant.ts";
import type { Asked } from "./question.ts";
import { initialStanding } from "./standing.ts";
import { isPermit, type Permit, type PermitRecord, permitFromRecord } from "./verdict.ts";

const at = parseInstant("2026-11-23T12:00:00Z") as Instant;
const asked: Asked = {
  at,
  controller: { id: "luna" },
  recipient: { country: "ES" },
  purpose: { key: "breach", kind: "legalNotice" },
  message: { statute: "GDPR 34" },
};
const permit = decide(initialStanding, asked) as Permit;

describe("a permit", () => {
  it("is what `decide` made, and no look-alike", () => {
    expect(isPermit(permit)).toBe(true);
    const lookalikes = [
      { ...permit },
      Object.create(permit),
      structuredClone(permit),
      JSON.parse(JSON.stringify(permit)),
      null,
      undefined,
      "permit",
      1,
    ];
    for (const lookalike of lookalikes) expect(isPermit(lookalike)).toBe(false);
    expect(isPermit(decide(initialStanding, { ...asked, message: {} }))).toBe(false);
  });

  it("cannot be altered", () => {
    expect(() => Object.assign(permit, { purpose: "newsletter" })).toThrow(TypeError);
    expect(() => (permit.evidence as string[]).push("x")).toThrow(TypeError);
  });

  it("cannot be made with the constructor of another", () => {
    const Maker = permit.constructor as new (terms: object) => object;
    expect(() => new Maker(permit)).toThrow("a permit is made by `decide` alone");
  });

  it("names the purpose and the moment that it was asked for", () => {
    expect(permit).toMatchObject({ purpose: "breach", decidedAt: at, outcome: "permit", code: null });
  });
});

describe("a permit read back from the store", () => {
  const record: PermitRecord = {
    purpose: "breach",
    basis: "legal-obligation",
    evidence: ["f1"],
    jurisdiction: "ES",
    validUntil: null,
    tracking: "none",
    obligations: ["opt-out"],
    rules: "2026-11-23",
    decidedAt: at,
  };

  it("is a permit again", () => {
    const restored = permitFromRecord(record);
    expect(isPermit(restored)).toBe(true);
    expect(restored).toMatchObject(record);
    expect(permitFromRecord({ ...record, validUntil: at })).toMatchObject({ validUntil: at });
  });

  it.each([
    ["an unknown basis", { basis: "hope" }],
    ["a basis named like a property of objects", { basis: "constructor" }],
    ["a basis that is no word", { basis: 1 }],
    ["unknown tracking", { tracking: "some" }],
    ["an end that is no instant", { validUntil: "2026" }],
    ["no instant of decision", { decidedAt: Number.NaN }],
    ["no purpose", { purpose: "" }],
    ["evidence that is no list", { evidence: "f1" }],
    ["evidence that is no id", { evidence: [1] }],
    ["obligations that are no list", { obligations: null }],
    ["obligations that are no words", { obligations: [""] }],
  ])("is none with %s", (_, change) => {
    expect(permitFromRecord({ ...record, ...change } as unknown as PermitRecord)).toBeNull();
  });
});
