// What Licet itself says in a mail, in every language that it speaks.
import type { Language } from "../../core/languages.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { MailCopy } from "./sentences.ts";

const copies: Readonly<Record<Language, MailCopy>> = { en, fr, es };

export function copyIn(language: Language): MailCopy {
  return copies[language];
}
