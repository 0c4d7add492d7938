/** What a person is told, in every language that is spoken. */
import type { Language } from "../languages.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { RecipientWords } from "./recipient-words.ts";

/**
 * Every sentence by language, then by basis or code.
 *
 * @example
 * RECIPIENT_WORDS.de.withdrawn; // "Sie haben uns gebeten aufzuhören, also haben wir aufgehört."
 */
export const RECIPIENT_WORDS: Readonly<Record<Language, RecipientWords>> = Object.freeze({ en, fr, es });
