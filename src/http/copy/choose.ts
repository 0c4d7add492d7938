// Chooses the language of a page: what the person asked for, else what the browser prefers, else the first on offer.
import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import { type Language, type Localised, languages } from "../../app/setup/setup.ts";
import { type Copy, en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

export type { Copy };

const copies: Readonly<Record<Language, Copy>> = { en, fr, es };

export function copyIn(language: Language): Copy {
  return copies[language];
}

export function isLanguage(word: string): word is Language {
  return (languages as readonly string[]).includes(word);
}

/** A text in this language, else in whichever it has. */
export function textIn(text: Localised, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}

/** `?lang=`, then `Accept-Language`, then `otherwise`, then the first on offer. */
export function chooseLanguage(
  c: Context,
  offered: readonly Language[] = languages,
  otherwise?: string | null,
): Language {
  const preferred = parseAccept(c.req.header("accept-language") ?? "")
    .filter((choice) => choice.q > 0)
    .map((choice) => choice.type);
  const wanted = [c.req.query("lang") ?? "", ...preferred, otherwise ?? ""].map(
    (tag) => tag.toLowerCase().split("-")[0],
  );
  return (
    wanted
      .map((tag) => offered.find((language) => language === tag))
      .find((language) => language !== undefined) ??
    offered[0] ??
    "en"
  );
}
