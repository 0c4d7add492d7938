// Checkpoints: the signed head of the log, as a note that any checker of transparency logs can read.
// Source: C2SP signed-note (Ed25519), C2SP tlog-checkpoint.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { formatInstant, type Instant, parseInstant } from "../core/instant.ts";

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
/** What stands before the 32 bytes of an Ed25519 public key in SPKI (RFC 8410 section 4). */
const spkiBytes = 12;
const ed25519 = Buffer.from([1]);
const dash = "\u2014";

/** @param seed - 32 bytes from which the key follows. */
export function openSigner(origin: string, seed: Buffer): LogSigner {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(privateKey);
  const key = Buffer.concat([ed25519, rawKey(publicKey)]).toString("base64");
  return {
    origin,
    privateKey,
    publicKey,
    verifierKey: `${origin}+${keyId(origin, publicKey).toString("hex")}+${key}`,
  };
}

export function signCheckpoint(checkpoint: Checkpoint, signer: LogSigner): string {
  const text = textOf(checkpoint);
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const signed = Buffer.concat([keyId(signer.origin, signer.publicKey), signature]).toString("base64");
  return `${text}\n${dash} ${signer.origin} ${signed}\n`;
}

/** Reads a checkpoint that this log has signed, or answers null: malformed, of another log, or not signed by its key. */
export function readCheckpoint(note: string, verifier: LogVerifier): Checkpoint | null {
  const checkpoint = parseText(note);
  if (checkpoint === null || checkpoint.origin !== verifier.origin) return null;
  const text = textOf(checkpoint);
  if (!note.startsWith(`${text}\n`) || !note.endsWith("\n")) return null;
  const lines = note.slice(text.length + 1, -1).split("\n");
  const id = keyId(verifier.origin, verifier.publicKey);
  for (const line of lines) {
    const [mark, name, encoded = "", ...more] = line.split(" ");
    const bytes = Buffer.from(encoded, "base64");
    // One way to write it: else a changed bit of the last letter would pass for the same signature.
    if (mark !== dash || more.length > 0 || bytes.toString("base64") !== encoded) return null;
    if (name === verifier.origin && id.equals(bytes.subarray(0, 4)))
      return verify(null, Buffer.from(text), verifier.publicKey, bytes.subarray(4)) ? checkpoint : null;
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
  const sound = /^[^\s+]+$/u.test(origin) && /^(0|[1-9]\d{0,15})$/.test(size) && hashed.length === 32;
  return sound && at !== null ? { origin, size: Number(size), root: hashed, at } : null;
}

function keyId(name: string, publicKey: KeyObject): Buffer {
  return createHash("sha256")
    .update(`${name}\n`)
    .update(ed25519)
    .update(rawKey(publicKey))
    .digest()
    .subarray(0, 4);
}

function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: "der", type: "spki" }).subarray(spkiBytes);
}
