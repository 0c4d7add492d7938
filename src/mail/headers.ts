// Header values that Licet writes itself, each safe to stand on a line of its own.
import { domainToASCII } from "node:url";
import { encodeWord, foldLines } from "nodemailer/lib/mime-funcs";
import MimeNode from "nodemailer/lib/mime-node";
import type { Instant } from "../core/instant.ts";

/** Guards what goes into a header. A control character here is a fault of ours, never a typing mistake. */
export function oneLine(value: string, what: string): string {
  if (value === "" || /[\p{Cc}\u2028\u2029]/u.test(value))
    throw new TypeError(`the ${what} of a mail is empty or holds a control character`);
  return value;
}

/** The address as it goes over the wire: its domain in A-labels, so that only a local part can call for SMTPUTF8. */
export function wireAddress(address: string, what: string): string {
  const at = oneLine(address, what).lastIndexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  const ascii = domain.startsWith("[") ? domain : asciiOf(domain);
  // Outside of quotes an angle bracket would end the address and begin another.
  if (at < 1 || ascii === "" || (!/^"[^"\\]*(?:\\.[^"\\]*)*"$/.test(local) && /[<>",;\s]/.test(local)))
    throw new TypeError(`the ${what} of a mail is no address`);
  return `${local}@${ascii}`;
}

/** Of the domains seen last: few have most of the mailboxes. */
const asciiDomains = new Map<string, string>();
const mostDomains = 1000;

function asciiOf(domain: string): string {
  const known = asciiDomains.get(domain);
  if (known !== undefined) return known;
  const ascii = domainToASCII(domain);
  if (asciiDomains.size >= mostDomains) asciiDomains.clear();
  asciiDomains.set(domain, ascii);
  return ascii;
}

const node = new MimeNode("text/plain");
const plainAddress = /^[\w.+-]+@[\w.-]{1,60}$/;

/** A header, encoded (RFC 2047, RFC 5322 3.4) and folded, without its line end. */
export function headerLine(name: "To" | "Subject", value: string): string {
  if (name === "To" && plainAddress.test(value)) return `To: ${value}`;
  const encoded = node.encodeHeaderValue(name, name === "To" ? { name: "", address: value } : value);
  return foldLines(`${name}: ${encoded}`);
}

/** RFC 5322 3.3. */
export function dateValue(at: Instant): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}

/** The link of `List-Unsubscribe`, of which nothing can end the angle brackets around it (RFC 2369 3.2). */
export function oneClick(link: string): string {
  if (!/^https?:\/\/[\x21-\x3b=\x3f-\x7e]+$/.test(link))
    throw new TypeError("the way out of a mail is no address of a page");
  return link;
}

/** The same id gives the same Message-ID, so a mail that is sent again is recognised as the same (RFC 5322 3.6.4). */
export function messageIdOf(id: string, senderAddress: string): string {
  return `<${oneLine(id, "id")}@${domainOf(senderAddress)}>`;
}

export function domainOf(address: string): string {
  const wire = wireAddress(address, "sender");
  return wire.slice(wire.lastIndexOf("@") + 1);
}

/**
 * One List-Id for each purpose, so that the person and the mailbox provider see what the mail belongs to.
 *
 * Source: RFC 2919 sections 2 and 3; RFC 5322 3.2.5 (phrase); RFC 2047 section 5(3).
 */
export function listId(purpose: { readonly key: string; readonly label: string }, domain: string): string {
  const label = purpose.key.toLowerCase().replace(/[^a-z0-9-]+/g, "-");
  return `${phrase(oneLine(purpose.label, "purpose label"))} <${oneLine(label, "purpose key")}.${domain}>`;
}

function phrase(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : encodeWord(text, "Q", 52);
}
