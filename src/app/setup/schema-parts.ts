// What the schemas of our files are built from. Each error says what was expected, as the end of "it should be …".
import { z } from "zod";
import { parseCalendarDay } from "../../core/instant.ts";
import { parseAddress } from "../../ledger/address.ts";
import { countries } from "./countries.ts";

// Control characters and lone surrogates can be neither stored nor printed; a text of several lines has line ends and tabs.
const oneLine = /^[^\p{Cc}\p{Cs}]*$/u;
const manyLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u;

const written = (expected: string, sound: RegExp) =>
  z
    .string({ error: expected })
    .trim()
    .min(1, { error: expected })
    .refine((text) => sound.test(text), { error: expected })
    .describe(expected);
export const line = (expected: string) => written(expected, oneLine);
export const prose = (expected: string) => written(expected, manyLines);
export const listed = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");
export const oneOf = (words: readonly string[]) => `one of ${listed(words)}`;
export const choice = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: oneOf(words) });
export const yesOrNo = z.boolean({ error: "`true` or `false`" });

const keyExpected = "a key: small letters, digits and hyphens, beginning with a letter, at most 63";
export const key = z
  .string({ error: keyExpected })
  .max(63, { error: keyExpected })
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: keyExpected });
export const reference = (what: string) =>
  z.string({ error: `the key of ${what}` }).describe(`the key of ${what}`);

const addressExpected = "an email address that mail can be sent to";
export const address = z
  .string({ error: addressExpected })
  .trim()
  .refine((text) => parseAddress(text) !== null && oneLine.test(text), { error: addressExpected })
  .meta({ format: "email" });

const originExpected =
  "an origin such as `https://shop.example`, without a path; `http://` only for `localhost` and `127.0.0.1`";
export const origin = z
  .string({ error: originExpected })
  .refine((text) => URL.parse(text)?.origin === text && isPrivate(text), { error: originExpected })
  .describe(originExpected);

/** Nobody on the way can read or change what goes to it. */
function isPrivate(text: string): boolean {
  const url = new URL(text);
  return (
    url.protocol === "https:" || (url.protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(url.hostname))
  );
}

export const country = z
  .enum(countries, {
    error: "the code of a country, two capital letters of ISO 3166-1 like `ES` (the United Kingdom is `GB`)",
  })
  .meta({ id: "country" });
export const countryList = (expected: string) =>
  z.array(country, { error: expected }).min(1, { error: expected });

/** An object that knows its keys: the error lists them, so that a mistyped one can be recognised. */
export function group<Shape extends z.ZodRawShape>(description: string, shape: Shape) {
  return z
    .strictObject(shape, { error: `a group of the keys ${listed(Object.keys(shape))}` })
    .describe(description);
}

/** Things by their keys. */
export function keyed<Content extends z.ZodType>(content: Content, description: string) {
  return z.record(key, content, { error: "a group with a key for each" }).describe(description);
}

export const wholeNumber = (least: number, most: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return z.int({ error: expected }).min(least, { error: expected }).max(most, { error: expected });
};

const dayExpected = "a day such as `2026-11-25`";
export const day = z
  .string({ error: dayExpected })
  .refine((text) => parseCalendarDay(text) !== null, { error: dayExpected })
  .meta({ format: "date" });
