// The words for children and for those who decide with them, by language.
import type { Language } from "../../../core/languages.ts";
import { ca } from "./ca.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en, type GuardianWords } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { sv } from "./sv.ts";

const all = { en, fr, es, de, it, pt, nl, pl, sv, da, fi, ca };

export const guardian: Readonly<Record<Language, GuardianWords>> = all;
