// One file of the log: a tile of hashes or a bundle of entries.
import { countAt, entryBundle, type Tile, tileWidth } from "../../ledger/tiles.ts";
import type { World } from "../ports.ts";

/** The bytes of the file, or null where the log does not reach that far. */
export async function readTile({ store: { log } }: World, tile: Tile): Promise<Buffer | null> {
  const { level, index, width } = tile;
  const from = index * tileWidth;
  const { checkpoint } = await log.head();
  if (from + width > countAt(level, checkpoint?.size ?? 0)) return null;
  if (level !== "entries") return Buffer.concat(await log.hashes(level, from, width));
  const { leaves } = await log.page(from, from + width);
  return entryBundle(
    Array.from(leaves, ({ entry, position }) => {
      if (entry === null) throw new Error(`position ${position} is gone from the ledger`);
      return typeof entry === "string" ? Buffer.from(entry) : entry;
    }),
  );
}
