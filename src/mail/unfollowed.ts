// Takes out of the mail of another sending tool what follows its reader: the pixels, and the detours of its links.
import { type MimeNode, Splitter } from "@zone-eu/mailsplit";
import { CodedError } from "../errors.ts";
import { type Follower, followersInHtml, followersInText } from "./followers-in-html.ts";
import { encodePart, withBreaks } from "./quoted-printable.ts";

export interface Unfollowed {
  /** The very buffer that was given, where nothing was changed. */
  readonly raw: Buffer;
  /** How many images, or addresses of images, were cut out. */
  readonly pixels: number;
  /** How many links lead straight now to where they led. */
  readonly links: number;
  /** The hosts of what follows people and had to stay: its target is not in it, or a signature holds it in place. */
  readonly stuck: readonly string[];
}

const mostDepth = 20;
const mostParts = 500;
const mostHeaderBytes = 65_536;

/**
 * The mail for somebody who did not permit to be followed. Whoever calls it sends what is `stuck` to no such person.
 *
 * What is cut out of a part is all that changes of what the part says; every other part, and the header, stay as they are
 * byte by byte. A mail in a mail and an attached file are left alone, and so is what a signature covers. A body that was
 * signed by DKIM before is not what was signed any more where something was changed.
 *
 * It knows the tools of `followers.ts` and what their links and images look like, images that nobody can see by their own
 * size or style, and links that name their target in the query. An image in plain sight at an address of the person's own,
 * from a tool that is not known, it cannot know.
 *
 * @param raw - RFC 5322 bytes with CRLF line ends, of any size: what it computes grows with the size and not faster.
 * @throws CodedError `mail-unreadable`: more parts, deeper, or a longer header than a mail has that means well, or HTML in a
 *   charset or an encoding that cannot be edited byte by byte.
 *
 * Source: Directive 2002/58/EC 5(3); EDPB Guidelines 2/2023; CNIL Deliberation 2026-042. MIME: RFC 2045, 2046, 2049.
 *
 * @example
 * const { raw, stuck } = await unfollow(mail);
 */
export async function unfollow(raw: Buffer): Promise<Unfollowed> {
  if (!mayFollow(raw)) return { raw, pixels: 0, links: 0, stuck: [] };
  const stuck = new Set<string>();
  const count = { pixel: 0, link: 0 };
  const written: Buffer[] = [];
  let from = 0;
  for (const { node, start, end } of await bodiesOf(raw)) {
    const part = readPart(node, raw.subarray(start, end));
    if (part === null) continue;
    const held = isSigned(node);
    const movable = part.followers.filter(({ instead }) => instead !== null && !held);
    for (const { kind } of movable) count[kind] += 1;
    for (const { instead, host } of part.followers) if (instead === null || held) stuck.add(host);
    if (movable.length === 0) continue;
    written.push(raw.subarray(from, start), part.without(movable));
    from = end;
  }
  return {
    raw: from === 0 ? raw : Buffer.concat([...written, raw.subarray(from)]),
    pixels: count.pixel,
    links: count.link,
    stuck: [...stuck],
  };
}

/** Whether it is worth splitting: most mails without HTML show at a glance that they follow nobody. */
function mayFollow(raw: Buffer): boolean {
  const text = raw.toString("latin1");
  if (/html|base64/i.test(text)) return true;
  const legible = /quoted-printable/i.test(text) ? decodeQuotedPrintable(text).text : text;
  return followersInText(legible).length > 0;
}

/** The body of a part, and where in the mail it stands. */
interface Body {
  readonly node: MimeNode;
  readonly start: number;
  end: number;
}

async function bodiesOf(raw: Buffer): Promise<Body[]> {
  const splitter = new Splitter({
    ignoreEmbedded: true,
    maxHeadSize: mostHeaderBytes,
    maxChildNodes: mostParts,
  });
  splitter.end(raw);
  const bodies: Body[] = [];
  const depths = new Map<MimeNode, number>();
  let seen = 0;
  try {
    for await (const chunk of splitter) {
      if (chunk.type === "node") {
        const depth = chunk.parentNode ? (depths.get(chunk.parentNode) ?? 0) + 1 : 0;
        if (depth > mostDepth) throw unreadable(`it has parts within parts deeper than ${mostDepth}`);
        depths.set(chunk, depth);
      } else if (chunk.type !== "none" && chunk.value) {
        const { value } = chunk;
        const start = placeIn(raw, value, seen);
        if (start < seen) throw unreadable("its parts are not where they seem to be");
        seen = start + value.length;
        const last = bodies.at(-1);
        if (chunk.type !== "body") continue;
        if (last !== undefined && last.node === chunk.node && last.end === start) last.end = seen;
        else bodies.push({ node: chunk.node, start, end: seen });
      }
    }
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw unreadable("it has more parts, or a longer header, than a mail has", cause);
  }
  return bodies;
}

