// The feed of changes: whoever reads it, and dies at any moment, ends with the permissions as they stand.
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeJson } from "../../src/app/changes/change-json.ts";
import { numberChanges } from "../../src/app/changes/number-changes.ts";
import { readChanges } from "../../src/app/changes/read-changes.ts";
import { recordIn } from "../../src/app/consent/record-in.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import type { World } from "../../src/app/ports.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { everybody } from "../../src/app/subjects/everybody.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { address, type Body, goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
});
afterAll(() => world.close());

/** What another system has made of the feed, and how far it has read: kept together, as by one transaction of its own. */
interface Reader {
  readonly state: ReadonlyMap<string, string>;
  readonly next: number;
}
const newReader: Reader = { state: new Map(), next: 0 };

async function readPage(world: World, { state, next }: Reader, limit: number): Promise<Reader> {
  const page = await readChanges(world, next, limit);
  const read = new Map(state);
  for (const change of page.changes) {
    const { subject, purpose, email, outcome, basis, code, validUntil } = changeJson(change);
    read.set(`${subject} ${purpose}`, JSON.stringify([email, outcome, basis, code, validUntil]));
  }
  return { state: read, next: page.next };
}

async function readToTheEnd(world: World, from: Reader): Promise<Reader> {
  while (await numberChanges(world));
  let reader = from;
  for (;;) {
    const read = await readPage(world, reader, 7);
    if (read.next === reader.next) return read;
    reader = read;
  }
}

/** The same of what the tables hold. */
async function permissionsNow(world: World): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  for await (const { subject, address } of everybody(world))
    for (const { purpose, verdict } of await world.store.permissions.ofSubject(subject)) {
      const change = { number: 0, at: world.clock.now(), subject, address, purpose, verdict };
      const { email, outcome, basis, code, validUntil } = changeJson(change);
      held.set(`${subject} ${purpose}`, JSON.stringify([email, outcome, basis, code, validUntil]));
    }
  return held;
}

const acts = ["consent", "withdrawal", "objection", "erasure"] as const;
let told = 0;
const fact = (act: (typeof acts)[number]): Body => {
  const id = `act-${told++}`;
  const at = new Date(world.clock.now() - 1).toISOString();
  if (act === "consent") return goodConsent(id, at);
  if (act === "objection") return { id, type: "objection.raised", at, scope: "direct-marketing" };
  return { id, type: "consent.withdrawn", at, purpose: "newsletter" };
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Records it, and commits only so many milliseconds later. */
async function act(person: number, what: (typeof acts)[number], slowMs: number): Promise<void> {
  const email = address(person);
  if (what === "erasure")
    return void (await erase(world, parseAddress(email)!, "test").catch(() => undefined));
  const read = readLine({ email, recipient: { country: "FR" }, facts: [fact(what)] }, "file");
  if (!read.ok) throw new Error(read.problem);
  await world.store.transaction(async (tables) => {
    await recordIn(world, tables, [read.entry]);
    await pause(slowMs);
  });
}

const one = fc.record({
  person: fc.nat(11),
  what: fc.constantFrom(...acts),
  slowMs: fc.nat(40),
  startMs: fc.nat(25),
});
/** What the reader and the numbering do meanwhile; `dies` before what was done is kept. */
const step = fc.record({ limit: fc.constantFrom(1, 5, 100), dies: fc.boolean(), pauseMs: fc.nat(4) });

describe("whoever reads the feed", () => {
  it("ends with the permissions as they stand, whoever records meanwhile and whenever it or the numbering dies", async () => {
    let kept = newReader;
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 4, maxLength: 16 }),
        fc.array(step, { minLength: 4, maxLength: 16 }),
        async (recordings, steps) => {
          const recorded = Promise.all(
            recordings.map(async ({ person, what, slowMs, startMs }) => {
              await pause(startMs);
              await act(person, what, slowMs);
            }),
          );
          for (const { limit, dies, pauseMs } of steps) {
            await pause(pauseMs);
            await (dies
              ? world.store
                  .transaction(async ({ changes }) => {
                    if (await changes.lock()) await changes.number(3);
                    throw new Error("killed");
                  })
                  .catch(() => undefined)
              : numberChanges(world));
            const read = await readPage(world, kept, limit);
            if (!dies) kept = read;
          }
          await recorded;
          kept = await readToTheEnd(world, kept);
          const now = await permissionsNow(world);
          expect(kept.state).toEqual(now);
          expect((await readToTheEnd(world, newReader)).state).toEqual(now);
        },
      ),
      { numRuns: Number(process.env.LICET_RUNS ?? 25) },
    );
  });

  it("misses nobody whose recording began before another's and was committed after it", async () => {
    const late = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const read = readLine({ email: "late@example.com", facts: [goodConsent()] }, "file");
    if (!read.ok) throw new Error(read.problem);
    const slow = world.store.transaction(async (tables) => {
      await recordIn(world, tables, [read.entry]);
      begun.resolve();
      await late.promise;
    });
    await begun.promise;
    const early = await tell(world, "early@example.com", goodConsent());
    const reader = await readToTheEnd(world, newReader);
    expect(reader.state.has(`${early} newsletter`)).toBe(true);
    late.resolve();
    await slow;
    const emails = [...(await readToTheEnd(world, { state: new Map(), next: reader.next })).state.values()];
    expect(emails.some((entry) => entry.includes("late@example.com"))).toBe(true);
  });
});

describe("the feed", () => {
  it("holds one entry for each person and purpose, however often it changed, and none for what came out the same", async () => {
    const email = "often@example.com";
    const subject = await tell(world, email, goodConsent("first", "2026-11-20T10:00:00Z"));
    const begun = await readToTheEnd(world, newReader);
    for (let turn = 0; turn < 5; turn += 1) {
      await tell(world, email, {
        id: `left-${turn}`,
        type: "consent.withdrawn",
        at: "2026-11-22T10:00:00Z",
        purpose: "newsletter",
      });
      await tell(world, email, goodConsent(`back-${turn}`, "2026-11-23T10:00:00Z"));
      await readToTheEnd(world, begun);
    }
    const leave = (id: string) =>
      tell(world, email, {
        id,
        type: "consent.withdrawn",
        at: "2026-11-23T11:00:00Z",
        purpose: "newsletter",
      });
    await leave("left");
    const left = await readToTheEnd(world, begun);
    await leave("left-again");
    expect((await readToTheEnd(world, left)).next).toBe(left.next);
    const database = new pg.Client(world.databaseUrl);
    await database.connect();
    const { rows } = await database.query(
      "select purpose, count(*) from changes where subject_id = $1 group by 1",
      [subject],
    );
    await database.end();
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ count }) => Number(count) === 1)).toBe(true);
  });
});
