// Holds a whole log against itself: every entry, its place, every hash, every checkpoint from the first to the last.
import type { Instant } from "../core/instant.ts";
import {
  attestationFault,
  attestationFaults,
  type StoredCosignature,
  type StoredTimestamp,
} from "./attestations.ts";
import { type Checkpoint, type LogVerifier, readCheckpoint } from "./checkpoint.ts";
import { clockToleranceMs } from "./clock.ts";
import type { Entry, Micros } from "./leaf.ts";
import { leafDigest, newTree } from "./merkle.ts";
import { tileHeight } from "./tiles.ts";

/** A leaf of the log, and what it speaks of as it is now. */
export interface Leaf {
  readonly index: number;
  /** Of the fact, or of the batch of deliveries, in the ledger. */
  readonly position: number;
  /** As it was put into the log. */
  readonly hash: Buffer;
  /** Made anew from what is on record; null: that is gone. */
  readonly entry: Entry | null;
  readonly recordedAt: Micros;
  readonly writtenAt: Micros;
}

/** A hash of the tree at the foot of a tile: that of 256^`level` leaves. */
export interface TileHash {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

/** A stretch of the log: leaves in order, with the tile hashes and the checkpoints that end within it. */
export interface LogPage {
  readonly empty: boolean;
  /** To be gone through once: each is made anew when its turn comes. */
  readonly leaves: Iterable<Leaf>;
  readonly tileHashes: readonly TileHash[];
  readonly checkpoints: readonly {
    readonly size: number;
    readonly note: string;
    readonly cosignatures: readonly StoredCosignature[];
    readonly timestamp: StoredTimestamp | null;
  }[];
}

/** Everything that a log can be found wrong in. */
export const logFaults = {
  ...attestationFaults,
  "leaf-missing": "a leaf of the log is missing",
  "leaf-doubled": "two rows of the ledger claim the same place",
  "entry-missing": "what was put into the log is gone from the ledger",
  "entry-changed": "what was put into the log was changed afterwards",
  "clock-differs": "it says that it was recorded when the database says otherwise",
  "back-dated": "it was written long before what stands before it in the log",
  "post-dated": "it was written after the checkpoint that covers it",
  "tile-changed": "a hash of a tile is not that of the leaves below it",
  "checkpoint-unsigned": "the checkpoint is not signed by the key of this log",
  "checkpoint-inconsistent": "the checkpoint is not that of the leaves before it",
  "checkpoint-missing": "the log goes on after its last checkpoint",
  "checkpoint-back-dated": "the checkpoint was signed before the one that it follows",
  "held-shortened": "the log is shorter than the checkpoint that you hold",
  "held-inconsistent":
    "the log was written anew: it is not the one that the checkpoint you hold was signed for",
} as const;

/** The first thing wrong. `index`: the leaf, or the last leaf before the checkpoint; `position`: the fact. */
export interface LogFault {
  readonly kind: keyof typeof logFaults;
  readonly index: number;
  readonly position: number | null;
  readonly words?: string;
}

/** What others have said of the checkpoints of a log. */
export interface Attested {
  readonly cosignatures: number;
  readonly timestamps: number;
}

/** What an audit knows of the leaves before a point, and all that it needs to go on from there. Plain JSON. */
export interface LogEdge {
  readonly size: number;
  /** The full subtrees of the tree, from the left; each hash in base64. */
  readonly subtrees: readonly { readonly height: number; readonly hash: string }[];
  readonly newest: { readonly size: number; readonly root: string; readonly at: Instant } | null;
  /** The latest time at which a leaf was written, and the leaf that was since the newest checkpoint. */
  readonly latest: Micros | null;
  readonly sinceCheckpoint: Pick<Leaf, "index" | "position" | "writtenAt"> | null;
  readonly attested: Attested;
  /** A checkpoint that somebody kept, and that the log was found equal to. */
  readonly held: { readonly size: number; readonly root: string } | null;
}

const tolerance = clockToleranceMs * 1000;

/**
 * Audits a log from its first leaf, or from where an earlier audit came to.
 *
 * @param from - what that one knew of the leaves before; the pages begin behind them.
 * @param held - an older checkpoint that somebody kept; the log must still be the one that it was signed for.
 * @param anchors - whom timestamps must lead to, PEM; empty: they are checked but for that.
 * @param onLeaves - hears after each page how far the audit has come.
 * @returns the newest checkpoint, null for an empty log; or the first thing wrong.
 */
export async function auditLog(
  pages: AsyncIterable<LogPage>,
  verifier: LogVerifier,
  options: {
    from?: LogEdge;
    held?: Checkpoint;
    anchors?: string;
    onLeaves?: (leaves: number, edge: () => LogEdge) => void;
  } = {},
): Promise<
  | { readonly ok: true; readonly newest: Checkpoint | null; readonly attested: Attested }
  | { readonly ok: false; readonly fault: LogFault }
> {
  const { from, held, anchors = "", onLeaves } = options;
  const trust = { verifier, anchors, toleranceMs: clockToleranceMs };
  const attested = { ...(from?.attested ?? { cosignatures: 0, timestamps: 0 }) };
  const due: TileHash[] = [];
  const known = (from?.subtrees ?? []).map(({ height, hash }) => ({ height, hash: fromBase64(hash) }));
  const tree = newTree(
    known,
    ({ height, index, hash }) => due.push({ level: height / tileHeight, index, hash }),
    tileHeight,
  );
  let newest: Checkpoint | null = from?.newest
    ? { ...from.newest, origin: verifier.origin, root: fromBase64(from.newest.root) }
    : null;
  let latest = from?.latest ?? Number.NEGATIVE_INFINITY;
  let sinceCheckpoint = from?.sinceCheckpoint ?? null;
  const edge = (): LogEdge => ({
    size: tree.size,
    subtrees: tree.edge().map(({ height, hash }) => ({ height, hash: hash.toString("base64") })),
    newest: newest && { size: newest.size, root: newest.root.toString("base64"), at: newest.at },
    latest: tree.size === 0 ? null : latest,
    sinceCheckpoint: sinceCheckpoint && {
      index: sinceCheckpoint.index,
      position: sinceCheckpoint.position,
      writtenAt: sinceCheckpoint.writtenAt,
    },
    attested: { ...attested },
    held: held && held.size <= tree.size ? { size: held.size, root: held.root.toString("base64") } : null,
  });
  const wrong = (kind: LogFault["kind"], leaf?: Pick<Leaf, "index" | "position">, words?: string) => ({
    ok: false as const,
    fault: {
      kind,
      index: leaf?.index ?? Math.max(0, tree.size - 1),
      position: leaf?.position ?? null,
      ...(words !== undefined && { words }),
    },
  });

  for await (const { leaves, tileHashes, checkpoints } of pages) {
    const stored = new Map(tileHashes.map((tile) => [`${tile.level}/${tile.index}`, tile.hash]));
    const waiting = [...checkpoints];
    for (const leaf of leaves) {
      if (leaf.index < tree.size) return wrong("leaf-doubled", leaf);
      if (leaf.index > tree.size)
        return { ok: false, fault: { kind: "leaf-missing", index: tree.size, position: null } };
      if (leaf.entry === null) return wrong("entry-missing", leaf);
      if (leafDigest(leaf.entry) !== leaf.hash.toString("binary")) return wrong("entry-changed", leaf);
      if (Math.abs(leaf.recordedAt - leaf.writtenAt) > tolerance) return wrong("clock-differs", leaf);
      if (leaf.writtenAt < latest - tolerance) return wrong("back-dated", leaf);
      latest = Math.max(latest, leaf.writtenAt);
      if (sinceCheckpoint === null || leaf.writtenAt > sinceCheckpoint.writtenAt) sinceCheckpoint = leaf;
      tree.push(leaf.hash);
      for (let tile = due.shift(); tile; tile = due.shift()) {
        const name = `${tile.level}/${tile.index}`;
        if (!stored.get(name)?.equals(tile.hash)) return wrong("tile-changed", leaf);
        stored.delete(name);
      }
      if (held?.size === tree.size && !held.root.equals(tree.root())) return wrong("held-inconsistent", leaf);
      if (waiting[0]?.size !== tree.size) continue;
      const [kept] = waiting.splice(0, 1) as [LogPage["checkpoints"][number]];
      const checkpoint = readCheckpoint(kept.note, verifier);
      if (checkpoint === null) return wrong("checkpoint-unsigned", leaf);
      if (checkpoint.size !== tree.size || !checkpoint.root.equals(tree.root()))
        return wrong("checkpoint-inconsistent", leaf);
      if (newest !== null && checkpoint.at < ((newest.at - clockToleranceMs) as Instant))
        return wrong("checkpoint-back-dated", leaf);
      if (sinceCheckpoint.writtenAt > checkpoint.at * 1000 + tolerance)
        return wrong("post-dated", sinceCheckpoint);
      const unfounded = await attestationFault(kept, checkpoint, trust);
      if (unfounded) return wrong(unfounded.kind, leaf, unfounded.words);
      attested.cosignatures += kept.cosignatures.length;
      attested.timestamps += kept.timestamp ? 1 : 0;
      newest = checkpoint;
      sinceCheckpoint = null;
    }
    if (stored.size > 0) return wrong("tile-changed");
    if (waiting.length > 0) return wrong("checkpoint-inconsistent");
    onLeaves?.(tree.size, edge);
  }
  if (tree.size !== (newest?.size ?? 0)) return wrong("checkpoint-missing");
  if (held !== undefined && held.size > tree.size) return wrong("held-shortened");
  return { ok: true, newest, attested };
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, "base64");
}
