// The words of a receipt on paper, in every language that is spoken.
import type { FactType } from "../../../core/facts.ts";
import type { Language } from "../../../core/languages.ts";
import { ca } from "./ca.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en, type ReceiptWords } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { requestActs } from "./request-acts.ts";
import { sv } from "./sv.ts";

const all = { en, fr, es, de, it, pt, nl, pl, sv, da, fi, ca };

export const receiptWords: Readonly<Record<Language, ReceiptWords>> = all;

/** Every act by its name. */
export function actsIn(language: Language): Readonly<Record<FactType, string>> {
  return { ...receiptWords[language].acts, ...requestActs[language] };
}
