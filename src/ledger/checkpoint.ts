// Checkpoints: the signed head of the log, as a note that any checker of transparency logs can read.
// Source: C2SP signed-note (Ed25519), C2SP tlog-checkpoint.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { formatInstant, type Instant, parseInstant } from "../core/instant.ts";
import {
  isKeyName,
  isOf,
  keyId,
  readSignatureLine,
  readVerifierKey,
  signatureLine,
  signatureTypes,
  verifierKeyOf,
} from "./note.ts";

export interface Checkpoint {
  /** Names the log, for ever: `shop.example/licet/lunaria`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** When it was signed, by the clock of the database. Stands in an extension line, so that it is signed too. */
  readonly at: Instant;
}

/** Who can sign for a log. */
export interface LogSigner extends LogVerifier {
  readonly privateKey: KeyObject;
}

/** Who can check what a log has signed. */
export interface LogVerifier {
  readonly origin: string;
  readonly publicKey: KeyObject;
  /** What to hand to checkers: `origin+key id+base64`. */
  readonly verifierKey: string;
}

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410 section 7). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

/** @param seed - 32 bytes from which the key follows. */
export function openSigner(origin: string, seed: Buffer): LogSigner {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(privateKey);
  const verifierKey = verifierKeyOf(origin, signatureTypes.log, publicKey);
  return { origin, privateKey, publicKey, verifierKey };
}

/** Null where it is not the public key of a log. */
export function openVerifier(verifierKey: string): LogVerifier | null {
  const read = readVerifierKey(verifierKey, signatureTypes.log);
  return read && { origin: read.name, publicKey: read.publicKey, verifierKey };
}

export function signCheckpoint(checkpoint: Checkpoint, signer: LogSigner): string {
  const text = textOf(checkpoint);
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const id = keyId(signer.origin, signatureTypes.log, signer.publicKey);
  return `${text}\n${signatureLine({ name: signer.origin, id, signature })}`;
}

/** Reads a checkpoint that this log has signed, or answers null: malformed, of another log, or not signed by its key. */
export function readCheckpoint(note: string, verifier: LogVerifier): Checkpoint | null {
  const checkpoint = parseText(note);
  if (checkpoint === null || checkpoint.origin !== verifier.origin) return null;
  const text = textOf(checkpoint);
  if (!note.startsWith(`${text}\n`) || !note.endsWith("\n")) return null;
  const lines = note.slice(text.length + 1, -1).split("\n");
  const own = { name: verifier.origin, id: keyId(verifier.origin, signatureTypes.log, verifier.publicKey) };
  for (const line of lines) {
    const read = readSignatureLine(line);
    if (read === null) return null;
    if (isOf(read, own))
      return verify(null, Buffer.from(text), verifier.publicKey, read.signature) ? checkpoint : null;
  }
  return null;
}

/** The origin that a note claims, without a look at its signature; null where it is no checkpoint. */
export function claimedOrigin(note: string): string | null {
  return parseText(note)?.origin ?? null;
}

function textOf({ origin, size, root, at }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString("base64")}\ntime ${formatInstant(at)}\n`;
}

function parseText(note: string): Checkpoint | null {
  const [origin = "", size = "", root = "", time = ""] = note.split("\n", 4);
  const at = time.startsWith("time ") ? parseInstant(time.slice(5)) : null;
  const hashed = Buffer.from(root, "base64");
  const sound = isKeyName(origin) && /^(0|[1-9]\d{0,15})$/.test(size) && hashed.length === 32;
  return sound && at !== null ? { origin, size: Number(size), root: hashed, at } : null;
}
