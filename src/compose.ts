// The only place that knows everybody: joins the use cases with PostgreSQL, SMTP, HTTP and the clock.
import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { loadDemo } from "./app/demo/load-demo.ts";
import { doDuties, sendDue } from "./app/duties.ts";
import { asItIs } from "./app/gate/credentials.ts";
import type { PostOffice, World } from "./app/ports.ts";
import { type CaseCounts, countCases } from "./app/rights/list-cases.ts";
import { applySetup } from "./app/setup/apply.ts";
import { type DeclaredRelay, type DeclaredRelays, readRelaysFile } from "./app/setup/relays-file.ts";
import { readSetupFile } from "./app/setup/setup-file.ts";
import { openAttestors } from "./attestors.ts";
import { type Config, isOnThisMachine, type PolicyConfig } from "./config.ts";
import type { Instant } from "./core/instant.ts";
import { openDkimKeys } from "./dkim-files.ts";
import { CodedError } from "./errors.ts";
import { openGates } from "./gates.ts";
import { createApp } from "./http/app.ts";
import { serve } from "./http/serve.ts";
import { readMasterKeys, readSecret } from "./key-files.ts";
import { parseAddress } from "./ledger/address.ts";
import { clockToleranceMs } from "./ledger/clock.ts";
import { openMasterKeys } from "./ledger/master-keys.ts";
import { deriveSecrets, type Secrets, subjectIdOf } from "./ledger/secrets.ts";
import { listeningOf, openListeners } from "./listeners.ts";
import { openPolicies } from "./policies.ts";
import { openMailbox } from "./smtp/mailbox.ts";
import { openRelay, openRelays } from "./smtp/relay.ts";
import { openEmbedded } from "./store/embedded.ts";
import { type OpenStore, openStore } from "./store/store.ts";

