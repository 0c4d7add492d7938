// The vault: each person has a key of their own, all that is personal is sealed under it, and erasure destroys it.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKey, MasterKeys } from "./master-keys.ts";

/** A person's key in memory. `number` tells the successive keys of one person apart; every sealed text names its own. */
export interface PersonKey {
  readonly subject: SubjectId;
  readonly number: Buffer;
  /** As an object: as bytes, Node would make one of them at each use, for three times the price of the use itself. */
  readonly key: KeyObject;
}

/** A person's key as it is stored. */
export interface WrappedKey {
  /** Id of the master key that it is wrapped under. */
  readonly keyId: string;
  readonly wrapped: Buffer;
}

const keyBytes = 32;
const numberBytes = 8;
/** NIST SP 800-38D 8.2.2: random, and far fewer than 2^32 texts are ever sealed under one key. */
const nonceBytes = 12;
const tagBytes = 16;

/** A key that nobody has had before. Sealed under one that is then dropped, a text is erased from its beginning. */
export function newPersonKey(subject: SubjectId): PersonKey {
  return { subject, number: randomBytes(numberBytes), key: createSecretKey(randomBytes(keyBytes)) };
}

export function wrapKey({ subject, number, key }: PersonKey, master: MasterKey): WrappedKey {
  const wrapped = encrypt(master.wrappingKey, Buffer.concat([number, key.export()]), `key ${subject}`);
  return { keyId: master.id, wrapped };
}

/**
 * @throws CodedError `master-key-missing`.
 * @throws Error where it was changed, or is another person's: a broken invariant.
 */
export function unwrapKey(
  subject: SubjectId,
  { keyId, wrapped }: WrappedKey,
  masters: MasterKeys,
): PersonKey {
  const text = decrypt(masters.find(keyId).wrappingKey, wrapped, `key ${subject}`);
  return { subject, number: text.subarray(0, numberBytes), key: createSecretKey(text.subarray(numberBytes)) };
}

/**
 * Seals a text under a person's key with AES-256-GCM, bound to the person and to what it is for.
 *
 * @param use - where it stands, such as `address` or `fact ID`; it opens nowhere else.
 * @returns the key's number (8 bytes), the nonce (12), the ciphertext, and the tag (16).
 */
export function seal({ subject, number, key }: PersonKey, use: string, text: string): Buffer {
  return Buffer.concat([number, encrypt(key, Buffer.from(text), `${use} ${subject}`)]);
}

/**
 * Opens what {@link seal} made, or answers null where the key is gone: destroyed, or another one of the person by now.
 *
 * @throws Error where the text was changed, or stood elsewhere: a broken invariant.
 */
export function open(person: PersonKey | null, use: string, sealed: Buffer): string | null {
  if (person === null || !person.number.equals(sealed.subarray(0, numberBytes))) return null;
  return decrypt(person.key, sealed.subarray(numberBytes), `${use} ${person.subject}`).toString();
}

function encrypt(key: KeyObject, text: Buffer, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(`licet ${bound}`));
  const ciphertext = cipher.update(text);
  cipher.final();
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, sealed: Buffer, bound: string): Buffer {
  try {
    const end = sealed.length - tagBytes;
    const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    cipher.setAAD(Buffer.from(`licet ${bound}`));
    cipher.setAuthTag(sealed.subarray(end));
    const text = cipher.update(sealed.subarray(nonceBytes, end));
    cipher.final();
    return text;
  } catch (cause) {
    throw new Error(
      "what was sealed does not open: it was changed, or it belongs to somebody or something else",
      {
        cause,
      },
    );
  }
}
