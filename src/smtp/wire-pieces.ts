// The bytes of a letter as they go over the wire after DATA, in one piece with the final dot.
import type { Letter } from "../app/messages/letter.ts";

const end = Buffer.from(".\r\n");

/** The pieces of a letter as they go over the wire, the final dot included. */
export function wirePieces({ raw, rest, wire }: Pick<Letter, "raw" | "rest" | "wire">): readonly Buffer[] {
  if (wire !== undefined) return [wire];
  if (rest === undefined) return [Buffer.concat([stuffed(raw), end])];
  const known = stuffedRests.get(rest) ?? stuffed(rest);
  stuffedRests.set(rest, known);
  return [stuffed(raw), known, end];
}

/** Of what is the same in many letters this is done once. */
const stuffedRests = new WeakMap<Buffer, Buffer>();

/** A dot at the beginning of a line is doubled, and a line ends with CRLF whatever it ended with (RFC 5321 4.5.2, 2.3.8). */
function stuffed(lines: Buffer): Buffer {
  const text = lines.toString("latin1");
  if (!/(?:^|\n)\.|\r(?!\n)|(?<!\r)\n|[^\n]$(?![\s\S])/.test(text)) return lines;
  const told = text.replace(/\r\n|\r|\n/g, "\r\n").replace(/(^|\n)\./g, "$1..");
  return Buffer.from(told.endsWith("\r\n") || told === "" ? told : `${told}\r\n`, "latin1");
}
