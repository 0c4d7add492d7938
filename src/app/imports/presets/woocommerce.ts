// WooCommerce: the customers report of WooCommerce Analytics.
import type { Preset } from "../mapping.ts";

/**
 * It tells how many orders there were and not when: the day of signing up, before which none was, stands for the sale, so that
 * what depends on its age ends too early rather than too late. Whether the customer was offered a refusal, it does not tell.
 *
 * Source: woocommerce/woocommerce, `src/Admin/API/Reports/Customers/Controller.php`, `get_export_columns`.
 */
export const woocommerce: Preset = {
  name: "woocommerce",
  title: "WooCommerce customers report",
  recognisedBy: ["Email", "Orders", "Total Spend", "AOV", "Country / Region"],
  columns: {
    Email: "email",
    "Country / Region": "country",
    Orders: "orders",
    "Total Spend": "spent",
    "Sign Up": "boughtAt",
  },
  states: {},
};
