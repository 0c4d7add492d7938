// The words of a receipt on paper, in every language that is spoken.
import type { Language } from "../../../core/languages.ts";
import { en, type ReceiptWords } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

export const receiptWords: Readonly<Record<Language, ReceiptWords>> = { en, fr, es };
