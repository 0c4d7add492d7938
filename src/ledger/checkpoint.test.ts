import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "../core/instant.ts";
import { type Checkpoint, claimedOrigin, openSigner, readCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { leafHash } from "./merkle.ts";

const signer = openSigner("shop.example/licet/lunaria", Buffer.alloc(32, 7));
const checkpoint: Checkpoint = {
  origin: signer.origin,
  size: 20_852_163,
  root: leafHash(Buffer.from("head")),
  at: Date.UTC(2026, 10, 23, 12) as Instant,
};
const note = signCheckpoint(checkpoint, signer);

describe("a checkpoint", () => {
  it("is a signed note with the origin, the size, the root and its time", () => {
    expect(note.split("\n")).toEqual([
      "shop.example/licet/lunaria",
      "20852163",
      checkpoint.root.toString("base64"),
      "time 2026-11-23T12:00:00.000Z",
      "",
      expect.stringMatching(/^\u2014 shop\.example\/licet\/lunaria [A-Za-z0-9+/]{91}=$/),
      "",
    ]);
  });

  it("is read back as it was signed", () => {
    expect(readCheckpoint(note, signer)).toEqual(checkpoint);
    expect(claimedOrigin(note)).toBe(signer.origin);
  });

  it("is read with the signatures of witnesses beside that of the log", () => {
    const witness = `\u2014 witness.example ${Buffer.alloc(76, 3).toString("base64")}\n`;
    expect(readCheckpoint(note + witness, signer)).toEqual(checkpoint);
  });

  it("is refused with any letter changed", () => {
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 127 }), (at, by) => {
        const letter = String.fromCharCode(note.charCodeAt(at) ^ by);
        expect(readCheckpoint(note.slice(0, at) + letter + note.slice(at + 1), signer)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it("is refused under another key, or another name", () => {
    expect(readCheckpoint(note, openSigner(signer.origin, Buffer.alloc(32, 8)))).toBeNull();
    expect(readCheckpoint(note, openSigner("other.example/licet/lunaria", Buffer.alloc(32, 7)))).toBeNull();
  });
});

it("the key for checkers says which key it is as Go's does", () => {
  const sound = (key: string) => {
    const [, name = "", id, encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key) ?? [];
    const bytes = Buffer.from(encoded, "base64");
    const hashed = createHash("sha256").update(`${name}\n`).update(bytes).digest("hex");
    return hashed.slice(0, 8) === id && bytes.length === 33 && bytes[0] === 1;
  };
  expect(sound("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")).toBe(true);
  expect(sound(signer.verifierKey)).toBe(true);
});
