import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../core/languages.ts";
import {
  countriesInWords,
  countryInWords,
  dayInWords,
  listInWords,
  momentInWords,
  plural,
  pluralForms,
} from "./locale.ts";

const at = Date.UTC(2026, 10, 8, 9, 5);

describe.each(LANGUAGES)("in %s", (language) => {
  test("a moment names its day before its month, its year, the hour of twenty-four, and its zone", () => {
    expect(momentInWords(at, language)).toMatch(/^(?:den )?8\D.*2026.*0?9[:.h]05.*UTC$/);
    expect(momentInWords(Date.UTC(2026, 10, 8, 0, 0), language)).toMatch(/\b0?0[:.]00\b/);
  });

  test("the plural forms are exactly those that its plural rules tell apart", () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    expect([...pluralForms[language]].sort()).toEqual([...pluralCategories].sort());
  });

  test("a country that nobody knows keeps its code", () => {
    expect(countryInWords("ES", language)).not.toBe("ES");
    for (const code of ["ZZZ", "es", "", "<b>"]) expect(countryInWords(code, language)).toBe(code);
  });
});

test("days and lists are written as the language writes them", () => {
  expect(LANGUAGES.map((language) => dayInWords(at, language))).toMatchInlineSnapshot(`
    [
      "8 November 2026",
      "8 novembre 2026",
      "8 de noviembre de 2026",
    ]
  `);
  expect(LANGUAGES.map((language) => listInWords(["a", "b", "c"], language))).toMatchInlineSnapshot(`
    [
      "a, b and c",
      "a, b et c",
      "a, b y c",
    ]
  `);
});

test("countries stand in the alphabetical order of the language", () => {
  const labels = countriesInWords(["ES", "DE", "AT"], "fr").map(({ label }) => label);
  expect(labels).toEqual(["Allemagne", "Autriche", "Espagne"]);
  expect(countriesInWords(["ES", "DE", "AT"], "es").map(({ value }) => value)).toEqual(["DE", "AT", "ES"]);
});

test("a number chooses the form of the word, and is written as the language writes it", () => {
  const days = plural("en", { one: "# day", other: "# days" });
  expect([0, 1, 2, 1200].map(days)).toEqual(["0 days", "1 day", "2 days", "1,200 days"]);
  const jours = plural("fr", { one: "# jour", many: "# de jours", other: "# jours" });
  expect([0, 1, 2, 1_000_000].map(jours)).toEqual([
    "0 jour",
    "1 jour",
    "2 jours",
    `${new Intl.NumberFormat("fr").format(1_000_000)} de jours`,
  ]);
});
