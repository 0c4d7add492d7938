// One connection to a relay: opened, used for one letter after another, closed.
import type { Socket } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Handover, Letter } from "../app/messages/letter.ts";
import { type Answer, Conversation } from "./conversation.ts";
import { envelopeOf } from "./envelope.ts";
import type { RelayAddress } from "./relay-address.ts";
import { readRefusal, withoutAddresses } from "./relay-reply.ts";
import { wirePieces } from "./wire-pieces.ts";

/** What came of one attempt. */
export interface Attempt {
  readonly handover: Handover;
  /** The connection died, or the relay ended it, before any of the letter had left: another connection may try. */
  readonly untouched: boolean;
}

/** What the library knows of an open connection and does not say. */
interface Inside {
  readonly _socket: Socket;
  readonly _supportedExtensions: readonly string[];
  readonly _maxAllowedSize: number;
}

/** nodemailer opens it, encrypts it, signs in, and notices when it ends; what is said from then on is ours. */
export class RelayConnection {
  readonly #smtp: SMTPConnection;
  readonly #talk: Conversation;
  readonly #extensions: ReadonlySet<string>;
  /** The largest mail that the relay takes, in bytes; 0: it names none. */
  readonly #mostBytes: number;

  private constructor(smtp: SMTPConnection) {
    const { _socket: socket, _supportedExtensions: extensions, _maxAllowedSize } = smtp as unknown as Inside;
    this.#smtp = smtp;
    this.#extensions = new Set(extensions);
    this.#mostBytes = _maxAllowedSize;
    this.#talk = new Conversation(socket, () => smtp.close());
    let reason = "the connection ended";
    // Errors of an idle connection concern nobody: it is found dead when it is next wanted.
    smtp.on("error", (error: Error) => {
      reason = error.message;
    });
    smtp.on("end", () => this.#talk.end(reason));
  }

  /** Connects, upgrades and signs in; rejects with the relay's words if it cannot. */
  static async open(address: RelayAddress, waits: SMTPConnection.Options): Promise<RelayConnection> {
    const smtp = new SMTPConnection({ ...address.connection, ...waits });
    // Told where it is waited for.
    smtp.on("error", () => {});
    try {
      await new Promise<void>((resolve, reject) => {
        smtp.once("error", reject);
        smtp.connect((error) => (error ? reject(error) : resolve()));
      });
      const { credentials } = address;
      // A relay whose STARTTLS has vanished may not be the relay (RFC 8314 3.3, RFC 3207 6).
      if (credentials !== null && !smtp.secure && !address.onThisMachine)
        throw new Error("the relay offers no TLS, and the password is not sent without");
      if (credentials !== null)
        await new Promise<void>((resolve, reject) => {
          smtp.once("end", () => reject(new Error("the connection ended during sign-in")));
          smtp.login({ ...credentials }, (error) => (error ? reject(error) : resolve()));
        });
      return new RelayConnection(smtp);
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
    const envelope = envelopeOf(letter, this.#extensions, this.#mostBytes);
    if ("refusal" in envelope) return { handover: readRefusal(envelope.refusal, letter), untouched: false };
    const answer = await this.#talk.handOver(
      envelope,
      wirePieces(letter),
      this.#extensions.has("PIPELINING"),
    );
    return this.#explain(answer, letter);
  }

  /** Ends a transaction that was refused half-way, so that the connection can be used again. */
  async reset(): Promise<void> {
    const reply = await this.#talk.ask("RSET");
    if (reply?.startsWith("2") !== true) this.close();
  }

  /** Says QUIT, and waits for the relay to agree or hang up. */
  async quit(): Promise<void> {
    if (!this.alive) return;
    await this.#talk.ask("QUIT");
    this.close();
  }

  /** Hangs up; a letter on its way becomes uncertain. */
  close(): void {
    this.#smtp.close();
  }

  #explain(answer: Answer, letter: Letter): Attempt {
    const { begun } = answer;
    if (answer.kind === "accepted")
      return { handover: { kind: "sent", reply: withoutAddresses(answer.reply, letter) }, untouched: false };
    if (answer.kind === "refused") {
      // A refusal at the final dot may have come before the dot: the session is no longer sure.
      if (begun) this.close();
      const refusal = readRefusal(answer.reply, letter);
      const handover: Handover = answer.at === "MAIL" ? { ...refusal, ofUs: true } : refusal;
      return { handover, untouched: !begun && answer.reply.startsWith("421") };
    }
    this.close();
    const reply = withoutAddresses(answer.reason, letter);
    return begun
      ? { handover: { kind: "uncertain", reply }, untouched: false }
      : { handover: { kind: "unreachable", reply }, untouched: true };
  }
}
