// How far others have attested the log: which witness has cosigned which head, when it was last stamped, and what is late.
import type { Instant } from "../../core/instant.ts";
import { type Checkpoint, readCheckpoint } from "../../ledger/checkpoint.ts";
import { findCosignature } from "../../ledger/cosignature.ts";
import { type TimestampFault, verifyTimestamp } from "../../ledger/timestamp.ts";
import type { World } from "../ports.ts";
import { logSigner } from "./log-key.ts";

/** Up to where somebody has attested the log. */
interface Reach {
  /** Leaves of the checkpoint; 0: none so far. */
  readonly size: number;
  /** By the clock of whoever attested it. */
  readonly at: Instant | null;
  /** Whether a later checkpoint has waited for too long. */
  readonly late: boolean;
}

export interface Attestation {
  readonly checkpoint: Checkpoint;
  readonly witnesses: readonly (Reach & { readonly name: string })[];
  /** Null where no authority is named and nothing was ever stamped. */
  readonly timestamp: (Reach & { readonly by: string | null; readonly fault: TimestampFault | null }) | null;
}

/** Time for whoever is asked again after a failure. */
const graceMs = 15 * 60_000;

/** Null where nothing is in the log yet. */
export async function tellAttested(world: World): Promise<Attestation | null> {
  const { store, attestors, clock } = world;
  const signer = await logSigner(world, store);
  const { checkpoint: newest } = await store.log.head();
  const checkpoint = newest && readCheckpoint(newest.note, signer);
  if (newest === null || checkpoint === null) return null;
  const isLate = async (size: number, withinMs: number) => {
    const next = await store.attestations.checkpointAfter(size);
    const waiting = next && readCheckpoint(next.note, signer);
    return waiting !== null && clock.now() - waiting.at > withinMs;
  };
  const witnesses = await Promise.all(
    attestors.witnesses.map(async ({ key }) => {
      const last = await store.attestations.newestCosigned(key.verifierKey);
      const size = last?.size ?? 0;
      const at = (last && findCosignature(last.line, last.note, key)?.at) ?? null;
      return { name: key.name, size, at, late: await isLate(size, graceMs) };
    }),
  );
  const last = await store.attestations.newestTimestamp();
  if (last === null && attestors.authority === null) return { checkpoint, witnesses, timestamp: null };
  const checked = last && (await verifyTimestamp(last.token, last.note, attestors.anchors));
  const said = checked?.ok ? checked : checked?.said;
  const size = last?.size ?? 0;
  const timestamp = {
    size,
    at: said?.at ?? null,
    by: said?.by ?? null,
    fault: checked?.ok === false ? checked.fault : null,
    late:
      attestors.authority !== null &&
      (await isLate(size, graceMs + (size === 0 ? 0 : attestors.authority.everyMs))),
  };
  return { checkpoint, witnesses, timestamp };
}
