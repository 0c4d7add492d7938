// Whatever is said to the gate, it takes only what was said as one mail, answers by replies alone, and goes on.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { converse, type FuzzGate, fuzzGate, keptInputs, openFuzzGate } from "./gate.ts";

/** How many mails of each kept dialogue are taken; of all others none. */
const taken: Readonly<Record<string, number>> = {
  "plain.txt": 1,
  "pipelined.txt": 2,
  "login.txt": 1,
  "dots.txt": 1,
  "smuggled-lf-dot-lf.txt": 0,
};

describe("a kept dialogue", () => {
  let gate: FuzzGate;
  beforeAll(async () => {
    gate = await openFuzzGate();
  });
  afterAll(() => gate.close());

  test.each([...keptInputs("gate")])(
    "%s ends as it should, in one piece and octet by octet",
    async (name, input) => {
      for (const cuts of [[], Array.from({ length: input.length }, (_, at) => at)]) {
        gate.taken.length = 0;
        const heard = await converse(gate.port, input, cuts);
        expect(gate.taken.length, heard).toBe(taken[name] ?? 0);
      }
      // Whoever comes next is served.
      expect(await converse(gate.port, Buffer.from("EHLO next.example\r\nQUIT\r\n"), [])).toMatch(/^221 /m);
    },
  );
});

test("changed by chance, dialogues and mails break no promise", async () => {
  const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);
  const { tried, found } = await fuzzGate(seed, 1500);
  expect(tried).toBeGreaterThan(50);
  expect(found, `seed ${seed}`).toBeNull();
}, 60_000);
