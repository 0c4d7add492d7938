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
 * Puts a `DKIM-Signature` for each key in front of a mail.
 *
 * @param raw - RFC 5322 bytes with CRLF line ends.
 * @param at - the time in the signatures.
 * @param rest - what goes after them; see `ComposedLetter`.
 * @returns `raw` with the signatures before it.
 *
 * Source: RFC 6376 (canonicalization relaxed/relaxed: 3.4.2, 3.4.4), RFC 8301 (no key under 1024 bits), RFC 8463 (Ed25519).
 */
export async function signDkim(
  raw: Buffer,
  keys: readonly DkimKey[],
  at: Instant,
  rest?: Buffer,
): Promise<Buffer> {
  if (keys.length === 0) return raw;
  const end = raw.indexOf("\r\n\r\n");
  const fields = readFields(raw.toString("latin1", 0, end < 0 ? raw.length : end));
  const bodyHash = hashOf(end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4), rest);
  const present = signedFields.filter((name) => fields.has(name));
  const covered = present.map((name) => `${fields.get(name)}\r\n`).join("");
  const names = [...present, ...oversigned].join(":");
  const signatures = await Promise.all(
    keys.map(async (key) => {
      const unsigned = signatureField(key, names, bodyHash, at);
      const made = await signData(Buffer.from(covered + relaxedField(unsigned), "latin1"), key);
      return `${unsigned}${folded(made.toString("base64"))}\r\n`;
    }),
  );
  return Buffer.concat([Buffer.from(signatures.join("")), raw]);
}

function signData(data: Buffer, { algorithm, privateKey }: DkimKey): Promise<Buffer> {
  // RFC 8463 3: what is signed by Ed25519 is the hash.
  return algorithm === "ed25519-sha256"
    ? signInPool(null, hash("sha256", data, "buffer"), privateKey)
    : signInPool("sha256", data, privateKey);
}

/** All of the field but the signature itself, which its own hash leaves out. */
function signatureField(
  { algorithm, domain, selector }: DkimKey,
  names: string,
  bodyHash: string,
  at: Instant,
): string {
  return [
    `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector};`,
    `\tt=${Math.floor(at / 1000)}; h=${folded(names, /.{1,60}(?::|$)/g)};`,
    `\tbh=${bodyHash};`,
    "\tb=",
  ].join("\r\n");
}

/** In several lines; white space means nothing in these values (RFC 6376 3.2, 3.5). */
const folded = (value: string, cut = /.{1,72}/g) => (value.match(cut) ?? []).join("\r\n\t");

/** Each name's last field (RFC 6376 5.4.2), relaxed. */
function readFields(head: string): Map<string, string> {
  return new Map(
    head.split(/\r\n(?![ \t])/).map((field) => {
      const relaxed = relaxedField(field);
      return [relaxed.slice(0, relaxed.indexOf(":")), relaxed];
    }),
  );
}

/** RFC 6376 3.4.2. */
function relaxedField(field: string): string {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, colon).toLowerCase().trimEnd()}:${value}`;
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
