/**
 * The company rules: where the national law lets a proven legal person be written to until it objects.
 *
 * Source: Directive 2002/58/EC 13(5); GDPR 6(1)(f), 14, 21(4).
 */
import type { Regime } from "../cells.ts";
import type { RefusalCode } from "../codes.ts";
import type { Ground } from "../ground.ts";
import type { Recipient } from "../question.ts";
import { sourceOf } from "../source.ts";
import type { View } from "../view.ts";

/** The ground that the company rules give, or the first of their conditions that fails. */
export function corporateOptOut(view: View): Ground | RefusalCode {
  const { message, recipient } = view.asked;
  const regime = regimeOf(view);
  if (!isLegalPerson(recipient) || !recipient.legalPersonProof || regime === "optIn") return "not-corporate";
  if (regime === "roleOptOut" && !message?.roleFit) return "role-mismatch";
  if (!message?.lia) return "no-lia";
  if (message.art14 !== true) return "no-art14";
  const source = sourceOf(view);
  return { basis: "corporate-opt-out", evidence: source === null ? [] : [source.id], validUntil: Infinity };
}

/** The regime for the recipient's class of address; an address of no class counts as a natural person's. */
export function regimeOf(view: View): Exclude<Regime, "publishedForPurpose"> {
  const { row } = view;
  const { address } = view.asked.recipient;
  const regime = address === "generic" ? row.generic : address === "named" ? row.named : row.natural;
  if (regime !== "publishedForPurpose") return regime;
  return sourceOf(view)?.kind === "public-register" ? "optOut" : "optIn";
}

/** A legal person by every sign; a mailbox at a free-mail provider and a sole trader are natural persons. */
export function isLegalPerson(recipient: Recipient): boolean {
  return recipient.kind === "legal" && recipient.freeMail !== true && recipient.soleTrader !== true;
}
