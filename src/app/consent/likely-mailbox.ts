// Which spellings probably reach one mailbox. For limits alone: nobody is ever taken for somebody else because of it.
import type { Address } from "../../ledger/address.ts";

/** Where dots in the local part mean nothing, by the word of those who run it; the second name is the same mailbox. */
const dotless: Readonly<Record<string, string>> = { "gmail.com": "gmail.com", "googlemail.com": "gmail.com" };

/**
 * The address without what most mailboxes ignore: what follows a plus (RFC 5233), and dots where they are known to mean
 * nothing. Nobody can know it for sure from outside (RFC 5321 2.3.11), so it counts, and never identifies.
 *
 * @example
 * likelyMailbox(parseAddress("Ana.Maria+shop@gmail.com")); // "anamaria@gmail.com"
 */
export function likelyMailbox({ normalised }: Pick<Address, "normalised">): string {
  const at = normalised.lastIndexOf("@");
  const [local, domain] = [normalised.slice(0, at), normalised.slice(at + 1)];
  if (local.startsWith('"')) return normalised;
  const bare = /^[^+]+/.exec(local)?.[0] ?? local;
  const known = Object.hasOwn(dotless, domain) ? dotless[domain] : undefined;
  return known === undefined ? `${bare}@${domain}` : `${bare.replaceAll(".", "")}@${known}`;
}

/** Whether nothing would be left out of it. */
export function isPlainest(address: Pick<Address, "normalised">): boolean {
  return likelyMailbox(address) === address.normalised;
}
