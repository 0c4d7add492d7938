// Installs what `npm ci` would, and only when the lock file is newer than what is installed.
// Runs before anything is installed, on any Node that npm itself supports: keep it free of dependencies.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, "package-lock.json");
const mark = join(root, "node_modules", ".package-lock.json");

/** Brings `node_modules` up to date with the lock file. Does nothing in a published package, which ships no lock file. */
export function install() {
  if (!existsSync(lock)) return;
  // Somebody else's: what is behind a link is not ours to empty.
  if (lstatSync(dirname(mark), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write("licet: installing what is missing (once, about a minute) …\n");
  const npm = process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const result = spawnSync(npm[0], [...npm[1], "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (result.status !== 0) {
    process.stderr.write("licet: `npm ci` failed; read its words above, then run the same command again\n");
    process.exit(result.status ?? 1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
