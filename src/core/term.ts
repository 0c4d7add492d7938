/**
 * Terms in months, as the law of the Union counts them, and the month that a controller has to answer a person.
 *
 * Source: Regulation (EEC, Euratom) 1182/71, art. 3; GDPR 12(3).
 */
import { civil, days, epochDay, hours, type Instant } from "./instant.ts";

/**
 * When a term of months ends that began with something that happened at an instant.
 *
 * The day on which it happened does not count; the term ends with the day of the same number, else with the last day of
 * the month; a Saturday or Sunday gives way to the Monday after it. Holidays, which each country has its own, give way to
 * nothing here, and that day is over here when it is over in the east of the Union (21:00 UTC): a term that is counted here
 * is never longer than the law's.
 *
 * @example
 * formatInstant(endOfTerm(parseInstant("2027-01-31T08:00:00Z")!, 1)); // "2027-03-01T20:59:59.999Z": the 28th is a Sunday
 */
export function endOfTerm(from: Instant, months: number): Instant {
  const [year, month, date] = civil(Math.floor(from / days(1)));
  const [toYear, toMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  const [nextYear, nextMonth] = toMonth === 12 ? [toYear + 1, 1] : [toYear, toMonth + 1];
  const last = Math.min(epochDay(toYear, toMonth, date), epochDay(nextYear, nextMonth, 1) - 1);
  // The first day of 1970 was a Thursday.
  const weekday = (last + 4) % 7;
  const working = weekday === 6 ? last + 2 : weekday === 0 ? last + 1 : last;
  return (days(working) + hours(21) - 1) as Instant;
}
