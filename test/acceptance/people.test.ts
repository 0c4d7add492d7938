// Two thousand people with mixed histories: the audience agrees with what a lawyer would say of each.
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audience, audienceCounts } from "../../src/app/campaigns/audience.ts";
import { recordLines } from "../../src/app/imports/record-lines.ts";
import { splitLines } from "../../src/app/imports/split-lines.ts";
import { explain } from "../../src/app/subjects/explain.ts";
import { type Instant, parseInstant } from "../../src/core/instant.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

interface Expected {
  readonly email: string;
  readonly outcome: "permit" | "refusal";
  readonly basis?: string;
  readonly code?: string;
}

const corpus = join(import.meta.dirname, "..", "corpus");
const file = join(corpus, "people.jsonl");
const expected = readFileSync(join(corpus, "people-expected.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Expected);
const at = parseInstant("2026-11-23T12:00:00Z") as Instant;

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  await recordLines(world, splitLines(createReadStream(file)), "file");
});
afterAll(() => world.close());

async function decided(): Promise<Map<string | null, Omit<Expected, "email">>> {
  const verdicts = new Map();
  for await (const { person, verdict } of audience(world, "newsletter", at))
    verdicts.set(
      person.address,
      verdict.outcome === "permit"
        ? { outcome: "permit", basis: verdict.basis }
        : { outcome: "refusal", code: verdict.code },
    );
  return verdicts;
}

test("everybody gets the verdict that the law gives", async () => {
  expect(await decided()).toEqual(new Map(expected.map(({ email, ...verdict }) => [email, verdict])));
});

test("the same lines once more change nothing", async () => {
  const tally = await recordLines(world, splitLines(createReadStream(file)), "file");
  expect(tally).toMatchObject({ lines: expected.length, recorded: 0, refused: 0 });
  expect(await world.store.people.count()).toBe(expected.length);
});

test("the counts are the sums of the verdicts", async () => {
  const { people, permits, refusals } = await audienceCounts(world, "newsletter", at);
  const count = (key: "basis" | "code") =>
    Object.fromEntries(
      Object.entries(
        Object.groupBy(
          expected.filter((one) => one[key] !== undefined),
          (one) => one[key] ?? "",
        ),
      ).map(([reason, ones = []]) => [reason, ones.length]),
    );
  expect(people).toBe(expected.length);
  expect(Object.fromEntries(permits)).toEqual(count("basis"));
  expect(Object.fromEntries(refusals)).toEqual(count("code"));
});

test("an explanation, folded anew from the ledger, agrees with the audience", async () => {
  for (const { email, outcome, basis, code } of expected.filter((_, index) => index % 50 === 0)) {
    const { known, purposes } = await explain(world, parseAddress(email)!, "newsletter", at);
    expect(known).toBe(true);
    expect(purposes[0]?.verdict).toMatchObject({ outcome, basis: basis ?? null, code: code ?? null });
  }
});
