// Signs a mail by DKIM, with each of the keys of its sender's domain.
import { createHash, hash, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";
import type { Instant } from "../core/instant.ts";

export type DkimAlgorithm = "rsa-sha256" | "ed25519-sha256";

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: DkimAlgorithm;
  readonly privateKey: KeyObject;
}

/** What a reader sees of a mail, and what their mail program acts on (RFC 6376 5.4.1, RFC 8058 4). */
const signedFields = [
  "from",
  "reply-to",
  "to",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
  "auto-submitted",
];

/** Signed once more than they are there, so that nobody can add another that is shown instead (RFC 6376 8.15). */
const oversigned = ["from", "reply-to", "to", "subject", "date", "message-id", "content-type"];

// In the pool of threads: several mails are signed at a time, on as many cores as there are.
const signInPool = promisify(
  (
    algorithm: string | null,
    data: Buffer,
    key: KeyObject,
    done: (error: Error | null, made: Buffer) => void,
  ) => sign(algorithm, data, key, done),
);

/**
 * A `DKIM-Signature` for each key, to stand in front of a mail.
 *
 * @param raw - RFC 5322 bytes with CRLF line ends.
 * @param at - the time in the signatures.
 * @param rest - what goes after them; see `ComposedLetter`.
 * @returns the fields, each with its line end.
 *
 * Source: RFC 6376 (canonicalization relaxed/relaxed: 3.4.2, 3.4.4), RFC 8301 (no key under 1024 bits), RFC 8463 (Ed25519).
 */
export async function dkimSignatures(
  raw: Buffer,
  keys: readonly DkimKey[],
  at: Instant,
  rest?: Buffer,
): Promise<Buffer> {
  const end = raw.indexOf("\r\n\r\n");
  const fields = readFields(raw.toString("latin1", 0, end < 0 ? raw.length : end));
  const bodyHash = hashOf(end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4), rest);
  const present = signedFields.filter((name) => fields.has(name));
  const covered = present.map((name) => `${fields.get(name)}\r\n`).join("");
  const names = [...present, ...oversigned].join(":");
  const signatures = await Promise.all(
    keys.map(async (key) => {
      const { written, relaxed } = fieldFor(key, names);
      const time = Math.floor(at / 1000);
      const data = Buffer.from(covered + relaxed[0] + time + relaxed[1] + bodyHash + relaxed[2], "latin1");
      const signature = (await signData(data, key)).toString("base64");
      return `${written[0]}${time}${written[1]}${bodyHash}${written[2]}${folded(signature)}\r\n`;
    }),
  );
  return Buffer.from(signatures.join(""));
}

function signData(data: Buffer, { algorithm, privateKey }: DkimKey): Promise<Buffer> {
  // RFC 8463 3: what is signed by Ed25519 is the hash.
  return algorithm === "ed25519-sha256"
    ? signInPool(null, hash("sha256", data, "buffer"), privateKey)
    : signInPool("sha256", data, privateKey);
}

/** The field around the time, the hash of the body and the signature: as it is written, and relaxed as it is signed. */
interface SignatureField {
  readonly names: string;
  readonly written: readonly [string, string, string];
  readonly relaxed: readonly [string, string, string];
}

/** The letters of a campaign have the same fields. */
const fields = new WeakMap<DkimKey, SignatureField>();

function fieldFor(key: DkimKey, names: string): SignatureField {
  const known = fields.get(key);
  if (known?.names === names) return known;
  const { algorithm, domain, selector } = key;
  const written = [
    `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector};\r\n\tt=`,
    `; h=${folded(names, /.{1,60}(?::|$)/g)};\r\n\tbh=`,
    ";\r\n\tb=",
  ] as const;
  const [before, between, after] = written.map(relaxedSpace) as [string, string, string];
  const made = {
    names,
    written,
    relaxed: [before.replace(/^DKIM-Signature: /, "dkim-signature:"), between, after],
  } as const;
  fields.set(key, made);
  return made;
}

/** In several lines; white space means nothing in these values (RFC 6376 3.2, 3.5). */
const folded = (value: string, cut = /.{1,72}/g) => (value.match(cut) ?? []).join("\r\n\t");

/** The last of each field that may be signed (RFC 6376 5.4.2), relaxed (3.4.2). */
function readFields(head: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let from = 0; from < head.length; ) {
    let end = head.indexOf("\r\n", from);
    while (end >= 0 && /[ \t]/.test(head[end + 2] ?? "")) end = head.indexOf("\r\n", end + 2);
    if (end < 0) end = head.length;
    const colon = head.indexOf(":", from);
    const name = colon < 0 || colon > end ? "" : head.slice(from, colon).toLowerCase().trimEnd();
    if (signedFields.includes(name))
      found.set(name, `${name}:${relaxedSpace(head.slice(colon + 1, end)).trim()}`);
    from = end + 2;
  }
  return found;
}

function relaxedSpace(text: string): string {
  return /[\t\r]| {2}/.test(text) ? text.replace(/\r\n/g, "").replace(/[ \t]+/g, " ") : text;
}

/** Of the body in its relaxed form. SHA-256 goes over all of it for each letter, the looking for white space does not. */
function hashOf(body: Buffer, rest: Buffer | undefined): string {
  if (rest === undefined) return hash("sha256", relaxedBody(body), "base64");
  return createHash("sha256").update(relaxedLines(body)).update(relaxedRest(rest)).digest("base64");
}

const relaxedRests = new WeakMap<Buffer, Buffer>();

function relaxedRest(rest: Buffer): Buffer {
  const relaxed = relaxedRests.get(rest) ?? relaxedBody(rest);
  relaxedRests.set(rest, relaxed);
  return relaxed;
}

/** RFC 6376 3.4.4. */
function relaxedBody(body: Buffer): Buffer {
  const lines = relaxedLines(body);
  return lines.subarray(0, withoutEmptyLines(lines));
}

/** Each line relaxed, and ended. */
function relaxedLines(body: Buffer): Buffer {
  // Most of what quoted-printable and base64 make is in this form already.
  if (!["\t", "  ", " \r\n"].some((odd) => body.includes(odd)) && body.at(-1) === 0x0a) return body;
  const text = body
    .toString("latin1")
    .replace(/[ \t]+/g, " ")
    .replace(/ (?=\r\n|$)/g, "");
  return Buffer.from(text === "" || text.endsWith("\r\n") ? text : `${text}\r\n`, "latin1");
}

/** Where the last line ends that is not empty. */
function withoutEmptyLines(body: Buffer): number {
  let length = body.length;
  while (length >= 4 && body.toString("latin1", length - 4, length) === "\r\n\r\n") length -= 2;
  return length === 2 && body.toString("latin1", 0, 2) === "\r\n" ? 0 : length;
}
