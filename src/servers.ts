// What runs until it is stopped: a server, and what works beside it on the same database.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { loadDemo } from "./app/demo/load-demo.ts";
import { doDuties, sendDue } from "./app/duties.ts";
import { asItIs } from "./app/gate/credentials.ts";
import type { World } from "./app/ports.ts";
import { type CaseCounts, countCases } from "./app/rights/list-cases.ts";
import { applySetup } from "./app/setup/apply.ts";
import { readSetupFile } from "./app/setup/setup-file.ts";
import { mostClockOffMs, openWorld } from "./compose.ts";
import { type Config, isOnThisMachine, type PolicyConfig } from "./config.ts";
import { CodedError } from "./errors.ts";
import { openGates } from "./gates.ts";
import { createApp } from "./http/app.ts";
import { serve } from "./http/serve.ts";
import { openListeners } from "./listeners.ts";
import { openPolicies } from "./policies.ts";

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

/** The details of a failure that was expected hold no address and no secret; of any other nothing is told but its kind. */
function faultOf(error: unknown): object {
  if (error instanceof CodedError) return { fault: error.code, detail: error.detail };
  return { fault: error instanceof Error ? error.name : "unknown" };
}
