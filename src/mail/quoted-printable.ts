// Quoted-printable of a text in parts: each part is encoded by itself, between soft line breaks.
import { encode, wrap } from "nodemailer/lib/qp";

/** Ends a line of the encoding, not of the text (RFC 2045 6.7, rule 5). */
const soft = "=\r\n";
/** A line may have 76 characters, and the last of a part is still to get its `=`. */
const lineLength = 75;
const plainLines = new RegExp(`[\\s\\S]{1,${lineLength}}`, "g");

/** Joins the encodings of the parts of one text. */
export function joinEncoded(parts: readonly string[]): string {
  let joined = "";
  for (const part of parts) {
    if (part === "") continue;
    if (joined !== "" && !joined.endsWith("\n")) joined += soft;
    joined += part;
  }
  return joined;
}

/** @returns ASCII in lines of 75 at most, parted by CRLF. */
export function encodePart(text: string): string {
  // Most of what a person's letter has of its own is a link or a word.
  if (/^[\x21-\x3c\x3e-\x7e]+$/.test(text))
    return text.length <= lineLength ? text : (text.match(plainLines) ?? []).join(soft);
  return wrap(encode(text.replace(/\r\n|\r|\n/g, "\r\n")), lineLength);
}
