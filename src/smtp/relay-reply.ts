// What a relay said, made fit to be kept: its codes read, the addresses in it gone.
import type { Handover, Letter } from "../app/messages/letter.ts";
import { readReply } from "../mail/delivery-status.ts";

type Refused = Extract<Handover, { kind: "refused-by-relay" }>;

/** @param reply - a whole SMTP reply with a code of 400 or more. */
export function readRefusal(reply: string, letter: Letter): Refused {
  const [, status = null] = /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})(?!\S)/.exec(reply) ?? [];
  // 503 says that the session went wrong, not the letter: the same letter may pass over another connection.
  const permanent = !readReply(reply).later && !reply.startsWith("503");
  return { kind: "refused-by-relay", permanent, reply: withoutAddresses(reply, letter), status };
}

const addressLike =
  /(?:"[^"\r\n]*"|[^\s<>()[\]{},;:"']+)(?:@|%40|=40)(?:\[[^\]\s]*\]|[^\s<>()[\]{},;:"']+)/giu;
/** No text of PostgreSQL holds a NUL, and no header a control character. */
const unprinted = /[\s\p{Cc}]+/gu;
const longestRead = 2000;
const longestKept = 500;

/** Relays like to repeat whom they refuse; a reply is kept, an address is not. */
export function withoutAddresses(reply: string, letter: Pick<Letter, "forwardPath">): string {
  const localPart = letter.forwardPath.slice(0, letter.forwardPath.lastIndexOf("@"));
  // Most replies name nobody, and the search is a thousand times dearer than this look.
  if (!/@|%40|=40/.test(reply) && !reply.toLowerCase().includes(localPart.toLowerCase()))
    return reply.slice(0, longestRead).replaceAll(unprinted, " ").trim().slice(0, longestKept);
  const alone = new RegExp(`(?<![\\p{L}\\p{N}._-])${literally(localPart)}(?![\\p{L}\\p{N}_-])`, "giu");
  // A reply may be a megabyte; a word cut in two might be half an address.
  const read = reply.length > longestRead ? reply.slice(0, longestRead).replace(/\S+$/, "") : reply;
  return read
    .replaceAll(letter.forwardPath, "[address]")
    .replaceAll(addressLike, "[address]")
    .replaceAll(alone, "[address]")
    .replaceAll(unprinted, " ")
    .trim()
    .slice(0, longestKept);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
