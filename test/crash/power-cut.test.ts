// The power is cut while things are told, sequenced and sent: whatever was not brought to the disk by then may be gone.
import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CodedError } from "../../src/errors.ts";
import { withFileLock } from "../../src/store/file-lock.ts";
import { needs } from "../support/needs.ts";
import { seeded } from "../support/seeded.ts";
import { type Ground, openGround } from "./ground.ts";

const rounds = process.env.LICET_RUNS === "all" ? 150 : Number(process.env.LICET_RUNS ?? 8);
const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);

needs("libc6-dev").describe("a power cut", () =>
  needs("gcc").describe("under PostgreSQL", () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await openGround();
    }, 120_000);
    afterAll(() => ground.close(), 60_000);

    it(`takes back nothing that was acknowledged, signed or sent (seed ${seed})`, async () => {
      const { disk, stages, tellers } = ground;
      const random = seeded(seed);
      const all = Object.values(stages);
      let [cuts, taken] = [0, 0];
      for (let round = 0; round < rounds; round += 1) {
        // What is on the disk by now stays there.
        await ground.checkpoint();
        disk.keepJournal();
        const strike = { nth: 1 + random(40), way: random(2) === 0 ? "kill before" : "kill after" } as const;
        const when = `round ${round}: ${strike.way} call ${strike.nth}`;
        // Nobody starts the server again before the disk is as the cut left it.
        await withFileLock(join(ground.dataFolder, "postgres.lock"), async () => {
          disk.arm(strike);
          for (let act = 0; act < 3; act += 1) await tryIt(all[random(all.length)]!, when);
          if (disk.heal().struck === 0) return;
          cuts += 1;
          while (readdirSync("/proc").some(worksInCluster)) await sleep(10);
          taken += disk.cutPower((writes) => random(writes + 1));
        });
        await ground.check(when);
      }
      expect(cuts).toBeGreaterThan(0);
      expect(taken).toBeGreaterThan(0);
      console.info(
        `power cuts: ${cuts}; units of 4 kB taken back: ${taken}; acknowledged: ${tellers.acknowledged()}; checkpoints held: ${ground.held()}`,
      );
    }, 3_600_000);

    async function tryIt({ before, act }: Ground["stages"][string], when: string): Promise<void> {
      try {
        await before?.();
        await act();
      } catch (error) {
        expect(error, when).toBeInstanceOf(CodedError);
      }
    }

    function worksInCluster(pid: string): boolean {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === ground.cluster;
      } catch {
        return false;
      }
    }
  }),
);
