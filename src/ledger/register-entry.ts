// How official exclusion lists name an address: by a hash that each of them has its own rule for.
import { createHash } from "node:crypto";
import { domainToUnicode } from "node:url";
import { parseAddress } from "./address.ts";

/**
 * Each rule gives the bytes under which an address, or its whole domain, may stand in the list.
 *
 * - `ecg-sha1`: SHA-1 of the lower-case address in ISO 8859-1, or of `@` and its domain. Source: RTR, file `ecg-liste.hash`.
 * - `robinson`: SHA-256 of `02`, the code of email, and the address in ASCII lower case without any other character than
 *   letters, digits and `.@_-+`. Source: Adigital, slr-client, the client of the Servicio de Lista Robinson.
 * - `plain`: SHA-256 of the address, or of `@` and its domain, as `parseAddress` normalises it.
 */
export const registerNamings = {
  "ecg-sha1": (address: string) => [sha1(address), sha1(address.slice(address.lastIndexOf("@")))],
  robinson: (address: string) => [sha256(`02${address.replace(/[^a-z0-9.@_\-+]/g, "")}`)],
  plain: (address: string) => [sha256(address), sha256(address.slice(address.lastIndexOf("@")))],
} as const satisfies Record<string, (address: string) => Buffer[]>;

export type RegisterNaming = keyof typeof registerNamings;

/**
 * Every name that an address may have in a list: the lists do not say how they spell what can be spelt in two ways.
 *
 * @param typed - an address as somebody wrote it.
 */
export function registerEntriesFor(naming: RegisterNaming, typed: string): Buffer[] {
  return spellings(typed).flatMap(registerNamings[naming]);
}

/** In lower case; with the domain in A-labels and in U-labels. */
function spellings(typed: string): string[] {
  const lower = typed.trim().toLowerCase();
  const address = parseAddress(typed);
  if (address === null) return [lower];
  const local = address.normalised.slice(0, address.normalised.lastIndexOf("@"));
  return [...new Set([lower, address.normalised, `${local}@${domainToUnicode(address.domain)}`])];
}

function sha1(text: string): Buffer {
  return createHash("sha1").update(text, "latin1").digest();
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
