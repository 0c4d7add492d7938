// The log over HTTP, read as somebody else's monitor would: nothing but the files, the key, and C2SP's rules.
import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { createApp } from "../../src/http/app.ts";
import { readCheckpoint } from "../../src/ledger/checkpoint.ts";
import { consistencyProof, rootOf, verifyConsistency } from "../../src/ledger/merkle.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let open: Hono;
let closed: Hono;
beforeAll(async () => {
  world = await makeWorld();
  open = createApp(world, { mailbox: false, ready: () => true, ledgerPublic: true });
  closed = createApp(world, { mailbox: false, ready: () => true });
});
afterAll(() => world.close());

const get = async (path: string) => {
  const answer = await open.request(`/ledger/${path}`);
  expect(answer.status).toBe(200);
  return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
};
const checkpoint = async () =>
  readCheckpoint((await get("checkpoint")).bytes.toString(), await logSigner(world, world.store));
const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const hashesIn = (tile: Buffer) =>
  Array.from({ length: tile.length / 32 }, (_, i) => tile.subarray(i * 32, i * 32 + 32));

function entriesIn(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at))
    entries.push(bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at)));
  return entries;
}

describe("the log, before anything is in it", () => {
  test("has no checkpoint", async () => {
    const answer = await open.request("/ledger/checkpoint");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ type: "urn:licet:error:checkpoint-missing" });
  });
});

describe("a monitor", () => {
  it("finds every fact in the entries, the entries in the tiles, and the tiles in the checkpoint", async () => {
    await tellMany(world, 100);
    await sequence(world);
    const older = await checkpoint();
    await tellMany(world, 160);
    await sequence(world);
    const signed = await checkpoint();
    if (!older || !signed) throw new Error("no checkpoint");
    expect([older.size, signed.size]).toEqual([200, 320]);

    const entries = [
      ...entriesIn((await get("tile/entries/000")).bytes),
      ...entriesIn((await get("tile/entries/001.p/64")).bytes),
    ];
    const leaves = [
      ...hashesIn((await get("tile/0/000")).bytes),
      ...hashesIn((await get("tile/0/001.p/64")).bytes),
    ];
    expect(entries.map((entry) => sha256(Buffer.of(0), entry))).toEqual(leaves);
    expect(rootOf(leaves)).toEqual(signed.root);
    expect((await get("tile/1/000.p/1")).bytes).toEqual(rootOf(leaves.slice(0, 256)));
    expect(JSON.parse(String(entries[0]))).toMatchObject({
      type: "consent.given",
      sealed: expect.any(String),
    });

    const proof = await consistencyProof(200, 320, (height, index) =>
      rootOf(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)),
    );
    expect(verifyConsistency(200, 320, proof, older.root, signed.root)).toBe(true);
  });

  it("may keep a full tile for ever, and a checkpoint for no time", async () => {
    expect((await get("tile/0/000")).headers.get("cache-control")).toBe(
      "public, max-age=31536000, immutable",
    );
    expect((await get("tile/0/001.p/64")).headers.get("cache-control")).toBe("public, max-age=60");
    expect((await get("checkpoint")).headers.get("cache-control")).toBe("no-cache");
    expect((await get("checkpoint")).headers.get("content-type")).toMatch(/^text\/plain/);
  });

  test.each([
    "tile/0/001",
    "tile/0/001.p/65",
    "tile/1/000",
    "tile/entries/002.p/1",
    "tile/0/0",
    "tile/9/000",
  ])("finds nothing at %s", async (path) => {
    expect((await open.request(`/ledger/${path}`)).status).toBe(404);
  });
});

describe("a log that is not public", () => {
  test("is shown to nobody without a key", async () => {
    for (const path of ["checkpoint", "tile/0/000", "tile/entries/000"])
      expect((await closed.request(`/ledger/${path}`)).status).toBe(401);
  });

  test("is shown to a key with the scope for it, and to no other", async () => {
    const ask = async (scope: string) => {
      const { secret } = await createApiKey(world, {
        name: `monitor ${scope}`.replace(":", " "),
        scopes: [scope],
      });
      return closed.request("/ledger/tile/0/000", { headers: { authorization: `Bearer ${secret}` } });
    };
    const shown = await ask("ledger:read");
    expect(shown.status).toBe(200);
    expect(shown.headers.get("cache-control")).toMatch(/^private/);
    expect((await ask("people:read")).status).toBe(403);
  });
});
