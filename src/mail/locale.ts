// How each language writes moments, days, lists, numbers and countries, the same on pages and in mails.
import type { Language } from "../core/languages.ts";

/** Where a language is written in several ways, that of Europe: days before months, twenty-four hours. */
const locales = {
  en: "en-GB",
  fr: "fr-FR",
  es: "es-ES",
  de: "de-DE",
  it: "it-IT",
  pt: "pt-PT",
  nl: "nl-NL",
  pl: "pl-PL",
  sv: "sv-SE",
  da: "da-DK",
  fi: "fi-FI",
  ca: "ca-ES",
} as const satisfies Record<Language, string>;

/** Makes a formatter for each language once: making one costs more than a thousand uses of it. */
function inEach<Formatter>(make: (locale: string) => Formatter): (language: Language) => Formatter {
  const made = new Map<Language, Formatter>();
  return (language) => {
    const found = made.get(language) ?? make(locales[language]);
    made.set(language, found);
    return found;
  };
}

const date = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" } as const;

const days = inEach((locale) => new Intl.DateTimeFormat(locale, date));
const moments = inEach((locale) => new Intl.DateTimeFormat(locale, { ...date, ...clock }));
const lists = inEach((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));
const numbers = inEach((locale) => new Intl.NumberFormat(locale));
const countries = inEach((locale) => new Intl.DisplayNames(locale, { type: "region" }));
const alphabets = inEach((locale) => new Intl.Collator(locale));
const plurals = inEach((locale) => new Intl.PluralRules(locale));

/** "8 November 2026 at 09:05 UTC". It names its zone: nobody has told us the person's clock. */
export function momentInWords(at: number, language: Language): string {
  return withOrdinal(moments(language).format(at), language);
}

/** "8 November 2026", in UTC. */
export function dayInWords(at: number, language: Language): string {
  return withOrdinal(days(language).format(at), language);
}

/** CLDR writes the first of a month as a plain number; French says "1er". */
function withOrdinal(words: string, language: Language): string {
  return language === "fr" ? words.replace(/^1(?=\s)/, "1er") : words;
}

/** "a, b and c". */
export function listInWords(items: readonly string[], language: Language): string {
  return lists(language).format(items);
}

/** What stands between a label and what it labels: in French the colon keeps its distance. */
export function colonIn(language: Language): string {
  return language === "fr" ? "\u00a0: " : ": ";
}

/** The name of a country; a code that nobody knows stays as it is. */
export function countryInWords(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (countries(language).of(code) ?? code) : code;
}

type NamedCountries = readonly { readonly value: string; readonly label: string }[];

/** Of each list, by language: names and their order cost more than all the rest of a form. */
const named = new WeakMap<readonly string[], Map<Language, NamedCountries>>();

/** Countries by name, in the alphabetical order of the language; a list is never changed once it was named. */
export function countriesInWords(codes: readonly string[], language: Language): NamedCountries {
  const known = named.get(codes) ?? new Map<Language, NamedCountries>();
  named.set(codes, known);
  const { compare } = alphabets(language);
  const countries =
    known.get(language) ??
    codes
      .map((value) => ({ value, label: countryInWords(value, language) }))
      .sort((one, other) => compare(one.label, other.label));
  known.set(language, countries);
  return countries;
}

/** The forms that a number gives a word, by CLDR; Polish tells two from five, French a million from a hundred. */
export const pluralForms = {
  en: ["one", "other"],
  fr: ["one", "many", "other"],
  es: ["one", "many", "other"],
  de: ["one", "other"],
  it: ["one", "many", "other"],
  pt: ["one", "many", "other"],
  nl: ["one", "other"],
  pl: ["one", "few", "many", "other"],
  sv: ["one", "other"],
  da: ["one", "other"],
  fi: ["one", "other"],
  ca: ["one", "many", "other"],
} as const satisfies Record<Language, readonly Intl.LDMLPluralRule[]>;

/** Exactly the forms that the language has: one too few or too many does not compile. */
export type PluralWords<Spoken extends Language> = Readonly<
  Record<(typeof pluralForms)[Spoken][number], string> & { other: string }
>;

/**
 * Words about a number of things. `#` stands for the number, as the language writes it.
 *
 * @example
 * plural("pl", { one: "# dzień", few: "# dni", many: "# dni", other: "# dnia" })(22); // "22 dni"
 */
export function plural<Spoken extends Language>(
  language: Spoken,
  forms: PluralWords<Spoken>,
): (count: number) => string {
  const words: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = forms;
  return (count) => {
    const form = words[plurals(language).select(count)] ?? words.other;
    return form.replace("#", numbers(language).format(count));
  };
}
