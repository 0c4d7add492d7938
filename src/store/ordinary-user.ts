// PostgreSQL refuses to run as root; this finds a way to run it as somebody else.
import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, statSync } from "node:fs";
import { CodedError } from "../errors.ts";

/** Starts programs as a user that is not root. */
export interface Runner {
  /** Detached, so that a Ctrl-C meant for the command does not stop the database under its feet. */
  spawn(program: string, args: readonly string[], log: number): ChildProcess;
  /** Gives that user a file or folder that this process made. */
  own(path: string): void;
}

/**
 * As an ordinary user: itself. As root: the user nobody of a user namespace (which works even below a folder that only
 * root may enter), else the users `postgres` or `nobody`, who are let through the data folder but may list nothing of it.
 *
 * @param needed - programs that the user must be able to run, and folders that it must be able to enter.
 * @throws CodedError `embedded-root` where nothing of this is allowed.
 */
export function ordinaryUser(dataFolder: string, needed: readonly string[]): Runner {
  if (process.getuid?.() !== 0) return runner((file, args) => [file, args, {}]);

  const suits = ([file, ...words]: readonly [string, ...string[]], options: SpawnOptions = {}) =>
    [dataFolder, ...needed].every((path) => {
      const test = spawnSync(file, [...words, "-x", path], { ...options, cwd: "/", stdio: "ignore" });
      return test.status === 0;
    });
  const namespace = ["-U", "--map-user=65534", "--map-group=65534"];
  if (suits(["unshare", ...namespace, "test"]))
    return runner((file, args) => ["unshare", [...namespace, file, ...args], {}]);

  for (const name of ["postgres", "nobody"]) {
    const ids = idsOf(name);
    if (!ids) continue;
    const { mode } = statSync(dataFolder);
    if (!suits(["test"], ids)) chmodSync(dataFolder, (mode & 0o7777) | 0o011);
    if (suits(["test"], ids))
      return runner(
        (file, args) => [file, args, ids],
        (path) => chownSync(path, ids.uid, ids.gid),
      );
    chmodSync(dataFolder, mode & 0o7777);
  }
  throw new CodedError("embedded-root");
}

function runner(
  command: (program: string, args: readonly string[]) => [string, readonly string[], SpawnOptions],
  own: (path: string) => void = () => {},
): Runner {
  return {
    own,
    spawn(program, args, log) {
      const [file, words, options] = command(program, args);
      return spawn(file, words, { ...options, cwd: "/", detached: true, stdio: ["ignore", log, log] });
    },
  };
}

function idsOf(name: string): { uid: number; gid: number } | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}
