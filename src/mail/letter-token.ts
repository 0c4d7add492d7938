// A token that names one letter, short enough for the local part of an address: what comes back of the letter bears it.
import { timingSafeEqual } from "node:crypto";
import type { SubjectId } from "../core/subject-id.ts";
import { hmacSha256 } from "../ledger/hmac.ts";

/** Which letter: the one of a campaign to a person, or a single mail of the outbox. */
export interface NamedLetter {
  readonly subject: SubjectId;
  readonly of: "campaign" | "outbox";
  /** The first 12 hex digits of the campaign's id, or of the mail's in the outbox. */
  readonly ref: string;
}

/** `report`: whoever writes there reports on the letter. `leave`: they wish no more of what it was for. */
export type LetterTokenUse = "report" | "leave";

export interface LetterToken extends NamedLetter {
  readonly use: LetterTokenUse;
}

const uses = ["report", "leave"] as const;
const ofs = ["campaign", "outbox"] as const;

const subjectBytes = 16;
const refBytes = 6;
const macBytes = 10;

/** RFC 4648 6, in lower case: relays and people change the case of an address as they please. */
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** How long a token is: with eleven more octets it fills a local part (RFC 5321 4.5.3.1.1). */
export const letterTokenLength = 52;

/** What looks like a token in an address, a header or the text of a report. */
const looksLikeToken = new RegExp(`(?<![a-z0-9])[a-z2-7]{${letterTokenLength}}(?![a-z0-9])`, "gi");

/** The same letter gives the same token; without the key nobody can make one. */
export function signLetterToken(letter: NamedLetter, use: LetterTokenUse, key: Buffer): string {
  const payload = Buffer.from(letter.subject.replaceAll("-", "") + letter.ref, "hex");
  if (payload.length !== subjectBytes + refBytes) throw new TypeError("a letter token is made of uuids");
  return toBase32(Buffer.concat([mac(letter.of, use, payload, key), payload]));
}

/** Null if it is not what was signed with this key, in whichever case. */
export function readLetterToken(text: string, key: Buffer): LetterToken | null {
  if (text.length !== letterTokenLength) return null;
  const bytes = fromBase32(text.toLowerCase());
  if (bytes === null) return null;
  const given = bytes.subarray(0, macBytes);
  const payload = bytes.subarray(macBytes);
  for (const of of ofs)
    for (const use of uses)
      if (timingSafeEqual(given, mac(of, use, payload, key)))
        return { subject: uuidOf(payload), of, use, ref: payload.toString("hex", subjectBytes) };
  return null;
}

/**
 * The first true token in a text, wherever it stands.
 *
 * @example
 * findLetterToken("Return-Path: <bounces+TOKEN@mail.example.com>", key);
 */
export function findLetterToken(text: string, key: Buffer): LetterToken | null {
  for (const [found] of text.matchAll(looksLikeToken)) {
    const token = readLetterToken(found, key);
    if (token !== null) return token;
  }
  return null;
}

/** The digits of a uuid by which a token names it. */
export function refOf(id: string): string {
  return id.replaceAll("-", "").slice(0, 2 * refBytes);
}

function mac(of: NamedLetter["of"], use: LetterTokenUse, payload: Buffer, key: Buffer): Buffer {
  const kind = `licet letter token 1 ${of} ${use}\0`;
  return Buffer.from(hmacSha256(key, kind, "binary", payload), "binary").subarray(0, macBytes);
}

function toBase32(bytes: Buffer): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31];
}

/** Null where a letter is none of the alphabet, or the last one says more than was given out. */
function fromBase32(text: string): Buffer | null {
  const bytes = Buffer.alloc(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}

function uuidOf(payload: Buffer): SubjectId {
  const hex = payload.toString("hex", 0, subjectBytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as SubjectId;
}
