// Every sentence that Licet says to people, by language and path: pages, mails, receipts, what is held, and what a person is told of a reason.
import { actsIn, receiptWords } from "../../src/app/ledger/receipt-copy/receipt-copy.ts";
import { HELD_WORDS } from "../../src/app/rights/words/words.ts";
import type { Language } from "../../src/core/languages.ts";
import { RECIPIENT_WORDS } from "../../src/core/recipients/recipients.ts";
import { copyIn as pageCopyIn } from "../../src/http/copy/copy.ts";
import { copyIn as mailCopyIn } from "../../src/mail/copy/copy.ts";
import { rightsSentences } from "../../src/mail/copy/rights/rights.ts";

export type Sentence = string | ((...gaps: readonly unknown[]) => string);

/** By path, as `pages.form.email`. */
export function sentences(language: Language): ReadonlyMap<string, Sentence> {
  const found = new Map<string, Sentence>();
  const walk = (value: unknown, path: readonly string[]) => {
    if (typeof value === "string" || typeof value === "function")
      found.set(path.join("."), value as Sentence);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, [...path, key]);
  };
  const [pages, mails] = [pageCopyIn(language), mailCopyIn(language)];
  const rights = [rightsSentences[language], HELD_WORDS[language]];
  const receipts = [receiptWords[language], actsIn(language)];
  walk({ pages, mails, rights, receipts, explanations: RECIPIENT_WORDS[language] }, []);
  return found;
}

/** What stands in the gaps: it passes for a name and for a count. */
export const gap = 47;

export function spoken(sentence: Sentence): string {
  return typeof sentence === "string" ? sentence : sentence(gap, gap);
}
