// The words of this part, in every language that is spoken.
import type { Language } from "../../../core/languages.ts";
import { type Embedded, en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

export const embedded: Readonly<Record<Language, Embedded>> = { en, fr, es };
