// The sequencer: puts what has been committed into the log, and signs the new head.
import { type Checkpoint, type LogSigner, readCheckpoint, signCheckpoint } from "../../ledger/checkpoint.ts";
import { deliveriesEntry, deliveryEntry, factEntry } from "../../ledger/leaf.ts";
import { leafHash, newTree, rootOf, type Tree } from "../../ledger/merkle.ts";
import { countAt, tileHeight, tileWidth } from "../../ledger/tiles.ts";
import type { TileHash } from "../../ledger/verify.ts";
import type { LogTable, World } from "../ports.ts";
import { logSigner } from "./log-key.ts";

/** About so many facts, and at most so many micro-batches of deliveries, in one checkpoint. */
const factsAtOnce = 5000;
const deliveriesAtOnce = 200;
/** At most so many messages in one leaf: whoever proves one of them reads as many. */
const deliveriesInLeaf = 256;

type Deliveries = Awaited<ReturnType<LogTable["takeDeliveries"]>>[number];

/**
 * Adds one batch, its hashes and a signed checkpoint to the log, all or nothing. Any number of processes may ask; one of
 * them does it.
 *
 * @returns how many leaves were added, and whether more wait.
 * @throws where the log in the database is not what its newest checkpoint says: nothing more is signed then.
 */
export function sequence(world: World): Promise<{ added: number; more: boolean }> {
  return world.store.transaction(async ({ log, setup }) => {
    const at = await log.lock();
    if (at === null) return { added: 0, more: false };
    const facts = await log.takeFacts(factsAtOnce);
    const batches = await log.takeDeliveries(deliveriesAtOnce);
    const leaves = facts.map((fact) => ({ position: fact.position, hash: leafHash(factEntry(fact)) }));
    for (const { campaign, deliveries } of batches.flatMap(inLeaves)) {
      const root = rootOf(deliveries.map((delivery) => leafHash(deliveryEntry(delivery))));
      const batch = await log.addDeliveries(campaign, deliveries, root);
      leaves.push({ position: batch.position, hash: leafHash(deliveriesEntry(batch)) });
    }
    if (leaves.length === 0) return { added: 0, more: false };

    const tileHashes: TileHash[] = [];
    const signer = await logSigner(world, { log, setup });
    const tree = await grow(log, signer, (hash) => tileHashes.push(hash));
    const from = tree.size;
    for (const { hash } of leaves) tree.push(hash);
    const checkpoint: Checkpoint = { origin: signer.origin, size: tree.size, root: tree.root(), at };
    const note = signCheckpoint(checkpoint, signer);
    await log.append({ from, leaves, tileHashes, checkpoint: { size: tree.size, note } });
    return { added: leaves.length, more: facts.length >= factsAtOnce };
  });
}

function inLeaves({ campaign, deliveries }: Deliveries): Deliveries[] {
  const leaves: Deliveries[] = [];
  for (let from = 0; from < deliveries.length; from += deliveriesInLeaf)
    leaves.push({ campaign, deliveries: deliveries.slice(from, from + deliveriesInLeaf) });
  return leaves;
}

/** The tree of the log as it stands, from the right edge alone: no more than 255 hashes a level are read. */
async function grow(log: LogTable, signer: LogSigner, onTileHash: (hash: TileHash) => void): Promise<Tree> {
  const { leaves: size, checkpoint: stored } = await log.head();
  const edge: { height: number; hash: Buffer }[] = [];
  for (let level = 0; countAt(level, size) > 0; level += 1) {
    const count = countAt(level, size);
    const width = count % tileWidth;
    const hashes = await log.hashes(level, count - width, width);
    edge.unshift(...hashes.map((hash) => ({ height: level * tileHeight, hash })));
  }
  const tree = newTree(
    edge,
    ({ height, index, hash }) => onTileHash({ level: height / tileHeight, index, hash }),
    tileHeight,
  );
  const newest = stored && readCheckpoint(stored.note, signer);
  const same = newest ? newest.size === tree.size && newest.root.equals(tree.root()) : tree.size === 0;
  if (!same) throw new Error("the log is not what its newest checkpoint says; run `licet verify`");
  return tree;
}
