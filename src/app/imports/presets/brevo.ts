// Brevo (formerly Sendinblue): an export of contacts.
import type { Preset } from "../mapping.ts";

/**
 * ADDED_TIME is when the contact came into the account, by whichever way, and dates no consent; DOUBLE_OPT-IN says that one
 * was confirmed, and not when.
 *
 * Source: Brevo API, `POST /v3/contacts/export` (`exportMandatoryAttributes`, `exportSubscriptionStatus`).
 */
export const brevo: Preset = {
  name: "brevo",
  title: "Brevo contact export",
  recognisedBy: ["EMAIL", "ADDED_TIME", "MODIFIED_TIME"],
  columns: {
    EMAIL: "email",
    LANGUAGE: "language",
    COUNTRY: "country",
    EMAIL_MARKETING: "state",
    BLOCKLISTED: "stopped",
    BLACKLISTED: "stopped",
    EMAIL_BLOCKLISTED: "stopped",
    EMAIL_BLACKLISTED: "stopped",
  },
  states: {
    subscribed: "consented",
    unsubscribed: "stopped",
    blocklisted: "stopped",
    blacklisted: "stopped",
    "hard bounced": "bounced",
    "spam complaint": "complained",
    "": "silent",
  },
  note: "export the blocklisted contacts as well: without the subscription status the file does not tell who has left",
};
