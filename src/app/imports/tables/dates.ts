// Dates as exports write them: one way of writing for a whole column, decided from its values and never guessed for one.
import { days, type Instant, parseInstant } from "../../../core/instant.ts";

/** Which of day and month comes first where both are numbers. */
export type DayOrder = "day-first" | "month-first";

/** What a column's values allow: an order, both where none of them tells, or neither where they contradict each other. */
export type OrderFound = DayOrder | "either" | "contradicting" | "none-needed";

const numbered = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?[ T]+(.+))?$/;
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(.+))?$/;
const named =
  /^(?:\p{L}{3,9},? )?(?:(\p{L}{3,9})\.? (\d{1,2})|(\d{1,2})\.? (\p{L}{3,9})\.?),? (\d{4})(?:,?(?: at)? (.+))?$/u;
const clock =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?: \w{3,5})?)?$/;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Between these a number is an Excel serial: 1954 to 2064. */
const [firstSerial, lastSerial] = [20_000, 60_000];

/** What the values of a column tell of the order of day and month. */
export function orderOf(values: Iterable<string>): OrderFound {
  let [dayFirst, monthFirst, open] = [false, false, false];
  for (const value of values) {
    const parts = numbered.exec(value.trim());
    if (parts === null) continue;
    if (Number(parts[1]) > 12) dayFirst = true;
    else if (Number(parts[3]) > 12) monthFirst = true;
    // No country that separates them by dots puts the month first.
    else if (parts[2] === ".") dayFirst = true;
    else if (parts[1] !== parts[3]) open = true;
  }
  if (dayFirst && monthFirst) return "contradicting";
  if (dayFirst) return "day-first";
  if (monthFirst) return "month-first";
  return open ? "either" : "none-needed";
}

export interface ReadDate {
  readonly at: Instant;
  /** Only the day is known; `at` is its first instant. */
  readonly wholeDay: boolean;
}

/**
 * Reads a date; null: it is none, or none in this order. Without an offset it is read as UTC, as most exports write it.
 *
 * @param from1904 - of Excel serials, whether the workbook counts from 1904.
 */
export function readDate(text: string, order: DayOrder, from1904 = false): ReadDate | null {
  const value = text.trim();
  if (/^\d+(\.\d+)?$/.test(value)) return numeric(Number(value), from1904);
  let parts = iso.exec(value);
  if (parts !== null) return dated(parts[1], parts[2], parts[3], parts[4]);
  parts = numbered.exec(value);
  if (parts !== null)
    return order === "day-first"
      ? dated(parts[4], parts[3], parts[1], parts[5])
      : dated(parts[4], parts[1], parts[3], parts[5]);
  parts = named.exec(value);
  if (parts === null) return null;
  const month = months.indexOf((parts[1] ?? parts[4] ?? "").slice(0, 3).toLowerCase()) + 1;
  return dated(parts[5], String(month), parts[2] ?? parts[3], parts[6]);
}

/** An Excel serial, or seconds or milliseconds since 1970. */
function numeric(value: number, from1904: boolean): ReadDate | null {
  if (value >= firstSerial && value <= lastSerial) {
    const at = Math.round(days(value - 25_569 + (from1904 ? 1462 : 0)) / 1000) * 1000;
    return { at: at as Instant, wholeDay: Number.isInteger(value) };
  }
  if (value >= 3e8 && value < 4e9) return { at: Math.floor(value * 1000) as Instant, wholeDay: false };
  return value >= 3e11 && value < 4e12 ? { at: Math.floor(value) as Instant, wholeDay: false } : null;
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: string | undefined,
): ReadDate | null {
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  if (time === undefined || time === "") {
    const at = parseInstant(`${date}T00:00:00Z`);
    return at === null ? null : { at, wholeDay: true };
  }
  const parts = clock.exec(time);
  if (parts === null) return null;
  const [, hour = "", minute, second = "00", fraction = "0", half, zone = "Z"] = parts;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "Z";
  const at = parseInstant(
    `${date}T${String(hours).padStart(2, "0")}:${minute}:${second}.${fraction}${offset}`,
  );
  return at === null ? null : { at, wholeDay: false };
}

/** The last instant of a day that alone is known: who left on it, left after whatever else was done on it. */
export function latest({ at, wholeDay }: ReadDate): Instant {
  return wholeDay ? ((at + days(1) - 1) as Instant) : at;
}
