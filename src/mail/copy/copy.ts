// What Licet itself says in a mail, in the languages it speaks; a language that lacks a sentence does not compile.
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { MailCopy } from "./sentences.ts";

const copies = { en, fr, es } as const satisfies Record<string, MailCopy>;

export type MailLanguage = keyof typeof copies;

/** The nearest language that Licet speaks: `fr-CA` is answered in French, what it does not speak in English. */
export function nearestLanguage(language: string): MailLanguage {
  const primary = language.toLowerCase().split("-", 1)[0] as string;
  return Object.hasOwn(copies, primary) ? (primary as MailLanguage) : "en";
}

export function copyIn(language: string): MailCopy {
  return copies[nearestLanguage(language)];
}
