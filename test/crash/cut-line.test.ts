// The line to PostgreSQL is cut at each message of recording and sequencing: before it, after it, within its answer, behind it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { type CuttingProxy, cuts, openCuttingProxy } from "../support/cutting-proxy.ts";
import { type Holder, openHolder } from "../support/holder.ts";
import { makeTellers, type Tellers } from "../support/tellers.ts";
import { cloneDatabase, makeWorld, type TestWorld } from "../support/world.ts";

let proxy: CuttingProxy;
let world: TestWorld;
let tellers: Tellers;
let holder: Holder;

beforeAll(async () => {
  const direct = await cloneDatabase();
  const url = new URL(direct);
  proxy = await openCuttingProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(proxy.port);
  world = await makeWorld({ databaseUrl: url.href });
  tellers = makeTellers(world, direct);
  holder = openHolder(direct);
});
afterAll(async () => {
  await holder.close();
  await world.close();
  await proxy.close();
});

const acts: Readonly<Record<string, { before?: () => Promise<unknown>; act: () => Promise<unknown> }>> = {
  "a fact is told": { act: () => tellers.one() },
  "facts are told at once": { act: () => tellers.many(12) },
  "three tell at the same moment": {
    act: async () => {
      const ends = await Promise.allSettled([tellers.one(), tellers.one(), tellers.one()]);
      const failed = ends.find((end) => end.status === "rejected");
      if (failed) throw failed.reason;
    },
  },
  "the log grows": { before: () => tellers.one(), act: () => sequence(world) },
};

/** Each message where `LICET_RUNS=all`; else every eighth. */
const step = process.env.LICET_RUNS === "all" ? 1 : 8;
const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);
const first = 1 + (seed % step);

describe.each(cuts)(`cut %s a message (seed ${seed})`, (cut) => {
  it.each(Object.keys(acts))(
    "while %s",
    async (name) => {
      const { before, act } = acts[name]!;
      let refused = 0;
      for (let nth = first; ; nth += step) {
        await before?.();
        // A connection is at hand: what is counted are the statements.
        await world.store.setup.current();
        proxy.arm(nth, cut);
        const failed = await act().then(
          () => null,
          (error: unknown) => error,
        );
        const struck = proxy.disarm();
        const when = `${name}, cut ${cut} message ${nth} of ${struck.messages}`;
        if (failed !== null)
          expect(failed, when).toMatchObject({ name: "CodedError", code: "database-unreachable" });
        refused += Number(failed !== null);
        await tellers.check(when);
        if (!struck.cut) break;
        expect(nth).toBeLessThan(300);
      }
      // Of three at once, who failed is tried again alone; after the last statement nothing is left to fail.
      if (!name.startsWith("three")) expect(refused).toBeGreaterThan(1);
      await holder.check(world, name);
    },
    120_000,
  );
});
