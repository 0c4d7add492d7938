// What goes over the wire after DATA is what nodemailer's own stream makes of a letter, byte by byte.
import fc from "fast-check";
import DataStream from "nodemailer/lib/smtp-connection/data-stream.js";
import { expect, test } from "vitest";
import { wirePieces } from "../../src/smtp/wire-pieces.ts";

async function streamed(raw: Buffer): Promise<string> {
  const stream = new DataStream();
  stream.end(raw);
  return Buffer.concat(await stream.toArray()).toString("latin1");
}

const piece = fc.constantFrom(".", "\r\n", "\r", "\n", "a", "é", ".\r\n", "line of text");

test("a letter is stuffed and ended as nodemailer's own stream does it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
      const raw = Buffer.from(pieces.join(""));
      expect(Buffer.concat(wirePieces({ raw })).toString("latin1")).toBe(await streamed(raw));
    }),
    { numRuns: 500 },
  );
});

test("what is the same in many letters is stuffed as if it stood in each", async () => {
  const lines = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `${pieces.join("")}\r\n`);
  await fc.assert(
    fc.asyncProperty(lines, lines, lines, async (one, other, same) => {
      const rest = Buffer.from(same);
      for (const raw of [Buffer.from(one), Buffer.from(other)])
        expect(Buffer.concat(wirePieces({ raw, rest })).toString("latin1")).toBe(
          await streamed(Buffer.concat([raw, rest])),
        );
    }),
    { numRuns: 200 },
  );
});
