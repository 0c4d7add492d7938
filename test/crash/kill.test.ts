// Killed at any moment while it tells, sequences and sends: the process itself, one backend of PostgreSQL, or all of it.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { type Mailbox, openMailbox } from "../../src/smtp/mailbox.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { type Embedded, openEmbedded } from "../../src/store/embedded.ts";
import { type Holder, openHolder } from "../support/holder.ts";
import { onceAnswering } from "../support/once-answering.ts";
import { scratch } from "../support/scratch.ts";
import { seeded } from "../support/seeded.ts";
import { makeTellers, type Tellers } from "../support/tellers.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const rounds = process.env.LICET_RUNS === "all" ? 150 : Number(process.env.LICET_RUNS ?? 6);
const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);
const targets = ["the process", "a backend of PostgreSQL", "PostgreSQL with all its processes"] as const;

const folder = realpathSync(mkdtempSync(join(scratch, "licet-kill-")));
const received: string[] = [];
let postgres: Embedded;
let sink: Mailbox;
let world: TestWorld;
let tellers: Tellers;
let holder: Holder;

beforeAll(async () => {
  postgres = await openEmbedded(folder);
  sink = await openMailbox(async ({ forwardPath, raw }) => {
    received.push(`${forwardPath} ${/^Subject: .*$/m.exec(raw.toString())?.[0]}`);
  });
  const post = openRelay(sink.url);
  world = await makeWorld({ databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl, post });
  tellers = makeTellers(world, postgres.url);
  await tellers.consents(20);
  holder = openHolder(postgres.url);
}, 60_000);
afterAll(async () => {
  await holder.close();
  await world.close();
  await sink.close();
  await postgres.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it(`a kill -9 at any moment loses nothing that was acknowledged (seed ${seed})`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const target = targets[round % targets.length]!;
    const teller = await startTeller(String(round));
    const after = random(400);
    await sleep(after);
    const when = `round ${round}: ${target}, after ${after} ms`;
    if (target === "the process") teller.process.kill("SIGKILL");
    else {
      const pid = target.startsWith("a backend") ? await aBackend() : postmaster();
      if (pid !== null) process.kill(pid, "SIGKILL");
      // The process outlives it, goes on when it is back, and ends when it is asked to.
      await onceAnswering(async () => expect(await world.store.setup.current()).not.toBeNull());
      await teller.hears();
      teller.process.stdin?.write("end\n");
    }
    const status = await teller.ended;
    if (target !== "the process")
      expect({ when, status, said: teller.said() }).toEqual({ when, status: 0, said: "" });
    await onceAnswering(async () => {
      await tellers.check(when);
      for (const { id, state } of await world.store.campaigns.list())
        if (state === "running") await runCampaign(world, id, { leaseMs: 400 });
      await holder.check(world, when);
    });
  }
  expect(new Set(received).size).toBe(received.length);
  console.info(
    `kills: ${rounds}; acknowledged: ${tellers.acknowledged()}; checkpoints held: ${holder.held()}; mails: ${received.length}`,
  );
}, 3_600_000);

interface Teller {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  /** Waits for the next thing that is acknowledged. */
  hears(): Promise<void>;
  said(): string;
}

async function startTeller(name: string): Promise<Teller> {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, "teller-process.ts"),
      postgres.url,
      sink.url,
      "5e".repeat(32),
      "4d".repeat(32),
      name,
    ],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const ready = Promise.withResolvers<void>();
  let heard = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", (line) => {
    const [word, id = "", subject = null] = line.split(" ");
    if (word === "ready") ready.resolve();
    else tellers.adopt(id, subject);
    if (word !== "told") return;
    heard.resolve();
    heard = Promise.withResolvers();
  });
  await Promise.race([ready.promise, ended.then(() => Promise.reject(new Error(said)))]);
  return {
    process: child,
    ended,
    hears: () => Promise.race([heard.promise, ended.then(() => {})]),
    said: () => said,
  };
}

function postmaster(): number {
  return Number.parseInt(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8"), 10);
}

/** One that works for the process that tells, in the midst of it if there is one. */
async function aBackend(): Promise<number | null> {
  const client = new pg.Client(postgres.url);
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'licet' and pid <> pg_backend_pid()
     order by state = 'idle', random() limit 1`,
  );
  await client.end();
  return rows[0]?.pid ?? null;
}
