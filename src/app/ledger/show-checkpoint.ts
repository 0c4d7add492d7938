// The checkpoint that is shown to others: the newest one that enough witnesses have cosigned, with what they said.
import { readCheckpoint } from "../../ledger/checkpoint.ts";
import type { World } from "../ports.ts";
import { logSigner } from "./log-key.ts";

/** How long a newer checkpoint may wait for its witnesses; after that it is shown as it is, so that none can hide the log. */
const patienceMs = 10 * 60_000;

/** As a signed note; null where nothing is in the log yet. */
export async function showCheckpoint(world: World): Promise<string | null> {
  const { log, attestations } = world.store;
  const { checkpoint: newest } = await log.head();
  if (newest === null) return null;
  const shown = (await witnessed(world, newest.size)) ?? newest;
  const cosignatures = await attestations.cosignatures(shown.size);
  return shown.note + cosignatures.map(({ line }) => line).join("");
}

async function witnessed({ store, attestors, ...world }: World, size: number) {
  const { witnesses, needed } = attestors;
  if (witnesses.length === 0) return null;
  const keys = witnesses.map(({ key }) => key.verifierKey);
  const found = await store.attestations.newestWitnessed(keys, needed);
  if (found === null || found.size === size) return found;
  const next = await store.attestations.checkpointAfter(found.size);
  const waiting = next && readCheckpoint(next.note, await logSigner(world, store));
  return waiting && world.clock.now() - waiting.at > patienceMs ? null : found;
}
