import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../core/languages.ts";
import { inLanguage, textIn, wordedIn } from "./in-language.ts";

describe("the language for one person", () => {
  test.each([
    [["fr"], "fr"],
    [["fr", "en"], "fr"],
    [[null, "en"], "en"],
    [["xx", null, undefined, "en"], "en"],
    [[], "es"],
    [["xx", ""], "es"],
  ])("is the strongest wish that is on offer, else the first on offer: %j", (wishes, language) => {
    expect(inLanguage(["es", "fr", "en"], ...wishes)).toBe(language);
  });

  test.each(["fr", "fr-CA", "FR-fr", " fr ", "fr_CA", "fr-Latn-CH-x-private"])(
    "a regional tag stands for its language: %s",
    (tag) => {
      expect(inLanguage(["es", "fr"], tag)).toBe("fr");
    },
  );

  test.each(["frr", "f", "fran", "gl", "nb", "", "-fr", "*", "constructor", "__proto__"])(
    "no tag stands for a neighbour: %s",
    (tag) => {
      expect(inLanguage(["es", "fr"], tag)).toBe("es");
    },
  );

  test("is on offer, whatever is wished for", () => {
    const offers = fc.uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 1 });
    const wishes = fc.array(fc.oneof(fc.string(), fc.constantFrom(null, undefined, ...LANGUAGES)));
    fc.assert(
      fc.property(offers, wishes, (offered, wished) => {
        expect(offered).toContain(inLanguage(offered, ...wished));
      }),
    );
  });
});

describe("the languages for a page or mail", () => {
  const inSpanish = { es: "Hola" };
  const inBoth = { es: "Hola", fr: "Bonjour" };

  test("are those in which every text on it exists", () => {
    expect(wordedIn(["fr", "es", "en"], [inBoth, inBoth])).toEqual(["fr", "es"]);
    expect(wordedIn(["fr", "es", "en"], [inBoth, inSpanish])).toEqual(["es"]);
    expect(wordedIn(["fr", "es"], [])).toEqual(["fr", "es"]);
  });

  test("an old text in a language that is no longer published is shown in that one, frame and all", () => {
    expect(wordedIn(["fr"], [inSpanish])).toEqual(["es"]);
  });

  test("texts that no language has in common are shown in that of most of them, a published one first", () => {
    const inFrench = { fr: "Bonjour" };
    expect(wordedIn(["en"], [inSpanish, inFrench, inBoth, inFrench])).toEqual(["fr"]);
    expect(wordedIn(["en", "es"], [inSpanish, inFrench])).toEqual(["es", "fr"]);
  });

  test("in each of them every text is found in that very language", () => {
    const texts = fc.array(fc.dictionary(fc.constantFrom(...LANGUAGES), fc.string({ minLength: 1 })), {
      minLength: 1,
    });
    const published = fc.uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 1 });
    fc.assert(
      fc.property(published, texts, (offered, all) => {
        fc.pre(LANGUAGES.some((language) => all.every((text) => Object.hasOwn(text, language))));
        for (const language of wordedIn(offered, all))
          for (const text of all) expect(textIn(text, language)).toBe(text[language]);
      }),
    );
  });
});
