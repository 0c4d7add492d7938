import { describe, expect, it } from "vitest";
import { answer } from "./answer.ts";
import type { Cell, Values } from "./cells.ts";
import { decide } from "./decide.ts";
import { type Instant, parseInstant } from "./instant.ts";
import {
  COUNTRIES,
  cellOn,
  cellsOn,
  countryFor,
  NEWEST_RULES,
  RULE_SETS,
  rowFor,
  ruleSetOn,
} from "./rows.ts";
import { initialStanding } from "./standing.ts";

const cells = COUNTRIES.flatMap((country) =>
  Object.entries(country.cells).flatMap(([name, versions]) =>
    (Array.isArray(versions) ? versions : [versions]).map((cell: Cell<unknown>) => ({
      country: country.code,
      name,
      cell,
    })),
  ),
);

describe("the rows of law", () => {
  it("are those of sixteen countries and a strict default", () => {
    expect(COUNTRIES).toHaveLength(17);
    expect(new Set(COUNTRIES.map((country) => country.code)).size).toBe(17);
  });

  it("name the source of every cell and are sure of nothing unread", () => {
    for (const { country, name, cell } of cells) {
      expect(cell.source, `${country} ${name}`).not.toBe("");
      expect(cell.verified && cell.source.startsWith("from memory"), `${country} ${name}`).toBe(false);
    }
  });

  it("have versions that follow each other without a gap, each at a version of the rule set", () => {
    for (const country of COUNTRIES) {
      for (const versions of Object.values(country.cells)) {
        if (!Array.isArray(versions)) continue;
        const list = versions as readonly Cell<unknown>[];
        expect(list[0]?.validFrom).toBeUndefined();
        expect(list.at(-1)?.validUntil).toBeUndefined();
        for (const [index, cell] of list.slice(1).entries()) {
          expect(RULE_SETS).toContain(cell.validFrom);
          expect(Date.parse(String(cell.validFrom)) - Date.parse(String(list[index]?.validUntil))).toBe(
            86_400_000,
          );
        }
      }
    }
  });

  it("answer for the United Kingdom under either name, and strictly for what they do not know", () => {
    expect(rowFor("UK")).toBe(rowFor("GB"));
    for (const country of [undefined, "", "XX", "es", "constructor"])
      expect(rowFor(country)?.jurisdiction).toBe("EU_DEFAULT");
    expect(countryFor("UK").name).toBe("United Kingdom");
    expect(countryFor("XX").code).toBe("EU_DEFAULT");
  });

  it("cite the national provision beside the European one, once", () => {
    expect(rowFor("ES")?.citations["soft-opt-in"]).toEqual(["ePD 13(2)", "CJEU C-654/23", "LSSI 21.2"]);
    expect(rowFor("ES")?.citations["exclusion-register"]).toEqual(["ECD 7(2)", "LOPDGDD 23.4"]);
    expect(rowFor(undefined)?.citations["no-basis"]).toEqual(["ePD 13(1)"]);
  });
});

describe("the rule set of a day", () => {
  const value = (code: string, name: keyof Values, day: string) => cellsOn(countryFor(code), day)[name].value;

  it("is the newest unless another day is asked for", () => {
    expect(rowFor("ES")?.rules).toBe(NEWEST_RULES);
    expect(rowFor("ES", "2026-11-23")).toBe(rowFor("ES"));
    expect(rowFor("ES", "2031-01-01")).toBe(rowFor("ES"));
    expect(RULE_SETS.at(-1)).toBe(NEWEST_RULES);
  });

  it("is the first for days before it, and none for what is no day", () => {
    expect(ruleSetOn("1999-01-01")).toBe("2018-05-25");
    expect(rowFor("XX", "2020-01-01")).toMatchObject({ jurisdiction: "EU_DEFAULT", rules: "2018-05-25" });
    for (const day of ["2026-02-30", "yesterday", ""]) {
      expect(ruleSetOn(day)).toBeNull();
      expect(rowFor("ES", day)).toBeNull();
    }
  });

  it.each([
    ["Denmark's age", "DK", "age", "2023-12-31", 13, "2024-01-01", 15],
    [
      "Poland's provision",
      "PL",
      "provision",
      "2024-11-09",
      "Telecommunications Law art 172; Act on electronic services art 10",
      "2024-11-10",
      "PKE art 398",
    ],
    ["the British fine", "GB", "maxFine", "2026-02-04", "GBP 500,000", "2026-02-05", "GBP 17.5M or 4 %"],
    ["the British charity soft opt-in", "GB", "charitySoi", "2026-02-04", false, "2026-02-05", true],
    ["the French pause of the question", "FR", "trackingPauseDays", "2026-04-13", 0, "2026-04-14", 183],
    ["the French last-open date", "FR", "openTracking", "2026-04-13", "none", "2026-04-14", "last-open-date"],
  ] as const)("changes %s", (_, code, name, before, old, from, now) => {
    expect(value(code, name, before)).toBe(old);
    expect(value(code, name, from)).toBe(now);
    expect(ruleSetOn(from)).toBe(from);
  });

  it("reads the same cell on every day where the law did not change", () => {
    expect(cellOn(countryFor("ES").cells.age, "2018-01-01")).toBe(countryFor("ES").cells.age);
  });

  it("decides: a Dane of fourteen could consent until the end of 2023", () => {
    const question = {
      id: "q",
      at: "2023-12-01T00:00:00Z",
      controller: { id: "luna" },
      recipient: { country: "DK", birthDate: "2009-06-01" },
      purpose: { key: "n", kind: "marketing" },
      facts: [
        {
          id: "c",
          type: "consent.given",
          at: "2023-11-01T00:00:00Z",
          purpose: "n",
          channel: "email",
          by: "subject",
          clause: { hash: "h" },
          form: { version: "1" },
          notice: { version: "1", withdrawalStated: true },
        },
      ],
    };
    expect(answer(question)).toMatchObject({ code: "under-age", rules: "2026-11-23" });
    expect(answer(question, { rules: "2023-12-01" })).toMatchObject({
      basis: "consent",
      rules: "2022-05-28",
    });
  });

  it("is refused where it is no day, never guessed", () => {
    const asked = {
      at: parseInstant("2026-11-23T12:00:00Z") as Instant,
      controller: { id: "luna" },
      recipient: { country: "ES" },
      purpose: { key: "n", kind: "rightsReply" },
      message: { case: "r-1" },
    } as const;
    expect(decide(initialStanding, asked, { rules: "soon" })).toMatchObject({
      outcome: "refusal",
      code: "input-invalid",
      jurisdiction: "ES",
    });
    expect(answer({ ...asked, id: "q", at: "2026-11-23T12:00:00Z", facts: [] }, { rules: "soon" })).toEqual({
      id: "q",
      outcome: "refusal",
      code: "input-invalid",
      problem: "`rules`: expected a day as YYYY-MM-DD",
    });
  });
});
