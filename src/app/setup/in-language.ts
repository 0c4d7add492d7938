// The language in which to speak to one person: one of those in which everything that is to be said exists.
import { LANGUAGES, type Language } from "../../core/languages.ts";
import type { Localised } from "./setup.ts";

/** What somebody wishes for: a BCP 47 tag, such as `pt-BR`; null or absent: nothing is known. */
export type Wish = string | null | undefined;

/**
 * The first wish that is on offer, else the first on offer.
 *
 * A tag stands for its language: `de-AT` is answered in German. It never stands for a neighbour: `nb` is not Danish.
 *
 * @param offered - the one that is spoken to whoever's language is unknown comes first.
 * @param wishes - the strongest first: what the link says, then the person's own language, then the browser's.
 */
export function inLanguage(offered: readonly Language[], ...wishes: readonly Wish[]): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().toLowerCase().split(/[-_]/, 1)[0];
    const found = offered.find((language) => language === primary);
    if (found) return found;
  }
  return offered[0] ?? LANGUAGES[0];
}

/**
 * The languages for a page or mail that shows these texts of the controller, so that nothing on it stands in another.
 *
 * Those it publishes in; where old texts exist in none of them, another that Licet speaks; and where the texts have no
 * language in common, those in which most of them exist, since it must be shown in one.
 */
export function wordedIn(published: readonly Language[], texts: readonly Localised[]): readonly Language[] {
  const wordsIn = (language: Language) => texts.filter((text) => Object.hasOwn(text, language)).length;
  const now = published.filter((language) => wordsIn(language) === texts.length);
  if (now.length > 0) return now;
  const most = Math.max(...LANGUAGES.map(wordsIn));
  const ever = [...new Set([...published, ...LANGUAGES])];
  return ever.filter((language) => wordsIn(language) === most);
}

/** A text in this language, else in whichever it has: an old text may have been written in fewer. */
export function textIn(text: Localised, language: Language): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}
