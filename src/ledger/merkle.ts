// The Merkle tree over the log: hashing, proofs and their verification, and a tree that grows without looking back.
// Source: RFC 6962 section 2.1 (RFC 9162 section 2.1 says the same).
import { hash } from "node:crypto";

/** SHA-256 of nothing: the root of a log without entries. */
export const emptyRoot: Buffer = hash("sha256", "", "buffer");

const hashBytes = 32;
/** One for each bit of a size that is exact in a number, and one on its way. */
const mostPeaks = 54;

let leaf: Buffer = Buffer.alloc(1024);

/** Hash of one entry: SHA-256 of 0x00 and its bytes, those of a text in UTF-8. */
export function leafHash(entry: Uint8Array | string): Buffer {
  return Buffer.from(leafDigest(entry), "binary");
}

/** The hash of an entry, a character a byte. An audit compares millions, and a buffer for each would cost half the hash again. */
export function leafDigest(entry: Uint8Array | string): string {
  if (typeof entry === "string") return hash("sha256", `\0${entry}`, "binary");
  if (leaf.length <= entry.length) leaf = Buffer.alloc(entry.length * 2);
  leaf.set(entry, 1);
  return hash("sha256", leaf.subarray(0, entry.length + 1), "binary");
}

const pair = Buffer.alloc(65, 1);

/** Hash of two subtrees: SHA-256 of 0x01 and both hashes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 33);
  return Buffer.from(hash("sha256", pair, "binary"), "binary");
}

/** The root over these leaf hashes. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = newTree();
  for (const leaf of leaves) tree.push(leaf);
  return tree.root();
}

/** A tree that only grows: it keeps one hash for each bit of its size. */
export interface Tree {
  readonly size: number;
  push(leaf: Buffer): void;
  root(): Buffer;
  /** The full subtrees that it is made of, from the left: what it goes on from. */
  edge(): readonly { readonly height: number; readonly hash: Buffer }[];
}

/** The hash of a full subtree of 2^`height` leaves, the `index`-th of that height, counted from 0. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
  readonly hash: Buffer;
}

/**
 * @param edge - the full subtrees that an existing tree is made of, from the left; any heights that do not grow.
 * @param onSubtree - hears of each subtree that becomes full, once, the lower before the higher.
 * @param step - of those alone whose height is a multiple of it.
 */
export function newTree(
  edge: readonly { readonly height: number; readonly hash: Buffer }[] = [],
  onSubtree: (subtree: Subtree) => void = () => {},
  step = 1,
): Tree {
  // The peaks from the left: their heights, and their hashes one after the other.
  const heights: number[] = [];
  const hashes = Buffer.alloc(mostPeaks * hashBytes);
  const peak = (at: number): Buffer => Buffer.from(hashes.subarray(at * hashBytes, (at + 1) * hashBytes));
  let size = 0;
  const add = (full: number, hashed: Uint8Array, tell: (subtree: Subtree) => void) => {
    let height = full;
    size += 2 ** height;
    hashes.set(hashed, heights.length * hashBytes);
    while (heights.at(-1) === height) {
      heights.pop();
      height += 1;
      const at = heights.length * hashBytes;
      hashes.copy(pair, 1, at, at + 2 * hashBytes);
      hashes.write(hash("sha256", pair, "binary"), at, "binary");
      if (height % step === 0) tell({ height, index: size / 2 ** height - 1, hash: peak(heights.length) });
    }
    heights.push(height);
  };
  for (const { height, hash: hashed } of edge) add(height, hashed, () => {});
  const peaks = () => heights.map((height, at) => ({ height, hash: peak(at) }));
  return {
    get size() {
      return size;
    },
    push: (leaf) => add(0, leaf, onSubtree),
    edge: peaks,
    root: () =>
      size === 0
        ? emptyRoot
        : peaks()
            .map((one) => one.hash)
            .reduceRight((right, left) => nodeHash(left, right)),
  };
}

