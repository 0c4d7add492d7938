// Quoted-printable of a text in parts: each part is encoded by itself, between soft line breaks.
import { encode, wrap } from "nodemailer/lib/qp";

/** Ends a line of the encoding, not of the text (RFC 2045 6.7, rule 5). */
const soft = "=\r\n";
/** A line may have 76 characters, and the last of a part is still to get its `=`. */
const lineLength = 75;

/**
 * Puts line breaks of the encoding between the encodings of the parts of one text.
 *
 * @param parts - what is no string is still to be encoded, and has neither nothing in it nor a line break.
 */
export function withBreaks<Part>(parts: readonly (string | Part)[]): (string | Part)[] {
  const made: (string | Part)[] = [];
  for (const part of parts) {
    if (part === "") continue;
    const last = made.at(-1);
    if (last !== undefined && !(typeof last === "string" && last.endsWith("\n"))) made.push(soft);
    made.push(part);
  }
  return made;
}

/** @returns ASCII in lines of 75 at most, parted by CRLF. */
export function encodePart(text: string): string {
  // Most of what a person's letter has of its own is a link or a word.
  if (/^[\x21-\x3c\x3e-\x7e]+$/.test(text)) return inLines(text);
  return wrap(encode(text.replace(/\r\n|\r|\n/g, "\r\n")), lineLength);
}

function inLines(text: string): string {
  let lines = text.slice(0, lineLength);
  for (let at = lineLength; at < text.length; at += lineLength)
    lines += soft + text.slice(at, at + lineLength);
  return lines;
}
