// Never more is held than may be, whatever comes, and whoever waits has their turn.
import fc from "fast-check";
import { expect, test } from "vitest";
import { Weight } from "./weight.ts";

test("never more is held than may be, but for one that is heavier than all; and all are done, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 40 }), async (octets) => {
      const weight = new Weight(100);
      const [begun, held]: [number[], number[]] = [[], []];
      await Promise.all(
        octets.map((one, nth) =>
          weight.hold(one, async () => {
            begun.push(nth);
            held.push(one);
            const sum = held.reduce((all, each) => all + each, 0);
            expect(sum <= 100 || held.filter((each) => each > 0).length === 1).toBe(true);
            await new Promise(setImmediate);
            held.splice(held.indexOf(one), 1);
          }),
        ),
      );
      expect(begun).toEqual(octets.map((_, nth) => nth));
    }),
  );
});
