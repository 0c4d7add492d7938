// What others have said of a checkpoint, as it is kept: cosignatures and a timestamp, each held against that checkpoint.
import { hash, sign, verify } from "node:crypto";
import type { Checkpoint, LogSigner, LogVerifier } from "./checkpoint.ts";
import { findCosignature, readWitnessKey } from "./cosignature.ts";

export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
}

/** What a witness answered, and the key that it is checked under. */
export interface StoredCosignature {
  /** The witness's verifier key. */
  readonly witness: string;
  /** The signature line, with its end. */
  readonly line: string;
}

export interface StoredTimestamp {
  /** As the authority gave it, DER. */
  readonly token: Buffer;
  /** By the key of the log, over all of it: not every byte is signed by the authority. */
  readonly signature: Buffer;
}

/** Everything that attestations can be found wrong in. */
export const attestationFaults = {
  "cosignature-wrong": "a cosignature is not that of its witness over this checkpoint",
  "timestamp-changed": "a timestamp was changed after it was kept",
  "timestamp-wrong": "a timestamp does not hold",
  "timestamp-earlier": "a timestamp is of before its checkpoint was signed: a clock was wrong",
} as const;

export interface AttestationFault {
  readonly kind: keyof typeof attestationFaults;
  /** Which witness, or what is wrong with the timestamp. */
  readonly words: string;
}

/** Signs a timestamp that is to be kept. No checkpoint begins as what is signed here does. */
export function signTimestamp(size: number, token: Buffer, signer: LogSigner): Buffer {
  return sign(null, textOf(size, token), signer.privateKey);
}

/**
 * Holds everything that was said of a checkpoint against it.
 *
 * @param kept - the checkpoint as it is kept; `checkpoint` is what was read from it.
 * @param anchors - whom timestamps must lead to, PEM; empty: they are checked but for that.
 * @param toleranceMs - by how much two clocks may differ.
 */
export async function attestationFault(
  kept: {
    readonly note: string;
    readonly cosignatures: readonly StoredCosignature[];
    readonly timestamp: StoredTimestamp | null;
  },
  checkpoint: Checkpoint,
  { verifier, anchors, toleranceMs }: { verifier: LogVerifier; anchors: string; toleranceMs: number },
): Promise<AttestationFault | null> {
  for (const { witness, line } of kept.cosignatures) {
    const key = readWitnessKey(witness);
    const alone = line.indexOf("\n") === line.length - 1;
    if (key === null || !alone || findCosignature(line, kept.note, key) === null)
      return { kind: "cosignature-wrong", words: key?.name ?? "unknown" };
  }
  if (kept.timestamp === null) return null;
  const { token, signature } = kept.timestamp;
  if (!verify(null, textOf(checkpoint.size, token), verifier.publicKey, signature))
    return { kind: "timestamp-changed", words: "it is not what the log has signed" };
  // What reads certificates is large: it is loaded where there is something to read.
  const { timestampFaults, verifyTimestamp } = await import("./timestamp.ts");
  const checked = await verifyTimestamp(token, kept.note, anchors);
  // Where nobody is trusted, what it says is still held against the checkpoint.
  const said = checked.ok ? checked : anchors === "" ? checked.said : undefined;
  if (!checked.ok && said === undefined)
    return { kind: "timestamp-wrong", words: timestampFaults[checked.fault] };
  return said !== undefined && said.at < checkpoint.at - toleranceMs
    ? { kind: "timestamp-earlier", words: said.by }
    : null;
}

function textOf(size: number, token: Buffer): Buffer {
  return Buffer.from(`licet timestamp\n${size}\n${hash("sha256", token, "base64")}\n`);
}
