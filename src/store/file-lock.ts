// A lock file between processes of one machine, freed by itself when its holder dies.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs `work` while no other process on this machine holds the same file. */
export async function withFileLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  while (!take(file)) {
    if (holderIsDead(file)) breakLock(file);
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** A link appears whole or not at all, so a lock is never seen without its holder's number. */
function take(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid), { mode: 0o600 });
  try {
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

function holderIsDead(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
