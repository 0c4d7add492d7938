// The language in which to speak to one person.
import type { Language } from "./setup.ts";

/** The person's own where the controller publishes in it, else the controller's first. */
export function inLanguage(published: readonly Language[], spoken: string | null): Language {
  const wished = spoken?.toLowerCase().split("-")[0];
  return published.find((language) => language === wished) ?? published[0] ?? "en";
}