/** Reads the hash of a full subtree. */
export type SubtreeReader = (height: number, index: number) => Promise<Buffer> | Buffer;

/** What proves that the entry `index` is in the log of `size` entries: RFC 6962 2.1.1, lowest sibling first. */
export async function inclusionProof(index: number, size: number, read: SubtreeReader): Promise<Buffer[]> {
  if (index < 0 || index >= size) throw new RangeError(`no entry ${index} in a log of ${size}`);
  const proof: Buffer[] = [];
  for (let [from, to] = [0, size]; to - from > 1; ) {
    const middle = from + split(to - from);
    const left = index < middle;
    proof.unshift(await (left ? rangeHash(middle, to, read) : rangeHash(from, middle, read)));
    if (left) to = middle;
    else from = middle;
  }
  return proof;
}

/** What proves that the log of `size` entries begins with that of `older` entries: RFC 6962 2.1.2. */
export async function consistencyProof(older: number, size: number, read: SubtreeReader): Promise<Buffer[]> {
  if (older < 1 || older > size) throw new RangeError(`a log of ${size} has no head of ${older} entries`);
  const proof: Buffer[] = [];
  let [from, to] = [0, size];
  while (to !== older) {
    const middle = from + split(to - from);
    const left = older <= middle;
    proof.unshift(await (left ? rangeHash(middle, to, read) : rangeHash(from, middle, read)));
    if (left) to = middle;
    else from = middle;
  }
  if (from > 0) proof.unshift(await rangeHash(from, to, read));
  return proof;
}

/** Whether the proof leads from the entry's hash to the root. */
export function verifyInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
  root: Buffer,
): boolean {
  const found = index >= 0 && index < size ? climb(leaf, index, size, proof) : null;
  return found?.equals(root) ?? false;
}

/** Whether the proof leads from the older root, known to be of `older` entries, to the newer one. */
export function verifyConsistency(
  older: number,
  size: number,
  proof: readonly Buffer[],
  olderRoot: Buffer,
  root: Buffer,
): boolean {
  const found = older > 0 && older <= size ? bothRoots(older, size, olderRoot, proof) : null;
  if (found === null) return false;
  const [before, after] = found;
  return before.equals(olderRoot) && after.equals(root);
}

function climb(leaf: Buffer, index: number, size: number, proof: readonly Buffer[]): Buffer | null {
  const sibling = proof.at(-1);
  if (size === 1 || sibling === undefined) return size === 1 && proof.length === 0 ? leaf : null;
  const middle = split(size);
  const rest = proof.slice(0, -1);
  if (index < middle) {
    const left = climb(leaf, index, middle, rest);
    return left && nodeHash(left, sibling);
  }
  const right = climb(leaf, index - middle, size - middle, rest);
  return right && nodeHash(sibling, right);
}

/** The roots before and after; `known` is the older one as long as the older log is this whole subtree. */
function bothRoots(
  older: number,
  size: number,
  known: Buffer | null,
  proof: readonly Buffer[],
): [Buffer, Buffer] | null {
  const last = proof.at(-1);
  if (older === size) {
    const same = known ?? last;
    return same !== undefined && proof.length === (known ? 0 : 1) ? [same, same] : null;
  }
  if (last === undefined) return null;
  const middle = split(size);
  const rest = proof.slice(0, -1);
  if (older <= middle) {
    const left = bothRoots(older, middle, known, rest);
    return left && [left[0], nodeHash(left[1], last)];
  }
  const right = bothRoots(older - middle, size - middle, null, rest);
  return right && [nodeHash(last, right[0]), nodeHash(last, right[1])];
}

async function rangeHash(from: number, to: number, read: SubtreeReader): Promise<Buffer> {
  const size = to - from;
  const height = Math.log2(size);
  if (Number.isInteger(height)) return read(height, from / size);
  const middle = from + split(size);
  return nodeHash(await rangeHash(from, middle, read), await rangeHash(middle, to, read));
}

/** The largest power of two below `size`. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}
