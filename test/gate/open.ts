// A gate for tests: a world with its port, a dialogue with it line by line, and letters as tools write them.
import { once } from "node:events";
import net from "node:net";
import { type CredentialRequest, createCredential } from "../../src/app/gate/credentials.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { gateKeeper } from "../../src/gates.ts";
import { type GateOptions, type OpenGate, openGate } from "../../src/smtp/gate.ts";
import { makeWorld, type TestWorld, type TestWorldOptions } from "../support/world.ts";

export interface TestGate extends OpenGate {
  readonly world: TestWorld;
  /** Signs a program in: `name` and `password`. */
  credential(request?: Partial<CredentialRequest>): Promise<{ name: string; password: string }>;
  /** Delivers until nothing is due. */
  deliver(): Promise<void>;
}

export async function openTestGate(
  options: TestWorldOptions & { gate?: Partial<GateOptions> } = {},
): Promise<TestGate> {
  const world = await makeWorld({ at: "2026-11-23T12:00:00Z", ...options });
  const gate = await openGate({
    keeper: gateKeeper(world),
    name: "mail.lunaria.example",
    host: "127.0.0.1",
    port: 0,
    tls: null,
    implicitTls: false,
    mostBytes: 1_048_576,
    ...options.gate,
  });
  let made = 0;
  return {
    port: gate.port,
    world,
    async credential(request = {}) {
      made += 1;
      const { credential, password } = await createCredential(world, {
        name: `tool-${made}`,
        purpose: "newsletter",
        purposes: [],
        contract: "named",
        followers: "strip",
        observeUntil: null,
        perMinute: null,
        ...request,
      });
      return { name: credential.name, password };
    },
    async deliver() {
      while ((await deliverOutbox(world)) > 0);
    },
    async close() {
      await gate.close();
      await world.close();
    },
  };
}

/** A client that says what it is told to, and hears one reply for each. */
export class Dialogue {
  readonly #socket: net.Socket;
  #heard = "";
  #wake: (() => void) | null = null;

  constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on("data", (data) => {
      this.#heard += data.toString("latin1");
      this.#wake?.();
    });
    socket.on("close", () => this.#wake?.());
    socket.on("error", () => {});
  }

  static async open(port: number, { greeting = true } = {}): Promise<Dialogue> {
    const socket = net.connect(port, "127.0.0.1");
    await once(socket, "connect");
    const dialogue = new Dialogue(socket);
    if (greeting) await dialogue.reply();
    return dialogue;
  }

  get closed(): boolean {
    return this.#socket.destroyed || this.#socket.closed;
  }

  /** Signed in, after EHLO. */
  static async signedIn(
    port: number,
    { name, password }: { name: string; password: string },
  ): Promise<Dialogue> {
    const dialogue = await Dialogue.open(port);
    await dialogue.say("EHLO tool.example");
    const reply = await dialogue.say(
      `AUTH PLAIN ${Buffer.from(`\0${name}\0${password}`).toString("base64")}`,
    );
    if (!reply.startsWith("235")) throw new Error(reply);
    return dialogue;
  }

  /** The next reply with all its lines; empty: the connection was closed. */
  async reply(): Promise<string> {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(this.#heard)?.[0];
      if (whole !== undefined) {
        this.#heard = this.#heard.slice(whole.length);
        return whole.trimEnd();
      }
      if (this.#socket.closed || this.#socket.destroyed) return "";
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  send(octets: string | Buffer): void {
    this.#socket.write(octets);
  }

  async say(line: string): Promise<string> {
    this.send(`${line}\r\n`);
    return this.reply();
  }

  /** A whole transaction; answers the replies to RCPT, then that to DATA. */
  async mail(to: readonly string[], message: string, from = "hola@lunaria.example"): Promise<string[]> {
    await this.say(`MAIL FROM:<${from}>`);
    const replies: string[] = [];
    for (const recipient of to) replies.push(await this.say(`RCPT TO:<${recipient}>`));
    const go = await this.say("DATA");
    if (!go.startsWith("354")) return [...replies, go];
    this.send(`${message.replace(/^\./gm, "..")}\r\n.\r\n`);
    return [...replies, await this.reply()];
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** As a tool would write it. `fields`: more lines of its header. */
export function letter(body = "Boots are here.", ...fields: string[]): string {
  return [
    "From: Lunaria <hola@lunaria.example>",
    "To: customers@lunaria.example",
    "Subject: Boots",
    "Message-ID: <boots-1@tool.example>",
    "Date: Mon, 23 Nov 2026 12:00:00 +0000",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    ...fields,
    "",
    body,
  ].join("\r\n");
}
