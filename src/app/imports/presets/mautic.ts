// Mautic: an export of contacts, under the aliases of the fields.
import type { Preset } from "../mapping.ts";

/**
 * An export of contacts does not hold who asked not to be contacted; a report does, in whichever columns were chosen for it.
 *
 * Source: mautic/mautic, issue 11679, and the core contact fields.
 */
export const mautic: Preset = {
  name: "mautic",
  title: "Mautic contact export",
  recognisedBy: ["id", "email", "points", "firstname", "lastname"],
  columns: {
    email: "email",
    country: "country",
    preferred_locale: "language",
    doNotEmail: "stopped",
    doNotContact: "stopped",
    "Do Not Contact": "stopped",
    dnc_reason: "state",
    unsubscribed: "stopped",
    bounced: "bounced",
  },
  states: { unsubscribed: "stopped", manual: "stopped", bounced: "bounced", "": "silent" },
  note: "this export does not tell who has left: make a report of contacts with Do Not Contact, and import it first",
};
