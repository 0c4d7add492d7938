// What goes over the wire after DATA is what nodemailer's own stream makes of a letter, byte by byte.
import fc from "fast-check";
import DataStream from "nodemailer/lib/smtp-connection/data-stream.js";
import { expect, test } from "vitest";
import { stuff } from "../../src/smtp/stuffed-message.ts";

async function streamed(raw: Buffer): Promise<string> {
  const stream = new DataStream();
  stream.end(raw);
  return Buffer.concat(await stream.toArray()).toString("latin1");
}

test("a letter is stuffed and ended as nodemailer's own stream does it", async () => {
  const piece = fc.constantFrom(".", "\r\n", "\r", "\n", "a", "é", ".\r\n", "line of text");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
      const raw = Buffer.from(pieces.join(""));
      expect(stuff(raw).toString("latin1")).toBe(await streamed(raw));
    }),
    { numRuns: 500 },
  );
});
