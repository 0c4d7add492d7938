/**
 * The second step of double opt-in: what was done with the link that went to the mailbox.
 *
 * Source: GDPR 7(1); BGH I ZR 164/09; DSB D130.073/0008; Garante Provv. 330/2025.
 */
import type { ConsentConfirmed, ConsentGiven } from "./facts.ts";
import { firstOf, isSeen, type View } from "./view.ts";

/** The confirmations of one consent; one before the consent does not count. */
export type Confirmations = {
  readonly any: boolean;
  readonly inTime: boolean;
  /** The newest that came in time and not from a program that only follows links. */
  readonly byPerson: ConsentConfirmed | null;
  /** The newest of any kind, for the decay. */
  readonly lastAt: number;
};

const NONE: Confirmations = { any: false, inTime: false, byPerson: null, lastAt: -Infinity };

/** What confirms a consent. */
export function confirmationsOf(view: View, consent: ConsentGiven): Confirmations {
  const list = view.standing.confirmations;
  let inTime = false;
  let byPerson: ConsentConfirmed | null = null;
  let lastAt = -Infinity;
  for (let index = firstOf(list, consent.id); index < list.length; index += 1) {
    const confirmation = list[index]!;
    if (confirmation.of !== consent.id) break;
    if (confirmation.at < consent.at || !isSeen(view, confirmation)) continue;
    lastAt = confirmation.at;
    if (confirmation.expiresAt !== undefined && confirmation.at > confirmation.expiresAt) continue;
    inTime = true;
    if (confirmation.by !== "get") byPerson = confirmation;
  }
  return lastAt === -Infinity ? NONE : { any: true, inTime, byPerson, lastAt };
}
