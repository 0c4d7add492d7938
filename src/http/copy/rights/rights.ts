// The words of this part of the pages, in every language that is spoken.
import type { Language } from "../../../core/languages.ts";
import { en, type RightsPages } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

export const rightsPages: Readonly<Record<Language, RightsPages>> = { en, fr, es };
