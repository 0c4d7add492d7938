// The ready wordings say the same in every language, fill in alike, and pass the lint that they are the answer to.
import { describe, expect, test } from "vitest";
import type { Language } from "../../core/languages.ts";
import { lint } from "../lint/lint.ts";
import { lix, lixShift } from "../lint/measure-text.ts";
import type { DeclaredForm } from "../setup/setup.ts";
import { declareReady } from "./declare.ts";
import { boxWords, fill, isReadyWording, placeholder, readyWordings } from "./ready.ts";
import {
  boxPurposes,
  placeholders,
  type WordingLanguage,
  wordingLanguages,
  wordingPurposes,
} from "./wordings.ts";

const values = {
  controller: "Lunaria Calzados, S.L.",
  address: "Calle de la Luna Nueva, 14, 28004 Madrid",
  contact: "privacidad@lunaria.example",
  recipients: "Nube Clara, S.A.",
  months: "24",
  authority: "AEPD, https://www.aepd.es",
  partners: "Calcetines Sol, S.L.",
};
const filled = (language: WordingLanguage) => ({ ...values, ...readyWordings[language].samples });

/** Every text of a language by its place. */
function textsOf(part: unknown, path = ""): [string, string][] {
  if (typeof part === "string") return [[path, part]];
  return Object.entries(part as object).flatMap(([key, below]) => textsOf(below, `${path}.${key}`));
}
const placeholdersOf = (text: string) => [...text.matchAll(placeholder)].map(([, name]) => name!).sort();

describe.each(wordingLanguages)("the wordings in %s", (language) => {
  const words = readyWordings[language];

  test("are marked as not yet approved", () => {
    expect(words.status).toBe("needs counsel's approval");
  });

  test("leave the same to be filled in as the English ones", () => {
    const own = textsOf(words).map(([path, text]) => [path, placeholdersOf(text)]);
    const english = textsOf(readyWordings.en).map(([path, text]) => [path, placeholdersOf(text)]);
    expect(own.sort()).toEqual(english.sort());
  });

  test("leave only to be filled in what is known to be", () => {
    const known = new Set<string>([...placeholders, "label"]);
    expect(
      textsOf(words).flatMap(([, text]) => placeholdersOf(text).filter((name) => !known.has(name))),
    ).toEqual([]);
  });

  test("are recognised again when they are filled in, and only they", () => {
    for (const purpose of boxPurposes)
      expect(isReadyWording(language, fill(boxWords(language, purpose), filled(language)))).toBe(true);
    expect(isReadyWording(language, words.withdrawal)).toBe(false);
  });

  test.each(wordingPurposes)("pass the lint for `%s`, but for counsel's approval", (purpose) => {
    expect(lint(setupOf(language, [purpose])).filter(({ rule }) => rule !== "approval-missing")).toEqual([]);
  });

  test("pass the lint all together, and approved, without a word", () => {
    const setup = setupOf(language, wordingPurposes);
    const approval = { by: "Marta Ruiz, abogada", at: "2026-11-25" };
    const clauses = Object.entries(setup.clauses).map(([key, clause]) => [key, { ...clause, approval }]);
    const forms = Object.entries(setup.forms).map(([key, form]) => [
      key,
      form.kind === "order" && form.softOptIn
        ? { ...form, softOptIn: { ...form.softOptIn, approval } }
        : form,
    ]);
    expect(
      lint({ ...setup, clauses: Object.fromEntries(clauses), forms: Object.fromEntries(forms) }),
    ).toEqual([]);
  });

  test("do not pass as they stand: what is left in braces is told", () => {
    const { clauses } = declareReady(["newsletter"], [language], {});
    expect(lint({ ...setupOf(language, ["newsletter"]), clauses })).toContainEqual(
      expect.objectContaining({
        rule: "placeholder-left",
        path: ["clauses", "newsletter", "text", language],
      }),
    );
  });

  test("are as hard to read as the lint takes this language to be", () => {
    const shift = lix(corpus(language)) - lix(corpus("sv"));
    expect(Math.abs(shift - lixShift[language])).toBeLessThan(2);
  });
});

/** All that is said in whole sentences. */
function corpus(language: WordingLanguage): string {
  const { boxes, similarProducts, rows } = readyWordings[language];
  const texts = [
    ...boxPurposes.flatMap((purpose) => [boxWords(language, purpose), boxes[purpose].aim]),
    ...[similarProducts.text, similarProducts.aim, rows.basis.consent, rows.basis.customer],
    ...[rows.recipients.text, rows.retention.text, rows.rights.text, rows.more.text],
  ];
  return texts.map((text) => fill(text, filled(language))).join("\n\n");
}

function setupOf(language: WordingLanguage, wanted: Parameters<typeof declareReady>[0]) {
  const { purposes, clauses, notices, softOptIn } = declareReady(wanted, [language], filled(language));
  const base = { title: { [language]: "" }, doubleOptIn: true, confirmationHours: 48 };
  const forms: Record<string, DeclaredForm> = {};
  if (notices["sign-up"])
    forms["sign-up"] = { ...base, kind: "signUp", notice: "sign-up", boxes: Object.keys(clauses) };
  if (softOptIn)
    forms.order = { ...base, kind: "order", notice: "order", boxes: [], products: [], softOptIn };
  return {
    controller: {
      id: "lunaria",
      name: values.controller,
      address: values.address,
      registration: "NIF B00000000",
      country: "ES",
      privacyContact: values.contact,
      languages: [language as Language],
    },
    purposes: purposes as never,
    clauses,
    // A second layer of the same sentences, and more of them.
    notices: Object.fromEntries(
      Object.entries(notices).map(([key, notice]) => [
        key,
        { ...notice, second: { [language]: corpus(language) } },
      ]),
    ),
    forms,
  };
}
