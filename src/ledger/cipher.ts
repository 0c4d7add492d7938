// AES-256-GCM as everything here is sealed with it: a random nonce, and bound to what it is for.
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";
import type { SubjectId } from "../core/subject-id.ts";

/** What was sealed does not open: it was changed, or it stood elsewhere. A broken invariant. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
  readonly subject: SubjectId;

  constructor(subject: SubjectId, cause?: unknown) {
    super("what was sealed does not open: it was changed, or it belongs to somebody or something else", {
      cause,
    });
    this.subject = subject;
  }
}

/** NIST SP 800-38D 8.2.2: random, and far fewer than 2^32 texts are ever sealed under one key. */
const nonceBytes = 12;
const tagBytes = 16;
const withTag = { authTagLength: tagBytes };
const nonce = Buffer.alloc(nonceBytes);

/** The system is asked for many bytes at once: a few cost as much. */
const drawnBytes = 8192;
let drawn = Buffer.alloc(0);
let used = 0;

/** Random bytes that nobody else gets, nor can find here afterwards. */
export function randomPiece(size: number): Buffer {
  const piece = Buffer.alloc(size);
  draw(piece, size);
  return piece;
}

/** Puts random bytes at the beginning of a buffer. */
function draw(into: Buffer, size: number): void {
  if (used + size > drawn.length) [drawn, used] = [randomBytes(drawnBytes), 0];
  drawn.copy(into, 0, used, used + size);
  drawn.fill(0, used, used + size);
  used += size;
}

/**
 * @param key - as an object: given bytes, Node makes one of them at each use, for three times the price of the use.
 * @returns the nonce (12 bytes), the ciphertext, and the tag (16).
 */
export function encrypt(key: KeyObject, text: Buffer, use: string, subject: SubjectId): Buffer {
  const sealed = Buffer.allocUnsafe(nonceBytes + text.length + tagBytes);
  draw(nonce, nonceBytes);
  sealed.set(nonce);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, withTag);
  cipher.setAAD(Buffer.from(`licet ${use} ${subject}`));
  sealed.set(cipher.update(text), nonceBytes);
  cipher.final();
  sealed.set(cipher.getAuthTag(), nonceBytes + text.length);
  return sealed;
}

/** @throws SealBroken where the text was changed, or stood elsewhere. */
export function decrypt(key: KeyObject, sealed: Buffer, use: string, subject: SubjectId): Buffer {
  try {
    const end = sealed.length - tagBytes;
    const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    cipher.setAAD(Buffer.from(`licet ${use} ${subject}`));
    cipher.setAuthTag(sealed.subarray(end));
    const text = cipher.update(sealed.subarray(nonceBytes, end));
    cipher.final();
    return text;
  } catch (cause) {
    throw new SealBroken(subject, cause);
  }
}
