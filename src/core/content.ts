/**
 * What a message holds decides what it is: one promotional block makes it advertising.
 *
 * Source: BGH VI ZR 225/17; VwGH 2012/03/0089; CJEU C-654/23.
 */
import type { Message } from "./question.ts";

const PLAIN: readonly string[] = ["service", "requested", "editorial"];

/** Whether any block is promotional; a block that is not known counts as one. */
export function isPromotional(message: Message | undefined): boolean {
  return message?.blocks?.some((block) => !PLAIN.includes(block)) === true;
}

/** Whether the message asks for consent anew. */
export function asksForPermission(message: Message | undefined): boolean {
  return message?.blocks?.includes("repermission") === true;
}

/** Whether the message lacks what every advertisement must carry (Directive 2002/58/EC 13(4), 2000/31/EC 6). */
export function isNoncompliant(message: Message | undefined): boolean {
  return (
    message?.senderIdentity === false ||
    message?.postalAddress === false ||
    message?.optOut === false ||
    message?.recognisableAsAd === false
  );
}
