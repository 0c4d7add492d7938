/** The languages that Licet speaks to people in. */

/** BCP 47. Every sentence that a person may be shown exists in each of them, or Licet does not compile. */
export const LANGUAGES = Object.freeze([
  "en",
  "fr",
  "es",
  "de",
  "it",
  "pt",
  "nl",
  "pl",
  "sv",
  "da",
  "fi",
  "ca",
] as const);

/** A language that is spoken. */
export type Language = (typeof LANGUAGES)[number];
