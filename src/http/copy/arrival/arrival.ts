// The words for what arrives in a way that nobody expects, by language.
import type { Language } from "../../../core/languages.ts";
import { ca } from "./ca.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { type Arrival, en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { sv } from "./sv.ts";

const all = { en, fr, es, de, it, pt, nl, pl, sv, da, fi, ca };

export const arrival: Readonly<Record<Language, Arrival>> = all;
