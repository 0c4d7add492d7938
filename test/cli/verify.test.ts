// `licet verify`, `licet ledger` and `licet rebuild`, as somebody types them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { type Place, place } from "./run.ts";

let world: TestWorld;
let here: Place;
beforeAll(async () => {
  world = await makeWorld();
  const keys = { LICET_SECRET: "5e".repeat(32), LICET_MASTER_KEY: "4d".repeat(32) };
  here = place({ DATABASE_URL: world.databaseUrl, ...keys });
  await tellMany(world, 20);
});
afterAll(() => world.close());

test("before the first checkpoint there is none to print, and what waits is told", async () => {
  expect(await here.licet("ledger", "checkpoint")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("nothing is in the log yet"),
  });
  const { status, stderr } = await here.licet("verify");
  expect(status).toBe(0);
  expect(stderr).toContain("40 facts and 0 messages are not in the log yet");
});

test("a sound log is said to be sound, with what it was found equal to", async () => {
  await sequence(world);
  const { status, stdout, stderr } = await here.licet("verify");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^ {2}sound {2}40 leaves, 20 people$/m);
  expect((await here.licet("verify", "--json")).json()).toMatchObject([
    { sound: true, fault: null, leaves: 40, people: 20, checkpoint: { size: 40 } },
  ]);
});

test("a checkpoint that was kept is held against the log", async () => {
  const kept = await here.licet("ledger", "checkpoint");
  writeFileSync(join(here.folder, "kept.txt"), kept.stdout);
  expect(await here.licet("verify", "--checkpoint", "kept.txt")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("the checkpoint that you hold is of this log"),
  });
  writeFileSync(join(here.folder, "kept.txt"), kept.stdout.replace("\n40\n", "\n41\n"));
  expect(await here.licet("verify", "--checkpoint", "kept.txt")).toMatchObject({
    status: 1,
    stderr: "licet: this is not a checkpoint that the key of this log has signed\n",
  });
});

test("the key is printed as checkers read it", async () => {
  const { stdout } = await here.licet("ledger", "key");
  expect(stdout).toMatch(/^127\.0\.0\.1:4000\/licet\/lunaria\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}\n$/);
});

test("rebuilding finds everything as the facts have it", async () => {
  expect((await here.licet("rebuild", "--json")).json()).toEqual([{ people: 20, mended: 0 }]);
});

test("the first thing wrong is named with its place, and the status is 1", async () => {
  const admin = new pg.Client({ connectionString: world.ownerUrl });
  await admin.connect();
  await admin.query("grant update on facts to current_user");
  await admin.query("alter table facts disable trigger facts_append_only");
  await admin.query(
    "update facts set source = 'forged' where position = (select min(position) + 6 from facts)",
  );
  await admin.end();
  const { status, stdout } = await here.licet("verify");
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /not sound {2}what was put into the log was changed afterwards\n {2}position 7 · leaf 6\n/,
  );
  expect((await here.licet("verify", "--json")).json()).toMatchObject([
    { sound: false, fault: { kind: "entry-changed", position: 7, index: 6 } },
  ]);
});
