// Complaints in the Abuse Reporting Format (RFC 5965), as mailbox providers send them back.
import { readFields } from "./report-fields.ts";

/**
 * What a type of feedback means. A report that authentication failed is about our set-up, and `not-spam` is the contrary of a
 * complaint; a type that nobody has registered is held for what it comes among.
 *
 * Source: RFC 5965 7.3 (abuse, fraud, virus, other), RFC 6430 (not-spam), RFC 6591 (auth-failure), RFC 5965 3.5 (unknown types).
 */
const meanings: ReadonlyMap<string, "complaint" | "leaving" | "passing"> = new Map([
  ["opt-out", "leaving"],
  ["opt-out-list", "leaving"],
  ["not-spam", "passing"],
  ["auth-failure", "passing"],
  ["dmarc", "passing"],
]);

/** Reads the part `message/feedback-report`; null: it is none. */
export function readArf(text: string): "complaint" | "leaving" | "passing" | null {
  const type = readFields(text)[0]?.get("feedback-type")?.toLowerCase();
  return type === undefined ? null : (meanings.get(type) ?? "complaint");
}
