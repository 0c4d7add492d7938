// What can be counted of a text: its words, its sentences, how hard it is to read, and which language it is in.
import { lexica } from "../lexicon/lexica.ts";
import { type WordingLanguage, wordingLanguages } from "../wordings/wordings.ts";

export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  );
}

/** Sentences of running text. Headings and points of a list count as such, and so does what a semicolon or colon ends. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/<?https?:\S+/g, "")
    .split(/\n\s*(?:\n|[-*#]|\d+\.)\s*|(?<=[.!?]["”»)*]*)\s+(?=[\p{Lu}«“"¿¡*])|[;:]\s+/u)
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/**
 * LIX: words a sentence, and the share of words of more than six letters in percent.
 *
 * Source: C. H. Björnsson, Läsbarhet, Stockholm 1968. Chosen because it needs letters and full stops alone, and is used
 * for Germanic and Romance languages and Finnish alike.
 */
export function lix(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const long = words.filter((word) => [...word].length > 6).length;
  return words.length / sentencesOf(text).length + (100 * long) / words.length;
}

/**
 * How much higher the same content comes out than in Swedish, for which the scale was made: measured on the ready
 * wordings, which say the same in all languages; a test measures it again.
 */
export const lixShift: Readonly<Record<WordingLanguage, number>> = {
  ...{ fr: 9, es: 9, en: -5, de: 9, it: 9, pt: 8 },
  ...{ nl: 0, pl: 11, sv: 0, da: -2, fi: 31, ca: 9 },
};

/** Björnsson's "very difficult", and the end of "easy". */
export const lixOf = { veryHard: 60, easy: 40 } as const;

/**
 * The other language that a text is plainly in; null: it is in its own, or too short to tell, or too alike.
 *
 * Counts the small words of each language. Trusted only where the other has at least five and three times as many:
 * neighbours such as Danish and Swedish, or Spanish and Catalan, share so many that they are rarely told apart.
 */
export function otherLanguage(text: string, own: WordingLanguage): WordingLanguage | null {
  const words = wordsOf(text);
  const hits = (language: WordingLanguage) => {
    const small = new Set(lexica[language].stopWords);
    return words.filter((word) => small.has(word)).length;
  };
  const best = wordingLanguages
    .map((language) => ({ language, hits: hits(language) }))
    .reduce((a, b) => (b.hits > a.hits ? b : a));
  return best.language !== own && best.hits >= 5 && best.hits >= 3 * hits(own) ? best.language : null;
}
