// The secret half of an API key: how it is made, and the only form in which it is kept.
import { createHash, randomBytes } from "node:crypto";

const pattern = /^licet_[A-Za-z0-9_-]{43}$/;

/** `licet_` and 256 random bits in base64url. Shown once, to whoever made it. */
export function newApiKeySecret(): string {
  return `licet_${randomBytes(32).toString("base64url")}`;
}

/** The SHA-256 that is stored, or null where the text is no key at all. No salt: 256 random bits cannot be guessed. */
export function hashApiKey(secret: string): Buffer | null {
  return pattern.test(secret) ? createHash("sha256").update(secret).digest() : null;
}
