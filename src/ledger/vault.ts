// The vault: each person has a key of their own, all that is personal is sealed under it, and erasure destroys it.
import { createSecretKey, type KeyObject } from "node:crypto";
import type { SubjectId } from "../core/subject-id.ts";
import { decrypt, encrypt, randomPiece } from "./cipher.ts";
import type { MasterKey, MasterKeys } from "./master-keys.ts";

/** A person's key in memory. `number` tells the successive keys of one person apart; every sealed text names its own. */
export interface PersonKey {
  readonly subject: SubjectId;
  readonly number: Buffer;
  /** The key as bytes, from which those of facts follow, and as an object, which is faster to seal with. */
  readonly secret: Buffer;
  readonly key: KeyObject;
}

/** A person's key as it is stored. */
export interface WrappedKey {
  /** Id of the master key that it is wrapped under. */
  readonly keyId: string;
  readonly wrapped: Buffer;
}

const keyBytes = 32;
export const numberBytes = 8;

/** A key that nobody has had before. Sealed under one that is then dropped, a text is erased from its beginning. */
export function newPersonKey(subject: SubjectId): PersonKey {
  return personKey(subject, randomPiece(numberBytes + keyBytes));
}

function personKey(subject: SubjectId, text: Buffer): PersonKey {
  const secret = text.subarray(numberBytes);
  return { subject, number: text.subarray(0, numberBytes), secret, key: createSecretKey(secret) };
}

export function wrapKey({ subject, number, secret }: PersonKey, master: MasterKey): WrappedKey {
  const wrapped = encrypt(master.wrappingKey, Buffer.concat([number, secret]), "key", subject);
  return { keyId: master.id, wrapped };
}

/**
 * @throws CodedError `master-key-missing`.
 * @throws SealBroken where it was changed, or is another person's.
 */
export function unwrapKey(
  subject: SubjectId,
  { keyId, wrapped }: WrappedKey,
  masters: MasterKeys,
): PersonKey {
  return personKey(subject, decrypt(masters.find(keyId).wrappingKey, wrapped, "key", subject));
}

/**
 * Seals a text, or bytes, under a person's key with AES-256-GCM, bound to the person and to what it is for.
 *
 * @param use - where it stands, such as `address`; it opens nowhere else. What a fact says is sealed by `sealFact`.
 * @returns the key's number (8 bytes), the nonce (12), the ciphertext, and the tag (16).
 */
export function seal({ subject, number, key }: PersonKey, use: string, text: string | Buffer): Buffer {
  const plain = typeof text === "string" ? Buffer.from(text) : text;
  return Buffer.concat([number, encrypt(key, plain, use, subject)]);
}

/**
 * Opens what {@link seal} made, or answers null where the key is gone: destroyed, or another one of the person by now.
 *
 * @throws SealBroken where the text was changed, or stood elsewhere.
 */
export function open(person: PersonKey | null, use: string, sealed: Buffer): string | null {
  return openBytes(person, use, sealed)?.toString() ?? null;
}

/** The same, where bytes were sealed. */
export function openBytes(person: PersonKey | null, use: string, sealed: Buffer): Buffer | null {
  if (person === null || !person.number.equals(sealed.subarray(0, numberBytes))) return null;
  return decrypt(person.key, sealed.subarray(numberBytes), use, person.subject);
}
