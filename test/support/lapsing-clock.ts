// A clock for campaigns whose letters are put off for hours: where everybody waits, it is put forward.
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../../src/app/ports.ts";
import type { Instant } from "../../src/core/instant.ts";

/** Those who are due within so long are waited for together. Milliseconds. */
const togetherMs = 20 * 60_000;

export interface LapsingClock {
  /** Runs as any clock does: what is slept through passes on it. */
  now(): Instant;
  pass(minutes: number): void;
  /** Puts it forward whenever nobody of the campaign is under way and somebody waits, until the run ends. */
  lapse<Result>(world: World, campaign: string, run: Promise<Result>): Promise<Result>;
}

export function lapsingClock(start: string): LapsingClock {
  let aheadMs = Date.parse(start) - Date.now();
  const now = () => (Date.now() + aheadMs) as Instant;
  return {
    now,
    pass(minutes) {
      aheadMs += minutes * 60_000;
    },
    async lapse({ store: { campaigns } }, campaign, run) {
      let over = false;
      const ended = run.finally(() => {
        over = true;
      });
      // What it fails with is told where it is waited for.
      ended.catch(() => {});
      while (!over) {
        const { inFlight } = await campaigns.progress(campaign);
        const dueAt = inFlight === 0 ? await campaigns.nextDueAt(campaign) : null;
        if (dueAt !== null && dueAt > now()) aheadMs += dueAt - now() + togetherMs;
        await sleep(20);
      }
      return ended;
    },
  };
}
