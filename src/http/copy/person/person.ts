// The words of this part of the pages, in every language that is spoken.
import type { Language } from "../../../core/languages.ts";
import { ca } from "./ca.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en, type PersonWords } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { sv } from "./sv.ts";

export const person: Readonly<Record<Language, PersonWords>> = {
  en,
  fr,
  es,
  de,
  it,
  pt,
  nl,
  pl,
  sv,
  da,
  fi,
  ca,
};
