// The words of this part of the pages, in every language that is spoken.
import type { Language } from "../../../core/languages.ts";
import { type Choices, en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

export const choices: Readonly<Record<Language, Choices>> = { en, fr, es };
