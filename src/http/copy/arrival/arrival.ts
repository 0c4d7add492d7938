// The words for what arrives in a way that nobody expects, by language.
import type { Language } from "../../../core/languages.ts";
import { type Arrival, en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

export const arrival: Readonly<Record<Language, Arrival>> = { en, fr, es };
