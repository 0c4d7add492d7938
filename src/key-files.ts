// Where the secret and the master keys come from: a setting, a command, or a file of the data folder.
import { execSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Config } from "./config.ts";
import { CodedError } from "./errors.ts";
import { type MasterKey, openMasterKeys } from "./ledger/master-keys.ts";
import { fullOr } from "./store/disk-space.ts";
import { withFileLock } from "./store/file-lock.ts";

/** The secret of the settings, or the file of the data folder, made at the first start. */
export function readSecret(config: Config): string {
  return config.secret ?? readOrMake(join(config.dataFolder, "secret"));
}

/**
 * The text of the master keys, read anew at each call.
 *
 * @throws CodedError `master-key-unavailable`, `setting-malformed`.
 */
export function readMasterKeys(config: Config): string {
  const text = config.masterKeyCommand
    ? printedBy(config.masterKeyCommand)
    : (config.masterKey ?? readOrMake(fileOf(config)));
  if (text.toLowerCase().includes(readSecret(config).toLowerCase()))
    throw new CodedError("setting-malformed", "the master key should be another one than the secret");
  return text;
}

/**
 * Goes over to a new master key: it stands in front of the old one while `rewrap` works, then alone. Where the keys come
 * from a setting or a command, whoever runs Licet puts it there and takes the old one away.
 *
 * Cut off, it goes on to the same new key when it is called again.
 */
export async function rotateMasterKey<Result>(
  config: Config,
  rewrap: (key: MasterKey) => Promise<Result>,
): Promise<Result> {
  if (config.masterKeyCommand || config.masterKey)
    return rewrap(openMasterKeys(() => readMasterKeys(config)).newest());
  const file = fileOf(config);
  return withFileLock(`${file}.lock`, async () => {
    const before = readFileSync(file, "utf8").trim().split(/\s+/);
    const keys = before.length > 1 ? before : [newKey(), ...before];
    replace(file, keys);
    const result = await rewrap(openMasterKeys(() => keys.join("\n")).newest());
    replace(file, keys.slice(0, 1));
    return result;
  });
}

const fileOf = (config: Config) => join(config.dataFolder, "master-key");
const newKey = () => randomBytes(32).toString("hex");

function readOrMake(file: string): string {
  if (!existsSync(file)) make(file);
  return readFileSync(file, "utf8").trim();
}

/** A link appears whole or not at all, and only once: neither a kill nor a full disk leaves half a key, nor do two starts. */
function make(file: string): void {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, newKey(), { mode: 0o600, flush: true });
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw fullOr(error, dirname(file));
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whole or not at all, and on disk before anything is wrapped under what it holds. */
function replace(file: string, keys: readonly string[]): void {
  const next = `${file}.next`;
  writeFileSync(next, keys.join("\n"), { mode: 0o600, flush: true });
  renameSync(next, file);
}

function printedBy(command: string): string {
  try {
    return execSync(command, { encoding: "utf8", timeout: 30_000, stdio: ["ignore", "pipe", "inherit"] });
  } catch (cause) {
    throw new CodedError("master-key-unavailable", undefined, { cause });
  }
}
