// Where the keys for DKIM are: `dkim/` of the data folder, a file for each domain, for its owner alone.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { domainToASCII } from "node:url";
import type { Config } from "./config.ts";
import type { Instant } from "./core/instant.ts";
import { CodedError } from "./errors.ts";
import type { DkimKey } from "./mail/dkim.ts";
import { type KeptDkimKey, newDkimKeys, readyKey, signingKeys } from "./mail/dkim-keys.ts";
import { fullOr } from "./store/disk-space.ts";
import { withFileLock } from "./store/file-lock.ts";
import { letSignersYield } from "./thread-priority.ts";

/** Whether a value is what `change` wrote. */
function isKept(value: unknown): value is KeptDkimKey {
  const key = value as Partial<Record<keyof KeptDkimKey, unknown>> | null;
  const has = (types: readonly string[], ...names: (keyof KeptDkimKey)[]) =>
    names.every((name) => types.includes(key?.[name] === null ? "null" : typeof key?.[name]));
  return (
    has(["string"], "domain", "selector", "algorithm", "publicKey") &&
    has(["number"], "activeFrom") &&
    has(["number", "null"], "retiredAt") &&
    has(["string", "null"], "privateKey") &&
    (key?.privateKey === null || isReadable(value as KeptDkimKey))
  );
}

function isReadable(key: KeptDkimKey): boolean {
  try {
    return readyKey(key).privateKey.type === "private";
  } catch {
    return false;
  }
}

const folderOf = (config: Pick<Config, "dataFolder">) => join(config.dataFolder, "dkim");

/** All keys of all domains, also those that sign no more. @throws CodedError `dkim-keys-malformed`. */
export function readDkimKeys(config: Pick<Config, "dataFolder">): readonly KeptDkimKey[] {
  return domainFiles(folderOf(config)).flatMap((file) => readFile(join(folderOf(config), file)));
}

/**
 * Makes a pair of keys for a domain, which sign from an instant on.
 *
 * @throws CodedError `domain-malformed`, `dkim-keys-malformed`, `disk-full`.
 */
export async function addDkimKeys(
  config: Pick<Config, "dataFolder">,
  domain: string,
  activeFrom: Instant,
): Promise<readonly KeptDkimKey[]> {
  return change(config, domain, (keys, ascii) => {
    const made = newDkimKeys(ascii, activeFrom, keys);
    return { keys: [...keys, ...made], result: made };
  });
}

/**
 * Takes a key out of use at once, and forgets its private part.
 *
 * @throws CodedError `domain-malformed`, `dkim-key-unknown`, `dkim-keys-malformed`.
 */
export async function retireDkimKey(
  config: Pick<Config, "dataFolder">,
  domain: string,
  selector: string,
  at: Instant,
): Promise<KeptDkimKey> {
  return change(config, domain, (keys, ascii) => {
    const key = keys.find((one) => one.selector === selector);
    if (key === undefined) throw new CodedError("dkim-key-unknown", `\`${selector}\` of \`${ascii}\``);
    const retired = { ...key, retiredAt: key.retiredAt ?? at, privateKey: null };
    return { keys: keys.map((one) => (one === key ? retired : one)), result: retired };
  });
}

/** Answers which keys sign. What another process changes is seen within ten seconds. */
export function openDkimKeys(
  config: Pick<Config, "dataFolder">,
): (domain: string, at: Instant) => readonly DkimKey[] {
  const ready = new Map<string, DkimKey>();
  let keys = readDkimKeys(config);
  let readAt = performance.now();
  let last: { domain: string; second: number; keys: readonly DkimKey[] } | null = null;
  let yielding = false;
  return (domain, at) => {
    // Each letter of a campaign asks.
    const second = Math.floor(at / 1000);
    if (last?.domain === domain && last.second === second) return last.keys;
    const signing = signingNow(domain, at);
    last = { domain, second, keys: signing };
    if (signing.length > 0 && !yielding) {
      yielding = true;
      // Where it cannot be done, signing goes on as it was.
      letSignersYield().catch(() => {});
    }
    return signing;
  };

  function signingNow(domain: string, at: Instant): readonly DkimKey[] {
    if (performance.now() - readAt > 10_000) {
      // Whole or not at all, so what cannot be read now was spoilt by hand: what was good before goes on.
      try {
        keys = readDkimKeys(config);
      } catch {}
      readAt = performance.now();
    }
    const owner = ownerOf(domain, keys);
    return signingKeys(
      keys.filter((key) => key.domain === owner && key.privateKey !== null),
      at,
    ).map((key) => {
      const name = `${key.selector}.${key.domain}`;
      const made = ready.get(name) ?? readyKey(key);
      ready.set(name, made);
      return made;
    });
  }
}

/** The domain itself, or the nearest above it that has keys: a signature of that one aligns too (RFC 7489 3.1.1). */
function ownerOf(domain: string, keys: readonly KeptDkimKey[]): string | undefined {
  const above = domain.split(".").map((_, index, labels) => labels.slice(index).join("."));
  return above.find((name) => keys.some((key) => key.domain === name));
}

async function change<Result>(
  config: Pick<Config, "dataFolder">,
  domain: string,
  work: (keys: readonly KeptDkimKey[], domain: string) => { keys: readonly KeptDkimKey[]; result: Result },
): Promise<Result> {
  const ascii = domainToASCII(domain);
  if (!/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(ascii))
    throw new CodedError("domain-malformed", `\`${domain}\``);
  const folder = folderOf(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${ascii}.json`);
  return withFileLock(`${file}.lock`, async () => {
    const there = domainFiles(folder).includes(`${ascii}.json`);
    const { keys, result } = work(there ? readFile(file) : [], ascii);
    try {
      writeFileSync(`${file}.next`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true });
      renameSync(`${file}.next`, file);
    } catch (error) {
      throw fullOr(error, folder);
    }
    return result;
  });
}

function domainFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function readFile(file: string): KeptDkimKey[] {
  try {
    const keys: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(keys) && keys.every(isKept)) return keys;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CodedError("dkim-keys-malformed", `\`${file}\``);
}
