// Reports on delivery (RFC 3464): what became of a letter, as the last server that had it says.
import { type Bounce, bounceOf } from "../mail/bounce-words.ts";
import type { DeliveryStatus } from "../mail/delivery-status.ts";
import { type Fields, readFields } from "./report-fields.ts";

/** What a report says: the letter is still under way, it has arrived, or it never will. */
export type DeliveryReport = { readonly kind: "passing" } | ({ readonly kind: "bounce" } & Bounce);

/** The less is held against the person, the earlier it stands. */
const mildest: readonly DeliveryStatus["says"][] = [
  "about-us",
  "unknown",
  "try-later",
  "mailbox-full",
  "mailbox-gone",
];

/**
 * Reads the part `message/delivery-status`; null: it reports on nobody.
 *
 * A letter of ours has one recipient. Where a report names several, as of a list that it was passed on to, the mildest of
 * what it says counts, and one who got it is enough.
 *
 * Source: RFC 3464 2.3 (fields of a recipient), 2.3.3 (actions), 2.3.6 (diagnostic code).
 */
export function readDsn(text: string): DeliveryReport | null {
  const reports = readFields(text)
    .filter((fields) => fields.has("action") || fields.has("status"))
    .map(readRecipient);
  const bounces = reports.flatMap((report) => (report.kind === "bounce" ? [report] : []));
  if (reports.length === 0) return null;
  if (bounces.length < reports.length) return { kind: "passing" };
  return bounces.toSorted((a, b) => mildest.indexOf(a.says) - mildest.indexOf(b.says))[0] ?? null;
}

function readRecipient(fields: Fields): DeliveryReport {
  const action = fields.get("action")?.toLowerCase() ?? "failed";
  if (!action.startsWith("failed")) return { kind: "passing" };
  const [own = null] = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "") ?? [];
  const diagnostic = fields.get("diagnostic-code") ?? "";
  return { kind: "bounce", ...bounceOf(diagnostic, own) };
}
