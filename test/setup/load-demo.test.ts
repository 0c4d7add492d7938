// The demo fills an empty database once, and every person in it has the words they saw on record.
import { afterAll, beforeAll, expect, test } from "vitest";
import { audienceCounts } from "../../src/app/campaigns/audience.ts";
import { histories } from "../../src/app/demo/histories.ts";
import { loadDemo } from "../../src/app/demo/load-demo.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const everybody = histories.reduce((sum, { people }) => sum + people, 0);
let world: TestWorld;
let loaded: number;
beforeAll(async () => {
  world = await makeWorld();
  loaded = await loadDemo(world);
});
afterAll(() => world.close());

test("everybody is on record, with a verdict about the newsletter", async () => {
  expect(loaded).toBe(everybody);
  expect(await world.store.people.count()).toBe(everybody);
  const { permits, refusals } = await audienceCounts(world, "newsletter", world.clock.now());
  const expected = new Map<string, number>();
  for (const { comesTo, people } of histories) expected.set(comesTo, (expected.get(comesTo) ?? 0) + people);
  expect(new Map<string, number>([...permits, ...refusals])).toEqual(expected);
});

test("nobody is recorded twice", async () => {
  expect(await loadDemo(world)).toBe(0);
  expect(await world.store.people.count()).toBe(everybody);
});

test("no mail is asked for: what the histories tell was answered long ago", async () => {
  expect(await world.store.outbox.claim(world.clock.now(), world.clock.now(), 10)).toEqual([]);
});

test("without the shop's set-up it says what is missing", async () => {
  const empty = await makeWorld({ setup: false });
  await expect(loadDemo(empty)).rejects.toMatchObject({ code: "setup-missing" });
  await empty.close();
});
