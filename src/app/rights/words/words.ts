// What is held about a person, said in every language that is spoken.
import type { Language } from "../../../core/languages.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { HeldWords } from "./held-words.ts";

export const HELD_WORDS: Readonly<Record<Language, HeldWords>> = { en, fr, es };
