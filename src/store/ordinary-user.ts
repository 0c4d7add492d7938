// PostgreSQL refuses to run as root; this finds a way to run it as somebody else.
import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { CodedError } from "../errors.ts";

/** Starts programs as a user that is not root. */
export interface Runner {
  /** Detached, so that a Ctrl-C meant for the command does not stop the database under its feet. */
  spawn(program: string, args: readonly string[], log: number): ChildProcess;
  /** Lets that user read a file that this process wrote. */
  own(path: string): void;
}

/**
 * As an ordinary user: itself. As root: the user nobody of a user namespace (which works even below a folder that only
 * root may enter), else the users `postgres` or `nobody`.
 *
 * @throws CodedError `embedded-root` where nothing of this is allowed.
 */
export function ordinaryUser(dataFolder: string): Runner {
  if (process.getuid?.() !== 0) return runner((program, args) => [program, args, {}]);

  const namespace = ["-U", "--map-user=65534", "--map-group=65534"];
  if (spawnSync("unshare", [...namespace, "true"]).status === 0)
    return runner((program, args) => ["unshare", [...namespace, program, ...args], {}]);

  for (const name of ["postgres", "nobody"]) {
    const ids = idsOf(name);
    if (!ids || spawnSync("ls", [dataFolder], ids).status !== 0) continue;
    const folder = join(dataFolder, "postgres");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chownSync(folder, ids.uid, ids.gid);
    return runner(
      (program, args) => [program, args, ids],
      (path) => chownSync(path, ids.uid, ids.gid),
    );
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
