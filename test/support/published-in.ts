// The demo shop as it would be if it published in other languages: what it has no words for bears its language before the Spanish ones.

import type { DeclaredSetup, Localised } from "../../src/app/setup/setup.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import type { Language } from "../../src/core/languages.ts";
import { lunaria } from "./world.ts";

export function publishedIn(...languages: readonly [Language, ...Language[]]): DeclaredSetup {
  const read = readSetupFile(lunaria());
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  const declared = worded(read.declared, languages) as DeclaredSetup;
  return { ...declared, controller: { ...declared.controller, languages } };
}

/** The words of a controller in a language that the demo shop does not speak: `[pl] Novedades …`. */
function worded(value: unknown, languages: readonly Language[]): unknown {
  if (Array.isArray(value)) return value.map((item) => worded(item, languages));
  if (typeof value !== "object" || value === null) return value;
  if (isLocalised(value))
    return Object.fromEntries(
      languages.map((language) => [language, value[language] ?? `[${language}] ${value.es}`]),
    );
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, worded(item, languages)]));
}

function isLocalised(value: object): value is Localised {
  return Object.keys(value).sort().join() === "en,es,fr";
}
