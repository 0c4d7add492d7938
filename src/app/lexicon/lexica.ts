// The lexica of all languages, and how a phrase of theirs is found in a text.
import type { Language } from "../../core/languages.ts";
import type { WordingLanguage } from "../wordings/wordings.ts";
import { ca } from "./ca.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import type { Lexicon, Phrase } from "./lexicon.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { sv } from "./sv.ts";

export const lexica: Readonly<Record<WordingLanguage | Language, Lexicon>> = {
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

/** A text as phrases are looked for in it: small letters, straight apostrophes, single spaces. */
export function plain(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("’", "'").replace(/\s+/gu, " ").trim();
}

/** The first of these phrases that stands in a text, as it stands there; null: none does. */
export function findPhrase(text: string, phrases: readonly Phrase[]): string | null {
  const searched = plain(text);
  for (const phrase of phrases) {
    // To make its pattern takes longer than to look for it: most phrases are not there in the least.
    if (!partsOf(phrase).every((part) => searched.includes(part))) continue;
    const found = patternOf(phrase).exec(searched)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

const parts = new Map<Phrase, readonly string[]>();

/** What stands in every text that the phrase stands in, letter for letter. */
function partsOf(phrase: Phrase): readonly string[] {
  const known = parts.get(phrase) ?? phrase.split(/ … |\*/);
  parts.set(phrase, known);
  return known;
}

const patterns = new Map<Phrase, RegExp>();

function patternOf(phrase: Phrase): RegExp {
  const known = patterns.get(phrase);
  if (known !== undefined) return known;
  const inner = phrase
    .replace(/[.()[\]{}+?^$|\\]/g, "\\$&")
    // At most some forty letters, so that no text makes the search long.
    .replaceAll(" … ", "(?: [^.!?;:]{1,40})?? ")
    .replaceAll("*", "[\\p{L}\\p{N}()]*");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${inner}(?![\\p{L}\\p{N}])`, "u");
  patterns.set(phrase, pattern);
  return pattern;
}
