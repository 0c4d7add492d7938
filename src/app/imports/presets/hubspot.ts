// HubSpot: an export of contacts, or the one of unsubscribes and bounces.
import type { Preset } from "../mapping.ts";

/**
 * Properties are exported under their labels. The legal basis in it is a choice in a menu, which dates and proves nothing. Who
 * opted out of one subscription type is taken as one who left: which purpose it was, the file does not say.
 *
 * Source: HubSpot, "Export your records" and "Export unsubscribes and bounces"; default contact properties.
 */
export const hubspot: Preset = {
  name: "hubspot",
  title: "HubSpot contact export",
  recognisedBy: ["Record ID", "Email", "Unsubscribed from all email"],
  columns: {
    Email: "email",
    "Country/Region": "country",
    "Preferred language": "language",
    "Unsubscribed from all email": "stopped",
    "Email hard bounce reason": "bounced",
    "Portal Bounce": "bounced",
    "Global Bounce": "bounced",
    "Portal Unsubscribe": "stopped",
    "Portal Spam Report": "complained",
    "Last marketing email click date": "activeAt",
  },
  beginnings: { "Opted out of email: ": "stopped" },
  states: {},
};

/** The same system's list of who has left. */
export const hubspotLeavers: Preset = {
  ...hubspot,
  name: "hubspot-leavers",
  title: "HubSpot unsubscribes and bounces",
  recognisedBy: ["Email", "Portal Unsubscribe", "Portal Bounce"],
  columns: { ...hubspot.columns, "Marketing Information": "stopped" },
};
