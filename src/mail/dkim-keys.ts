// The keys of a domain for DKIM over time: which of them sign at a moment, and what stands in DNS.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Instant } from "../core/instant.ts";
import type { DkimAlgorithm, DkimKey } from "./dkim.ts";

/** One key, as it is kept. */
export interface KeptDkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: DkimAlgorithm;
  /** Signs from then on, beside those of the same instant and in place of those before. */
  readonly activeFrom: Instant;
  /** Does not sign from then on; null: until others take its place. */
  readonly retiredAt: Instant | null;
  /** PEM (PKCS #8); null once it is retired. */
  readonly privateKey: string | null;
  /** What stands under `p=` in DNS. */
  readonly publicKey: string;
}

export type DkimKeyState = "waiting" | "signing" | "superseded" | "retired";

/** A mail may be on its way for days before it is checked, and its key must still be found. Milliseconds. */
const onTheWayMs = 7 * 86_400_000;

/** An RSA and an Ed25519 key: who cannot read the new one yet goes by the old one (RFC 8463 5). */
export function newDkimKeys(
  domain: string,
  activeFrom: Instant,
  taken: readonly KeptDkimKey[],
): readonly KeptDkimKey[] {
  const day = new Date(activeFrom).toISOString().slice(0, 10).replaceAll("-", "");
  const free = (name: string) => taken.every(({ selector }) => !selector.startsWith(name));
  let name = `licet${day}`;
  for (let number = 2; !free(name); number += 1) name = `licet${day}x${number}`;
  const key = (
    algorithm: DkimAlgorithm,
    suffix: string,
    made: { privateKey: KeyObject; publicKey: KeyObject },
  ) => ({
    domain,
    selector: `${name}${suffix}`,
    algorithm,
    activeFrom,
    retiredAt: null,
    privateKey: made.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    publicKey: publicPart(algorithm, made.publicKey),
  });
  return [
    key("rsa-sha256", "r", generateKeyPairSync("rsa", { modulusLength: 2048 })),
    key("ed25519-sha256", "e", generateKeyPairSync("ed25519")),
  ];
}

function publicPart(algorithm: DkimAlgorithm, key: KeyObject): string {
  const der = key.export({ type: "spki", format: "der" });
  // RFC 8463 4: the 32 octets of the key alone, which end the structure.
  return (algorithm === "rsa-sha256" ? der : der.subarray(-32)).toString("base64");
}

/** Those that sign for a domain at a moment. */
export function signingKeys(keys: readonly KeptDkimKey[], at: Instant): readonly KeptDkimKey[] {
  const begun = keys.filter(({ activeFrom }) => activeFrom <= at);
  // Not those before, where the newest are retired: what stands in DNS of them nobody knows.
  const newest = Math.max(...begun.map(({ activeFrom }) => activeFrom));
  return begun.filter(
    ({ activeFrom, retiredAt }) => activeFrom === newest && (retiredAt === null || at < retiredAt),
  );
}

export function stateOf(key: KeptDkimKey, all: readonly KeptDkimKey[], at: Instant): DkimKeyState {
  if (key.retiredAt !== null && key.retiredAt <= at) return "retired";
  if (key.activeFrom > at) return "waiting";
  return signingKeys(all, at).includes(key) ? "signing" : "superseded";
}

/** Until when the record must stay in DNS; null: nobody knows yet. */
export function publishedUntil(key: KeptDkimKey, all: readonly KeptDkimKey[]): Instant | null {
  const ends = all
    .filter(({ activeFrom, retiredAt }) => activeFrom > key.activeFrom && retiredAt === null)
    .map(({ activeFrom }) => activeFrom as number);
  if (key.retiredAt !== null) ends.push(key.retiredAt);
  return ends.length === 0 ? null : ((Math.min(...ends) + onTheWayMs) as Instant);
}

/** @throws Error where the key cannot be read. */
export function readyKey({ domain, selector, algorithm, privateKey }: KeptDkimKey): DkimKey {
  return { domain, selector, algorithm, privateKey: createPrivateKey(privateKey ?? "") };
}

/** The name of its record in DNS (RFC 6376 3.6.2.1). */
export function recordName({ domain, selector }: KeptDkimKey): string {
  return `${selector}._domainkey.${domain}`;
}

/** The text of its record (RFC 6376 3.6.1). */
export function recordText({ algorithm, publicKey }: KeptDkimKey): string {
  return `v=DKIM1; k=${algorithm === "rsa-sha256" ? "rsa" : "ed25519"}; p=${publicKey}`;
}

/** The record as a line of a zone file: strings of 255 octets at most (RFC 1035 3.3, 3.3.14). */
export function zoneLine(key: KeptDkimKey): string {
  const strings = recordText(key).match(/.{1,255}/g) ?? [];
  return `${recordName(key)}. IN TXT ${strings.map((string) => `"${string}"`).join(" ")}`;
}
