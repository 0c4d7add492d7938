/** Bases and refusal codes explained to whoever sends: those who operate Licet read fewer languages than those it writes to. */
import type { Basis, RefusalCode } from "../codes.ts";
import type { RecipientWords } from "../recipients/recipient-words.ts";
import { RECIPIENT_WORDS } from "../recipients/recipients.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Explanations, OperatorExplanations } from "./explanation.ts";
import { fr } from "./fr.ts";

/**
 * Every explanation by language, then by basis or code.
 *
 * @example
 * EXPLANATIONS.en["no-basis"].remedy; // "Collect consent at the next contact; asking by email is itself unlawful."
 */
export const EXPLANATIONS = Object.freeze({
  en: withRecipient(en, RECIPIENT_WORDS.en),
  fr: withRecipient(fr, RECIPIENT_WORDS.fr),
  es: withRecipient(es, RECIPIENT_WORDS.es),
});

/** A language in which whoever sends may read them. */
export type ExplanationLanguage = keyof typeof EXPLANATIONS;

function withRecipient(operators: OperatorExplanations, recipients: RecipientWords): Explanations {
  const words = Object.keys(operators) as (Basis | RefusalCode)[];
  return Object.fromEntries(
    words.map((word) => {
      const { name, operator, remedy } = operators[word];
      return [word, { name, operator, recipient: recipients[word], remedy }];
    }),
  ) as Explanations;
}
