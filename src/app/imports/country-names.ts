// Countries as exports write them: by code, or by name in the languages that Licet speaks.
import { LANGUAGES } from "../../core/languages.ts";
import { countries } from "../setup/countries.ts";

const known: ReadonlyMap<string, string> = new Map([
  ...LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: "region" });
    return countries.map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code]);
  }),
  ...countries.map((code): [string, string] => [code.toLowerCase(), code]),
  ["uk", "GB"],
]);

/** The code, or null: what is not understood is unknown, and unknown is treated strictly. */
export function countryOf(text: string): string | null {
  return known.get(text.trim().toLowerCase()) ?? null;
}
