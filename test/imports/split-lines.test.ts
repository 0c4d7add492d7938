// How a stream of bytes becomes lines.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestLineBytes, splitLines } from "../../src/app/imports/split-lines.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function split(text: string, size: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of splitLines(inPieces(text, size))) lines.push(line);
  return lines;
}

describe("lines", () => {
  test("are the same however the bytes arrive", async () => {
    const text = fc
      .array(fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n", "\r\n") }))
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (written, size) => {
        const expected = written.split(/\r?\n/);
        if (expected.at(-1) === "") expected.pop();
        expect(await split(written, size)).toEqual(expected);
      }),
    );
  });

  test("lose a byte order mark at the beginning", async () => {
    expect(await split("\uFEFFa\nb", 2)).toEqual(["a", "b"]);
  });

  test("that are too long are cut, and the next line is whole", async () => {
    const lines = await split(`${"x".repeat(3 * longestLineBytes)}\nnext\n`, 65_536);
    expect(lines.map((line) => line.length)).toEqual([longestLineBytes + 1, 4]);
  });
});
