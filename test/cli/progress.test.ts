// What is seen while something takes its time.
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { progressStep } from "../../src/cli/campaign-table.ts";
import { clock, drawing, startProgress } from "../../src/cli/progress.ts";

const step = { done: 480, total: 1000, note: "sent 400 · refused 80" };
const plain = (lines: readonly string[]) => lines.map(stripVTControlCharacters);

describe("the drawing", () => {
  test("says how much is done, how fast, and how long it will take", () => {
    expect(plain(drawing(step, 52, 80))[0]).toMatch(
      /^ {2}━{30} {3}48 % {2}480 of 1,000 {2}52\/s {2}0:10 left$/,
    );
  });

  test("fits a narrow terminal, without the bar and cut where needed", () => {
    for (const line of plain(drawing(step, 52, 30))) expect(line.length).toBeLessThan(30);
  });

  test("is one plain line where nobody watches", () => {
    expect(drawing(step, 52, null)).toEqual(["48 %, 480 of 1,000, 52/s, 0:10 left", "sent 400 · refused 80"]);
  });

  test("claims no share and no end where the total is unknown", () => {
    expect(drawing({ ...step, total: null }, 52, null)[0]).toBe("480, 52/s");
  });

  test("never passes 100 %, though more people came than were counted at first", () => {
    expect(drawing({ ...step, done: 1200 }, 52, null)[0]).toBe("100 %, 1,200 of 1,200, 52/s");
  });

  test("an audience of nobody is no division by zero", () => {
    expect(drawing({ done: 0, total: 0, note: "" }, 0, null)[0]).toBe("0 of 0");
  });
});

test("time left is written as a clock, in hours where it is long", () => {
  expect([0.2, 75, 7500].map(clock)).toEqual(["0:01", "1:15", "2 h 05"]);
});

test("work that is over soon shows nothing", () => {
  const stream = new PassThrough() as unknown as NodeJS.WriteStream;
  const progress = startProgress(2000, stream);
  progress.update(step);
  progress.end();
  expect((stream as unknown as PassThrough).read()).toBeNull();
});

const campaign = {
  sent: 100,
  refused: { withdrawn: 5, "not-similar": 30, "no-basis": 7, restricted: 1 },
  heldBack: 0,
  failed: 2,
  uncertain: 1,
  deferred: 0,
  inFlight: 4,
  returned: { bounced: 0, complained: 0, refusedUs: 0 },
  concerned: null,
  audience: 200,
  finished: false,
};
const note =
  "sent 100 · refused 43 · failed 2 · uncertain 1 · in flight 4 · refused as not-similar 30, no-basis 7, withdrawn 5, restricted 1";

test("a campaign's figures add up, and the reasons come last, the most frequent first", () => {
  expect(progressStep(campaign, false)).toEqual({ done: 146, total: 200, note });
});

test("a mail server that does not answer is named first", () => {
  expect(progressStep(campaign, true).note).toBe(`the mail server does not answer, trying again · ${note}`);
});
