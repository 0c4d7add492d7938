// The ready wordings of all languages, and how they are filled in and recognised again.
import type { Language } from "../../core/languages.ts";
import { ca } from "./ca.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { sv } from "./sv.ts";
import { boxPurposes, type WordingLanguage, type Wordings, wordingLanguages } from "./wordings.ts";

export const readyWordings: Readonly<Record<WordingLanguage | Language, Wordings>> = {
  ca,
  da,
  de,
  en,
  es,
  fi,
  fr,
  it,
  nl,
  pl,
  pt,
  sv,
};

export function isWordingLanguage(word: string): word is WordingLanguage {
  return (wordingLanguages as readonly string[]).includes(word);
}

/** What stands in braces and is still to be written. */
export const placeholder = /\{(\p{L}+)\}/gu;

/** Puts the values that are known into a wording; the others stay in braces. */
export function fill(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(placeholder, (braces, name: string) => values[name] ?? braces);
}

/** The whole words beside the box of a usual purpose. */
export function boxWords(language: WordingLanguage, purpose: (typeof boxPurposes)[number]): string {
  const { boxes, withdrawal } = readyWordings[language];
  return `${boxes[purpose].clause} ${withdrawal}`;
}

/** Whether a text is one of the ready wordings, however it was filled in. */
export function isReadyWording(language: WordingLanguage, text: string): boolean {
  const { similarProducts } = readyWordings[language];
  return [...boxPurposes.map((purpose) => boxWords(language, purpose)), similarProducts.text].some(
    (wording) => patternOf(wording).test(text),
  );
}

function patternOf(wording: string): RegExp {
  const escaped = wording
    .split(placeholder)
    .map((part, index) => (index % 2 === 1 ? ".+" : part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")));
  return new RegExp(`^\\s*${escaped.join("").replaceAll(" ", "\\s+")}\\s*$`, "u");
}
