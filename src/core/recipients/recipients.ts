/** What a person is told, in every language that is spoken. */
import type { Language } from "../languages.ts";
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
import type { RecipientWords } from "./recipient-words.ts";
import { sv } from "./sv.ts";

/**
 * Every sentence by language, then by basis or code.
 *
 * @example
 * RECIPIENT_WORDS.de.withdrawn; // "Sie haben uns gebeten aufzuhören, also haben wir aufgehört."
 */
export const RECIPIENT_WORDS: Readonly<Record<Language, RecipientWords>> = Object.freeze({
  en,
  fr,
  es,
  de,
  it,
  pt,
  nl,
  pl,
  sv,
  da,
  fi,
  ca,
});
