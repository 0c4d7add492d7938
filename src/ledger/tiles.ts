// How the log is cut into files that anybody may cache: tiles of 256 hashes, and bundles of their entries.
// Source: C2SP tlog-tiles.

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256;
/** Levels of the tree that one tile spans. */
export const tileHeight = 8;

/** A tile of hashes at a level, or a bundle of entries; `width` is how many it holds, 1 to 256. */
export interface Tile {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
}

const path = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** `0/x001/x234/067` or `entries/000.p/5`: what stands behind `tile/`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `${level}/${name}${width < tileWidth ? `.p/${width}` : ""}`;
}

/** Null where it is no path of a tile, or not the one way to write it. */
export function readTilePath(text: string): Tile | null {
  const [, level, name, width] = path.exec(text) ?? [];
  if (level === undefined || name === undefined) return null;
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    index: Number(name.replaceAll(/[x/]/g, "")),
    width: width === undefined ? tileWidth : Number(width),
  };
  return Number.isSafeInteger(tile.index) && tilePath(tile) === text ? tile : null;
}

/** How many hashes of a level, or entries, a log of this size has. */
export function countAt(level: Tile["level"], size: number): number {
  return level === "entries" ? size : Math.floor(size / tileWidth ** level);
}

/** Entries one after the other, each behind its length in two bytes. */
export function entryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}
