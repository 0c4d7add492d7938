// What is said over an open connection to a relay: one letter after another, and what the relay replies (RFC 5321).
import type { Socket } from "node:net";
import type { Envelope } from "./envelope.ts";

/**
 * How the handing over of a letter ended; `begun`: the relay may have some of it, or all. `failed`: no reply, or one that means
 * nothing.
 */
export type Answer =
  | { readonly kind: "accepted"; readonly reply: string; readonly begun: true }
  | {
      readonly kind: "refused";
      readonly reply: string;
      readonly at: "MAIL" | "RCPT" | "DATA";
      readonly begun: boolean;
    }
  | { readonly kind: "failed"; readonly reason: string; readonly begun: boolean };

/** Called with a whole reply, its lines parted by `\n`; null: none will come. */
type Hearer = (reply: string | null) => void;

const longestReplyBytes = 1_000_000;

export class Conversation {
  readonly #socket: Socket;
  readonly #hangUp: () => void;
  /** Who waits for a reply, in the order in which they asked. */
  readonly #hearers: Hearer[] = [];
  /** The beginning of a line, and the lines before it of the same reply. */
  #line = "";
  #lines = "";
  /** Whether anything was said since the last data came. */
  #spoken = false;
  #ended: string | null = null;

  /**
   * @param socket - on which nobody else listens for data from now on.
   * @param hangUp - ends the connection; `end` follows.
   */
  constructor(socket: Socket, hangUp: () => void) {
    this.#socket = socket;
    this.#hangUp = hangUp;
    socket.removeAllListeners("data");
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
  }

  /** To be called when the connection has ended: nobody is left waiting. */
  end(reason: string): void {
    this.#ended ??= reason;
    // A refusal without an end of its line is one still; half a yes is none.
    if (/^[45]\d\d[ -]/.test(this.#line)) this.#hearers.shift()?.(this.#lines + readable(this.#line));
    for (const hear of this.#hearers.splice(0)) hear(null);
  }

  /** One command and its reply; null: there is none. */
  ask(command: string): Promise<string | null> {
    return new Promise((resolve) => {
      if (!this.#say(`${command}\r\n`)) return resolve(null);
      this.#hearers.push(resolve);
    });
  }

  /**
   * Hands one letter over.
   *
   * @param pieces - of the mail as it goes over the wire, the final dot included.
   * @param pipelining - whether the relay takes the commands of an envelope in one breath (RFC 2920).
   */
  handOver({ mail, rcpt }: Envelope, pieces: readonly Buffer[], pipelining: boolean): Promise<Answer> {
    return new Promise((resolve) => {
      let refused: Answer | null = null;
      const afterMail: Hearer = (reply) => {
        refused = this.#unlike(reply, /^2/, "MAIL");
        if (!pipelining) goOn(`${rcpt}\r\n`, afterRcpt);
      };
      const afterRcpt: Hearer = (reply) => {
        refused ??= this.#unlike(reply, /^2/, "RCPT");
        if (!pipelining) goOn("DATA\r\n", afterData);
      };
      const afterData: Hearer = (reply) => {
        // Some relays say 250 in place of 354.
        refused ??= this.#unlike(reply, /^[23]/, "DATA");
        if (refused === null) {
          this.#write(pieces);
          this.#hearers.push(afterDot);
        } else if (!reply?.startsWith("3")) resolve(refused);
        else if (refused.kind === "refused" && refused.at === "RCPT")
          // It has nobody to give it to, and wants it all the same.
          goOn(".\r\n", () => resolve(refused as Answer), true);
        else {
          this.#hangUp();
          resolve(refused);
        }
      };
      const afterDot: Hearer = (reply) => {
        // Half a reply is no yes.
        const other = this.#unlike(reply, /^2\d\d(?:[ -]|$)/, "DATA");
        resolve(other ? { ...other, begun: true } : { kind: "accepted", reply: reply ?? "", begun: true });
      };
      const goOn = (command: string, next: Hearer, always = false) => {
        if (refused !== null && !always) resolve(refused);
        else if (this.#say(command)) this.#hearers.push(next);
        else next(null);
      };
      if (!pipelining) return goOn(`${mail}\r\n`, afterMail);
      if (!this.#say(`${mail}\r\n${rcpt}\r\nDATA\r\n`)) return afterData(null);
      this.#hearers.push(afterMail, afterRcpt, afterData);
    });
  }

  /** Null: the reply is what was hoped for. */
  #unlike(reply: string | null, hoped: RegExp, at: "MAIL" | "RCPT" | "DATA"): Answer | null {
    if (reply === null)
      return { kind: "failed", reason: this.#ended ?? "the connection ended", begun: false };
    if (hoped.test(reply)) return null;
    if (/^[45]\d\d/.test(reply)) return { kind: "refused", reply, at, begun: false };
    return { kind: "failed", reason: reply, begun: false };
  }

  #say(text: string): boolean {
    if (this.#ended !== null || !this.#socket.writable) return false;
    this.#spoken = true;
    this.#socket.write(text);
    return true;
  }

  #write(pieces: readonly Buffer[]): void {
    this.#spoken = true;
    // In one packet, where there are several.
    if (pieces.length > 1) this.#socket.cork();
    for (const piece of pieces) this.#socket.write(piece);
    if (pieces.length > 1) this.#socket.uncork();
  }

  #take(chunk: Buffer): void {
    const text = this.#line + chunk.toString("latin1");
    let from = 0;
    this.#spoken = false;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      const line = readable(text.slice(from, text[end - 1] === "\r" ? end - 1 : end));
      from = end + 1;
      if (/^\d{3}-/.test(line)) this.#lines += `${line}\n`;
      else if (this.#lines !== "" || line.trim() !== "") {
        const reply = this.#lines + line;
        this.#lines = "";
        // It came before what it would be the reply to: from here on nobody knows what the relay means.
        if (this.#spoken) this.#hangUp();
        else this.#hear(reply);
      }
    }
    this.#line = text.slice(from);
    if (this.#line.length + this.#lines.length > longestReplyBytes) this.#hangUp();
  }

  #hear(reply: string): void {
    const hear = this.#hearers.shift();
    hear?.(reply);
    // Nobody asked, or the relay is about to end the connection (RFC 5321 4.2).
    if (hear === undefined || reply.startsWith("421")) this.#hangUp();
  }
}

/** A line of a reply is in ASCII, or in UTF-8 (RFC 6531 3.7.4.2). */
function readable(line: string): string {
  return /^[\0-\x7f]*$/.test(line) ? line : Buffer.from(line, "latin1").toString();
}
