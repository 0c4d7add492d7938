// Which preset a file fits, told by the names of its columns.
import type { Preset } from "../mapping.ts";
import { brevo } from "./brevo.ts";
import { facts } from "./facts.ts";
import { hubspot, hubspotLeavers } from "./hubspot.ts";
import { klaviyo } from "./klaviyo.ts";
import { listmonk } from "./listmonk.ts";
import { mailchimp } from "./mailchimp.ts";
import { mautic } from "./mautic.ts";
import { shopify } from "./shopify.ts";
import { woocommerce } from "./woocommerce.ts";

export const presets: readonly Preset[] = [
  mailchimp,
  brevo,
  klaviyo,
  hubspot,
  hubspotLeavers,
  listmonk,
  mautic,
  woocommerce,
  shopify,
  facts,
];

/** The preset of which the most columns are there; null: none fits. */
export function recognise(columns: readonly string[]): Preset | null {
  const fitting = presets.filter(({ recognisedBy }) => recognisedBy.every((name) => columns.includes(name)));
  return fitting.reduce<Preset | null>(
    (best, one) => (best === null || one.recognisedBy.length > best.recognisedBy.length ? one : best),
    null,
  );
}
