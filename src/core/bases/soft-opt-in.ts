/**
 * The soft opt-in: mail to one's own customer about similar goods, with a way out offered when the address was collected.
 *
 * Source: Directive 2002/58/EC 13(2); CJEU C-654/23 (Inteligo Media); BGH VI ZR 225/17; SI 336/2011 reg 13(11).
 */
import type { RefusalCode } from "../codes.ts";
import type { MarketingSent, Sale } from "../facts.ts";
import type { Ground } from "../ground.ts";
import { firstOf, isAlive, isSeen, newestAlive, newestSeen, type View } from "../view.ts";

/** Why the soft opt-in fails, and the sale that was looked at, if any opens the question. */
export type SoftOptInFault = { readonly code: RefusalCode; readonly sale: Sale | null };

/**
 * Tests the newest sale that was not cancelled and that the row accepts.
 *
 * @returns the ground, or why there is none; null if no sale is on record, so that there is nothing to say.
 */
export function softOptIn(view: View): Ground | SoftOptInFault | null {
  if (newestAlive(view, view.standing.sales) === null) return null;
  const sale = newestAcceptedSale(view);
  if (sale === null) return { code: "no-sale-context", sale };
  const code = faultOf(view, sale);
  if (code !== null) return { code, sale };
  const renewal = newestRenewal(view, sale);
  const validUntil = (renewal ?? sale).at + view.row.soiMaxMs;
  if (view.at > validUntil) return { code: "soft-expired", sale };
  return { basis: "soft-opt-in", evidence: renewal === null ? [sale.id] : [sale.id, renewal.id], validUntil };
}

/** The first condition that a sale fails, in the order S01, S08, S02, S03, B08, S04, S05. */
function faultOf(view: View, sale: Sale): RefusalCode | null {
  const { row, asked } = view;
  if (row.soi === "paidSale" && sale.paid !== true) return "no-sale-context";
  if (!row.freeAccountIsSale && sale.freemium === true) return "free-account-not-sale";
  if (sale.addressFrom !== "customer") return "not-from-customer";
  if (sale.optOutOffered !== true || !sale.form?.version) return "no-optout-at-collection";
  if (refusedAtAnySale(view)) return "refused-at-collection";
  if (sale.seller !== undefined && sale.seller !== view.controller) return "not-same-person";
  if (asked.purpose.category !== undefined && asked.purpose.category !== sale.category) return "not-similar";
  return null;
}

function newestAcceptedSale(view: View): Sale | null {
  if (view.row.soi === null) return null;
  return newestAlive(view, view.standing.sales, (sale) => isAccepted(view, sale) && !isCancelled(view, sale));
}

/** Whether the row takes this for the context of a soft opt-in. */
function isAccepted({ row }: View, sale: Sale): boolean {
  if (sale.type === "support.expressed") return row.charitySoi && Boolean(sale.charity);
  return sale.type === "sale.concluded" || row.soi === "saleOrNegotiation";
}

/** A refusal at one sale holds for all, and outlives an erasure; a cancellation from before it lifts nothing any more. */
function refusedAtAnySale(view: View): boolean {
  return view.standing.sales.some(
    (sale) => sale.refused === true && isSeen(view, sale) && !isCancelled(view, sale, isAlive),
  );
}

function isCancelled(view: View, sale: Sale, counts: typeof isSeen = isSeen): boolean {
  const list = view.standing.cancellations;
  for (let index = firstOf(list, sale.id); index < list.length; index += 1) {
    const cancellation = list[index]!;
    if (cancellation.of !== sale.id) break;
    if (counts(view, cancellation)) return true;
  }
  return false;
}

/** In Ireland the twelve months count anew from each marketing message. */
function newestRenewal(view: View, sale: Sale): MarketingSent | null {
  return view.row.soiRolling ? newestSeen(view, view.standing.sendings, (sent) => sent.at > sale.at) : null;
}
