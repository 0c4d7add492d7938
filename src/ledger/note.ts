// What all signed notes have in common: signature lines, key ids, and the keys that checkers are given.
// Source: C2SP signed-note.
import { createHash, createPublicKey, type KeyObject } from "node:crypto";

/** The byte that names a kind of signature: by a log over its checkpoint, or by a witness over that of another. */
export const signatureTypes = { log: 1, witness: 4 } as const;
type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A key that is known by name: of a log, or of a witness. */
export interface NoteKey {
  readonly name: string;
  readonly id: Buffer;
  readonly publicKey: KeyObject;
}

export interface SignatureLine {
  readonly name: string;
  /** The first four bytes: which of the keys of that name. */
  readonly id: Buffer;
  readonly signature: Buffer;
}

/** What stands before the 32 bytes of an Ed25519 public key in SPKI (RFC 8410 section 4). */
const spkiHead = Buffer.from("302a300506032b6570032100", "hex");
const dash = "\u2014";

/** Whether it may name a key: no white space, no plus. */
export function isKeyName(name: string): boolean {
  return /^[^\s+]+$/u.test(name);
}

export function keyId(name: string, type: SignatureType, publicKey: KeyObject): Buffer {
  return createHash("sha256").update(`${name}\n`).update(typed(type, publicKey)).digest().subarray(0, 4);
}

/** What to hand to checkers: `name+key id+base64`. */
export function verifierKeyOf(name: string, type: SignatureType, publicKey: KeyObject): string {
  const id = keyId(name, type, publicKey).toString("hex");
  return `${name}+${id}+${typed(type, publicKey).toString("base64")}`;
}

/** Null where it is no verifier key of that type, or not the one way to write it. */
export function readVerifierKey(text: string, type: SignatureType): NoteKey | null {
  // The base64 may hold a plus; the name may not.
  const [, name = "", , encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  if (!isKeyName(name) || bytes.length !== 33 || bytes[0] !== type) return null;
  const publicKey = createPublicKey({
    key: Buffer.concat([spkiHead, bytes.subarray(1)]),
    format: "der",
    type: "spki",
  });
  if (verifierKeyOf(name, type, publicKey) !== text) return null;
  return { name, id: keyId(name, type, publicKey), publicKey };
}

export function signatureLine({ name, id, signature }: SignatureLine): string {
  return `${dash} ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

/** Null where the line, without its end, is no signature of a note. */
export function readSignatureLine(line: string): SignatureLine | null {
  const [mark, name = "", encoded = "", ...more] = line.split(" ");
  const bytes = Buffer.from(encoded, "base64");
  // One way to write it: else a changed bit of the last letter would pass for the same signature.
  const sound = mark === dash && more.length === 0 && isKeyName(name) && bytes.length > 4;
  if (!sound || bytes.toString("base64") !== encoded) return null;
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/** Whether this key is the one that the line says it was signed with. */
export function isOf(line: SignatureLine, { name, id }: Pick<NoteKey, "name" | "id">): boolean {
  return line.name === name && line.id.equals(id);
}

function typed(type: SignatureType, publicKey: KeyObject): Buffer {
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(spkiHead.length);
  return Buffer.concat([Buffer.of(type), raw]);
}
