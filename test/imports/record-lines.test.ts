// Lines from another system, recorded in a real database: the good ones are kept whatever the others hold.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LineProblem, recordLines } from "../../src/app/imports/record-lines.ts";
import { longestLineBytes } from "../../src/app/imports/split-lines.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { subjectIdOf } from "../../src/ledger/secrets.ts";
import { verdictOf } from "../http/visitor.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

function line(email: string, id: string, more: object = {}): string {
  const fact = { id, type: "consent.withdrawn", at: "2026-01-02T03:04:05Z", purpose: "newsletter" };
  return JSON.stringify({ email, recipient: { country: "ES" }, facts: [{ ...fact, ...more }] });
}

async function recorded(lines: readonly string[]) {
  const problems: LineProblem[] = [];
  const tally = await recordLines(world, lines, "file", { onProblem: (problem) => problems.push(problem) });
  return { tally, problems };
}

async function factIds(email: string): Promise<string[]> {
  const address = parseAddress(email);
  if (address === null) throw new Error("not an address");
  const facts = await world.store.people.facts(subjectIdOf(address, world.secrets));
  return facts.filter(({ type }) => type !== "subject.described").map(({ id }) => id);
}

describe("lines are recorded", () => {
  test("the same lines twice change nothing", async () => {
    const lines = [line("twice@example.com", "t1"), line("twice@example.com", "t2")];
    expect((await recorded(lines)).tally).toEqual({ lines: 2, recorded: 2, unchanged: 0, refused: 0 });
    expect((await recorded(lines)).tally).toEqual({ lines: 2, recorded: 0, unchanged: 2, refused: 0 });
    expect(await factIds("twice@example.com")).toEqual(["t1", "t2"]);
  });

  test("both times are kept: when it was done, as it was told, and when it came, by two clocks", async () => {
    const beganAt = Date.now();
    await recorded([line("times@example.com", "old", { at: "2019-05-06T07:08:09.123Z" })]);
    const client = new pg.Client(world.databaseUrl);
    await client.connect();
    const { rows } = await client.query(
      "select at, recorded_at, written_at from facts where subject_id = $1 and fact_id = 'old'",
      [subjectOf(world, "times@example.com")],
    );
    await client.end();
    const [{ at, recorded_at, written_at }] = rows as [Record<string, Date>];
    expect(at?.toISOString()).toBe("2019-05-06T07:08:09.123Z");
    for (const came of [recorded_at, written_at]) {
      expect(came?.getTime()).toBeGreaterThanOrEqual(beganAt - 1);
      expect(came?.getTime()).toBeLessThanOrEqual(Date.now() + 1);
    }
  });

  test("what is dated ahead and would open something is refused, but for what clocks differ by", async () => {
    const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const { tally, problems } = await recorded([
      line("ahead@example.com", "a1", { type: "sale.concluded", at: ahead(10) }),
      line("ahead@example.com", "a2", { type: "activity.observed", at: ahead(24 * 60) }),
      line("ahead@example.com", "a3", { type: "activity.observed", at: ahead(4) }),
      line("ahead@example.com", "a4", { type: "contract.ended", contract: "c", at: ahead(24 * 60) }),
    ]);
    expect(tally).toEqual({ lines: 4, recorded: 2, unchanged: 0, refused: 2 });
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, "fact-ahead"],
      [2, "fact-ahead"],
    ]);
    expect(await factIds("ahead@example.com")).toEqual(["a3", "a4"]);
  });

  test("a stop that is dated ahead stops at once, is told as it was told, and is the same when told again", async () => {
    const email = "stops@example.com";
    await tell(world, email, goodConsent());
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    const lines = [line(email, "left", { at: new Date(Date.now() + 3_600_000).toISOString() })];
    expect((await recorded(lines)).tally).toEqual({ lines: 1, recorded: 1, unchanged: 0, refused: 0 });
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
    const ids = await factIds(email);
    expect(ids).toEqual(["consent", "left", expect.any(String)]);
    expect((await recorded(lines)).tally).toEqual({ lines: 1, recorded: 0, unchanged: 1, refused: 0 });
    expect(await factIds(email)).toEqual(ids);
  });

  test("bad lines are told by number, blank ones counted in it, and the good ones are kept", async () => {
    const { tally, problems } = await recorded([
      "",
      line("good@example.com", "g1"),
      "   ",
      "{",
      line("nobody", "n1"),
    ]);
    expect(tally).toEqual({ lines: 3, recorded: 1, unchanged: 0, refused: 2 });
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [4, "line-malformed"],
      [5, "address-malformed"],
    ]);
    expect(await factIds("good@example.com")).toEqual(["g1"]);
  });

  test("a fact told again in other words is refused, in one run and in the next", async () => {
    const first = line("conflict@example.com", "c1");
    const other = line("conflict@example.com", "c1", { purpose: "surveys" });
    const { tally, problems } = await recorded([first, other]);
    expect([tally.recorded, problems.map(({ line, code }) => [line, code])]).toEqual([
      1,
      [[2, "fact-conflict"]],
    ]);
    expect((await recorded([other])).problems).toMatchObject([{ line: 1, code: "fact-conflict" }]);
    expect(await factIds("conflict@example.com")).toEqual(["c1"]);
  });

  test("a line that is too long is refused by number", async () => {
    const long = line("long@example.com", "l1", { extra: "x".repeat(longestLineBytes) });
    const { problems } = await recorded([long, line("after@example.com", "l2")]);
    expect(problems).toEqual([
      { line: 1, code: "line-malformed", problem: "it is longer than 1,000,000 bytes" },
    ]);
    expect(await factIds("after@example.com")).toEqual(["l2"]);
  });

  test("many lines go in several transactions, and problems keep the order of the lines", async () => {
    const lines = Array.from({ length: 1_210 }, (_, i) =>
      i % 400 === 7 ? "{" : line(`many${i}@example.com`, "m1"),
    );
    const progress: number[] = [];
    const problems: number[] = [];
    const tally = await recordLines(world, lines, "file", {
      onProblem: ({ line }) => problems.push(line),
      onProgress: ({ lines }) => progress.push(lines),
    });
    expect(tally).toEqual({ lines: 1_210, recorded: 1_206, unchanged: 0, refused: 4 });
    expect([progress, problems]).toEqual([
      [500, 1_000, 1_210],
      [8, 408, 808, 1_208],
    ]);
  });
});
