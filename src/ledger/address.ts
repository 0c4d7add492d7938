// An email address as typed, and the form under which it is recognised again.
import { domainToASCII } from "node:url";

/** An address that mail can be sent to. `typed` is kept and written to; `normalised` is only for recognition. */
export interface Address {
  readonly typed: string;
  readonly normalised: string;
  /** The domain in A-labels, or an address literal. */
  readonly domain: string;
}

const dotAtom = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const quoted = /^"(?:[^"\\\p{Cc}\p{Zl}\p{Zp}]|\\[\x20-\x7e])+"$/u;

/**
 * Reads an address, or answers null if it is not one that mail can be sent to.
 *
 * The spellings of one mailbox are one address: quotes and backslashes that change nothing, composed and decomposed
 * letters, the case of ASCII letters, the domain by IDNA. Nothing else is folded, so that two people are never taken
 * for one.
 *
 * Source: RFC 5321 4.1.2 (one semantic form) and 4.5.3.1 (lengths), RFC 6531 3.3 (UTF-8), RFC 5198 3 (NFC), RFC 5890.
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
    normalised: `${plainest(local)}@${domain}`,
    domain,
  };
}

/** The shortest of the spellings that mean this local part. */
function plainest(local: string): string {
  const bare = quoted.test(local) ? local.slice(1, -1).replace(/\\(.)/gu, "$1") : local;
  const folded = bare.normalize("NFC").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return dotAtom.test(folded) ? folded : `"${folded.replace(/["\\]/g, "\\$&")}"`;
}

function readDomain(text: string): string | null {
  if (text.startsWith("[")) return readLiteral(text);
  if (/[\s/?#@:%\\]/.test(text)) return null;
  const domain = domainToASCII(text).replace(/\.$/, "");
  const labels = domain.split(".");
  const sound = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  return sound && !/^\d+$/.test(labels.at(-1) as string) ? domain : null;
}

/** One of the spellings of an IP address in brackets stands for all. */
function readLiteral(text: string): string | null {
  const [, tag, ip = ""] = /^\[(IPv6:)?([0-9a-f:.]+)\]$/i.exec(text) ?? [];
  if (tag === undefined) return ipv4.test(ip) ? `[${ip}]` : null;
  return URL.canParse(`http://[${ip}]`) ? `[ipv6:${new URL(`http://[${ip}]`).hostname.slice(1, -1)}]` : null;
}
