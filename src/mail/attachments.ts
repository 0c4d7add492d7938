// Files that go with a letter: attached to it, or shown in it as images.
import { isUtf8 } from "node:buffer";
import { detectMimeType } from "nodemailer/lib/mime-funcs";
import { CodedError } from "../errors.ts";

export interface Attachment {
  /** What the reader sees; the name of a file without a folder. */
  readonly name: string;
  /** Media type, without parameters. */
  readonly type: string;
  /** By which the message shows it, as `cid:…` (RFC 2392); null: it is attached. */
  readonly cid: string | null;
  readonly bytes: Buffer;
}

/** What the files of one mail may have together once they are encoded, unless the operator says otherwise. Bytes. */
export const usualMostBytes = 10_000_000;
const longestNameBytes = 255;

/** By the ending of its name. A mail of its own is a file like any other: as `message/rfc822` it could not be encoded. */
export function mediaTypeOf(name: string): string {
  const type = detectMimeType(name);
  return /^(?:message|multipart)\//i.test(type) ? "application/octet-stream" : type;
}

/** With the character set, without which text is taken for ASCII (RFC 2046 4.1.2). */
export function contentTypeOf({ type, bytes }: Attachment): string {
  return type.startsWith("text/") && isUtf8(bytes) ? `${type}; charset=utf-8` : type;
}

/** As base64, in lines of 76 with CRLF (RFC 2045 6.8). */
export function encodedBytes({ bytes }: Attachment): number {
  const characters = Math.ceil(bytes.length / 3) * 4;
  return characters + 2 * Math.ceil(characters / 76);
}

/**
 * @param mostBytes - what they may have together, encoded.
 * @throws CodedError `attachment-malformed`, `attachments-too-large`.
 */
export function checkAttachments(attachments: readonly Attachment[], mostBytes: number): void {
  const cids = new Set<string>();
  for (const { name, type, cid } of attachments) {
    checkName(name);
    if (!/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/i.test(type) || /^(?:message|multipart)\//i.test(type))
      throw refused(name, `its type should be one such as \`application/pdf\`, not \`${type}\``);
    if (cid === null) continue;
    if (!/^[\w.+@-]{1,100}$/.test(cid))
      throw refused(name, "its `cid` should be letters, digits, `.`, `-`, `_`, `+` or `@`, at most 100");
    if (cids.has(cid)) throw refused(name, `another file has the \`cid\` \`${cid}\` too`);
    cids.add(cid);
  }
  const size = attachments.reduce((sum, attachment) => sum + encodedBytes(attachment), 0);
  if (size > mostBytes)
    throw new CodedError(
      "attachments-too-large",
      `${megabytes(size)} MB as they are sent, and at most ${megabytes(mostBytes)} MB may be`,
    );
}

function checkName(name: string): void {
  // A control character would end the header, and a bidirectional one shows another ending than the file has.
  if (/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name))
    throw refused(JSON.stringify(name).slice(1, -1), "its name holds a control character");
  if (!name.isWellFormed() || name.trim() !== name || ["", ".", ".."].includes(name))
    throw refused(name, "it needs a name, with no space around it");
  if (/[/\\]/.test(name)) throw refused(name, "its name should be without a folder");
  if (Buffer.byteLength(name) > longestNameBytes)
    throw refused(`${name.slice(0, 40)}…`, `its name is longer than ${longestNameBytes} bytes`);
}

function refused(name: string, what: string): CodedError {
  return new CodedError("attachment-malformed", `\`${name}\`: ${what}`);
}

function megabytes(size: number): string {
  return (size / 1e6).toFixed(1);
}
