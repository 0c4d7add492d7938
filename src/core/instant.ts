/**
 * Time as plain numbers: instants (milliseconds since the Unix epoch, UTC) and calendar days, read and written by arithmetic.
 *
 * Source: RFC 3339 section 5.6; the civil calendar arithmetic is the usual one on eras of 400 years.
 */

declare const instantBrand: unique symbol;
declare const dayBrand: unique symbol;

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instantBrand]: true };

/** A calendar day without a time, as the number yyyymmdd: 20260205 is 5 February 2026. */
export type CalendarDay = number & { readonly [dayBrand]: true };

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const CALENDAR_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST = epochDay(0, 1, 1) * DAY_MS;
const LAST = epochDay(10_000, 1, 1) * DAY_MS - 1;

/** So many days, in milliseconds. */
export function days(count: number): number {
  return count * DAY_MS;
}

/** So many hours, in milliseconds. */
export function hours(count: number): number {
  return count * HOUR_MS;
}

/**
 * Reads an RFC 3339 date-time, strictly: a day that does not exist, a missing offset or a leap second is `null`.
 * Digits beyond the millisecond are cut off, so that of two acts in one millisecond neither is later.
 *
 * @example
 * parseInstant("2026-11-23T13:00:00+01:00") === parseInstant("2026-11-23T12:00:00Z"); // true
 */
export function parseInstant(text: string): Instant | null {
  return text === written ? writtenAs : parse(text);
}

/** What was just written is what is read next, wherever a fact is made of an instant. */
let [written, writtenAs] = ["1970-01-01T00:00:00.000Z", 0 as Instant];

function parse(text: string): Instant | null {
  const parts = RFC_3339.exec(text);
  if (parts === null) return null;
  const day = dayNumber(parts[1], parts[2], parts[3]);
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number(parts[6])];
  const [offsetHour, offsetMinute] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (day === null || hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59)
    return null;
  const milliseconds = Number((parts[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const offset = (parts[8] === "-" ? -1 : 1) * (offsetHour * HOUR_MS + offsetMinute * 60_000);
  const instant = day * DAY_MS + hour * HOUR_MS + minute * 60_000 + second * 1000 + milliseconds - offset;
  return instant < FIRST || instant > LAST ? null : (instant as Instant);
}

/** Writes an instant in UTC with milliseconds, as in `2026-11-23T12:00:00.000Z`; years above 9999 get a sign and six digits (ISO 8601). */
export function formatInstant(instant: Instant): string {
  const text = format(instant);
  // Others are written and not read.
  if (text.length === 24 && Number.isInteger(instant)) [written, writtenAs] = [text, instant];
  return text;
}

function format(instant: Instant): string {
  const day = Math.floor(instant / DAY_MS);
  const rest = instant - day * DAY_MS;
  const [year, month, date] = civil(day);
  const time = `${digits(rest / HOUR_MS, 2)}:${digits((rest / 60_000) % 60, 2)}:${digits((rest / 1000) % 60, 2)}`;
  const written =
    year >= 0 && year <= 9999 ? digits(year, 4) : (year < 0 ? "-" : "+") + digits(Math.abs(year), 6);
  return `${written}-${digits(month, 2)}-${digits(date, 2)}T${time}.${digits(rest % 1000, 3)}Z`;
}

/** Reads `YYYY-MM-DD`; a day that does not exist is `null`. */
export function parseCalendarDay(text: string): CalendarDay | null {
  const parts = CALENDAR_DAY.exec(text);
  if (parts === null || dayNumber(parts[1], parts[2], parts[3]) === null) return null;
  return (Number(parts[1]) * 10_000 + Number(parts[2]) * 100 + Number(parts[3])) as CalendarDay;
}

/** The age in whole years on the UTC day of an instant; a person born on 29 February comes of age on 1 March. */
export function wholeYears(born: CalendarDay, on: Instant): number {
  const [year, month, date] = civil(Math.floor(on / DAY_MS));
  return Math.floor((year * 10_000 + month * 100 + date - born) / 10_000);
}

function dayNumber(year = "", month = "", date = ""): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  if (m < 1 || m > 12 || d < 1) return null;
  const nextMonth = m === 12 ? epochDay(y + 1, 1, 1) : epochDay(y, m + 1, 1);
  const day = epochDay(y, m, d);
  return day < nextMonth ? day : null;
}

/** Days since 1970-01-01 of a date in the proleptic Gregorian calendar; the year is counted from March so that February comes last. */
export function epochDay(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const yearOfEra = y - era * 400;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** The calendar day of a day number. */
export function civil(day: number): [year: number, month: number, date: number] {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1];
}

function digits(value: number, width: number): string {
  return String(Math.floor(value)).padStart(width, "0");
}
