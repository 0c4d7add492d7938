// One connection to a relay: opened, used for one letter after another, closed.
import { Socket } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Handover, Letter } from "../app/messages/letter.ts";
import type { RelayAddress } from "./relay-address.ts";
import { readRefusal, withoutAddresses } from "./relay-reply.ts";
import { StuffedMessage } from "./stuffed-message.ts";

/** What came of one attempt. */
export interface Attempt {
  readonly handover: Handover;
  /** The connection died, or the relay ended it, before any of the letter had left: another connection may try. */
  readonly untouched: boolean;
}

type Answer = { readonly reply: string } | { readonly error: SMTPConnection.SMTPError };

export class RelayConnection {
  readonly #smtp: SMTPConnection;
  /** Tells a waiting letter that no answer will come. */
  #onEnd: (() => void) | null = null;
  #takesUtf8 = false;

  /** Of a connection that speaks in plain text first. */
  readonly #socket: Socket | null;

  private constructor(options: SMTPConnection.Options) {
    this.#socket = options.secure ? null : new Socket();
    this.#smtp = new SMTPConnection({ ...options, ...(this.#socket ? { socket: this.#socket } : {}) });
    // Errors of an idle connection concern nobody: it is found dead when it is next wanted.
    this.#smtp.on("error", () => {});
    this.#smtp.on("end", () => this.#onEnd?.());
  }

  /** Connects, upgrades and signs in; rejects with the relay's words if it cannot. */
  static async open(address: RelayAddress, waits: SMTPConnection.Options): Promise<RelayConnection> {
    const opened = new RelayConnection({ ...address.connection, ...waits });
    const smtp = opened.#smtp;
    try {
      await new Promise<void>((resolve, reject) => {
        smtp.once("error", reject);
        smtp.connect((error) => (error ? reject(error) : resolve()));
      });
      // The last reply is now that to EHLO.
      opened.#takesUtf8 = /[ -]SMTPUTF8\b/i.test(smtp.lastServerResponse || "");
      const { credentials } = address;
      // A relay whose STARTTLS has vanished may not be the relay (RFC 8314 3.3, RFC 3207 6).
      if (credentials !== null && !smtp.secure && !address.onThisMachine)
        throw new Error("the relay offers no TLS, and the password is not sent without");
      if (credentials !== null)
        await new Promise<void>((resolve, reject) => {
          opened.#onEnd = () => reject(new Error("the connection ended during sign-in"));
          smtp.login({ ...credentials }, (error) => (error ? reject(error) : resolve()));
        });
      opened.#onEnd = null;
      return opened;
    } catch (error) {
      smtp.close();
      throw error;
    }
  }

  get encrypted(): boolean {
    return this.#smtp.secure;
  }

  get alive(): boolean {
    return !this.#smtp.destroyed;
  }

  /** Hands one letter over; never rejects. */
  async send(letter: Letter): Promise<Attempt> {
    const utf8 = /[^\0-\x7f]/.test(letter.forwardPath + letter.reversePath);
    if (utf8 && !this.#takesUtf8) {
      const reply = "550 5.6.7 the relay takes no address beyond ASCII (no SMTPUTF8)";
      return { handover: readRefusal(reply, letter), untouched: false };
    }
    const message = new StuffedMessage(letter);
    const answer = await this.#exchange(letter, utf8, message);
    if ("error" in answer) return this.#explain(answer.error, message.begun, letter);
    // Half a reply is no yes.
    if (!/^2\d\d(?:[ -]|$)/.test(answer.reply))
      return this.#explain(new Error(answer.reply), message.begun, letter);
    return { handover: { kind: "sent", reply: withoutAddresses(answer.reply, letter) }, untouched: false };
  }

  /** Ends a transaction that was refused half-way, so that the connection can be used again. */
  async reset(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#onEnd = resolve;
      this.#smtp.reset((error) => {
        if (error) this.#smtp.close();
        resolve();
      });
    });
    this.#onEnd = null;
  }

  /** Says QUIT, and waits for the relay to agree or hang up. */
  async quit(): Promise<void> {
    if (!this.alive) return;
    await new Promise<void>((resolve) => {
      this.#onEnd = resolve;
      this.#smtp.quit();
    });
  }

  /** Hangs up; a letter on its way becomes uncertain. */
  close(): void {
    this.#smtp.close();
  }

  async #exchange(letter: Letter, utf8: boolean, message: StuffedMessage): Promise<Answer> {
    const envelope: SMTPConnection.Envelope = {
      from: letter.reversePath || false,
      to: letter.forwardPath,
      size: letter.raw.length + (letter.rest?.length ?? 0),
      use8BitMime: utf8,
      ...(letter.notice && { dsn: dsnOf(letter.notice) }),
    };
    const answer = await new Promise<Answer>((resolve) => {
      // The library calls back just after it says `end`, with a better reason; where it does not, this is the answer.
      this.#onEnd = () => setImmediate(resolve, { error: new Error("the connection ended") });
      // The commands of an envelope go together (RFC 2920): one packet instead of three.
      this.#socket?.cork();
      this.#smtp.send(envelope, message, (error, info) =>
        resolve(error ? { error } : { reply: info.response }),
      );
      process.nextTick(() => this.#socket?.uncork());
    });
    this.#onEnd = null;
    return answer;
  }

  #explain(error: SMTPConnection.SMTPError, begun: boolean, letter: Letter): Attempt {
    const { response, responseCode: code = 0 } = error;
    if (response !== undefined && code >= 400) {
      // A refusal at the final dot may have come before the dot: the session is no longer sure.
      if (begun) this.close();
      const refusal = readRefusal(response, letter);
      const handover: Handover = error.command === "MAIL FROM" ? { ...refusal, ofUs: true } : refusal;
      return { handover, untouched: !begun && code === 421 };
    }
    const reply = withoutAddresses(error.message, letter);
    if (begun) {
      this.close();
      return { handover: { kind: "uncertain", reply }, untouched: false };
    }
    // Refused on this side, before a word was said: larger than the relay announced, or no address for an envelope.
    const local = error.code === "EMESSAGE" ? "552 5.3.4" : error.code === "EENVELOPE" ? "553 5.1.3" : null;
    if (local !== null)
      return { handover: readRefusal(`${local} ${error.message}`, letter), untouched: false };
    this.close();
    return { handover: { kind: "unreachable", reply }, untouched: true };
  }
}

/** As the library names the parameters of RFC 3461; it leaves them out where the relay knows none. */
function dsnOf({ envid, ret, notify, orcpt }: NonNullable<Letter["notice"]>): SMTPConnection.DSNOptions {
  return {
    ...(envid !== null && { envid }),
    ...(ret !== null && { ret: ret === "FULL" ? "FULL" : "HDRS" }),
    ...(notify !== null && { notify: notify.join(",") }),
    ...(orcpt !== null && { orcpt }),
  };
}
