// Inclusion proofs of several entries at once, from the tiles that they need and no others, each read once.
import { inclusionProof, rootOf, type SubtreeReader } from "./merkle.ts";
import { tileHeight, tileWidth } from "./tiles.ts";

/** A tile of hashes, however many it holds by now. */
export type TileName = { readonly level: number; readonly index: number };

const hashBytes = 32;
const unknown = Buffer.alloc(hashBytes);

/**
 * The proof of each entry that it is in the log of `size` entries, in the order of the indexes.
 *
 * @param readTiles - the hashes of each tile, one after the other, in the order of the names; asked once.
 */
export async function inclusionProofs(
  indexes: readonly number[],
  size: number,
  readTiles: (names: readonly TileName[]) => Promise<readonly Buffer[]>,
): Promise<Buffer[][]> {
  const names = new Map<string, TileName>();
  const prove = (read: SubtreeReader) =>
    Promise.all(indexes.map((index) => inclusionProof(index, size, read)));
  await prove((height, index) => {
    const { name } = placeOf(height, index);
    names.set(`${name.level}/${name.index}`, name);
    return unknown;
  });
  const hashes = await readTiles([...names.values()]);
  const tiles = new Map([...names.keys()].map((name, i) => [name, hashes[i] ?? Buffer.alloc(0)]));
  return prove((height, index) => {
    const { name, from, count } = placeOf(height, index);
    const tile = tiles.get(`${name.level}/${name.index}`);
    const row = Array.from({ length: count }, (_, i) =>
      tile?.subarray((from + i) * hashBytes, (from + i + 1) * hashBytes),
    );
    if (!row.every((hash) => hash?.length === hashBytes))
      throw new Error("a hash of the log is missing; run `licet verify`");
    return rootOf(row as Buffer[]);
  });
}

/** Where the hashes below a full subtree stand: so many in one tile. */
function placeOf(height: number, index: number): { name: TileName; from: number; count: number } {
  const level = Math.floor(height / tileHeight);
  const count = 2 ** (height % tileHeight);
  const first = index * count;
  return {
    name: { level, index: Math.floor(first / tileWidth) },
    from: first % tileWidth,
    count,
  };
}
