// A whole world for one test file: a database of its own, a real SMTP sink, and a clock that the test may move.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Attestors } from "../../src/app/ledger/attestors.ts";
import type { Listening } from "../../src/app/listening/listening.ts";
import type { PostOffice, World } from "../../src/app/ports.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { type Instant, parseInstant } from "../../src/core/instant.ts";
import { openAsk } from "../../src/http/ask.ts";
import { openMasterKeys } from "../../src/ledger/master-keys.ts";
import { deriveSecrets } from "../../src/ledger/secrets.ts";
import { openMailbox } from "../../src/smtp/mailbox.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { openStore } from "../../src/store/store.ts";

export interface CaughtLetter {
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly raw: Buffer;
}

export interface TestWorld extends World {
  /** Everything that the sink accepted, in order. */
  readonly caught: CaughtLetter[];
  readonly databaseUrl: string;
  /** The same for whoever owns the tables, and can change what the application cannot. */
  readonly ownerUrl: string;
  /** Stops the clock at an instant, or lets it run from there. */
  setClock(at: string): void;
  close(): Promise<void>;
}

export interface TestWorldOptions {
  /** Set up as the demo shop; default true. */
  readonly setup?: boolean;
  /** Stops the clock there; default: the real time. */
  readonly at?: string;
  readonly databaseUrl?: string;
  /** The same database for its owner, where that is another role and nobody has migrated yet. */
  readonly ownerUrl?: string;
  /** The text of the master keys, whenever it is read. */
  readonly masterKeys?: () => string;
  /** Called with each letter before the sink says 250. */
  readonly onLetter?: (letter: CaughtLetter) => Promise<void> | void;
  readonly post?: PostOffice;
  /** Default: nobody is asked. */
  readonly attestors?: Partial<Attestors>;
  /** Default: nobody listens. */
  readonly listening?: Listening;
}

/** Nobody is asked to attest anything. */
const noAttestors: Attestors = { witnesses: [], needed: 1, authority: null, anchors: "", ask: openAsk() };

export async function makeWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const databaseUrl = options.databaseUrl ?? (await cloneDatabase());
  const secrets = deriveSecrets("5e".repeat(32));
  const store = await openStore(
    databaseUrl,
    secrets.fingerprint,
    openMasterKeys(options.masterKeys ?? (() => "4d".repeat(32))),
    undefined,
    options.ownerUrl,
  );
  const caught: CaughtLetter[] = [];
  const mailbox = await openMailbox(async (letter) => {
    await options.onLetter?.(letter);
    caught.push(letter);
  });
  const post = options.post ?? openRelay(mailbox.url);
  let stopped = options.at === undefined ? null : instant(options.at);
  const world: TestWorld = {
    store,
    post,
    clock: { now: () => stopped ?? (Date.now() as Instant) },
    ids: { next: randomUUID },
    secrets,
    attestors: { ...noAttestors, ...options.attestors },
    dkimKeys: () => [],
    publicUrl: "http://127.0.0.1:4000",
    ...(options.listening && { listening: options.listening }),
    caught,
    databaseUrl,
    ownerUrl: options.ownerUrl ?? ownerOf(databaseUrl),
    setClock(at) {
      stopped = instant(at);
    },
    async close() {
      await post.close();
      await mailbox.close();
      await store.close();
    },
  };
  if (options.setup ?? true) await applyLunaria(world);
  return world;
}

/** Sets the demo shop up. */
export async function applyLunaria(world: World): Promise<void> {
  read ??= readSetupFile(lunaria());
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  await applySetup(world, read.declared);
}
/** Read once: it is hundreds of lines, and a world is opened for hundreds of tests. */
let read: ReturnType<typeof readSetupFile> | undefined;

/** The set-up file of the demo shop. */
export function lunaria(): string {
  return readFileSync(join(import.meta.dirname, "..", "..", "examples", "lunaria", "licet.yaml"), "utf8");
}

/** A migrated database that nobody else uses, for the application's role. */
export async function cloneDatabase(): Promise<string> {
  const url = new URL(inject("postgresUrl"));
  url.pathname = new URL(await createDatabase(inject("ownerUrl"), "template_licet")).pathname;
  return url.href;
}

/** The same database for its owner; on a server of one role, the same address. */
export function ownerOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const owner = new URL(inject("ownerUrl"));
  if (url.host === owner.host) url.username = owner.username;
  return url.href;
}

/** An empty database on another server. */
export function emptyDatabase(server: string): Promise<string> {
  return createDatabase(server, "template1");
}

/** The databases of this test file, by their servers. */
const created = new Map<string, string[]>();

async function createDatabase(server: string, template: string): Promise<string> {
  const url = new URL(server);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  await admin.end();
  created.set(server, [...(created.get(server) ?? []), name]);
  url.pathname = `/${name}`;
  return url.href;
}

/** Takes the databases of this test file away, but for those that somebody has still open. */
export async function dropDatabases(): Promise<void> {
  const servers = [...created];
  created.clear();
  for (const [server, names] of servers) {
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    const { rows } = await admin.query("select datname from pg_stat_activity where datname = any($1)", [
      names,
    ]);
    const open = new Set(rows.map(({ datname }) => datname));
    for (const name of names) if (!open.has(name)) await admin.query(`drop database ${name}`);
    await admin.end();
  }
}

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`not an instant: ${text}`);
  return parsed;
}
