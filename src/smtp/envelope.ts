// The envelope of a letter in commands: MAIL FROM and RCPT TO, with what the relay understands of the rest.
import type { Letter } from "../app/messages/letter.ts";

export interface Envelope {
  readonly mail: string;
  readonly rcpt: string;
}

const beyondAscii = /[^\0-\x7f]/;

/**
 * `refusal`: the reply that says why no relay, or not this one, is to be asked.
 *
 * @param extensions - that the relay has announced.
 * @param mostBytes - the largest mail that it takes; 0: it names none.
 *
 * Source: RFC 5321 4.1.1.2 and 4.1.1.3, RFC 1870 (SIZE), RFC 6152 (8BITMIME), RFC 6531 3.4 (SMTPUTF8), RFC 3461 4 (DSN).
 */
export function envelopeOf(
  letter: Letter,
  extensions: ReadonlySet<string>,
  mostBytes: number,
): Envelope | { readonly refusal: string } {
  const { reversePath, forwardPath, raw, rest, notice } = letter;
  const both = reversePath + forwardPath;
  const utf8 = beyondAscii.test(both);
  if (utf8 && !extensions.has("SMTPUTF8"))
    return { refusal: "550 5.6.7 the relay takes no address beyond ASCII (no SMTPUTF8)" };
  if (forwardPath === "" || /[\r\n<>]/.test(both))
    return { refusal: "553 5.1.3 an address of this mail can stand in no envelope" };
  const size = raw.length + (rest?.length ?? 0);
  if (mostBytes > 0 && size > mostBytes)
    return { refusal: `552 5.3.4 larger than the relay takes, which is ${mostBytes} bytes` };
  let mail = `MAIL FROM:<${reversePath}>`;
  if (utf8) mail += extensions.has("8BITMIME") ? " SMTPUTF8 BODY=8BITMIME" : " SMTPUTF8";
  if (extensions.has("SIZE")) mail += ` SIZE=${size}`;
  let rcpt = `RCPT TO:<${forwardPath}>`;
  if (notice && extensions.has("DSN")) {
    const { ret, envid, notify, orcpt } = notice;
    if (ret !== null) mail += ` RET=${ret === "FULL" ? "FULL" : "HDRS"}`;
    if (envid !== null) mail += ` ENVID=${xtext(envid)}`;
    if (notify !== null) rcpt += ` NOTIFY=${notify.join(",")}`;
    if (orcpt !== null) rcpt += ` ORCPT=${typed(orcpt)}`;
  }
  return { mail, rcpt };
}

/** With its type before it (RFC 3461 4.2). */
function typed(address: string): string {
  return address.includes(";") ? xtext(address) : `rfc822;${xtext(address)}`;
}

/** RFC 3461 4. */
function xtext(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) =>
      byte >= 0x21 && byte <= 0x7e && byte !== 0x2b && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `+${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
}
