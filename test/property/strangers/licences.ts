// What a request may do, said without the code that does it: by what it bore, and by what had been shown to whom.
import { hours } from "../../../src/core/instant.ts";
import type { AddressToken, ConfirmationToken } from "../../../src/mail/tokens.ts";
import type { Sent } from "./requests.ts";
import { saidBy } from "./tokens.ts";

export interface NewFact {
  readonly email: string;
  readonly id: string;
  readonly type: string;
}

/** The facts that open anything. */
export const opening = ["consent.given", "consent.confirmed", "sale.concluded"];

/** A page that a person left open counts for a day. */
const pageHours = 24;

const first = ({ fields }: Sent, name: string) => fields[name]?.[0] ?? "";
const nonceOf = ({ token }: Sent) => saidBy<{ readonly nonce: string }>(token?.text ?? "")?.nonce;

/** Whether it bears the token of a page that was shown to this person not long ago. */
function onPageOf({ token, fields }: Sent, email: string, now: number): boolean {
  return (
    token?.kind === "page" &&
    token.of === email &&
    fields.token !== undefined &&
    token.at + hours(pageHours) >= now
  );
}

/** Whether this request may have put this fact on record, one of those that open something. */
export function mayOpen(sent: Sent, { email, id, type }: NewFact, now: number): boolean {
  const { route, link, token, fields } = sent;
  const ticked = (fields.box ?? []).map((box) => `consent-${nonceOf(sent)}-${box}`);
  if (route === "POST /f/:form")
    return (
      type === "consent.given" &&
      token?.kind === "form" &&
      token.of === sent.form &&
      sent.email === email &&
      first(sent, "homepage") === "" &&
      ticked.includes(id)
    );
  if (route === "POST /api/v1/submissions")
    return (
      sent.byOperator &&
      token?.kind === "embedded" &&
      sent.email === email &&
      (type === "consent.given"
        ? ticked.includes(id)
        : type === "sale.concluded" && id === `sale-${nonceOf(sent)}`)
    );
  // A parent answers for a child, whose mailbox is another one.
  if (route === "POST /g/:token")
    return (
      type === "consent.given" &&
      link?.kind === "guardian" &&
      link.of !== email &&
      onPageOf(sent, link.of, now) &&
      id.startsWith("consent-")
    );
  if (!link || link.of !== email || !onPageOf(sent, email, now)) return false;
  if (route === "POST /p/:token")
    return (
      type === "consent.given" &&
      (fields.join ?? []).some((join) => id === `consent-${nonceOf(sent)}-${join}`)
    );
  if (route === "POST /a/:token") return link.kind === "address" && id.startsWith("moved-");
  if (route !== "POST /c/:token" || link.kind !== "confirmation") return false;
  const asked = saidBy<ConfirmationToken>(link.text);
  if (!asked || asked.expiresAt < now) return false;
  return type === "consent.confirmed"
    ? asked.facts.some((fact) => id === `confirmed-${fact}`)
    : type === "sale.concluded" && asked.facts.includes(id.replace("sale-", "order-"));
}

/**
 * Whose permits this request may have ended, being an act of that person or of the operator. Null: nobody's.
 *
 * A refusal that is ticked at a sale takes back what the sale had opened, and no consent.
 */
export function mayEnd(
  sent: Sent,
  now: number,
  emailOf: (subject: string) => string,
): { readonly emails: readonly string[]; readonly bases: "all" | "soft-opt-in" } | null {
  const { route, link, token } = sent;
  const all = (...emails: string[]) => ({ emails, bases: "all" as const });
  if (route === "POST /f/:form" || route === "POST /api/v1/submissions") {
    const shown =
      route === "POST /f/:form" ? token?.kind === "form" : sent.byOperator && token?.kind === "embedded";
    return shown && first(sent, "refused") !== "" ? { emails: [sent.email], bases: "soft-opt-in" } : null;
  }
  if (sent.byOperator && route.startsWith("POST")) return all(sent.email);
  if (!link) return null;
  if (route === "POST /u/:token" && link.kind === "wayOut") return all(link.of);
  if (route === "POST /p/:token" && (link.kind === "wayOut" || link.kind === "preferences"))
    return first(sent, "leave") !== "" || first(sent, "right") !== "" ? all(link.of) : null;
  if (!onPageOf(sent, link.of, now)) return null;
  if (route === "POST /r/:token" && link.kind === "rights") return all(link.of);
  if (route === "POST /a/:token" && link.kind === "address")
    return all(link.of, emailOf(saidBy<AddressToken>(link.text)?.from ?? ""));
  return null;
}
