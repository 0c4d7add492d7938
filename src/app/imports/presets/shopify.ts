// Shopify: an export of customers.
import type { Preset } from "../mapping.ts";

/**
 * It tells how many orders there were and not when, so that none can be taken as a sale by itself. *no* under advertising is
 * somebody who unticked the box or has left since: which of the two, the file does not say.
 *
 * Source: Shopify, "Exporting existing customers to a CSV file".
 */
export const shopify: Preset = {
  name: "shopify",
  title: "Shopify customer export",
  recognisedBy: ["Email", "Accepts Email Marketing", "Total Spent", "Total Orders"],
  columns: {
    Email: "email",
    "Default Address Country Code": "country",
    "Accepts Email Marketing": "acceptsAdvertising",
    "Total Orders": "orders",
    "Total Spent": "spent",
  },
  states: {},
};
