// A disk that fails when a test says so: `failing-disk.c` before a PostgreSQL, and what steers it.
import { execFileSync } from "node:child_process";
import { ftruncateSync, openSync, readSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { takeBack } from "./power-cut.ts";

/** Kinds of call, places of files and ways to fail, in the order of `failing-disk.c`. */
const kinds = ["write", "sync", "size", "rename", "create", "hint"] as const;
const places = ["wal", "tables", "control", "other"] as const;
const ways = ["none", "EIO", "ENOSPC", "short", "kill before", "kill after"] as const;
export type Kind = (typeof kinds)[number];
export type Way = Exclude<(typeof ways)[number], "none">;

const words = [
  "armed",
  "strikeAt",
  "way",
  "kinds",
  "places",
  "lasting",
  "seen",
  "struck",
  "traced",
  "journalling",
] as const;
const headBytes = 512 * 8;
const traceBytes = 128;
const traces = 8000;

export interface Call {
  readonly kind: Kind;
  readonly place: (typeof places)[number];
  readonly file: string;
}

export interface Strike {
  /** Which call of those that are counted, from 1. */
  readonly nth: number;
  readonly way: Way;
  /** Whether all after it fail too. */
  readonly lasting?: boolean;
}

export interface FailingDisk {
  /** For the process that starts the server. */
  readonly environment: Readonly<Record<string, string>>;
  /** Counts from here on the calls that change a file, and makes one of them fail. */
  arm(strike?: Strike): void;
  /** From here on notes what a power cut would take back; what was written before counts as brought to the disk. */
  keepJournal(): void;
  /** Takes it back, when every process of the server is gone. @returns how much; see `takeBack`. */
  cutPower(keep: (writes: number) => number): number;
  /** Heals the disk. @returns the calls that were counted, in order, and how many failed. */
  heal(): { calls: Call[]; struck: number };
}

/** @param cluster - the folder of the server's cluster, as the kernel names it. */
export function makeFailingDisk(folder: string, cluster: string): FailingDisk {
  const library = join(folder, "failing-disk.so");
  const source = join(import.meta.dirname, "failing-disk.c");
  execFileSync("gcc", [
    "-shared",
    "-fPIC",
    "-O2",
    "-Wall",
    "-Wextra",
    "-Werror",
    "-o",
    library,
    source,
    "-ldl",
  ]);
  const file = openSync(join(folder, "failing-disk"), "w+", 0o600);
  ftruncateSync(file, headBytes + traces * traceBytes);
  const journal = join(folder, "failing-disk.journal");
  const set = (values: Partial<Record<(typeof words)[number], number>>) => {
    for (const [name, value] of Object.entries(values)) {
      const word = Buffer.alloc(8);
      word.writeBigInt64LE(BigInt(value));
      writeSync(file, word, 0, 8, words.indexOf(name as (typeof words)[number]) * 8);
    }
  };
  const get = (name: (typeof words)[number]) => {
    const word = Buffer.alloc(8);
    readSync(file, word, 0, 8, words.indexOf(name) * 8);
    return Number(word.readBigInt64LE());
  };
  set({ kinds: 2 ** kinds.length - 1, places: 2 ** places.length - 1 - 2 ** places.indexOf("other") });
  return {
    environment: {
      LD_PRELOAD: library,
      LICET_FAILING_DISK: join(folder, "failing-disk"),
      LICET_FAILING_FOLDER: cluster,
    },
    arm(strike) {
      const { nth = 0, way = "none", lasting = false } = strike ?? {};
      set({ strikeAt: nth, way: ways.indexOf(way), lasting: Number(lasting), seen: 0, struck: 0, traced: 0 });
      set({ armed: 1 });
    },
    keepJournal() {
      truncateSync(journal);
      set({ journalling: 1 });
    },
    cutPower(keep) {
      set({ journalling: 0 });
      return takeBack(journal, cluster, keep);
    },
    heal() {
      set({ armed: 0 });
      const count = Math.min(get("traced"), traces);
      const text = Buffer.alloc(count * traceBytes);
      if (count > 0) readSync(file, text, 0, text.length, headBytes);
      const calls = Array.from({ length: count }, (_, nth): Call => {
        const line = text.subarray(nth * traceBytes, (nth + 1) * traceBytes);
        const [kind, place, name = ""] = line.toString("utf8", 0, line.indexOf(0)).split(" ");
        return { kind: kind as Kind, place: place as Call["place"], file: name };
      });
      return { calls, struck: get("struck") };
    },
  };
}
