import { describe, expect, it } from "vitest";
import { answer } from "./answer.ts";
import { type Row, rowFor } from "./rows.ts";
import { loosenings, type OwnCells, tightenRow } from "./tightening.ts";

const tight = (country: string, cells: OwnCells): Partial<Row> | null =>
  tightenRow(rowFor(country) as Row, [{ cells, reason: "board decision 7" }])?.row ?? null;

const question = {
  id: "q",
  at: "2026-11-23T12:00:00Z",
  controller: { id: "luna" },
  recipient: { country: "ES", birthDate: "1990-01-01" },
  purpose: { key: "n", kind: "marketing" },
  facts: [
    {
      id: "c",
      type: "consent.given",
      at: "2025-06-01T00:00:00Z",
      purpose: "n",
      channel: "email",
      by: "subject",
      clause: { hash: "h" },
      form: { version: "1" },
      notice: { version: "1", withdrawalStated: true },
    },
  ],
};

describe("a controller", () => {
  it("may ask for a confirmation where the law only recommends it, and the answer names the rule", () => {
    const tightened = [
      { jurisdiction: "ES", cells: { doi: "required" }, reason: "board decision 7" },
    ] as const;
    expect(answer(question)).toMatchObject({ basis: "consent" });
    const given = answer(question, { tightened });
    expect(given).toMatchObject({
      code: "doi-unconfirmed",
      citations: expect.arrayContaining(["own rule on `doi`: board decision 7"]),
    });
    expect(answer(question, { tightened })).toEqual(given);
    expect(answer({ ...question, recipient: { country: "FR" } }, { tightened })).toMatchObject({
      basis: "consent",
    });
  });

  it("shortens the life of a permit with its own decay", () => {
    const tightened = [{ cells: { decayDays: 600 }, reason: "board decision 7" }];
    expect(answer(question, { tightened })).toMatchObject({
      basis: "consent",
      validUntil: "2027-01-22T00:00:00.000Z",
    });
  });

  it("does not gain a permit where a stricter consent would make way for a sale", () => {
    const child = {
      ...question,
      recipient: { country: "FR", birthDate: "2011-01-01" },
      facts: [
        ...question.facts,
        {
          id: "s",
          type: "sale.concluded",
          at: "2026-06-01T00:00:00Z",
          addressFrom: "customer",
          optOutOffered: true,
          form: { version: "1" },
        },
      ],
    };
    const tightened = [{ cells: { decayDays: 30 }, reason: "board decision 7" }];
    expect(answer(child)).toMatchObject({ code: "under-age" });
    expect(answer(child, { tightened })).toEqual(answer(child));
  });
});

