// Mailchimp: the files of an audience export (subscribed, unsubscribed, cleaned, nonsubscribed).
import type { Preset } from "../mapping.ts";

/**
 * Times are UTC. `CC` is a country guessed from a network address and no residence, so it chooses no law here. Whoever was
 * added by hand or by an import has no OPTIN_TIME, and so no consent that anybody could date.
 *
 * Source: Mailchimp, "View or export a contact's data" and "About the fields in an audience export".
 */
export const mailchimp: Preset = {
  name: "mailchimp",
  title: "Mailchimp audience export",
  recognisedBy: ["Email Address", "OPTIN_TIME", "CONFIRM_TIME", "LEID", "EUID"],
  columns: {
    "Email Address": "email",
    OPTIN_TIME: "consentAt",
    OPTIN_IP: "consentFrom",
    CONFIRM_TIME: "confirmedAt",
    CONFIRM_IP: "confirmedFrom",
    UNSUB_TIME: "stoppedAt",
    CLEAN_TIME: "bouncedAt",
  },
  leavers: { UNSUB_TIME: "stopped", CLEAN_TIME: "bounced" },
  states: {},
  note: "import the files `unsubscribed` and `cleaned` of the same export as well, and first",
};
