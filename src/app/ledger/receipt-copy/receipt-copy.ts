// The words of a receipt on paper, in every language that is spoken.
import type { FactType } from "../../../core/facts.ts";
import type { Language } from "../../../core/languages.ts";
import { en, type ReceiptWords } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { requestActs } from "./request-acts.ts";

export const receiptWords: Readonly<Record<Language, ReceiptWords>> = { en, fr, es };

/** Every act by its name. */
export function actsIn(language: Language): Readonly<Record<FactType, string>> {
  return { ...receiptWords[language].acts, ...requestActs[language] };
}
