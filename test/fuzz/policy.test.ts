// What Postfix asks is read alike, however it is cut, and whatever else is sent to the port is closed upon.
import { expect, test } from "vitest";
import { fuzzPolicy, keptInputs, readAtOnce, readInChunks } from "./policy.ts";

/** What of the kept inputs is a request, by how many they hold; all others are faults after as many. */
const whole: Readonly<Record<string, number>> = {
  "rcpt.txt": 1,
  "three-at-once.txt": 3,
  "equals-in-value.txt": 1,
  "line-2048.txt": 1,
  "not-utf-8.txt": 1,
  "cut-off.txt": 0,
};

test.each([...keptInputs()])("%s is read as it is meant, in one piece and octet by octet", (name, input) => {
  const every = Array.from({ length: input.length }, (_, at) => at);
  const reading = readInChunks(input, []);
  expect(readInChunks(input, every)).toEqual(reading);
  expect(readAtOnce(input)).toEqual(reading);
  expect({ requests: reading.requests.length, isFaulty: reading.isFaulty }).toEqual({
    requests: whole[name] ?? 0,
    isFaulty: whole[name] === undefined,
  });
});

test("changed by chance, it is read as by the plainest reader there is", () => {
  const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);
  const { tried, found } = fuzzPolicy(seed, 1_000);
  expect(tried).toBeGreaterThan(100);
  expect(found, `seed ${seed}`).toBeNull();
});
