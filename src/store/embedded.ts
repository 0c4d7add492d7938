// A real PostgreSQL in the data folder, started when the first process needs it and stopped by the last that did.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CodedError } from "../errors.ts";
import { withFileLock } from "./file-lock.ts";
import { failure, findServer, freePort, hasCluster, prepareServer, stopServer } from "./postmaster.ts";

export interface EmbeddedOptions {
  /** False only for throw-away data: a ledger needs fsync. */
  readonly durable?: boolean;
}

export interface Embedded {
  /** Address of the database `licet`, owned by the ordinary role `licet`. */
  readonly url: string;
  /** Leaves. The last process to leave stops the PostgreSQL. */
  close(): Promise<void>;
}

/**
 * Joins the PostgreSQL of this data folder, starting it if it does not run, and starts it again whenever it dies.
 *
 * While open it holds one connection, which is how the others know that somebody still needs the server: a pool has
 * none left when it has been idle for a while.
 *
 * @throws CodedError `embedded-failed` naming the log, `embedded-locked` naming the lock, `embedded-root` where root can
 * take no other user.
 */
export async function openEmbedded(
  dataFolder: string,
  { durable = true }: EmbeddedOptions = {},
): Promise<Embedded> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const alone = <Result>(work: () => Promise<Result>) =>
    withFileLock(join(dataFolder, "postgres.lock"), work);
  let hold: pg.Client;
  let closed = false;
  let revival = Promise.resolve();

  async function enter(): Promise<Access> {
    const access = await makeRun(dataFolder, durable);
    hold = await connect(access, "licet");
    hold.once("end", () => {
      if (!closed) revival = revive();
    });
    return access;
  }

  async function revive(): Promise<void> {
    while (!closed) {
      try {
        await alone(enter);
        return;
      } catch {
        await sleep(1000);
      }
    }
  }

  const access = await alone(enter);
  return {
    url: address(access, "licet"),
    async close() {
      closed = true;
      await revival;
      await alone(async () => {
        const last = await holdsAlone(hold);
        await hold.end();
        if (last) await stopServer(dataFolder);
      });
    },
  };
}

/** Where the embedded PostgreSQL answers; kept beside its data, readable by its owner alone. */
interface Access {
  readonly port: number;
  readonly password: string;
}

function readAccess(dataFolder: string): Access | null {
  const file = join(dataFolder, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Access) : null;
}

function writeAccess(dataFolder: string, access: Access): void {
  const file = join(dataFolder, "postgres.json");
  writeFileSync(`${file}.new`, JSON.stringify(access), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function address(access: Access, name: "licet" | "postgres"): string {
  return `postgres://${name}:${access.password}@127.0.0.1:${access.port}/${name}`;
}

const holding = "licet, holding the server";

/** As the role of this name, in the database of this name. */
async function connect(access: Access, name: "licet" | "postgres"): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: address(access, name),
    application_name: holding,
    connectionTimeoutMillis: 5000,
    query_timeout: 30_000,
  });
  // A lost connection shows by its end; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function holdsAlone(hold: pg.Client): Promise<boolean> {
  try {
    const { rowCount } = await hold.query(
      `select from pg_stat_activity
       where usename = current_user and application_name = $1 and pid <> pg_backend_pid()`,
      [holding],
    );
    return rowCount === 0;
  } catch {
    return false;
  }
}

/** The password is on record before the cluster that it opens, so that a start that was killed can be taken up. */
async function makeRun(dataFolder: string, durable: boolean): Promise<Access> {
  const known = readAccess(dataFolder);
  if (known && (await knock(known)) === "open") return known;
  if (!known && hasCluster(dataFolder))
    throw new CodedError(
      "embedded-failed",
      `\`${join(dataFolder, "postgres.json")}\` is missing; restore it`,
    );

  const runs = known !== null && findServer(dataFolder) !== null;
  const access = {
    port: runs ? known.port : await freePort(known?.port),
    password: known?.password ?? randomBytes(24).toString("hex"),
  };
  writeAccess(dataFolder, access);
  const launch = await prepareServer(dataFolder, access, durable);
  let launched = false;
  let cause: unknown = null;
  // A server that says it is recovering is waited for as long as that takes.
  for (let quietSince = performance.now(); performance.now() - quietSince < 60_000; await sleep(20)) {
    const answer = await knock(access);
    if (answer === "open") return access;
    if (answer === "starting") quietSince = performance.now();
    if (answer instanceof Error) {
      cause = answer;
      break;
    }
    if (launched || findServer(dataFolder) !== null) continue;
    // After a kill -9 the dead server's children hold the data for a moment: that is no reason to give up.
    if (performance.now() - quietSince > 15_000) break;
    launched = true;
    void launch().then(async (ending) => {
      cause = ending;
      await sleep(250);
      launched = false;
    });
  }
  await stopServer(dataFolder);
  throw failure(dataFolder, cause);
}

/** Makes sure of the application's role and database where the server answers; else tells what the server says. */
async function knock(access: Access): Promise<"open" | "starting" | "silent" | Error> {
  try {
    const client = await connect(access, "postgres");
    try {
      await makeDatabase(client, access.password);
    } finally {
      await client.end();
    }
    return "open";
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) return "silent";
    // cannot_connect_now: it starts, recovers or stops.
    return error.code === "57P03" ? "starting" : error;
  }
}

/** The role owns its database and is no superuser, so that what is revoked from it stays revoked. */
async function makeDatabase(client: pg.Client, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = 'licet'");
  if (rowCount) return;
  await client.query("drop role if exists licet");
  await client.query(`create role licet login createdb password '${password}'`);
  await client.query("create database licet owner licet");
}
