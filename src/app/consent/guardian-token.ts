// What waits for a parent's consent: sealed in the link that they get, and kept nowhere else.
import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { decrypt, encrypt, SealBroken } from "../../ledger/cipher.ts";
import type { Secrets } from "../../ledger/secrets.ts";
import type { FormToken } from "../../mail/tokens.ts";

/** A form that a child filled in. */
export interface GuardianToken {
  /** Addresses as they were typed. */
  readonly child: string;
  readonly guardian: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  /** ISO 3166-1, or empty. */
  readonly country: string;
  /** Clause keys of the boxes that the child ticked. */
  readonly boxes: readonly string[];
  /** What the child was shown. */
  readonly form: FormToken;
  readonly expiresAt: Instant;
}

const use = "guardian token 1";
/** The seal is bound to nobody: whose it is, nobody is to know before it opens. */
const nobody = "00000000-0000-0000-0000-000000000000" as SubjectId;

/** It can be read by this installation alone: an address and a date of birth must not stand in a link in the clear. */
export function sealGuardianToken(token: GuardianToken, secrets: Secrets): string {
  return encrypt(keyFrom(secrets), Buffer.from(JSON.stringify(token)), use, nobody).toString("base64url");
}

/** Null if it is not exactly what was sealed here. An expired one is read like any other. */
export function openGuardianToken(text: string, secrets: Secrets): GuardianToken | null {
  const sealed = Buffer.from(text, "base64url");
  if (sealed.toString("base64url") !== text) return null;
  try {
    return JSON.parse(decrypt(keyFrom(secrets), sealed, use, nobody).toString()) as GuardianToken;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

function keyFrom({ tokenKey }: Secrets): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", tokenKey, "", `licet ${use}`, 32)));
}