describe("a tightened row", () => {
  it.each<[string, string, OwnCells, Partial<Row>]>([
    [
      "closes an opt-out",
      "GB",
      { named: "roleOptOut", generic: "publishedForPurpose" },
      { named: "roleOptOut", generic: "publishedForPurpose" },
    ],
    ["leaves only consent between two openings", "NL", { generic: "roleOptOut" }, { generic: "optIn" }],
    ["closes the soft opt-in to negotiations", "GB", { soi: "contract" }, { soi: "contract" }],
    ["closes the soft opt-in", "ES", { soi: null }, { soi: null }],
    ["sets a term where the law has none", "ES", { soiMaxDays: 365 }, { soiMaxMs: 365 * 86_400_000 }],
    ["stops the rolling of the term", "IE", { soiRolling: false }, { soiRolling: false }],
    ["takes no free account for a sale", "FR", { freeAccountIsSale: false }, { freeAccountIsSale: false }],
    ["sets an age where the law has none", "CH", { age: 16 }, { age: 16 }],
    ["raises the age", "ES", { age: 16 }, { age: 16 }],
    ["binds another register", "FR", { registers: ["OWN"] }, { registers: ["OWN"] }],
    [
      "binds those that the question carries",
      "ES",
      { registers: ["*", "ROBINSON_ES"] },
      { registers: ["ROBINSON_ES"], registersCarried: true },
    ],
    ["asks the register for everybody", "PT", { registersLegalOnly: false }, { registersLegalOnly: false }],
    ["follows nothing", "FR", { openTracking: "none" }, { openTracking: "none" }],
    ["asks less often", "ES", { trackingPauseDays: 365 }, { trackingPauseMs: 365 * 86_400_000 }],
    ["lets go of proof sooner", "ES", { proofDays: 365 }, { proofMs: 365 * 86_400_000 }],
  ])("%s", (_, country, cells, expected) => {
    expect(tight(country, cells)).toMatchObject(expected);
  });

  it("acknowledges withdrawals", () => {
    expect(tight("ES", { ack: true })?.obligations).toContain("withdrawal-ack");
  });

  it.each<[string, OwnCells]>([
    [
      "DE",
      {
        natural: "optOut",
        named: "roleOptOut",
        soi: "saleOrNegotiation",
        soiMaxDays: null,
        age: 13,
        doi: "recommended",
        decayDays: 1095,
        ack: false,
        registers: [],
        freeAccountIsSale: true,
      },
    ],
    [
      "ES",
      {
        soi: "sale",
        age: null,
        registers: ["ROBINSON_ES"],
        soiMaxDays: 2000,
        openTracking: "last-open-date",
      },
    ],
    ["FR", { soi: "contract", generic: "optOut", named: "roleOptOut" }],
    ["PL", { soi: "sale" }],
    ["CH", { age: null }],
  ])("is never looser: %s", (country, cells) => {
    expect(tight(country, cells)).toBeNull();
  });
});

describe("a loosening", () => {
  it.each<[string, string, OwnCells, unknown]>([
    ["a regime", "DE", { generic: "optOut" }, "optIn"],
    ["a context", "DE", { soi: "saleOrNegotiation" }, "sale"],
    ["a soft opt-in where there is none", "PL", { soi: "contract" }, null],
    ["a longer term", "IE", { soiMaxDays: 366 }, 365],
    ["a term longer than that of the product", "ES", { decayDays: 1096 }, null],
    ["no term", "DK", { decayDays: null }, 365],
    ["a rolling term", "ES", { soiRolling: true }, false],
    ["a free account", "DE", { freeAccountIsSale: true }, false],
    ["a younger age", "ES", { age: 13 }, 14],
    ["no age", "ES", { age: null }, 14],
    ["no confirmation", "DE", { doi: "recommended" }, "required"],
    ["no register", "ES", { registers: [] }, ["ROBINSON_ES"]],
    ["no acknowledgement", "BE", { ack: false }, true],
    ["a shorter pause", "FR", { trackingPauseDays: 30 }, 183],
    ["proof kept longer", "ES", { proofDays: 3650 }, 1095],
    ["measured opens", "ES", { openTracking: "last-open-date" }, "none"],
  ])("is named with what the law says: %s", (_, jurisdiction, cells, law) => {
    expect(loosenings({ jurisdiction, cells })).toEqual([{ cell: Object.keys(cells)[0], jurisdiction, law }]);
  });

  it.each<[string, string | undefined, OwnCells]>([
    ["what is stricter", "ES", { age: 16, doi: "required", registers: ["OWN"], decayDays: 30 }],
    ["what the law says itself", "DE", { natural: "optIn", age: 16, decayDays: 730, ack: false }],
    ["a contract in the place of a sale", "FR", { soi: "contract" }],
    ["two openings that leave only consent", "NL", { generic: "roleOptOut" }],
    ["for every row, what is stricter than one of them", undefined, { decayDays: 1000, age: 14 }],
  ])("is not %s", (_, jurisdiction, cells) => {
    expect(loosenings({ jurisdiction, cells })).toEqual([]);
  });

  it("for every row is measured by the loosest", () => {
    expect(loosenings({ cells: { decayDays: 2000, soi: "saleOrNegotiation" } })).toEqual([
      { cell: "decayDays", jurisdiction: "ES", law: null },
    ]);
  });
});
