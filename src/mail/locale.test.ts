import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../core/languages.ts";
import { catalan, italian } from "./articles.ts";
import {
  colonIn,
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

test("a colon follows its label, in French at a distance", () => {
  expect([colonIn("en"), colonIn("de"), colonIn("fr")]).toEqual([": ", ": ", "\u00a0: "]);
});

test("days and lists are written as the language writes them", () => {
  expect(LANGUAGES.map((language) => dayInWords(at, language))).toMatchInlineSnapshot(`
    [
      "8 November 2026",
      "8 novembre 2026",
      "8 de noviembre de 2026",
      "8. November 2026",
      "8 novembre 2026",
      "8 de novembro de 2026",
      "8 november 2026",
      "8 listopada 2026",
      "8 november 2026",
      "8. november 2026",
      "8. marraskuuta 2026",
      "8 de novembre del 2026",
    ]
  `);
  expect(LANGUAGES.map((language) => listInWords(["a", "b", "c"], language))).toMatchInlineSnapshot(`
    [
      "a, b and c",
      "a, b et c",
      "a, b y c",
      "a, b und c",
      "a, b e c",
      "a, b e c",
      "a, b en c",
      "a, b i c",
      "a, b och c",
      "a, b og c",
      "a, b ja c",
      "a, b i c",
    ]
  `);
});

test("the first of a month is an ordinal in French", () => {
  const [first, eleventh] = [Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 11)];
  expect(dayInWords(first, "fr")).toBe("1er octobre 2026");
  expect(momentInWords(first, "fr")).toBe("1er octobre 2026 à 00:00 UTC");
  expect(dayInWords(eleventh, "fr")).toBe("11 octobre 2026");
});

test("an article before a date is elided where it is spoken so", () => {
  expect(["1 ottobre", "8 ottobre", "11 ottobre", "18 ottobre"].map(italian.on)).toEqual([
    "il 1 ottobre",
    "l’8 ottobre",
    "l’11 ottobre",
    "il 18 ottobre",
  ]);
  expect(["1 d’octubre", "8 d’octubre", "11 d’octubre"].map(catalan.until)).toEqual([
    "fins a l’1 d’octubre",
    "fins al 8 d’octubre",
    "fins a l’11 d’octubre",
  ]);
});

test("countries stand in the alphabetical order of the language", () => {
  const labels = countriesInWords(["ES", "DE", "AT"], "fr").map(({ label }) => label);
  expect(labels).toEqual(["Allemagne", "Autriche", "Espagne"]);
  expect(countriesInWords(["ES", "DE", "AT"], "es").map(({ value }) => value)).toEqual(["DE", "AT", "ES"]);
});

test("Polish tells a few from many, and both from a fraction", () => {
  const files = plural("pl", { one: "# plik", few: "# pliki", many: "# plików", other: "# pliku" });
  expect([1, 3, 5, 22, 1.5].map(files)).toEqual(["1 plik", "3 pliki", "5 plików", "22 pliki", "1,5 pliku"]);
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
