// Keys derived from the controller's one secret, and the subject key that recognises a person without an address.
import { createHash, hash, hkdfSync } from "node:crypto";
import type { SubjectId } from "../core/subject-id.ts";
import type { Address } from "./address.ts";
import { hmacSha256 } from "./hmac.ts";

/** Keys in memory. None is ever stored; all follow from the secret. */
export interface Secrets {
  /** Keys the HMAC of an address. */
  readonly pepper: Buffer;
  /** Signs form, confirmation and way-out tokens. */
  readonly tokenKey: Buffer;
  /** Seed of the Ed25519 key that signs the checkpoints of the log. */
  readonly logKey: Buffer;
  /** Seals how far an audit has come, so that nobody else can say that something was checked. */
  readonly auditKey: Buffer;
  /** From which the secret of each webhook follows. */
  readonly webhookKey: Buffer;
  /** Says whether a database belongs to this secret, and nothing about it. */
  readonly fingerprint: string;
}

/** @param secret - 32 bytes in hex. */
export function deriveSecrets(secret: string): Secrets {
  const derive = (use: string) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(secret, "hex"), "", `licet ${use}`, 32));
  return {
    pepper: derive("pepper"),
    tokenKey: derive("token"),
    logKey: derive("log"),
    auditKey: derive("audit"),
    webhookKey: derive("webhook"),
    fingerprint: derive("fingerprint").toString("hex", 0, 8),
  };
}

/**
 * The key of a person: HMAC-SHA256 of the normalised address under the pepper, its first 128 bits as a uuid.
 *
 * Uniform over the key space, so a slice of it is a fair slice of the people.
 */
export function subjectIdOf(address: Address, secrets: Secrets): SubjectId {
  return uuidFromHex(hmacSha256(secrets.pepper, address.normalised, "hex")) as SubjectId;
}

/** The name of what mails are counted by: the same for the same words, and it tells none of them. */
export function paceIdOf(counted: string, secrets: Secrets): string {
  return uuidFromHex(hmacSha256(secrets.pepper, `pace ${counted}`, "hex"));
}

/** The same for the same request, and tells nothing of it. */
export function requestFingerprint(request: string, secrets: Secrets): string {
  return uuidFromHex(hmacSha256(secrets.pepper, `request ${request}`, "hex"));
}

/** A uuid that is the same for the same asker and key of theirs. */
export function messageUuid(by: string, key: string): string {
  return uuidFromHex(createHash("sha256").update(`message ${by} ${key}`).digest("hex"));
}

/** A uuid that is the same for the same campaign and person, and tells neither. */
export function deliveryUuid(campaign: string, subject: SubjectId): string {
  return uuidFromHex(hash("sha256", `${campaign} ${subject}`));
}

function uuidFromHex(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
