/** The languages in which bases and refusal codes are explained. */
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Explanations } from "./explanation.ts";
import { fr } from "./fr.ts";

/**
 * Every explanation by language, then by basis or code.
 *
 * @example
 * EXPLANATIONS.en["no-basis"].remedy; // "Collect consent at the next contact; asking by email is itself unlawful."
 */
export const EXPLANATIONS = Object.freeze({ en, fr, es } satisfies Record<string, Explanations>);

/** A language that is spoken. */
export type ExplanationLanguage = keyof typeof EXPLANATIONS;
