// Which of our threads go first where there are more of them than cores.
import { readdir, readFile } from "node:fs/promises";
import { getPriority, setPriority } from "node:os";

const threads = "/proc/self/task";
/** setpriority(2): how much sooner they make way, and how soon a thread may at most. */
const sooner = 5;
const soonest = 19;

/**
 * Lets the threads that sign make way for the one that speaks with the relay and the database: each letter goes through that
 * one, and while it waits for a core the others soon have nothing left to sign. They also read files and look names up, and
 * make way for good. Only Linux gives a thread a priority of its own; elsewhere nothing is done.
 */
export async function letSignersYield(): Promise<void> {
  const makesWay = Math.min(soonest, getPriority() + sooner);
  // They are the ones who read this, so all of them have been started.
  const ids = await readdir(threads).catch(() => []);
  for (const id of ids) {
    const name = await readFile(`${threads}/${id}/comm`, "utf8").catch(() => "");
    if (name.trim() === "libuv-worker") setPriority(Number(id), makesWay);
  }
}
