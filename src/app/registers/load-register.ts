// Loads a copy of an exclusion list: all of it or nothing, and from its commit on the gate asks the new one.
import { createHash } from "node:crypto";
import { formatInstant, type Instant } from "../../core/instant.ts";
import { SNAPSHOT_LIVES_MS } from "../../core/registers.ts";
import { COUNTRIES } from "../../core/rows.ts";
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import { registersIn } from "../setup/law-for.ts";
import type { Setup } from "../setup/setup.ts";
import { knownRegisters, registerNamed } from "./known-registers.ts";
import { type RegisterFormat, registerFormats } from "./read-register.ts";
import type { RegisterEntryRow, RegisterSnapshot } from "./registers-table.ts";

const entriesAtOnce = 5000;
/** A whole list that has become smaller than this share of the copy before is rather a file that stops halfway. */
const smallestShare = 0.8;

export interface RegisterToLoad {
  readonly register: string;
  /** When the list was as it says. */
  readonly takenAt: Instant;
  readonly format?: RegisterFormat;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Also a list that has become much smaller. */
  readonly smaller?: boolean;
  readonly onProgress?: (entries: number) => void;
}

/**
 * @returns the copy as it is now in use.
 * @throws CodedError `setup-missing`, `register-unknown`, `register-ahead`, `register-older`, `register-stale`,
 * `register-malformed`, `register-empty`, `register-shrunk`: then the copy before stays in use.
 */
export async function loadRegister(world: World, toLoad: RegisterToLoad): Promise<RegisterSnapshot> {
  const { register, takenAt, chunks, onProgress = () => {} } = toLoad;
  const loadedAt = world.clock.now();
  if (takenAt > loadedAt) throw new CodedError("register-ahead", formatInstant(takenAt));
  if (takenAt < loadedAt - SNAPSHOT_LIVES_MS) throw new CodedError("register-stale", formatInstant(takenAt));
  const { format, least = 1 } = registerNamed(register);
  const { naming, whole, read } = registerFormats[toLoad.format ?? format];
  return world.store.transaction(async ({ registers, setup }) => {
    const current = await setup.current();
    if (current === null) throw new CodedError("setup-missing");
    if (!registersHeeded(current).includes(register))
      throw new CodedError("register-unknown", `\`${register}\`; known are ${known(current)}`);
    await registers.lock(register);
    const before = (await registers.newest()).find((copy) => copy.register === register);
    if (before && takenAt < before.takenAt)
      throw new CodedError("register-older", formatInstant(before.takenAt));

    const digest = createHash("sha256");
    const no = await registers.begin({ register, takenAt, loadedAt, naming, whole });
    let waiting: RegisterEntryRow[] = [];
    let told = 0;
    for await (const entry of read(hashed(chunks, digest))) {
      waiting.push(entry);
      if (waiting.length < entriesAtOnce) continue;
      await registers.add(no, waiting);
      told += waiting.length;
      waiting = [];
      onProgress(told);
    }
    if (waiting.length > 0) await registers.add(no, waiting);
    const fileHash = digest.digest();
    const entries = await registers.replace(no, register, fileHash);
    if (entries === 0) throw new CodedError("register-empty");
    const expected = before?.whole ? Math.ceil(before.entries * smallestShare) : least;
    if (whole && entries < expected && !toLoad.smaller)
      throw new CodedError("register-shrunk", `${entries} entries, and at least ${expected} were expected`);
    return { register, takenAt, loadedAt, fileHash, naming, whole, entries };
  });
}

/** All that bind anywhere: by the law or by the controller's own rules. */
export function registersHeeded(setup: Pick<Setup, "tightenings" | "registers">): readonly string[] {
  const bound = COUNTRIES.flatMap(({ code }) => registersIn(setup, code));
  return [...new Set([...Object.keys(knownRegisters), ...bound])].sort();
}

function known(setup: Setup): string {
  return registersHeeded(setup)
    .map((name) => `\`${name}\``)
    .join(", ");
}

/** Copies that answer for nobody any more are ended, and their entries let go of. */
export function endStaleRegisters(world: World): Promise<void> {
  return world.store.registers.forget((world.clock.now() - SNAPSHOT_LIVES_MS) as Instant);
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  digest: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    digest.update(chunk);
    yield chunk;
  }
}
