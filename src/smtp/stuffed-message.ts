// The bytes of a letter as they go over the wire after DATA, in one piece with the final dot.
import { Readable, type Writable } from "node:stream";

const end = Buffer.from(".\r\n");

/** A dot at the beginning of a line is doubled, and a line ends with CRLF whatever it ended with (RFC 5321 4.5.2, 2.3.8). */
export function stuff(raw: Buffer): Buffer {
  const text = raw.toString("latin1");
  if (!/(?:^|\n)\.|\r(?!\n)|(?<!\r)\n|[^\n]$(?![\s\S])/.test(text)) return Buffer.concat([raw, end]);
  const lines = text.replace(/\r\n|\r|\n/g, "\r\n").replace(/(^|\n)\./g, "$1..");
  return Buffer.from(`${lines}${lines.endsWith("\r\n") || lines === "" ? "" : "\r\n"}.\r\n`, "latin1");
}

/**
 * What nodemailer pipes into its stream of the message. That stream looks at each byte; handing the whole to what stands
 * behind it takes a tenth of the time, and the message leaves in one packet with its end.
 */
export class StuffedMessage extends Readable {
  readonly #raw: Buffer;
  /** The relay's 354 starts it, and from then on the relay may have the letter. */
  begun = false;

  constructor(raw: Buffer) {
    super({ read() {} });
    this.#raw = raw;
  }

  override pipe<Into extends NodeJS.WritableStream>(into: Into): Into {
    this.begun = true;
    const stream = into as unknown as Writable & Readable;
    stream.push(stuff(this.#raw));
    stream.push(null);
    return into;
  }
}
