// The policy service of Postfix: before each recipient Postfix asks here, and does what the answer says.
import { once } from "node:events";
import { lstatSync, unlinkSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { CodedError } from "../errors.ts";
import { PolicyReader, type PolicyRequest } from "./policy-request.ts";

/** Where Postfix finds it: `check_policy_service inet:HOST:PORT` or `unix:PATH`. */
export type PolicyPlace =
  | { readonly host: string; readonly port: number }
  /** Absolute. */
  | { readonly socket: string };

export interface PolicyOptions {
  readonly place: PolicyPlace;
  /**
   * What Postfix is to do: an action of access(5) such as `DUNNO` or `550 5.7.1 why`. Should it reject, the connection is
   * closed without an answer, and Postfix does what its `default_action` says.
   */
  readonly ask: (request: PolicyRequest) => Promise<string>;
  /** How long a connection may be quiet between requests; default 10 minutes, twice what Postfix keeps one for. */
  readonly silenceMs?: number;
  /** How long a request may take to arrive, however steadily it drips, and its answer to be fetched; default 10 seconds. */
  readonly requestMs?: number;
  readonly mostClients?: number;
}

export interface OpenPolicy {
  /** Of a socket: its path. */
  readonly at: string;
  /** Null: a socket. */
  readonly port: number | null;
  /** What is being asked is answered first. */
  close(): Promise<void>;
}

/** Postfix has as many connections as it has processes, 100 by default. */
const mostClients = 200;
/** Whoever may enter its folder, and is of its group: an answer tells something about a person. */
const socketMode = 0o660;

/**
 * Opens the service. Requests of one connection are answered in their order, one after the other; what is no request closes
 * it without an answer, as Postfix's documents ask.
 *
 * Source: Postfix, SMTPD_POLICY_README.
 *
 * @throws CodedError `port-taken`, `file-unwritable` where the socket cannot be made.
 */
export async function openPolicy(options: PolicyOptions): Promise<OpenPolicy> {
  const { place, silenceMs = 600_000, requestMs = 10_000 } = options;
  const talking = new Set<Talk>();
  const server = createServer((socket) => {
    const talk = new Talk(socket, options.ask, { silenceMs, requestMs });
    talking.add(talk);
    void talk.ended.then(() => talking.delete(talk));
  });
  server.maxConnections = options.mostClients ?? mostClients;
  await listen(server, place);
  const port = "port" in place ? (server.address() as AddressInfo).port : null;
  return {
    at: "port" in place ? `${place.host}:${port}` : place.socket,
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([closed, ...[...talking].map((talk) => talk.end())]);
    },
  };
}

interface Patience {
  readonly silenceMs: number;
  readonly requestMs: number;
}

/** One connection. */
class Talk {
  readonly ended: Promise<void>;
  readonly #socket: Socket;
  readonly #ask: PolicyOptions["ask"];
  readonly #patience: Patience;
  #timer: NodeJS.Timeout | undefined;
  #answering = false;
  #isEnding = false;

  constructor(socket: Socket, ask: PolicyOptions["ask"], patience: Patience) {
    this.#socket = socket;
    this.#ask = ask;
    this.#patience = patience;
    socket.setNoDelay(true);
    // Whoever breaks off is no concern of ours.
    socket.on("error", () => {});
    this.ended = this.#run().finally(() => {
      clearTimeout(this.#timer);
      socket.destroy();
    });
  }

  /** Answers what is being asked, and no more. */
  async end(): Promise<void> {
    this.#isEnding = true;
    if (!this.#answering) this.#socket.destroy();
    await this.ended;
  }

  async #run(): Promise<void> {
    const reader = new PolicyReader();
    this.#wait(this.#patience.silenceMs);
    try {
      for await (const chunk of this.#socket as AsyncIterable<Buffer>) {
        let isTimed = reader.isWaiting;
        for (const request of reader.read(chunk)) {
          await this.#answer(request);
          if (this.#isEnding) return;
          this.#wait(this.#patience.silenceMs);
          isTimed = false;
        }
        // From the first octet of a request on, not from its last.
        if (reader.isWaiting && !isTimed) this.#wait(this.#patience.requestMs);
      }
    } catch {
      // No request, or no answer: to close says so.
    }
  }

  async #answer(request: PolicyRequest): Promise<void> {
    clearTimeout(this.#timer);
    this.#answering = true;
    const action = await this.#ask(request);
    this.#wait(this.#patience.requestMs);
    // An answer is one line, whatever is in it.
    const written = this.#socket.write(`action=${action.replace(/[\r\n\0]+/g, " ")}\n\n`);
    if (!written) await Promise.race([once(this.#socket, "drain"), once(this.#socket, "close")]);
    this.#answering = false;
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#socket.destroy(new Error("too slow")), ms);
  }
}

async function listen(server: Server, place: PolicyPlace): Promise<void> {
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once("listening", resolve).once("error", reject);
  if ("port" in place) server.listen(place.port, place.host);
  else {
    if (await isLeftBehind(place.socket)) unlinkSync(place.socket);
    // Node makes the file before this returns: it never has another mode.
    const before = process.umask(0o777 & ~socketMode);
    server.listen(place.socket);
    process.umask(before);
  }
  try {
    await listening;
  } catch (cause) {
    const isTaken = "port" in place || (cause as NodeJS.ErrnoException).code === "EADDRINUSE";
    const at = "port" in place ? place.port : place.socket;
    throw new CodedError(isTaken ? "port-taken" : "file-unwritable", `\`${at}\` of the policy service`, {
      cause,
    });
  }
}

/** A socket that a killed process left, at which nobody answers. */
async function isLeftBehind(path: string): Promise<boolean> {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSocket()) return false;
  const probe = connect(path);
  try {
    await once(probe, "connect");
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
  } finally {
    probe.destroy();
  }
}
