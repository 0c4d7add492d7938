// An email address as typed, and the form under which it is recognised again.
import { domainToASCII } from "node:url";

/** An address that mail can be sent to. `typed` is kept as evidence; `normalised` is only for recognition. */
export interface Address {
  readonly typed: string;
  readonly normalised: string;
  /** The domain in A-labels. */
  readonly domain: string;
}

const dotAtom = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const quoted = /^"(?:[^"\\\p{Cc}]|\\[\x20-\x7e])+"$/u;

/**
 * Reads an address, or answers null if it is not one that mail can be sent to.
 *
 * The local part is folded in ASCII letters only, the domain by IDNA; nothing else is folded, so that two people are
 * never taken for one.
 *
 * Source: RFC 5321 4.1.2 and 4.5.3.1 (lengths), RFC 6531 3.3 (UTF-8), RFC 5890 (domains).
 */
export function parseAddress(text: string): Address | null {
  const typed = text.trim();
  if (typed.length > 320) return null;
  const at = typed.lastIndexOf("@");
  if (at < 1) return null;
  const local = typed.slice(0, at);
  if (Buffer.byteLength(local) > 64 || !(dotAtom.test(local) || quoted.test(local))) return null;
  const domain = readDomain(typed.slice(at + 1));
  if (domain === null || Buffer.byteLength(local) + 1 + domain.length > 254) return null;
  return {
    typed,
    normalised: `${local.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}@${domain}`,
    domain,
  };
}

function readDomain(text: string): string | null {
  if (text.startsWith("["))
    return /^\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[0-9a-f:.]+)\]$/i.test(text) ? text.toLowerCase() : null;
  if (/[\s/?#@:%\\]/.test(text)) return null;
  const domain = domainToASCII(text).replace(/\.$/, "");
  const labels = domain.split(".");
  const sound = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  return sound && !/^\d+$/.test(labels.at(-1) as string) ? domain : null;
}
