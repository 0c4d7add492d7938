// What is personal in one fact, sealed under a key of that fact's own: it can be opened for somebody, and nothing else with it.
import { createSecretKey, hash, type KeyObject } from "node:crypto";
import type { SubjectId } from "../core/subject-id.ts";
import { decrypt, encrypt } from "./cipher.ts";
import { hmacSha256 } from "./hmac.ts";
import { numberBytes, type PersonKey } from "./vault.ts";

const commitmentBytes = 32;
/** Texts are sealed in steps of this length, so that it does not tell one address from another. */
const stepBytes = 64;

/** What a fact says of a person beyond its skeleton. */
export interface Personal {
  /** As typed by whoever told it; absent where the person was known otherwise, as by a link from the mailbox. */
  readonly address?: string;
  /** Fields of the body, each to be put back in the place of what the skeleton has of it. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Where an act of a person on one of our pages came from, as far as that was to be seen. */
export interface Connection {
  readonly networkAddress?: string;
  readonly userAgent?: string;
}

/** What stands sealed with a fact, each part under a key of its own: either can be opened for somebody without the other. */
type Part = "fact" | "connection";

/**
 * The key of one fact. It follows from the person's key and is gone with it; it says nothing about that key or any other.
 *
 * Source: RFC 5869 section 2.3, with the person's key as the pseudorandom key.
 */
export function factKey(person: PersonKey, fact: string): Buffer {
  return partKey(person, "fact", fact);
}

function partKey({ subject, secret }: PersonKey, part: Part, fact: string): Buffer {
  return Buffer.from(hmacSha256(secret, `licet ${part} ${subject} ${fact}\u0001`, "binary"), "binary");
}

/**
 * Seals under the key of the fact, and commits to that key: AES-GCM alone would let whoever chooses two keys make one
 * ciphertext that opens to two texts.
 *
 * @returns the number of the person's key (8 bytes), the commitment (32), the nonce (12), the ciphertext, the tag (16).
 */
export function sealFact(person: PersonKey, fact: string, personal: Personal): Buffer {
  return sealPart(person, "fact", fact, personal);
}

/** The same for the connection that the fact came over. */
export function sealConnection(person: PersonKey, fact: string, connection: Connection): Buffer {
  return sealPart(person, "connection", fact, connection);
}

function sealPart(person: PersonKey, part: Part, fact: string, value: object): Buffer {
  const { cipherKey, commitment } = split(partKey(person, part, fact));
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  const padded = Buffer.from(text + " ".repeat(Math.ceil(bytes / stepBytes) * stepBytes - bytes));
  const sealed = encrypt(cipherKey, padded, `${part} ${fact}`, person.subject);
  return Buffer.concat([person.number, commitment, sealed]);
}

/**
 * Opens what {@link sealFact} made, or answers null where the person's key is gone: destroyed, or another one by now.
 *
 * @throws Error where it was changed, or stood elsewhere: a broken invariant.
 */
export function openFact(person: PersonKey | null, fact: string, sealed: Buffer): Personal | null {
  return openPart(person, "fact", fact, sealed) as Personal | null;
}

/** Opens what {@link sealConnection} made, in the same way. */
export function openConnection(person: PersonKey | null, fact: string, sealed: Buffer): Connection | null {
  return openPart(person, "connection", fact, sealed) as Connection | null;
}

function openPart(person: PersonKey | null, part: Part, fact: string, sealed: Buffer): unknown {
  if (person === null || !person.number.equals(sealed.subarray(0, numberBytes))) return null;
  return openWithPartKey(partKey(person, part, fact), person.subject, part, fact, sealed);
}

/**
 * Opens it for whoever was handed the key of the fact.
 *
 * @throws Error where this is not the one key that the seal commits to, or what was sealed was changed.
 */
export function openWithFactKey(key: Buffer, subject: SubjectId, fact: string, sealed: Buffer): Personal {
  return openWithPartKey(key, subject, "fact", fact, sealed) as Personal;
}

function openWithPartKey(key: Buffer, subject: SubjectId, part: Part, fact: string, sealed: Buffer): unknown {
  const { cipherKey, commitment } = split(key);
  const end = numberBytes + commitmentBytes;
  if (!commitment.equals(sealed.subarray(numberBytes, end)))
    throw new Error("what was sealed was changed, or this is not the key that it was sealed under");
  return JSON.parse(decrypt(cipherKey, sealed.subarray(end), `${part} ${fact}`, subject).toString());
}

const keyUse = Buffer.from("licet fact key");

/** Both halves follow from the key, and no two keys have a half in common. */
function split(key: Buffer): { cipherKey: KeyObject; commitment: Buffer } {
  // As a text, which Node hands over for a third of the price of bytes.
  const halves = Buffer.from(hash("sha512", Buffer.concat([keyUse, key]), "binary"), "binary");
  return { cipherKey: createSecretKey(halves.subarray(0, 32)), commitment: halves.subarray(32) };
}
