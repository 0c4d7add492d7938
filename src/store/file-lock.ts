// A lock file between processes of one machine, freed by itself when its holder dies.
import { execFileSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { CodedError } from "../errors.ts";

/**
 * Runs `work` while no other process on this machine holds the same file.
 *
 * @param patienceMs - how long to wait for a holder that lives.
 * @throws CodedError `embedded-locked` naming the file, when the holder has not freed it by then.
 */
export async function withFileLock<Result>(
  file: string,
  work: () => Promise<Result>,
  patienceMs = 120_000,
): Promise<Result> {
  const begunAt = performance.now();
  while (!take(file)) {
    if (holderIsDead(file)) breakLock(file);
    else if (performance.now() - begunAt > patienceMs) throw new CodedError("embedded-locked", `\`${file}\``);
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** A link appears whole or not at all, so a lock is never seen without its holder. */
function take(file: string): boolean {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, `${process.pid} ${startOf(process.pid)}`, { mode: 0o600 });
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Two that wait may both find the holder dead; whoever took the new holder's lock by mistake gives it back. */
function breakLock(file: string): void {
  const taken = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, taken);
    if (!holderIsDead(taken)) linkSync(taken, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  rmSync(taken, { force: true });
}

/** A number alone does not tell: in a container that is started again, the new process has the number of the dead one. */
function holderIsDead(file: string): boolean {
  try {
    const [pid = "", ...start] = readFileSync(file, "utf8").split(" ");
    process.kill(Number(pid), 0);
    return start.join(" ") !== startOf(Number(pid));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** When a process began, in words that never change while it lives; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    if (!existsSync("/proc/self/stat"))
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    // The name, in parentheses, may hold blanks; the 22nd field is the twentieth after it (proc_pid_stat(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
