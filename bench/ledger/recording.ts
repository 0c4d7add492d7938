// Facts put on record durably, with standing and permissions, beside raw inserts of rows of the same shape by pgbench.
import pg from "pg";
import type { Entry } from "../../src/app/consent/entry.ts";
import { record } from "../../src/app/consent/record.ts";
import { breakGround, inTurn, noPost, rate, report, somebody } from "../ground.ts";
import { insertRows } from "./raw-inserts.ts";

const people = 2000;
const seconds = 3;

interface Way {
  /** People in one call, facts of each, and calls under way at the same time. */
  readonly batch: number;
  readonly each: number;
  readonly width: number;
}

export async function measureRecording(): Promise<void> {
  const ground = await breakGround(noPost);
  const owner = new pg.Pool({ connectionString: ground.databaseUrl, max: 1 });
  await owner.query("create table bare (like facts including all)");
  await owner.end();
  let next = 0;

  async function licet({ batch, each, width }: Way): Promise<number> {
    const calls = Array.from({ length: people / batch }, () =>
      Array.from({ length: batch }, (): Entry => {
        const entry = somebody(next++);
        return { ...entry, facts: entry.facts.slice(-each) };
      }),
    );
    return rate(people * each, () =>
      Promise.all(
        Array.from({ length: width }, async () => {
          for (let call = calls.pop(); call; call = calls.pop())
            for (const recorded of await record(ground.world, call)) if (!recorded.ok) throw recorded.error;
        }),
      ),
    );
  }

  for (const [title, way] of [
    ["in batches of 500 people with three facts each, 2 at a time", { batch: 500, each: 3, width: 2 }],
    ["one by one, 16 at a time", { batch: 1, each: 1, width: 16 }],
    ["three of one person at once, 16 at a time", { batch: 1, each: 3, width: 16 }],
  ] as const)
    report(
      `Facts recorded durably, ${title}`,
      "facts/s",
      await inTurn(5, {
        "raw insert by pgbench": async () =>
          insertRows(ground.databaseUrl, { rows: way.batch * way.each, width: way.width, seconds }),
        "licet record": () => licet(way),
      }),
    );
  await ground.close();
}
