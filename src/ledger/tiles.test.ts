import { expect, it, test } from "vitest";
import { countAt, entryBundle, readTilePath, tilePath } from "./tiles.ts";

test.each([
  ["0/x001/x234/067", { level: 0, index: 1_234_067, width: 256 }],
  ["0/000", { level: 0, index: 0, width: 256 }],
  ["1/x001/000.p/17", { level: 1, index: 1000, width: 17 }],
  ["entries/999.p/255", { level: "entries", index: 999, width: 255 }],
] as const)("the path %s is the one of C2SP tlog-tiles", (path, tile) => {
  expect(readTilePath(path)).toEqual(tile);
  expect(tilePath(tile)).toBe(path);
});

test.each([
  "0/0",
  "0/x000/001",
  "00/000",
  "0/000.p/0",
  "0/000.p/256",
  "0/001/000",
  "0/x1/000",
  "data/000",
  "0/000/",
])("%s is no path of a tile", (path) => {
  expect(readTilePath(path)).toBeNull();
});

it("a log has one hash at a level for each 256 below it", () => {
  expect([0, 1, 2].map((level) => countAt(level, 70_000))).toEqual([70_000, 273, 1]);
  expect(countAt("entries", 70_000)).toBe(70_000);
});

it("a bundle is its entries, each behind its length in two bytes", () => {
  expect(entryBundle([Buffer.from("ab"), Buffer.alloc(0), Buffer.alloc(300, 1)])).toEqual(
    Buffer.concat([Buffer.from([0, 2, 97, 98, 0, 0, 1, 44]), Buffer.alloc(300, 1)]),
  );
});
