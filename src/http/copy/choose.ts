// The language of a page: what the link says, else the person's own, else the browser's, else the first on offer.
import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import { inLanguage, type Wish } from "../../app/setup/in-language.ts";
import { LANGUAGES, type Language } from "../../core/languages.ts";

export interface Wishes {
  /** What the link says, where a token in it says more than `?lang=`. */
  readonly link?: Wish;
  /** The language on record of the person whom the page is about. */
  readonly account?: Wish;
}

/**
 * @param offered - the languages in which everything on the page exists, the controller's first before the others.
 */
export function chooseLanguage(
  c: Context,
  offered: readonly Language[] = LANGUAGES,
  { link, account }: Wishes = {},
): Language {
  return inLanguage(offered, link, c.req.query("lang"), account, ...browserLanguages(c));
}

/** RFC 9110 12.5.4: in the order of their weights; those of weight zero are not acceptable. */
function browserLanguages(c: Context): readonly string[] {
  return parseAccept(c.req.header("accept-language") ?? "")
    .filter(({ q }) => q > 0)
    .map(({ type }) => type);
}
