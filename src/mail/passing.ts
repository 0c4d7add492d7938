// A mail as another program wrote it: read as far as the gate must, and given back byte for byte but for its header.
import addressParser from "nodemailer/lib/addressparser";

/** One header field as it stands. */
export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  /** What follows the colon, unfolded, without white space around it; octets beyond ASCII as in Latin-1. */
  readonly value: string;
  /** The field as it stands, with its line end. */
  readonly raw: Buffer;
}

export interface PassingMail {
  readonly fields: readonly HeaderField[];
  /** What follows the empty line. */
  readonly body: Buffer;
}

/** Why a mail is not taken: a reply of RFC 5321 4.2, with its enhanced status code (RFC 3463). */
export interface MailFault {
  readonly code: 500 | 550 | 554;
  readonly text: string;
}

/** RFC 5321 4.5.3.1.6: with its line end. Octets. */
const longestLine = 1000;
const mostHeaderBytes = 256 * 1024;
const [LF, CR] = [0x0a, 0x0d];

/**
 * What no relay would read as we do: bare CR or LF, by which a mail can be smuggled behind another one (RFC 5321 2.3.8), NUL,
 * and lines that are longer than allowed. Null: nothing of that.
 */
export function wireFault(raw: Buffer): MailFault | null {
  let lines = 0;
  let begun = 0;
  for (let at = raw.indexOf(LF); at >= 0; at = raw.indexOf(LF, at + 1)) {
    if (raw[at - 1] !== CR) return { code: 554, text: "5.6.0 a line ends in a bare LF (RFC 5321 2.3.8)" };
    if (at + 1 - begun > longestLine) return tooLong;
    begun = at + 1;
    lines += 1;
  }
  if (raw.length - begun > longestLine) return tooLong;
  for (let at = raw.indexOf(CR); at >= 0; at = raw.indexOf(CR, at + 1)) lines -= 1;
  if (lines !== 0) return { code: 554, text: "5.6.0 there is a CR without its LF (RFC 5321 2.3.8)" };
  return raw.includes(0) ? { code: 554, text: "5.6.0 there is a NUL in it (RFC 5322 2.3)" } : null;
}

const tooLong: MailFault = {
  code: 500,
  text: `5.6.0 a line is longer than ${longestLine} octets (RFC 5321 4.5.3.1.6)`,
};

/** @param raw - without {@link wireFault}. */
export function readPassing(raw: Buffer): PassingMail | MailFault {
  const fields: HeaderField[] = [];
  for (let at = 0; at < raw.length; ) {
    if (raw[at] === CR) return { fields, body: raw.subarray(at + 2) };
    let end = raw.indexOf(LF, at) + 1 || raw.length;
    while (raw[end] === 0x20 || raw[end] === 0x09) end = raw.indexOf(LF, end) + 1 || raw.length;
    if (end > mostHeaderBytes)
      return { code: 554, text: `5.6.0 the header is longer than ${mostHeaderBytes} octets` };
    const field = raw.subarray(at, end);
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/s.exec(field.toString("latin1")) ?? [];
    if (name === undefined || value === undefined)
      return { code: 554, text: "5.6.0 a line of the header is no field (RFC 5322 2.2)" };
    fields.push({ name: name.toLowerCase(), value: value.replace(/\r\n/g, "").trim(), raw: field });
    at = end;
  }
  return { fields, body: Buffer.alloc(0) };
}

export function isFault(read: PassingMail | MailFault): read is MailFault {
  return "code" in read;
}

/** All values of a field; none: it is not there. */
export function valuesOf({ fields }: PassingMail, name: string): readonly string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value);
}

/** The one address in a value of `From`, `Sender` or the like, as typed; null: there is none, or more than one (RFC 5322 3.6.2). */
export function mailboxIn(value: string): string | null {
  const found = addressParser(Buffer.from(value, "latin1").toString(), { flatten: true });
  const [mailbox, ...others] = found.filter(({ address }) => address !== "");
  return mailbox && others.length === 0 ? mailbox.address : null;
}

/**
 * The mail with other lines before its own.
 *
 * @param lines - without line ends.
 * @param without - names of fields to leave out, in lower case; one that ends in `-` stands for all that begin so.
 */
export function rewritten(
  { fields, body }: PassingMail,
  lines: readonly string[],
  without: readonly string[],
): Buffer {
  const leftOut = (name: string) =>
    without.some((one) => (one.endsWith("-") ? name.startsWith(one) : name === one));
  return Buffer.concat([
    Buffer.from(lines.map((line) => `${line}\r\n`).join("")),
    ...fields.filter(({ name }) => !leftOut(name)).map(({ raw }) => raw),
    Buffer.from("\r\n"),
    body,
  ]);
}
