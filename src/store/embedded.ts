// A real PostgreSQL in the data folder, started when the first process needs it and stopped by the last that did.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CodedError } from "../errors.ts";
import { diskFull, fullOr } from "./disk-space.ts";
import type { Diagnosis } from "./failures.ts";
import { withFileLock } from "./file-lock.ts";
import { failure, findServer, freePort, hasCluster, prepareServer, stopServer } from "./postmaster.ts";

export interface EmbeddedOptions {
  /** False only for throw-away data: a ledger needs fsync. */
  readonly durable?: boolean;
}

export interface Embedded {
  /** Address of the database `licet` for the application's role `licet`, which owns nothing in it. */
  readonly url: string;
  /** The same for its owner, who alone may change tables. */
  readonly ownerUrl: string;
  /** Why it may be away. */
  readonly diagnose: Diagnosis;
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
 * take no other user, `disk-full` where there is no room to start.
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
    hold = await connect(access, "licet", "licet");
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

  async function leave(): Promise<void> {
    const last = await holdsAlone(hold);
    await hold.end();
    if (last) await stopServer(dataFolder);
  }

  const access = await alone(enter).catch((error: unknown) => {
    throw fullOr(error, dataFolder);
  });
  return {
    url: address(access, "licet", "licet"),
    ownerUrl: address(access, "licet_owner", "licet"),
    diagnose: () => diskFull(dataFolder),
    async close() {
      closed = true;
      await revival;
      // Where there is no room for a lock, nobody can be entering meanwhile.
      await alone(leave).catch((error: unknown) =>
        fullOr(error, dataFolder) === error ? Promise.reject(error) : leave(),
      );
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

type Role = "licet" | "licet_owner" | "postgres";
type DatabaseName = "licet" | "postgres";

/** One password for all: whoever reads the file that it stands in has the data besides. */
function address(access: Access, role: Role, database: DatabaseName): string {
  return `postgres://${role}:${access.password}@127.0.0.1:${access.port}/${database}`;
}

const holding = "licet, holding the server";

async function connect(access: Access, role: Role, database: DatabaseName): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: address(access, role, database),
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
    // It has ended, and it will again until somebody makes room.
    if (cause !== null && diskFull(dataFolder)) break;
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
  throw diskFull(dataFolder) ?? failure(dataFolder, cause);
}

/** Makes sure of the roles and the database where the server answers; else tells what the server says. */
async function knock(access: Access): Promise<"open" | "starting" | "silent" | Error> {
  try {
    const client = await connect(access, "postgres", "postgres");
    try {
      if (!(await isMade(client))) await makeDatabase(access, client);
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

async function isMade(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from pg_database where datname = 'licet' and pg_get_userbyid(datdba) = 'licet_owner'",
  );
  return rowCount === 1;
}

/**
 * What the application must not change it must not own. In a data folder of before there were two roles the application
 * owned everything: its tables, and last the database itself, go over to the owner.
 */
async function makeDatabase(access: Access, client: pg.Client): Promise<void> {
  const roles = await client.query("select rolname from pg_roles where rolname in ('licet', 'licet_owner')");
  const has = (role: Role) => roles.rows.some(({ rolname }) => rolname === role);
  const login = `login password '${access.password}'`;
  if (!has("licet_owner")) await client.query(`create role licet_owner createdb ${login}`);
  await client.query(`${has("licet") ? "alter" : "create"} role licet nocreatedb ${login}`);
  const { rowCount } = await client.query("select from pg_database where datname = 'licet'");
  if (!rowCount) {
    await client.query("create database licet owner licet_owner");
    return;
  }
  const inside = await connect(access, "postgres", "licet");
  try {
    await inside.query("reassign owned by licet to licet_owner");
  } finally {
    await inside.end();
  }
}
