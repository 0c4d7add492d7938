// An audit that was interrupted goes on where it was, says so, and takes nobody's word for how far that is.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

// Each test runs the command two or three times.
vi.setConfig({ testTimeout: 120_000 });

let world: TestWorld;
let owner: pg.Client;
let here: Place;
/** Two facts each, so that the log has two pages. */
const people = 2400;
const leaves = 2 * people;

beforeAll(async () => {
  world = await makeWorld();
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  const keys = { LICET_SECRET: "5e".repeat(32), LICET_MASTER_KEY: "4d".repeat(32) };
  here = place({ DATABASE_URL: world.databaseUrl, ...keys });
  await tellMany(world, people);
  while ((await sequence(world)).more);
  await owner.query("grant update, delete on facts, log_leaves, checkpoints to current_user");
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const markFile = () => join(here.folder, ".licet", "verify-mark");

/** Starts an audit that finds a table locked, and stops it there once it has written down how far it came. */
async function interrupted(
  table: string,
  signal: NodeJS.Signals,
): Promise<{ status: number | null; said: string }> {
  rmSync(markFile(), { force: true });
  await owner.query("begin");
  await owner.query(`lock table ${table} in access exclusive mode`);
  // Without the launcher, which would pass a kill on as a wish to stop.
  const child = spawn(process.execPath, [join(repository, "src", "cli", "main.ts"), "verify"], {
    cwd: here.folder,
    env: here.environment,
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "close");
  while (!existsSync(markFile())) await sleep(20);
  while (!(await waits())) await sleep(20);
  child.kill(signal);
  while (signal === "SIGINT" && !said.includes("not finished")) await sleep(20);
  await owner.query("rollback");
  const [status] = await ended;
  return { status, said };
}

/** Whether somebody waits for the lock. */
async function waits(): Promise<boolean> {
  const { rowCount } = await owner.query(
    "select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
  );
  return (rowCount ?? 0) > 0;
}

test("stopped with Ctrl-C among the people, it goes on behind the whole log", async () => {
  expect(await interrupted("permissions", "SIGINT")).toMatchObject({
    status: 130,
    said: expect.stringContaining("not finished; `licet verify --resume` goes on from here"),
  });
  expect(statSync(markFile()).mode & 0o777).toBe(0o600);
  const { status, stdout, stderr } = await here.licet("verify", "--resume");
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(
      /^ {2}on from leaf 4,800 and person 0; what stands before was checked between .* UTC and .* UTC\n$/,
    ),
  });
  expect(stdout).toMatch(/^ {2}sound {2}4,800 leaves, 2,400 people$/m);
  expect(existsSync(markFile())).toBe(false);
});

test("killed, it goes on from the last page that was written down, and says so to programs too", async () => {
  expect((await interrupted("permissions", "SIGKILL")).status).toBeNull();
  expect((await here.licet("verify", "--resume", "--json")).json()).toMatchObject([
    { sound: true, leaves, people, resumed: { leaves: 4096, people: 0, reachedAt: expect.any(String) } },
  ]);
});

test("what was added since is looked at, and what is wrong in it is named", async () => {
  await interrupted("permissions", "SIGINT");
  await tellMany(world, people + 5);
  await sequence(world);
  const mark = readFileSync(markFile());
  expect((await here.licet("verify", "--resume", "--json")).json()).toMatchObject([
    { sound: true, leaves: leaves + 10, people: people + 5, resumed: { leaves } },
  ]);
  writeFileSync(markFile(), mark);
  await owner.query("alter table facts disable trigger user");
  const { rows } = await owner.query(
    "update facts set source = 'forged' where position = (select max(position) - 1 from facts) returning position",
  );
  expect((await here.licet("verify", "--resume", "--json")).json()).toMatchObject([
    { sound: false, fault: { kind: "entry-changed", position: Number(rows[0].position), index: leaves + 8 } },
  ]);
  await owner.query("update facts set source = 'file' where source = 'forged'");
  await owner.query("alter table facts enable trigger user");
});

test("a log that is shorter than what was checked, or another, is found", async () => {
  await interrupted("permissions", "SIGINT");
  const mark = readFileSync(markFile());
  await owner.query("begin");
  for (const table of ["log_leaves", "checkpoints"])
    await owner.query(`alter table ${table} disable trigger user`);
  await owner.query("create table kept_leaves as select * from log_leaves where index >= 605");
  await owner.query("delete from log_leaves where index >= 605");
  await owner.query("commit");
  expect((await here.licet("verify", "--resume", "--json")).json()).toMatchObject([
    { sound: false, fault: { kind: "leaf-missing", index: 605 } },
  ]);
  await owner.query("insert into log_leaves select * from kept_leaves");
  await owner.query("drop table kept_leaves");

  writeFileSync(markFile(), mark);
  const { rows } = await owner.query("select size, note from checkpoints order by size desc limit 1");
  await owner.query("update checkpoints set note = replace(note, 'time 20', 'time 19') where size = $1", [
    rows[0].size,
  ]);
  expect((await here.licet("verify", "--resume", "--json")).json()).toMatchObject([
    { sound: false, fault: { kind: "checkpoint-inconsistent" } },
  ]);
  await owner.query("update checkpoints set note = $1 where size = $2", [rows[0].note, rows[0].size]);
});

test("a mark that somebody has changed, or made with another secret, is good for nothing", async () => {
  await interrupted("permissions", "SIGINT");
  const mark = readFileSync(markFile(), "utf8");
  const [seal, text = ""] = mark.split("\n");
  const from = (stderr: string) => stderr.split("\n", 1)[0];
  for (const forged of [
    mark.replace(/"size":\d+/, '"size":1024'),
    `${seal}\n${text.replace('"people":0', '"people":1')}\n`,
    text,
    "",
  ]) {
    writeFileSync(markFile(), forged);
    const { status, stderr } = await here.licet("verify", "--resume");
    expect({ status, said: from(stderr) }).toEqual({
      status: 0,
      said: "  there is nothing to go on from that holds here: from the first leaf",
    });
  }
});

test("without `--resume` it begins anew, and says that it need not", async () => {
  await interrupted("permissions", "SIGINT");
  const { status, stderr } = await here.licet("verify");
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: "  an audit was interrupted before; `licet verify --resume` would go on from there\n",
  });
});

test("a checkpoint of before the place where it stopped is not taken as held against the log", async () => {
  const kept = await here.licet("ledger", "checkpoint");
  writeFileSync(join(here.folder, "kept.txt"), kept.stdout);
  await interrupted("permissions", "SIGINT");
  const { status, stdout, stderr } = await here.licet("verify", "--resume", "--checkpoint", "kept.txt");
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: "  there is nothing to go on from that holds here: from the first leaf\n",
  });
  expect(stdout).toContain("the checkpoint that you hold is of this log");
});
