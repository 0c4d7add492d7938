// Runs the command as a person would: `bin/licet` in a process of its own, in an empty folder, with its own settings.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

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
  start(...typed: string[]): ChildProcess;
  licet(...typed: string[]): Promise<Ran>;
  /** The same with something on standard input. */
  feed(input: string, ...typed: string[]): Promise<Ran>;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** @param settings - on top of a data folder of its own; none of the machine's settings come through. */
export function place(settings: Readonly<Record<string, string>> = {}): Place {
  const folder = mkdtempSync(join(tmpdir(), "licet-cli-"));
  folders.push(folder);
  const environment = {
    PATH: process.env.PATH ?? "",
    LICET_DATA: join(folder, ".licet"),
    // As the launcher has it, for those that a test starts without.
    NODE_COMPILE_CACHE: join(repository, "node_modules", ".cache", "licet"),
    ...settings,
  };
  const start = (...typed: string[]) =>
    spawn(process.execPath, [join(repository, "bin", "licet"), ...typed], { cwd: folder, env: environment });
  const feed = (input: string, ...typed: string[]) =>
    new Promise<Ran>((resolve, reject) => {
      const child = start(...typed);
      let [stdout, stderr] = ["", ""];
      child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
      child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      child.on("error", reject);
      child.on("close", (status) =>
        resolve({
          status,
          stdout,
          stderr,
          json: () =>
            stdout
              .split("\n")
              .slice(0, -1)
              .map((line) => JSON.parse(line) as Record<string, unknown>),
        }),
      );
      child.stdin?.on("error", () => {});
      child.stdin?.end(input);
    });
  return { folder, environment, start, feed, licet: (...typed) => feed("", ...typed) };
}
