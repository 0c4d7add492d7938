// The head of the log that a receipt leads to: one that others attest, if it reaches far enough, else the newest.
import type { StoredCheckpoint } from "../../ledger/attestations.ts";
import type { World } from "../ports.ts";

export interface AttestedHead extends StoredCheckpoint {
  /** RFC 3161 tokens over the checkpoint without cosignatures, DER. */
  readonly timestamps: readonly Buffer[];
}

/**
 * A stamped head before one that is only cosigned. `note` bears the cosignatures that it has.
 *
 * @param leaves - how many leaves it must cover at least.
 */
export async function attestedHead(
  { store: { log, attestations }, attestors }: World,
  leaves: number,
): Promise<AttestedHead | null> {
  const keys = attestors.witnesses.map(({ key }) => key.verifierKey);
  const [stamped, witnessed, { checkpoint: newest }] = await Promise.all([
    attestations.newestTimestamp(),
    attestations.newestWitnessed(keys, 1),
    log.head(),
  ]);
  const found = [stamped, witnessed].find((one) => one && one.size >= leaves) ?? newest;
  if (found === null || found === undefined) return null;
  const cosignatures = await attestations.cosignatures(found.size);
  return {
    size: found.size,
    note: found.note + cosignatures.map(({ line }) => line).join(""),
    timestamps: found === stamped && stamped ? [stamped.token] : [],
  };
}
