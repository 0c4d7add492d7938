import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  days,
  formatInstant,
  hours,
  type Instant,
  parseCalendarDay,
  parseInstant,
  wholeYears,
} from "./instant.ts";

describe("an instant", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0],
    ["2026-11-23T12:00:00Z", Date.UTC(2026, 10, 23, 12)],
    ["2026-11-23t12:00:00z", Date.UTC(2026, 10, 23, 12)],
    ["2026-11-23T13:30:00+01:30", Date.UTC(2026, 10, 23, 12)],
    ["2026-11-23T10:30:00-01:30", Date.UTC(2026, 10, 23, 12)],
    ["2026-11-23T12:00:00-00:00", Date.UTC(2026, 10, 23, 12)],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["2000-02-29T23:59:59.9Z", Date.UTC(2000, 1, 29, 23, 59, 59, 900)],
    ["2026-12-31T23:59:59.123999Z", Date.UTC(2026, 11, 31, 23, 59, 59, 123)],
    ["0000-01-01T00:00:00Z", -62_167_219_200_000],
    ["9999-12-31T23:59:59.999Z", 253_402_300_799_999],
  ])("reads %s", (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    "",
    "yesterday",
    "2026-11-23",
    "2026-11-23T12:00Z",
    "2026-11-23T12:00:00",
    "2026-11-23 12:00:00Z",
    " 2026-11-23T12:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-12-32T00:00:00Z",
    "2026-11-23T24:00:00Z",
    "2026-11-23T12:60:00Z",
    "2026-06-30T23:59:60Z",
    "2026-11-23T12:00:00.Z",
    "2026-11-23T12:00:00+24:00",
    "2026-11-23T12:00:00+00:60",
    "2026-11-23T12:00:00+0100",
    "0000-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
    "2026-11-23T12:00:00Z\n",
    "٢٠٢٦-11-23T12:00:00Z",
  ])("does not read `%s`", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it("is written and read as the platform's own clock would", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
        expect(formatInstant(ms as Instant)).toBe(new Date(ms).toISOString());
        expect(parseInstant(formatInstant(ms as Instant))).toBe(ms);
      }),
    );
  });

  it("is written with a sign beyond four digits of year", () => {
    for (const ms of [Date.UTC(12_345, 0, 1), Date.UTC(-1, 5, 1)]) {
      expect(formatInstant(ms as Instant)).toBe(new Date(ms).toISOString());
    }
  });

  it("counts days and hours in milliseconds", () => {
    expect(days(2)).toBe(172_800_000);
    expect(hours(48)).toBe(days(2));
  });
});

describe("an age", () => {
  const at = (text: string) => parseInstant(text) as Instant;
  const born = (text: string) => parseCalendarDay(text) as CalendarDay;

  it.each([
    ["2010-06-15", "2026-06-14T23:59:59.999Z", 15],
    ["2010-06-15", "2026-06-15T00:00:00Z", 16],
    ["2012-02-29", "2026-02-28T23:59:59Z", 13],
    ["2012-02-29", "2026-03-01T00:00:00Z", 14],
    ["2012-02-29", "2028-02-29T00:00:00Z", 16],
    ["1969-12-31", "1970-01-01T00:00:00Z", 0],
    ["2030-01-01", "2026-01-01T00:00:00Z", -4],
  ])("of somebody born on %s is at %s %i", (birth, on, age) => {
    expect(wholeYears(born(birth), at(on))).toBe(age);
  });

  it.each(["2026-02-29", "2026-1-1", "2026-01-01T00:00:00Z", "20260101", ""])(
    "is not reckoned from `%s`",
    (text) => {
      expect(parseCalendarDay(text)).toBeNull();
    },
  );
});
