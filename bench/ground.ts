// What every bench stands on: a throw-away data folder with a durable PostgreSQL, and honest arithmetic.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import type { Entry } from "../src/app/consent/entry.ts";
import { readLine } from "../src/app/imports/read-line.ts";
import type { PostOffice, World } from "../src/app/ports.ts";
import { applySetup } from "../src/app/setup/apply.ts";
import { readSetupFile } from "../src/app/setup/setup-file.ts";
import type { Instant } from "../src/core/instant.ts";
import { openMasterKeys } from "../src/ledger/master-keys.ts";
import { deriveSecrets } from "../src/ledger/secrets.ts";
import { openEmbedded } from "../src/store/embedded.ts";
import { type OpenStore, openStore } from "../src/store/store.ts";

export interface Ground {
  readonly world: World;
  /** For the owner of the tables. */
  readonly databaseUrl: string;
  /** As a server has it. */
  readonly applicationUrl: string;
  close(): Promise<void>;
}

/** For what sends nothing. */
export const noPost: PostOffice = {
  name: "none",
  width: 1,
  deliver: () => Promise.reject(new Error("nothing is sent here")),
  close: async () => {},
};

/** The demo shop on a PostgreSQL that calls fsync, as in production. */
export async function breakGround(post: PostOffice): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "licet-bench-"));
  const postgres = await openEmbedded(folder);
  const { world, store } = await worldOver(postgres.url, postgres.ownerUrl, post);
  const file = join(import.meta.dirname, "..", "examples", "lunaria", "licet.yaml");
  const read = readSetupFile(readFileSync(file, "utf8"));
  if (!read.ok) throw new Error("the demo shop has mistakes");
  await applySetup(world, read.declared);
  return {
    world,
    databaseUrl: postgres.ownerUrl,
    applicationUrl: postgres.url,
    close: async () => {
      await post.close();
      await store.close();
      await postgres.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same world for whichever process of a bench. */
export async function worldOver(
  url: string,
  ownerUrl: string,
  post: PostOffice,
): Promise<{ readonly world: World; readonly store: OpenStore }> {
  const secrets = deriveSecrets("be".repeat(32));
  const masters = openMasterKeys(() => "4d".repeat(32));
  const store = await openStore(url, secrets.fingerprint, masters, undefined, ownerUrl);
  const world: World = {
    store,
    post,
    clock: { now: () => Date.now() as Instant },
    ids: { next: randomUUID },
    secrets,
    attestors: { witnesses: [], needed: 1, authority: null, anchors: "", ask: async () => null },
    dkimKeys: () => [],
    publicUrl: "https://shop.example",
  };
  return { world, store };
}

/** Somebody in Spain with a source, a consent and a click: three facts, with ids and times of their own. */
export function somebody(number: number): Entry {
  const at = (day: number) => new Date(Date.now() - day * 86_400_000 - number).toISOString();
  const read = readLine(
    {
      email: `person-${number}@example.com`,
      language: "es",
      recipient: { country: "ES", kind: "natural" },
      facts: [
        { id: `source-${number}`, type: "source.declared", at: at(60), kind: "own-form" },
        {
          id: `consent-${number}`,
          type: "consent.given",
          at: at(60),
          purpose: "newsletter",
          channel: "email",
          by: "subject",
          method: "web-form",
          clause: { hash: "sha256:00", version: "1" },
          form: { version: "1" },
          notice: { version: "1", withdrawalStated: true },
          purposes: ["newsletter"],
        },
        { id: `click-${number}`, type: "activity.observed", at: at(9), kind: "click" },
      ],
    },
    "file",
  );
  if (!read.ok) throw new Error(read.problem);
  return read.entry;
}

/** Runs of the contenders in turn, so that a noisy minute falls on all; the median of each. */
export async function inTurn<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number>> {
  const rates = {} as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1)
    for (const name of Object.keys(contenders) as Name[]) {
      rates[name] ??= [];
      rates[name].push(await contenders[name]());
    }
  return Object.fromEntries(
    (Object.keys(rates) as Name[]).map((name) => [
      name,
      rates[name].sort((a, b) => a - b)[Math.floor(rounds / 2)],
    ]),
  ) as Record<Name, number>;
}

/** How many a second. */
export async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (count / (performance.now() - begun)) * 1000;
}

/** A table of rates beside the first, which is the limit. */
export function report(title: string, unit: string, rates: Readonly<Record<string, number>>): void {
  const limit = Object.values(rates)[0] ?? 1;
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(rates))
    console.log(
      `  ${name.padEnd(44)} ${Math.round(value).toLocaleString("en").padStart(9)} ${unit}   ${(value / limit).toFixed(2)}`,
    );
}

/** What this process and the server have computed so far, in seconds: all threads of the one, all processes of the other. */
export async function processorSeconds(
  connection: pg.Pool | pg.Client,
): Promise<{ own: number; postgres: number }> {
  const { user, system } = process.cpuUsage();
  const { rows } = await connection.query<{ pid: number }>("select pg_backend_pid() as pid");
  // proc(5): fields 4 (parent), 14 and 15 (its own time), 16 and 17 (that of children that have ended).
  const stat = (pid: string) => {
    try {
      // The 2nd may hold spaces and ends with a bracket.
      return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").map(Number) ?? [];
    } catch {
      return []; // It has ended in the meantime.
    }
  };
  const server = stat(String(rows[0]?.pid))[1] ?? 0;
  const ticks = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), fields: stat(pid) }))
    .flatMap(({ pid, fields }) =>
      pid === server ? fields.slice(11, 15) : fields[1] === server ? fields.slice(11, 13) : [],
    );
  const ticksASecond = 100;
  return {
    own: (user + system) / 1e6,
    postgres: ticks.reduce((sum, one) => sum + one, 0) / ticksASecond,
  };
}
