// Klaviyo: an export of a list, a segment or all profiles.
import type { Preset } from "../mapping.ts";

/**
 * The consent's time is there where Klaviyo's own forms took it. `Source` names a list or form; the network address is that of
 * the profile, not of the consent.
 *
 * Source: Klaviyo, "How to export data" and "How to manage email suppressions".
 */
export const klaviyo: Preset = {
  name: "klaviyo",
  title: "Klaviyo profile export",
  recognisedBy: ["Email", "Email Marketing Consent"],
  columns: {
    Email: "email",
    Country: "country",
    Source: "form",
    "Email Marketing Consent": "state",
    "Email Marketing Consent Timestamp": "consentAt",
    "Email Suppressions": "stopped",
    "Email Suppressions Timestamp": "stoppedAt",
    "Last Click": "activeAt",
  },
  states: {
    subscribed: "consented",
    unsubscribed: "stopped",
    suppressed: "stopped",
    never_subscribed: "silent",
    "never subscribed": "silent",
    "": "silent",
  },
};
