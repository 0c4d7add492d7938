// Runs the command as a person would: `bin/licet`, in an empty folder, with its own settings.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { scratch } from "../support/scratch.ts";
import type { Order, Outcome } from "./warm-process.ts";

export const repository = join(import.meta.dirname, "..", "..");

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON Lines. */
  json(): Record<string, unknown>[];
}

export interface Place {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** In a process of its own. */
  start(...typed: string[]): ChildProcess;
  /**
   * To its end. The first run of each command in a test file has a process of its own, and so has one beside another; the
   * others share a process that stays, since most of what a short command computes is its start.
   */
  licet(...typed: string[]): Promise<Ran>;
  /** The same with something on standard input. */
  feed(input: string, ...typed: string[]): Promise<Ran>;
}

/** What stands only as long as a test file does. */
let folders: string[] = [];
let ranBefore = new Set<string>();

/** What a test file leaves behind is taken away. */
export function leave(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
  ranBefore = new Set();
  if (warm?.busy) warm.child.kill("SIGKILL");
}

/** @param settings - on top of a data folder of its own; none of the machine's settings come through. */
export function place(settings: Readonly<Record<string, string>> = {}): Place {
  const folder = mkdtempSync(join(scratch, "licet-cli-"));
  folders.push(folder);
  const environment = {
    PATH: process.env.PATH ?? "",
    LICET_DATA: join(folder, ".licet"),
    // As the launcher has it, for those that a test starts without.
    NODE_COMPILE_CACHE: compiled,
    ...settings,
  };
  const start = (...typed: string[]) =>
    spawn(process.execPath, [join(repository, "bin", "licet"), ...typed], { cwd: folder, env: environment });
  /** What Node itself is told counts from its start on. */
  const forNode = Object.keys(settings).some(
    (name) => name.startsWith("NODE_") && name !== "NODE_COMPILE_CACHE",
  );
  const feed = async (input: string, ...typed: string[]) => {
    const [name = ""] = typed;
    const alone = forNode || warm?.busy || !ranBefore.has(name);
    ranBefore.add(name);
    const ran = alone
      ? await ending(start(...typed), input)
      : await ordered({ typed, folder, environment, input });
    return { ...ran, json: () => linesOf(ran.stdout) };
  };
  return { folder, environment, start, feed, licet: (...typed) => feed("", ...typed) };
}

const compiled = join(repository, "node_modules", ".cache", "licet");

function linesOf(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function ending(child: ChildProcess, input: string): Promise<Omit<Ran, "json">> {
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ["", ""];
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/** The process that stays. */
let warm: { readonly child: ChildProcess; busy: boolean } | undefined;

async function ordered(order: Order): Promise<Outcome> {
  warm ??= open();
  const { child } = warm;
  warm.busy = true;
  const gone = once(child, "exit").then(([status]) => {
    throw new Error(`\`licet ${order.typed.join(" ")}\` ended the process that it shares, with ${status}`);
  });
  child.send(order);
  const [outcome] = await Promise.race([once(child, "message"), gone]);
  if (warm?.child === child) warm.busy = false;
  return outcome as Outcome;
}

function open(): { child: ChildProcess; busy: boolean } {
  const child = fork(join(import.meta.dirname, "warm-process.ts"), {
    execPath: process.execPath,
    execArgv: [],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.once("exit", () => {
    if (warm?.child === child) warm = undefined;
  });
  // It ends with this process, and does not keep it.
  child.unref();
  child.channel?.unref();
  return { child, busy: false };
}
