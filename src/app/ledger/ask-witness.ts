// Asks one witness to cosign the newest checkpoint, and keeps its cosignature. Source: C2SP tlog-witness.
import { CodedError } from "../../errors.ts";
import type { StoredCheckpoint } from "../../ledger/attestations.ts";
import { type Cosignature, findCosignature } from "../../ledger/cosignature.ts";
import { consistencyProof, rootOf } from "../../ledger/merkle.ts";
import { tileHeight } from "../../ledger/tiles.ts";
import type { LogTable, World } from "../ports.ts";
import type { Witness } from "./attestors.ts";

/** What can come of it: its cosignature, or the size at which it wants to be shown how the log went on. */
type Answer =
  | { readonly kind: "cosigned"; readonly cosignature: Cosignature }
  | { readonly kind: "knows"; readonly size: number };

/**
 * @returns what it cosigned; null where it had done so before, or nothing is in the log yet.
 * @throws CodedError `witness-unanswered`, or `log-forked` where it has cosigned what this log is no longer.
 */
export async function askWitness(
  world: World,
  witness: Witness,
  signal?: AbortSignal,
): Promise<(StoredCheckpoint & Cosignature) | null> {
  const { log, attestations } = world.store;
  const { checkpoint } = await log.head();
  const before = await attestations.newestCosigned(witness.key.verifierKey);
  if (checkpoint === null || before?.size === checkpoint.size) return null;
  const ask = (old: number) => askOnce(world, witness, checkpoint, old, signal);

  let known = before?.size ?? 0;
  let answer = await ask(known);
  if (answer.kind === "knows") {
    // Another process asked in between, or this database was put back to an older state: once more, from where it stands.
    if (answer.size === known || answer.size > ((await log.head()).checkpoint?.size ?? 0))
      throw forked(witness);
    if (answer.size > checkpoint.size) throw unanswered(witness, "it has cosigned a newer one meanwhile");
    known = answer.size;
    answer = await ask(known);
  }
  if (answer.kind === "knows") {
    if (answer.size === known) throw forked(witness);
    throw unanswered(witness, "it keeps naming another size");
  }
  const { cosignature } = answer;
  const { size } = checkpoint;
  await attestations.addCosignature({ size, witness: witness.key.verifierKey, line: cosignature.line });
  return { ...checkpoint, ...cosignature };
}

async function askOnce(
  { attestors, store: { log } }: World,
  witness: Witness,
  { size, note }: StoredCheckpoint,
  old: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  // No more than 63 hashes for any size below 2^63, which is all that a witness takes.
  const proof = old === 0 ? [] : await consistencyProof(old, size, subtreeReader(log));
  const body = [`old ${old}`, ...proof.map((hash) => hash.toString("base64")), "", note].join("\n");
  const reply = await attestors.ask(
    `${witness.address}/add-checkpoint`,
    { type: "text/plain; charset=utf-8", body },
    signal,
  );
  if (reply === null) throw unanswered(witness, "it did not answer");
  const text = reply.body.toString();
  switch (reply.status) {
    case 200: {
      const cosignature = findCosignature(text, note, witness.key);
      if (cosignature === null) throw unanswered(witness, "what it answered is not its cosignature");
      return { kind: "cosigned", cosignature };
    }
    case 409: {
      if (/^text\/x\.tlog\.size\b/.test(reply.type) && /^(0|[1-9]\d{0,14})\n$/.test(text))
        return { kind: "knows", size: Number(text) };
      // Of a checkpoint of the same size with another root the specification says no more than the status.
      throw old === size ? forked(witness) : unanswered(witness, "it does not say which size it knows");
    }
    case 422:
      throw forked(witness);
    case 403:
      throw unanswered(
        witness,
        "it does not know the key of this log; give it what `licet ledger key` prints",
      );
    case 404:
      throw unanswered(witness, "it does not know this log; give it what `licet ledger key` prints");
    default:
      throw unanswered(witness, `it answered with status ${reply.status}`);
  }
}

function subtreeReader(log: LogTable) {
  return async (height: number, index: number) => {
    const width = 2 ** (height % tileHeight);
    return rootOf(await log.hashes(Math.floor(height / tileHeight), index * width, width));
  };
}

function unanswered({ key }: Witness, why: string): CodedError {
  return new CodedError("witness-unanswered", `\`${key.name}\`: ${why}`);
}

function forked({ key }: Witness): CodedError {
  return new CodedError("log-forked", `\`${key.name}\``);
}
