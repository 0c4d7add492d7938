// Articles of law as a page names them.
import type { Language } from "../../core/languages.ts";
import { listInWords } from "../../mail/locale.ts";
import { copyIn } from "../copy/copy.ts";

/** `GDPR 7(1)` and its like, each with the name that the law goes by in the language of the page. */
export function citationsInWords(citations: readonly string[], language: Language): string {
  const names: Readonly<Record<string, string>> = copyIn(language).laws;
  return listInWords(
    citations.map((citation) =>
      citation.replace(/^\w+/, (name) => (Object.hasOwn(names, name) ? (names[name] ?? name) : name)),
    ),
    language,
  );
}
