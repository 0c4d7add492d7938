// Cosignatures: a witness says when it saw this head of the log, and that it goes on from every head it saw before.
// Source: C2SP tlog-cosignature (Ed25519, `cosignature/v1`).
import { verify } from "node:crypto";
import type { Instant } from "../core/instant.ts";
import { isOf, type NoteKey, readSignatureLine, readVerifierKey, signatureTypes } from "./note.ts";

/** A witness as checkers know it. */
export interface WitnessKey extends NoteKey {
  /** `name+key id+base64`, as its operator gives it. */
  readonly verifierKey: string;
}

/** What a witness has answered, once it was found to be its cosignature. */
export interface Cosignature {
  /** By the clock of the witness, to the second. */
  readonly at: Instant;
  /** The signature line, with its end. */
  readonly line: string;
}

/** Null where it is no Ed25519 key of a witness. */
export function readWitnessKey(verifierKey: string): WitnessKey | null {
  const key = readVerifierKey(verifierKey, signatureTypes.witness);
  return key && { ...key, verifierKey };
}

/**
 * Finds the cosignature of this witness among signature lines; those of other keys are passed over.
 *
 * @param note - the checkpoint that was to be cosigned, whatever signatures it bears.
 * @returns null where there is none, or one that is not over this checkpoint.
 */
export function findCosignature(lines: string, note: string, witness: WitnessKey): Cosignature | null {
  if (!lines.endsWith("\n")) return null;
  for (const line of lines.slice(0, -1).split("\n")) {
    const read = readSignatureLine(line);
    if (read === null) return null;
    if (!isOf(read, witness)) continue;
    if (read.signature.length !== 72) return null;
    const seconds = read.signature.readBigUInt64BE();
    // Years of more than four digits are no time at all.
    if (seconds > 253_402_300_799n) return null;
    const message = messageOf(note, seconds);
    if (!verify(null, message, witness.publicKey, read.signature.subarray(8))) return null;
    return { at: (Number(seconds) * 1000) as Instant, line: `${line}\n` };
  }
  return null;
}

/** The text of the note, up to the empty line before its signatures, below the two lines of the cosigner. */
function messageOf(note: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${note.slice(0, note.lastIndexOf("\n\n") + 1)}`);
}
