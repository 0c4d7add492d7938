// Each write and each fsync of recording, sequencing, sending and of PostgreSQL's own checkpoint fails in turn, or the
// server is killed there: nothing acknowledged is lost, no checkpoint of the log is ever taken back, the audit is clean.
import { execFileSync } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CodedError } from "../../src/errors.ts";
import type { Kind, Strike, Way } from "../support/failing-disk.ts";
import { needs } from "../support/needs.ts";
import { type Ground, openGround } from "./ground.ts";

/** How many failures are tried; `LICET_RUNS=all` tries every one. */
const runs =
  process.env.LICET_RUNS === "all" ? Number.POSITIVE_INFINITY : Number(process.env.LICET_RUNS ?? 12);
const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);

interface Failure {
  readonly stage: string;
  readonly strike: Strike;
  readonly call: string;
}

const withErrors = ["EIO", "ENOSPC", "kill before", "kill after"] as const;
const waysOf: Readonly<Record<Kind, readonly Way[]>> = {
  write: [...withErrors, "short"],
  sync: withErrors,
  size: withErrors,
  rename: withErrors,
  create: withErrors,
  hint: ["EIO", "kill before"],
};

/** Of a kind as they occur in the symbols of a program: that by which a file can be changed. */
const changing = /^(?!BIO|SSL)\w*(write|sync|fallocate|truncate|rename|uring)\w*$/;
const watched = [
  ...["write", "pwrite", "pwritev", "fsync", "fdatasync", "sync_file_range"],
  ...["ftruncate", "truncate", "posix_fallocate", "rename"],
];
/** Streams: what PostgreSQL writes by them it makes anew when it is missing. `syncfs` is for another setting. */
const excused = ["fwrite", "syncfs"];

needs("libc6-dev").describe("a disk that fails", () =>
  needs("gcc").describe("under PostgreSQL", () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await openGround();
    }, 120_000);
    afterAll(() => ground.close(), 180_000);

    it("is seen in every call by which this PostgreSQL can change a file", () => {
      const postmaster = Number.parseInt(readFileSync(join(ground.cluster, "postmaster.pid"), "utf8"), 10);
      const binary = realpathSync(`/proc/${postmaster}/exe`);
      const symbols = execFileSync("nm", ["-D", "--undefined-only", binary], { encoding: "utf8" });
      const used = symbols.split("\n").map((line) => line.trim().split(" ")[1]?.split("@")[0] ?? "");
      const unseen = used.filter((name) => changing.test(name) && !excused.includes(name));
      expect(unseen.sort()).toEqual([...watched].sort());
    });

    it(`is survived at each of its calls (seed ${seed})`, async () => {
      const { disk, stages, tellers, world } = ground;
      const failures = await everyFailure();
      const tried = sample(failures);
      let struck = 0;
      for (const { stage, strike, call } of tried) {
        const when = `${stage}: ${strike.way} at ${strike.nth} (${call})`;
        const { before, act } = stages[stage]!;
        await before?.();
        disk.arm(strike);
        const failed = await act().then(
          () => null,
          (error: unknown) => error,
        );
        const hit = disk.heal().struck;
        struck += Number(hit > 0);
        if (failed !== null) {
          expect(failed, when).toBeInstanceOf(CodedError);
          expect(hit, when).toBeGreaterThan(0);
        }
        await ground.check(when);
      }
      expect(struck).toBeGreaterThan(tried.length / 2);
      const sent = world.caught.map(
        ({ forwardPath, raw }) => `${forwardPath} ${/^Subject: .*$/m.exec(raw.toString())}`,
      );
      expect(new Set(sent).size).toBe(sent.length);
      console.info(
        `failures: ${failures.length}; tried: ${tried.length}; struck: ${struck}; acknowledged: ${tellers.acknowledged()}; checkpoints held: ${ground.held()}`,
      );
    }, 3_600_000);

    /** Counts what each stage does to the disk; each call of it may fail in each of its ways. */
    async function everyFailure(): Promise<Failure[]> {
      const failures: Failure[] = [];
      for (const [stage, { before, act, passes }] of Object.entries(ground.stages)) {
        await before?.();
        ground.disk.arm();
        await act();
        const { calls } = ground.disk.heal();
        // What is acknowledged has passed through the disk, or nothing here would be tested.
        expect(calls.map(({ kind, place }) => `${kind} ${place}`)).toEqual(
          expect.arrayContaining([...passes]),
        );
        calls.forEach(({ kind, place, file }, index) => {
          // A segment that is left, and a new one, are filled by hundreds of writes: the first and the last of each.
          const alike = [calls[index - 1], calls[index + 1]].every(
            (by) => by?.kind === kind && by.file === file,
          );
          if (alike && kind === "write" && place === "wal") return;
          const nth = index + 1;
          const call = `${kind} ${place} ${file}`;
          for (const way of waysOf[kind]) failures.push({ stage, strike: { nth, way }, call });
          if (kind === "write")
            failures.push({
              stage,
              strike: { nth, way: "ENOSPC", lasting: true },
              call: `${call}, and all after it`,
            });
        });
      }
      return failures;
    }
  }),
);

/** As many of each stage, at random; every one where all are wanted. */
function sample(failures: readonly Failure[]): Failure[] {
  const stages = [...Map.groupBy(failures, ({ stage }) => stage).values()];
  return stages.flatMap((all) => {
    const length = Math.min(all.length, Math.ceil(runs / stages.length));
    const some = fc.shuffledSubarray([...all], { minLength: length, maxLength: length });
    return fc.sample(some, { seed, numRuns: 1 })[0] ?? [];
  });
}
