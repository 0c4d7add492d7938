// Hashes of addresses under a key that another system has too, so that it recognises its own people and learns of nobody else.
import { createHmac, createSecretKey } from "node:crypto";
import { CodedError } from "../errors.ts";
import type { Address } from "./address.ts";

/**
 * @param key - 64 hex digits. Never a key of ours: with that, whoever has it could try addresses against our subject keys.
 * @returns what makes of an address the HMAC-SHA256 of its normalised form, in hex.
 * @throws CodedError `hash-key-malformed`.
 */
export function sharedHash(key: string): (address: Address) => string {
  if (!/^[0-9a-f]{64}$/i.test(key.trim())) throw new CodedError("hash-key-malformed");
  const secret = createSecretKey(Buffer.from(key.trim(), "hex"));
  return ({ normalised }) => createHmac("sha256", secret).update(normalised).digest("hex");
}
