/** Reads untrusted JSON into typed values, field by field, and says what is wrong and where. Nothing here throws. */
import { type CalendarDay, type Instant, parseCalendarDay, parseInstant } from "./instant.ts";

/** What is wrong with an input, and the path to it from the value that was read. */
export class Problem {
  readonly path: string;
  readonly text: string;

  constructor(text: string, path = "") {
    this.path = path;
    this.text = text;
  }

  /** The same problem, seen from the value that holds this one at `step` (as in `.at` or `[3]`). */
  under(step: string): Problem {
    return new Problem(this.text, step + this.path);
  }

  /** One line: the place in backticks, then what is wrong. */
  sentence(place: string): string {
    const where = place + this.path;
    return `\`${(where.startsWith(".") ? where.slice(1) : where) || "question"}\`: ${this.text}`;
  }
}

/** Reads one value, or says why it cannot. */
export type Reader<T> = (value: unknown) => T | Problem;

/** One reader for each field of a shape. */
export type Fields<T> = { readonly [Name in keyof T]-?: Reader<Exclude<T[Name], undefined>> };
type RequiredName<T> = { [Name in keyof T]-?: undefined extends T[Name] ? never : Name }[keyof T];

const ECHO_LENGTH = 40;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029`]/g;

/** A short, printable echo of an input for a problem; never an address, never more than forty characters. */
export function shown(text: string): string {
  if (/[@\uFE6B\uFF20]/.test(text)) return "`(an address, not shown)`";
  return text.length > ECHO_LENGTH ? `\`${clean(text.slice(0, ECHO_LENGTH - 1))}…\`` : `\`${clean(text)}\``;
}

/** A refusal to read `value`, naming what was expected and what came. */
export function expected(what: string, value: unknown): Problem {
  return new Problem(`expected ${what}, got ${described(value)}`);
}

/** Any string. */
export const text: Reader<string> = (value) =>
  typeof value === "string" ? value : expected("a string", value);

/** A string that is not empty: an id, a key, a name. */
export const name: Reader<string> = (value) =>
  typeof value === "string" && value !== "" ? value : expected("a string that is not empty", value);

/** `true` or `false`, not a word or a number. */
export const flag: Reader<boolean> = (value) =>
  typeof value === "boolean" ? value : expected("`true` or `false`", value);

/** A whole number from 0. */
export const count: Reader<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : expected("a whole number from 0", value);

/** An RFC 3339 date-time. */
export const instant: Reader<Instant> = (value) =>
  (typeof value === "string" ? parseInstant(value) : null) ?? expected("an RFC 3339 instant in UTC", value);

/** A day as YYYY-MM-DD. */
export const calendarDay: Reader<CalendarDay> = (value) =>
  (typeof value === "string" ? parseCalendarDay(value) : null) ?? expected("a day as YYYY-MM-DD", value);

/** One of the listed words. */
export function word<Word extends string>(...words: readonly Word[]): Reader<Word> {
  const what = `one of ${words.join(", ")}`;
  return (value) => ((words as readonly unknown[]).includes(value) ? (value as Word) : expected(what, value));
}

/** A list of strings. */
export const texts: Reader<readonly string[]> = (value) => list(value, text);

/** A list, each element read alike. */
export function list<T>(value: unknown, read: Reader<T>): readonly T[] | Problem {
  if (!Array.isArray(value)) return expected("an array", value);
  const elements: T[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const element = read(value[index]);
    if (element instanceof Problem) return element.under(`[${index}]`);
    elements.push(element);
  }
  return elements;
}

/** An object as a record that may be searched for its own keys only, or the problem that it is none. */
export function record(value: unknown): Readonly<Record<string, unknown>> | Problem {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : expected("an object", value);
}

/**
 * An object with these fields and no others: unknown fields are left behind, absent ones stay absent, and a field that is
 * there with the wrong type (`null` included) is a problem, since guessing what it meant could permit too much.
 */
export function object<T extends object>(fields: Fields<T>, required: readonly RequiredName<T>[]): Reader<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value) => {
    const from = record(value);
    if (from instanceof Problem) return from;
    const into: Partial<T> = {};
    for (const key of names) {
      if (!Object.hasOwn(from, key) || from[key] === undefined) {
        if (!(required as readonly unknown[]).includes(key)) continue;
        return new Problem("is missing", `.${key}`);
      }
      const field = fields[key](from[key]);
      if (field instanceof Problem) return field.under(`.${key}`);
      into[key] = field;
    }
    return into as T;
  };
}

function described(value: unknown): string {
  if (typeof value === "string") return shown(value);
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function clean(echo: string): string {
  return echo.replace(UNPRINTABLE, "?");
}
