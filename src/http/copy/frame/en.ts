// The words of what stands around every page, and what it says when it cannot be shown, in English; the other languages must have every one of them.

export const en = {
  name: "English",
  language: "Language",
  privacyContact: "Data protection",
  registration: "Registration",
  /** How a citation begins, in the short name that is usual for the law or the court. */
  laws: { GDPR: "GDPR", ePD: "ePrivacy Directive", ECD: "E-Commerce Directive", CJEU: "CJEU" },
  problem: {
    malformed: "This link is not complete",
    malformedText:
      "Part of it is missing, or it was changed on the way. Open it again from the mail. Nothing was done.",
    notFound: "There is nothing here",
    notFoundText: "The address may be mistyped, or the page is gone.",
    busy: "Too many at once",
    busyText:
      "Many requests came from your network. Please wait a minute and try again. Nothing was lost that we had confirmed.",
    unsaved: "We cannot save anything right now",
    unsavedText:
      "It is not your doing. What you sent is not confirmed: please send it again in a moment. Sending it twice does no harm.",
    failed: "Something went wrong on our side",
    failedText: "It is not your doing. Please try again in a moment.",
    missing: "Nothing is set up yet",
    missingText:
      "Whoever runs this server declares who writes, why, and in which words, in the file licet.yaml, and runs this:",
  },
};

export type Frame = typeof en;
