// `licet verify`, `licet ledger` and `licet rebuild`, as somebody types them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { tellMany } from "../support/people.ts";
import { openWitness } from "../support/witness.ts";
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

test("nobody attests the log unless settings name who", async () => {
  const { status, stdout } = await here.licet("ledger");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}log +127\.0\.0\.1:4000\/licet\/lunaria +40 leaves +20/m);
  expect(stdout).toContain("none; set `LICET_WITNESSES`");
  expect(await here.licet("ledger", "attest")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("`LICET_WITNESSES` and `LICET_TIMESTAMP_URL` are not set"),
  });
});

test("who attests it can be tried, and how far they are is shown", async () => {
  const [willing, unwilling] = [await openWitness(), await openWitness("witness.example/w2")];
  willing.log = await logSigner(world, world.store);
  const witnesses = [willing, unwilling].map(
    ({ witness }) => `${witness.key.verifierKey} ${witness.address}/`,
  );
  const there = place({ ...here.environment, LICET_WITNESSES: witnesses.join(", ") });
  const tried = await there.licet("ledger", "attest");
  expect(tried).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^witness\.example\/w1: 40 leaves, 20\d\d-.* UTC\n$/),
    stderr: expect.stringMatching(
      /^licet: a witness did not cosign .*`witness\.example\/w2`: it does not know this log/,
    ),
  });
  expect((await there.licet("ledger")).stdout).toMatch(
    /witness +witness\.example\/w1 +all +20.* UTC\n +witness +witness\.example\/w2 +nothing yet\n/,
  );
  expect((await there.licet("ledger", "--json")).json()).toMatchObject([
    {
      size: 40,
      witnesses: [
        { size: 40, late: false },
        { size: 0, at: null },
      ],
      timestamp: null,
    },
  ]);
  expect((await there.licet("verify")).stdout).toMatch(/cosigned +1 time, by witnesses/);
  await Promise.all([willing.close(), unwilling.close()]);
});

test.each([
  ["LICET_WITNESSES", "nonsense"],
  ["LICET_WITNESSES", "w.example+00000000+AAAA https://w.example"],
  ["LICET_WITNESSES_NEEDED", "2"],
  ["LICET_TIMESTAMP_URL", "https://stamps.example"],
  ["LICET_TIMESTAMP_POLICY", "qualified"],
  ["LICET_TIMESTAMP_EVERY", "0"],
  ["LICET_TIMESTAMP_ANCHORS", "package.json"],
])("a setting that cannot be meant is refused: %s=%s", async (name, value) => {
  const { status, stderr } = await place({ ...here.environment, [name]: value }).licet("ledger");
  expect(status).toBe(1);
  expect(stderr).toContain(`\`${name}\``);
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
