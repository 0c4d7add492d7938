import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../src/store/database.ts";
import { type Embedded, openEmbedded } from "../../src/store/embedded.ts";

const source = join(import.meta.dirname, "..", "..", "src", "store", "embedded.ts");
const root = mkdtempSync(join(tmpdir(), "licet-embedded-"));
const seed = join(root, "seed");
const opened: Embedded[] = [];
const children: ChildProcess[] = [];
const folders: string[] = [];

/** A copy of a cluster that was stopped, for an initdb takes seconds. */
function clusterFolder(): string {
  const folder = join(root, String(folders.length));
  folders.push(folder);
  execFileSync("cp", ["-a", seed, folder]);
  return folder;
}

async function open(folder: string): Promise<Embedded> {
  const embedded = await openEmbedded(folder, { durable: false });
  opened.push(embedded);
  return embedded;
}

/** Another process that does the same, and leaves when a line comes. */
async function openElsewhere(folder: string): Promise<{ child: ChildProcess; leave(): Promise<void> }> {
  const child = begin(folder);
  await once(child.stdout ?? child, "data");
  return {
    child,
    async leave() {
      child.stdin?.end();
      await once(child, "exit");
    },
  };
}

function begin(folder: string): ChildProcess {
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(source)});
    const embedded = await openEmbedded(${JSON.stringify(folder)}, { durable: false });
    console.log("open");
    process.stdin.resume().once("end", () => embedded.close());`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

async function rows(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}
const ask = async (url: string) => (await rows(url, "select 1 as one"))[0];
const roles = `
  select current_user as name, rolsuper as super, pg_get_userbyid(datdba) as owner
  from pg_roles, pg_database where rolname = current_user and datname = current_database()`;

const pidOf = (folder: string) =>
  Number.parseInt(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8"), 10);
const runs = (folder: string) => existsSync(join(folder, "postgres", "postmaster.pid"));

beforeAll(async () => {
  mkdirSync(seed, { mode: 0o700 });
  await (await open(seed)).close();
});
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  await Promise.all(opened.splice(0).map((embedded) => embedded.close()));
  for (const folder of folders)
    if (runs(folder)) await (await openEmbedded(folder, { durable: false })).close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the embedded PostgreSQL", () => {
  it("answers as a role that is no superuser and owns nothing", async () => {
    const { url } = await open(clusterFolder());
    expect(await rows(url, roles)).toEqual([{ name: "licet", super: false, owner: "licet_owner" }]);
  });

  it("takes from the application what it owned in a data folder of before there was an owner", async () => {
    const folder = clusterFolder();
    const { url } = await open(folder);
    const superuser = url.replace("licet:", "postgres:");
    await rows(superuser, "alter database licet owner to licet");
    await rows(superuser, "create table kept (n int); alter table kept owner to licet");
    await opened.pop()?.close();
    const again = await open(folder);
    expect(await rows(again.url, roles)).toEqual([{ name: "licet", super: false, owner: "licet_owner" }]);
    expect(await rows(again.ownerUrl, "insert into kept values (7) returning n")).toEqual([{ n: 7 }]);
    await expect(rows(again.url, "drop table kept")).rejects.toMatchObject({ code: "42501" });
  });

  it("is joined by the second to open it, and stopped by the last to leave", async () => {
    const folder = clusterFolder();
    const first = await open(folder);
    const second = await openElsewhere(folder);
    await first.close();
    expect(runs(folder)).toBe(true);
    await second.leave();
    expect(runs(folder)).toBe(false);
  });

  it("stays for a process that has nothing to ask of it", async () => {
    const folder = clusterFolder();
    const { url } = await open(folder);
    await (await openElsewhere(folder)).leave();
    expect(await ask(url)).toEqual({ one: 1 });
  });

  it("is stopped by the next that leaves when the last was killed", async () => {
    const folder = clusterFolder();
    const { child } = await openElsewhere(folder);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(runs(folder)).toBe(true);
    await (await open(folder)).close();
    expect(runs(folder)).toBe(false);
  });

  it("is back at the same address soon after it was killed, for the pools that live", async () => {
    const folder = clusterFolder();
    const { ownerUrl } = await open(folder);
    const { pool } = connect(ownerUrl);
    await pool.query("set synchronous_commit = on; create table kept as select 7 as n");
    process.kill(pidOf(folder), "SIGKILL");
    await expect
      .poll(() => pool.query("select n from kept").then(({ rows }) => rows[0].n), { timeout: 20_000 })
      .toBe(7);
    await pool.end();
  });

  it("moves to another port when its own was taken while it was stopped", async () => {
    const folder = clusterFolder();
    const { port } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8"));
    const taker = createServer((socket) => socket.destroy()).listen(port, "127.0.0.1");
    await once(taker, "listening");
    expect(await ask((await open(folder)).url)).toEqual({ one: 1 });
    taker.close();
  });

  it("signals no stranger that has the number of a server that is gone", async () => {
    const folder = clusterFolder();
    const stranger = spawn("sleep", ["60"]);
    children.push(stranger);
    writeFileSync(join(folder, "postgres", "postmaster.pid"), `${stranger.pid}\n`);
    await (await open(folder)).close();
    expect(stranger.exitCode).toBe(null);
    expect(stranger.signalCode).toBe(null);
  });

  it("says which file is missing when the password is gone", async () => {
    const folder = clusterFolder();
    rmSync(join(folder, "postgres.json"));
    await expect(openEmbedded(folder)).rejects.toMatchObject({ code: "embedded-failed" });
  });

  it("leaves no server behind that it could not open", async () => {
    const folder = clusterFolder();
    const file = join(folder, "postgres.json");
    const access = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...access, password: "another" }));
    await expect(openEmbedded(folder, { durable: false })).rejects.toMatchObject({ code: "embedded-failed" });
    expect(runs(folder)).toBe(false);
  });
});

describe("a first start", () => {
  it.each([
    ["its cluster", (folder: string) => existsSync(join(folder, "postgres.json"))],
    ["its database", (folder: string) => existsSync(join(folder, "postgres"))],
  ])("that was killed over %s is taken up by the next", async (_, reached) => {
    const folder = join(root, String(folders.length));
    folders.push(folder);
    const child = begin(folder);
    await until(() => reached(folder));
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await ask((await open(folder)).url)).toEqual({ one: 1 });
  });
});
