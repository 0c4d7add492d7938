// What Licet itself says in a mail, in every language that it speaks.
import type { Language } from "../../core/languages.ts";
import { ca } from "./ca.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import type { MailCopy } from "./sentences.ts";
import { sv } from "./sv.ts";

const copies: Readonly<Record<Language, MailCopy>> = { en, fr, es, de, it, pt, nl, pl, sv, da, fi, ca };

export function copyIn(language: Language): MailCopy {
  return copies[language];
}
