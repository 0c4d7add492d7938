/** Addresses that somebody else gave: GDPR 14(2)(f). */
import type { SourceDeclared } from "./facts.ts";

/** Whether the address came from a list vendor, a scraper, or somebody who named a friend. */
export function isThirdParty({ kind }: Pick<SourceDeclared, "kind">): boolean {
  return kind === "bought" || kind === "scraped" || kind === "referral";
}
