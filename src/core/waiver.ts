/** What leaves without a permit, and by whose word: this file alone makes waivers, and `isWaiver` tells a made one from any look-alike. */
import type { Instant } from "./instant.ts";
import type { Refusal } from "./verdict.ts";

/** Held by this file alone. */
const MAKER = Symbol("the maker of waivers");

class MadeWaiver {
  readonly #made = true;
  readonly outcome = "waiver";

  constructor(maker: typeof MAKER) {
    if (maker !== MAKER) throw new TypeError("a waiver is made by `observing` or `reporting` alone");
    Object.freeze(this);
  }

  static made(value: object): boolean {
    return #made in value && value.#made;
  }
}

/** No permit, and the letter goes all the same. Only this file makes one; a plain object does not compile. */
export type Waiver = MadeWaiver;

/**
 * The controller watches what Licet would refuse before it lets Licet refuse: what its other software sends goes on as before,
 * until the day that it has set.
 *
 * @returns null once that day has passed.
 */
export function observing(refusal: Refusal, until: Instant): Waiver | null {
  return refusal.decidedAt <= until ? new MadeWaiver(MAKER) : null;
}

/**
 * A report on a mail goes back to the software that sent it (RFC 3464): to a mailbox of the controller's own, which is no person
 * that anything is advertised to.
 *
 * @param sender - the address that the controller writes from. It and what is of its domain are the controller's mailboxes.
 * @param shared - anybody may have a mailbox under that domain, so `to` must be that very address.
 * @returns null where the mailbox is not the controller's.
 */
export function reporting(to: string, sender: string, shared: boolean): Waiver | null {
  const [one, other] = [to.toLowerCase(), sender.toLowerCase()];
  const domain = (address: string) => address.slice(address.lastIndexOf("@") + 1);
  const isOwn = shared ? one === other : domain(one) === domain(other);
  return isOwn ? new MadeWaiver(MAKER) : null;
}

/** Whether this very object was made here; checked at run time. */
export function isWaiver(value: unknown): value is Waiver {
  return typeof value === "object" && value !== null && MadeWaiver.made(value);
}
