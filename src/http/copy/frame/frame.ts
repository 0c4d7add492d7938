// The words of this part of the pages, in every language that is spoken.
import type { Language } from "../../../core/languages.ts";
import { en, type Frame } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

export const frame: Readonly<Record<Language, Frame>> = { en, fr, es };
