// Every word that a person may be shown exists in every language, says as much as the English one, and is not English.
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../src/core/languages.ts";
import { RECIPIENT_WORDS } from "../../src/core/recipients/recipients.ts";
import { gap, sentences, spoken } from "../support/sentences.ts";

const english = sentences("en");

/** Words that are the same in the language as in English, beside those that are so everywhere. */
const sameEverywhere = ["SHA-256"];
const sameAsEnglish: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: ["Information", "Version", "Version 47", "Notice"],
  es: ["No"],
  it: ["No", "GDPR"],
  sv: ["Information", "Version", "Version 47", "GDPR"],
  da: ["GDPR", "Send"],
  fi: ["GDPR"],
  ca: ["No"],
};

const buttons = [
  ...["form.signUp", "form.order", "form.informationRequest", "confirm.button", "confirm.again"],
  ...["wayOut.button", "preferences.leave", "preferences.join", "preferences.leaveAll", "why.stop"],
].map((path) => `pages.${path}`);
const links = ["mails.confirmation.button", "mails.order.button", "mails.footer.unsubscribe"];

/** Whoever is addressed formally is not addressed otherwise by one sentence among hundreds. */
const familiar: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /(?<!\p{L})(du|dich|dir|dein\p{L}*)(?!\p{L})/iu,
  nl: /(?<!\p{L})(je|jij|jou|jouw|jullie)(?!\p{L})/iu,
  pl: /(?<!\p{L})(ty|ci|cię|tobie|twoj\p{L}*|twój)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|te|ton|tes)(?!\p{L})/iu,
  es: /(?<!\p{L})(tú|te|tus?|contigo)(?!\p{L})/iu,
  it: /(?<!\p{L})(tu|ti|tuo|tua|tuoi|tue)(?!\p{L})/iu,
  pt: /(?<!\p{L})(tu|te|teu|tua|teus|tuas|você)(?!\p{L})/iu,
};

describe.each(LANGUAGES.filter((language) => language !== "en"))("in %s", (language) => {
  const own = sentences(language);

  test("there are the same sentences as in English, with the same gaps", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    expect(own.size).toBeGreaterThan(190);
    for (const [path, sentence] of english) {
      expect(typeof own.get(path), path).toBe(typeof sentence);
      if (typeof sentence === "function") expect(own.get(path)?.length, path).toBe(sentence.length);
    }
  });

  test("what stands in a gap is told in the sentence", () => {
    for (const [path, sentence] of own)
      if (typeof sentence === "function") expect(spoken(sentence), path).toContain(String(gap));
  });

  test("none is left in English, but words that are the same", () => {
    const same = [...own].flatMap(([path, sentence]) => {
      const words = spoken(sentence);
      return words === spoken(english.get(path) ?? "") ? [words] : [];
    });
    const allowed = [...sameEverywhere, ...(sameAsEnglish[language] ?? [])];
    expect([...new Set(same)].sort()).toEqual(allowed.sort());
    for (const [path, sentence] of own)
      expect(spoken(sentence), path).not.toMatch(/\b(the|you|your|with|please|which|again)\b/i);
  });

  test("each is typeset, and none has a space too many", () => {
    for (const [path, sentence] of own) {
      const text = path.endsWith(".prefix") ? spoken(sentence).replace(/ $/, "") : spoken(sentence);
      expect(text, path).not.toMatch(/["']|^\s|\s$| {2}|\.\.\.|TODO|undefined/);
      expect(/[.:?]$/.test(text), path).toBe(
        /[.:?]$/.test(spoken(english.get(path) ?? "").trim()) || text.endsWith(":") || text.endsWith("?"),
      );
    }
  });

  test("no sign of French stands alone at the beginning of a line", () => {
    if (language === "fr")
      for (const [path, sentence] of own) expect(spoken(sentence), path).not.toMatch(/ [:;?!»]|« /);
  });

  test("buttons fit a narrow screen, and no sentence is far longer than the English one", () => {
    for (const path of [...buttons, ...links]) {
      expect(english.has(path), path).toBe(true);
      expect(spoken(own.get(path) ?? "").length, path).toBeLessThanOrEqual(40);
    }
    for (const [path, sentence] of own)
      expect(spoken(sentence).length, path).toBeLessThan(spoken(english.get(path) ?? "").length * 1.9 + 30);
  });

  test("everybody is addressed in the same way", () => {
    const wrong = familiar[language];
    if (wrong) for (const [path, sentence] of own) expect(spoken(sentence), path).not.toMatch(wrong);
  });

  test("explanations are whole sentences, short enough to be read", () => {
    for (const [word, sentence] of Object.entries(RECIPIENT_WORDS[language])) {
      expect(sentence, word).toMatch(/^\p{Lu}.+\.$/u);
      expect(sentence.length, word).toBeLessThan(140);
    }
  });
});
