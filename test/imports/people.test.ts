// Two thousand people with mixed histories, recorded from a file and asked for one by one.
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audience } from "../../src/app/campaigns/audience.ts";
import { recordLines } from "../../src/app/imports/record-lines.ts";
import { splitLines } from "../../src/app/imports/split-lines.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const corpus = join(import.meta.dirname, "..", "corpus");
let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
});
afterAll(() => world.close());

const recordPeople = () =>
  recordLines(world, splitLines(createReadStream(join(corpus, "people.jsonl"))), "file");

describe("the people of the corpus", () => {
  test("are recorded once, however often the file is", async () => {
    const first = await recordPeople();
    expect(first).toMatchObject({ lines: 2_000, unchanged: 0, refused: 0 });
    expect(await recordPeople()).toEqual({ ...first, recorded: 0, unchanged: first.recorded });
  });

  test("may be written to, or may not, as the law expects of each", async () => {
    const answers = new Map<string | null, string>();
    for await (const { person, verdict } of audience(world, "newsletter", world.clock.now()))
      answers.set(person.address, verdict.basis ?? verdict.code);
    const expected = readFileSync(join(corpus, "people-expected.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(({ email, basis, code }): [string, string] => [email, basis ?? code]);
    expect(answers).toEqual(new Map(expected));
  });
});
