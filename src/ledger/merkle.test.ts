import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  leafHash,
  newTree,
  nodeHash,
  rootOf,
  type Subtree,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

/** The entries and roots of Certificate Transparency's own tests (google/certificate-transparency, RFC 6962). */
const entries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => Buffer.from(hex, "hex"));
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** RFC 6962 2.1, word for word. */
function headOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return emptyRoot;
  if (leaves.length === 1) return first;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(headOf(leaves.slice(0, half)), headOf(leaves.slice(half)));
}

const some = (count: number) =>
  Array.from({ length: count }, (_, entry) => leafHash(Buffer.from(`entry ${entry}`)));
const reader = (leaves: readonly Buffer[]) => (height: number, index: number) =>
  headOf(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
const flip = (bytes: Buffer, at: number) => {
  const changed = Buffer.from(bytes);
  changed[at % bytes.length]! ^= 1 << (at % 8);
  return changed;
};

describe("the tree", () => {
  test.each(roots.map((root, size) => [size, root] as const))(
    "of %i entries has the root of RFC 6962's tests",
    (size, root) => {
      expect(rootOf(entries.slice(0, size).map(leafHash)).toString("hex")).toBe(root);
    },
  );

  it("that grew is the one that the definition gives, and tells of every full subtree once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), (size) => {
        const leaves = some(size);
        const told: Subtree[] = [];
        const tree = newTree([], (subtree) => told.push(subtree));
        for (const leaf of leaves) tree.push(leaf);
        expect(tree.root()).toEqual(headOf(leaves));
        const full = [1, 2, 3, 4, 5, 6].reduce((sum, height) => sum + Math.floor(size / 2 ** height), 0);
        expect(new Set(told.map(({ height, index }) => `${height}/${index}`)).size).toBe(full);
        for (const { height, index, hash } of told) expect(hash).toEqual(reader(leaves)(height, index));
      }),
    );
  });

  it("goes on from its right edge as if it had never stopped", () => {
    const leaves = some(300);
    const edge = [
      { height: 8, hash: headOf(leaves.slice(0, 256)) },
      ...leaves.slice(256, 290).map((hash) => ({ height: 0, hash })),
    ];
    const tree = newTree(edge);
    for (const leaf of leaves.slice(290)) tree.push(leaf);
    expect(tree.size).toBe(300);
    expect(tree.root()).toEqual(headOf(leaves));
  });
});

describe("a proof", () => {
  const sizes = fc
    .integer({ min: 1, max: 80 })
    .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }), fc.nat(), fc.nat()));

  it("of inclusion holds, and no other does", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async ([size, one, at, bit]) => {
        const leaves = some(size);
        const [index, root] = [one - 1, headOf(leaves)];
        const leaf = leaves[index]!;
        const proof = await inclusionProof(index, size, reader(leaves));
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);

        expect(verifyInclusion(flip(leaf, bit), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof, flip(root, bit))).toBe(false);
        expect(verifyInclusion(leaf, index, size, [...proof, root], root)).toBe(false);
        if (size > 1) expect(verifyInclusion(leaf, (index + 1) % size, size, proof, root)).toBe(false);
        if (proof.length === 0) return;
        const broken = proof.with(at % proof.length, flip(proof[at % proof.length]!, bit));
        expect(verifyInclusion(leaf, index, size, broken, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof.slice(1), root)).toBe(false);
      }),
    );
  });

  it("of consistency holds, and no other does", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async ([size, older, at, bit]) => {
        const leaves = some(size);
        const [before, after] = [headOf(leaves.slice(0, older)), headOf(leaves)];
        const proof = await consistencyProof(older, size, reader(leaves));
        expect(verifyConsistency(older, size, proof, before, after)).toBe(true);

        expect(verifyConsistency(older, size, proof, flip(before, bit), after)).toBe(false);
        expect(verifyConsistency(older, size, proof, before, flip(after, bit))).toBe(false);
        expect(verifyConsistency(older, size, [...proof, after], before, after)).toBe(false);
        if (proof.length === 0) return;
        const broken = proof.with(at % proof.length, flip(proof[at % proof.length]!, bit));
        expect(verifyConsistency(older, size, broken, before, after)).toBe(false);
        expect(verifyConsistency(older, size, proof.slice(0, -1), before, after)).toBe(false);
      }),
    );
  });
});