/** A piece is a view of the mail as a rule; a line that the splitter had to wait for is a copy. */
function placeIn(raw: Buffer, piece: Buffer, from: number): number {
  const start = piece.byteOffset - raw.byteOffset;
  const isView = piece.buffer === raw.buffer && start >= 0 && start + piece.length <= raw.length;
  return isView ? start : raw.indexOf(piece, from);
}

/** What a part says, and how it is written without some of it. */
interface ReadPart {
  readonly followers: readonly Follower[];
  without(followers: readonly Follower[]): Buffer;
}

const htmlTypes = new Set(["text/html", "text/x-amp-html", "text/watch-html", "application/xhtml+xml"]);
/** In these a byte of ASCII is not always that letter: in the first ones never, in the others within runs. */
const foreign = /^(?:utf-?(?:7|16|32)|ucs|(?:cs)?unicode|iso-10646|ebcdic|(?:ibm|cp)(?:037|500|1026|1047)$)/i;
const shifting = /^(?:(?:cs)?iso-?2022|hz)/i;

function readPart(node: MimeNode, body: Buffer): ReadPart | null {
  const isHtml = htmlTypes.has(node.contentType || "");
  if ((!isHtml && node.contentType !== "text/plain") || node.disposition === "attachment") return null;
  const charset = node.charset || "";
  if (foreign.test(charset) || (isHtml && shifting.test(charset)))
    throw unreadable("a part is in a charset that ASCII is no part of; send UTF-8");
  const find = isHtml ? followersInHtml : followersInText;
  const source = body.toString("latin1");
  switch (node.encoding || "7bit") {
    case "quoted-printable": {
      const { text, at } = decodeQuotedPrintable(source);
      return {
        followers: find(inAscii(text)),
        // A new text between soft line breaks, so that no line grows too long and all around it stays as it was written.
        without: (followers) => {
          const pieces = pieced(source, followers, (index) => at[index] ?? source.length);
          const encoded = pieces.map((piece, index) => (index % 2 === 0 ? piece : encodePart(piece)));
          const joined = withBreaks(encoded).join("");
          // A blank that ends the text only now would be taken for padding (RFC 2045 6.7, rule 3).
          const shielded =
            encoded.at(-1) === "" && joined.replace(/ $/, "=\r\n=20").replace(/\t$/, "=\r\n=09");
          return Buffer.from(shielded || joined, "latin1");
        },
      };
    }
    case "base64": {
      const text = inAscii(Buffer.from(source, "base64").toString("latin1"));
      return {
        followers: find(text),
        without: (followers) => {
          const encoded = Buffer.from(pieced(text, followers).join(""), "latin1").toString("base64");
          const end = source.endsWith("\n") ? "\r\n" : "";
          return Buffer.from((encoded.match(/.{1,76}/g) ?? []).join("\r\n") + end, "latin1");
        },
      };
    }
    case "7bit":
    case "8bit":
    case "binary":
      return {
        followers: find(inAscii(source)),
        without: (followers) => Buffer.from(pieced(source, followers).join(""), "latin1"),
      };
    default:
      throw unreadable("a part has a transfer encoding that is not known");
  }
}

/** What stays and what is put in between, by turns. */
function pieced(
  text: string,
  followers: readonly Follower[],
  at: (index: number) => number = (index) => index,
): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, instead } of followers) {
    pieces.push(text.slice(from, at(start)), instead ?? "");
    from = at(end);
  }
  return [...pieces, text.slice(from)];
}

/** @returns the text, and where in the source each of its characters begins. */
function decodeQuotedPrintable(source: string): { text: string; at: Uint32Array } {
  const at = new Uint32Array(source.length + 1);
  let text = "";
  let length = 0;
  let from = 0;
  const keep = (to: number) => {
    text += source.slice(from, to);
    for (let index = from; index < to; index += 1) at[length++] = index;
  };
  for (const { 0: code, 1: digits, index } of source.matchAll(/=(?:([0-9a-f]{2})|[ \t]*\r?\n)/gi)) {
    keep(index);
    if (digits !== undefined) {
      text += String.fromCharCode(Number.parseInt(digits, 16));
      at[length++] = index;
    }
    from = index + code.length;
  }
  keep(source.length);
  at[length] = source.length;
  return { text, at };
}

/** Two bytes a letter, whatever the header says. */
function inAscii(text: string): string {
  if (/^(?:\xfe\xff|\xff\xfe)/.test(text) || text.includes("\0"))
    throw unreadable("a part is in a charset that ASCII is no part of; send UTF-8");
  return text;
}

/** Whether another part holds a signature over this one. */
function isSigned(node: MimeNode | null): boolean {
  for (let parent = node?.parentNode; parent; parent = parent.parentNode)
    if (parent.multipart === "signed") return true;
  return false;
}

function unreadable(detail: string, cause?: unknown): CodedError {
  return new CodedError("mail-unreadable", detail, { cause });
}
