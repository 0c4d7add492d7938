import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { days, formatInstant, type Instant, parseInstant } from "./instant.ts";
import { endOfTerm } from "./term.ts";

const ends = (from: string, months: number) =>
  formatInstant(endOfTerm(parseInstant(from) as Instant, months)).slice(0, 16);

describe("a term of months (Regulation 1182/71, art. 3)", () => {
  it.each([
    ["the day of the same number", "2026-03-05T09:00:00Z", 1, "2026-04-06T20:59"],
    ["the day of the same number, a working day", "2026-11-25T09:00:00Z", 1, "2026-12-25T20:59"],
    ["the last day of a month that has no such day", "2026-03-31T23:59:59Z", 1, "2026-04-30T20:59"],
    ["the last day of February in a leap year", "2028-01-31T00:00:00Z", 1, "2028-02-29T20:59"],
    ["the Monday after a Saturday", "2026-01-28T12:00:00Z", 1, "2026-03-02T20:59"],
    ["the Monday after a Sunday", "2027-01-31T08:00:00Z", 1, "2027-03-01T20:59"],
    ["three months later, over the end of the year", "2026-11-25T09:00:00Z", 3, "2027-02-25T20:59"],
    ["December", "2026-11-30T09:00:00Z", 1, "2026-12-30T20:59"],
  ])("ends with %s", (_, from, months, end) => expect(ends(from, months)).toBe(end));

  it("is at least as long as the shortest month, and at most three days longer than the longest", () => {
    const instants = fc.integer({ min: 0, max: Date.UTC(2100) }).map((at) => at as Instant);
    fc.assert(
      fc.property(instants, (from) => {
        const lasted = endOfTerm(from, 1) - from;
        expect(lasted).toBeGreaterThan(days(27.8));
        expect(lasted).toBeLessThan(days(34));
      }),
    );
  });
});
