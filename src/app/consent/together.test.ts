// What is called for at the same moment is worked off together: each call is answered, and fails, for itself alone.
import fc from "fast-check";
import { expect, it } from "vitest";
import { together } from "./together.ts";

it("answers each call in its order, one list after another, none longer than allowed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer(), { maxLength: 4 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 10 }),
      fc.scheduler(),
      async (calls, itemsAtOnce, scheduler) => {
        let [underWay, most, longest] = [0, 0, 0];
        const work = async (items: readonly number[]) => {
          underWay += 1;
          most = Math.max(most, underWay);
          longest = Math.max(longest, items.length);
          await scheduler.schedule(Promise.resolve());
          underWay -= 1;
          return items.map((item) => item + 1);
        };
        const call = together(work, itemsAtOnce);
        const answers = Promise.all(calls.map((items) => call(items)));
        expect(await scheduler.waitFor(answers)).toEqual(calls.map((items) => items.map((item) => item + 1)));
        expect(most).toBeLessThanOrEqual(1);
        // The call that reaches the number closes the list.
        expect(longest).toBeLessThan(itemsAtOnce + 4);
      },
    ),
    { numRuns: 200 },
  );
});

it("lets no call fail for the fault of another", async () => {
  const call = together(async (items: readonly string[]) => {
    if (items.includes("bad")) throw new Error("bad");
    return items;
  }, 100);
  const answers = await Promise.allSettled([call(["first"]), call(["good"]), call(["bad"]), call(["fine"])]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
});