export interface OpenWorld {
  readonly world: World;
  /** Whether mail goes to the built-in mailbox, for want of a relay. */
  readonly mailbox: boolean;
  /** Which PostgreSQL, in words, without its password. */
  readonly database: string;
  /** Whether a server has said where letters lead. */
  readonly led: boolean;
  /** By how much this machine's clock and the database's differ at least. Milliseconds. */
  clockOffMs(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens everything a use case may touch: joins the database of a running server, or starts the embedded one for as long
 * as it is needed.
 *
 * @param serves - whether letters are to lead here, and so do those of whoever sends beside this; else they lead to the server
 * that was started last.
 * @throws CodedError of the database, the secret, the master key or the settings.
 */
export async function openWorld(config: Config, serves = false): Promise<OpenWorld> {
  makeDataFolder(config.dataFolder);
  const secrets = deriveSecrets(readSecret(config));
  const masters = openMasterKeys(() => readMasterKeys(config));
  const attestors = openAttestors(config);
  const dkimKeys = openDkimKeys(config);
  const postgres = config.databaseUrl
    ? { url: config.databaseUrl, ownerUrl: config.migrationUrl, diagnose: undefined, close: async () => {} }
    : await openEmbedded(config.dataFolder);
  let store: OpenStore | undefined;
  try {
    store = await openStore(
      postgres.url,
      secrets.fingerprint,
      masters,
      clockToleranceMs,
      postgres.ownerUrl,
      postgres.diagnose,
    );
    const opened = store;
    const own = { publicUrl: config.publicUrl, listening: listeningOf(config) };
    if (serves) await store.setBearings(own);
    const bearings = await store.bearings();
    const post = await openPost(config, store, secrets);
    const world: World = {
      store,
      post,
      clock: { now: () => Date.now() as Instant },
      ids: { next: randomUUID },
      secrets,
      attestors,
      dkimKeys,
      ...(bearings ?? own),
      attachmentsMostBytes: config.attachmentsMB * 1_000_000,
    };
    return {
      world,
      mailbox: config.smtpUrl === undefined && config.relaysFile === undefined,
      database: config.databaseUrl ? new URL(config.databaseUrl).host : "embedded PostgreSQL 18",
      led: bearings !== null,
      clockOffMs: () => clockOffMs(opened),
      close: async () => {
        try {
          await post.close();
          await store?.close();
        } finally {
          await postgres.close();
        }
      },
    };
  } catch (error) {
    await store?.close();
    await postgres.close();
    throw error;
  }
}

/** A withdrawal counts from the moment on at which its machine had it: a clock that is behind does not know it yet. Milliseconds. */
export const mostClockOffMs = 1000;

/** What the answer may have taken on its way is not held against either. */
async function clockOffMs(store: OpenStore): Promise<number> {
  const asked = Date.now();
  const there = await store.now();
  return Math.max(asked - there, there - Date.now(), 0);
}

export interface Server {
  readonly url: string;
  readonly mailbox: boolean;
  readonly database: string;
  /** Whether the role of the database could change the ledger after all. */
  readonly couldLiftBars: boolean;
  /** Requests by right that wait for an answer. */
  readonly requests: CaseCounts;
  /** Where other software hands its mail over: `host:port`. */
  readonly gates: readonly string[];
  /** Where a Postfix asks: `host:port`, or a path. */
  readonly policies: readonly string[];
  close(): Promise<void>;
}

/** Serves the pages and the API and does the duties of a server, until it is closed. */
export async function startServer(
  config: Config,
  options: { demo: boolean; log: (line: string) => void },
): Promise<Server> {
  const opened = await openWorld(config, true);
  const { world, mailbox, database } = opened;
  const stop = new AbortController();
  try {
    if (options.demo) await setUpDemo(world, options.log);
    const logger = pino({ level: "info", base: null }, logFile(join(config.dataFolder, "licet.log")));
    const tellClock = async () => {
      const offMs = await opened.clockOffMs().catch(() => 0);
      if (offMs > mostClockOffMs)
        logger.error(
          { offMs },
          "the clocks of this machine and of PostgreSQL differ; workers go by the latter",
        );
    };
    await tellClock();
    const clock = setInterval(tellClock, 60_000);
    stop.signal.addEventListener("abort", () => clearInterval(clock));
    const couldLiftBars = await world.store.couldLiftBars();
    const requests = await countCases(world);
    let ready = true;
    const app = createApp(world, {
      mailbox,
      trustedProxies: config.trustedProxies,
      ledgerPublic: config.ledgerPublic,
      hooks: config.listening.hooks,
      ready: () => ready,
      logger,
    });
    const server = await serve(app, config.port);
    const listeners = await openListeners(world, config, (reason) =>
      logger.error({ reason }, "the mailbox of `LICET_IMAP_URL` cannot be read"),
    );
    const gates = await openGates(world, config.gate);
    const policies = await openPolicies(world, config.policy);
    const duties = doDuties(
      world,
      stop.signal,
      (error) => logger.error(faultOf(error), "a duty failed"),
      (connections) => logger.info({ connections }, "network addresses let go of"),
      (counts) => logger.warn(counts, "requests by right are late or due within days; `licet rights list`"),
      ({ gone, kept, left, why }) =>
        left > 0
          ? logger.warn(
              { due: left, why },
              "people are due and nobody was erased; see `licet retention`, then `licet retention run`, which a server goes on with each day",
            )
          : logger.info({ gone, kept }, "people erased whose time is over"),
    );
    return {
      url: config.publicUrl,
      mailbox,
      database,
      couldLiftBars,
      requests,
      gates: gates.places,
      policies: policies.places,
      close: async () => {
        ready = false;
        stop.abort();
        await Promise.all([server.close(), listeners.close(), gates.close(), policies.close()]);
        await duties;
        await opened.close();
      },
    };
  } catch (error) {
    stop.abort();
    await opened.close();
    throw error;
  }
}

export interface Worker {
  readonly database: string;
  /** Rejects with CodedError `clock-off` as soon as the clock is; then it is to be closed. */
  readonly failed: Promise<never>;
  /** Where other software hands its mail over: `host:port`. */
  readonly gates: readonly string[];
  close(): Promise<void>;
}

const clockEveryMs = 2000;

/**
 * Sends what is due beside the server, on the same database, until it is closed.
 *
 * @param what - `gate`: takes mail of other software as well.
 * @throws CodedError `relay-missing`: the built-in mailbox takes few, and needs no help; `server-missing`: nobody could leave by
 *   the letters; `clock-off`; `gate-missing`.
 */
export async function startWorker(config: Config, what?: "gate"): Promise<Worker> {
  if (what === "gate" && config.gate === undefined) throw new CodedError("gate-missing");
  const opened = await openWorld(config);
  const { world, mailbox, database } = opened;
  const refuse = async (code: "relay-missing" | "server-missing" | "clock-off"): Promise<never> => {
    await opened.close();
    throw new CodedError(code);
  };
  if (mailbox && what !== "gate") return refuse("relay-missing");
  if (!opened.led && isOnThisMachine(config.publicUrl)) return refuse("server-missing");
  if ((await opened.clockOffMs()) > mostClockOffMs) return refuse("clock-off");
  const stop = new AbortController();
  const logger = pino({ level: "info", base: null }, logFile(join(config.dataFolder, "licet.log")));
  const gates = await openGates(world, what === "gate" ? config.gate : undefined).catch(async (error) => {
    await opened.close();
    throw error;
  });
  const sending = sendDue(world, stop.signal, (error) => logger.error(faultOf(error), "sending failed"));
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const watch = setInterval(async () => {
    // While the database cannot be asked nothing is sent either.
    if ((await opened.clockOffMs().catch(() => 0)) <= mostClockOffMs) return;
    stop.abort();
    failed.reject(new CodedError("clock-off"));
  }, clockEveryMs);
  return {
    database,
    failed: failed.promise,
    gates: gates.places,
    close: async () => {
      clearInterval(watch);
      stop.abort();
      await gates.close();
      await sending;
      await opened.close();
    },
  };
}

export interface PolicyService {
  /** Where a Postfix asks: `host:port`, or a path. */
  readonly places: readonly string[];
  close(): Promise<void>;
}

/**
 * Answers a Postfix beside the server, on the same database, until it is closed.
 *
 * @throws CodedError `clock-off`, `credential-unknown`, `port-taken`, `file-unwritable`.
 */
export async function startPolicyService(config: Config, policy: PolicyConfig): Promise<PolicyService> {
  const opened = await openWorld(config);
  try {
    if ((await opened.clockOffMs()) > mostClockOffMs) throw new CodedError("clock-off");
    // A server would answer its other doors all the same; this has no other.
    const { credential } = policy;
    if (credential !== null && (await asItIs(opened.world, { name: credential })) === null)
      throw new CodedError("credential-unknown", `\`${credential}\``);
    const policies = await openPolicies(opened.world, policy);
    return {
      places: policies.places,
      close: async () => {
        await policies.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A line that cannot be written, as on a full disk, is dropped: it must hold up no way out. */
function logFile(dest: string): ReturnType<typeof pino.destination> {
  const file = pino.destination({ dest, mode: 0o600, sync: false, maxLength: 1024 * 1024 });
  file.on("error", () => {});
  return file;
}

/** Where nothing is set up yet: the Spanish shop of examples/lunaria, with some hundreds of people. */
async function setUpDemo(world: World, log: (line: string) => void): Promise<void> {
  if (await world.store.setup.current()) return;
  const file = join(import.meta.dirname, "..", "examples", "lunaria", "licet.yaml");
  const read = readSetupFile(readFileSync(file, "utf8"));
  if (!read.ok) throw new CodedError("setup-malformed", read.mistakes[0]?.problem);
  await applySetup(world, read.declared);
  log(`loaded the demo shop: ${await loadDemo(world)} people with mixed histories`);
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new CodedError("data-folder-unusable", `\`${folder}\``, { cause });
  }
}

/** The details of a failure that was expected hold no address and no secret; of any other nothing is told but its kind. */
function faultOf(error: unknown): object {
  if (error instanceof CodedError) return { fault: error.code, detail: error.detail };
  return { fault: error instanceof Error ? error.name : "unknown" };
}

/** @throws CodedError `file-unreadable`, `relays-malformed` with the line of each mistake. */
function readRelays(path: string): DeclaredRelays {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new CodedError("file-unreadable", `\`${path}\` (${(cause as NodeJS.ErrnoException).code})`, {
      cause,
    });
  }
  const read = readRelaysFile(text);
  if (read.ok) return read.declared;
  const told = read.mistakes.map(({ line, column, problem }) => `${path}:${line}:${column}: ${problem}`);
  throw new CodedError("relays-malformed", told.join("; "));
}

/** The relays as the settings declare them; null: there are none, and mail goes to the built-in mailbox. */
export function declaredRelays({
  smtpUrl,
  relaysFile,
}: Config): readonly Pick<DeclaredRelay, "name" | "url">[] | null {
  if (smtpUrl !== undefined) return [{ name: "relay", url: smtpUrl }];
  return relaysFile === undefined ? null : readRelays(relaysFile).relays;
}

async function openPost(config: Config, store: OpenStore, secrets: Secrets): Promise<PostOffice> {
  if (config.smtpUrl) return openRelay(config.smtpUrl);
  if (config.relaysFile) return openRelays(readRelays(config.relaysFile), { usage: store.relayUsage });
  const mailbox = await openMailbox(async (mail) => {
    const address = parseAddress(mail.forwardPath);
    if (address === null) return;
    const subject = subjectIdOf(address, secrets);
    await store.mailbox.add({ ...mail, subject, receivedAt: Date.now() as Instant });
  });
  const relay = openRelay(mailbox.url);
  return {
    name: "mailbox",
    deliver: (lastAsk, letter) => relay.deliver(lastAsk, letter),
    width: relay.width,
    close: async () => {
      await relay.close();
      await mailbox.close();
    },
  };
}
