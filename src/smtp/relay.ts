// The post office: hands letters to the relay over a pool of connections, each only with a permit.
import type { Handover, Letter } from "../app/messages/letter.ts";
import type { LastAsk, PostOffice } from "../app/ports.ts";
import { isPermit } from "../core/verdict.ts";
import { type RelayAddress, readRelayAddress } from "./relay-address.ts";
import { type Attempt, RelayConnection } from "./relay-connection.ts";
import { withoutAddresses } from "./relay-reply.ts";

export interface RelayOptions {
  /** How many letters are handed over at once; default 10. */
  readonly width?: number;
  /** Until the relay has greeted us. Milliseconds, default 30 seconds. */
  readonly connectTimeoutMs?: number;
  /**
   * Silence of the relay in a session. Milliseconds, default 10 minutes, as RFC 5321 4.5.3.2.6 asks: whoever gives up
   * earlier leaves letters uncertain that were accepted.
   */
  readonly replyTimeoutMs?: number;
  /** How long closing waits for letters on their way. Milliseconds, default 10 seconds. */
  readonly closeTimeoutMs?: number;
}

/**
 * Opens a post office; connections are made when they are first needed.
 *
 * @throws CodedError `setting-malformed`.
 */
export function openRelay(url: string, options: RelayOptions = {}): PostOffice {
  return new Relay(readRelayAddress(url), options);
}

class Relay implements PostOffice {
  readonly name: string;
  readonly width: number;
  readonly #address: RelayAddress;
  readonly #waits: {
    connectionTimeout: number;
    greetingTimeout: number;
    dnsTimeout: number;
    socketTimeout: number;
  };
  readonly #closeTimeoutMs: number;
  readonly #idle: RelayConnection[] = [];
  readonly #used = new Set<RelayConnection>();
  /** Deliveries that wait for their turn, first come first served. */
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #closed = false;
  #onQuiet: (() => void) | null = null;

  constructor(address: RelayAddress, options: RelayOptions) {
    const {
      width = 10,
      connectTimeoutMs = 30_000,
      replyTimeoutMs = 600_000,
      closeTimeoutMs = 10_000,
    } = options;
    this.name = `${address.connection.host}:${address.connection.port}`;
    this.width = width;
    this.#address = address;
    this.#closeTimeoutMs = closeTimeoutMs;
    this.#waits = {
      connectionTimeout: connectTimeoutMs,
      greetingTimeout: connectTimeoutMs,
      dnsTimeout: connectTimeoutMs,
      socketTimeout: replyTimeoutMs,
    };
  }

  async deliver(lastAsk: LastAsk, letter: Letter): Promise<Handover> {
    if (this.#running >= this.width) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#running += 1;
    try {
      return await this.#handOver(lastAsk, letter);
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else {
        this.#running -= 1;
        if (this.#running === 0) this.#onQuiet?.();
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#running > 0) {
      const giveUp = setTimeout(() => {
        for (const connection of this.#used) connection.close();
      }, this.#closeTimeoutMs);
      await new Promise<void>((resolve) => {
        this.#onQuiet = resolve;
      });
      clearTimeout(giveUp);
    }
    const hangUp = setTimeout(() => {
      for (const connection of this.#idle) connection.close();
    }, this.#closeTimeoutMs);
    await Promise.all(this.#idle.map((connection) => connection.quit()));
    clearTimeout(hangUp);
    this.#idle.length = 0;
  }

  async #handOver(lastAsk: LastAsk, letter: Letter): Promise<Handover> {
    const kept = this.#takeIdle();
    if (kept !== undefined) {
      const attempt = await this.#send(kept, lastAsk, letter);
      // Relays end idle connections when they please; nothing of the letter has left, so it is tried once more.
      if (!attempt.untouched) return attempt.handover;
    }
    if (this.#closed) return { kind: "unreachable", reply: "the post office is closed" };
    let fresh: RelayConnection;
    try {
      fresh = await RelayConnection.open(this.#address, this.#waits);
    } catch (error) {
      return { kind: "unreachable", reply: withoutAddresses((error as Error).message, letter) };
    }
    return (await this.#send(fresh, lastAsk, letter)).handover;
  }

  /** The connection is open and free: between this answer and MAIL FROM there is nothing to wait for. */
  async #send(connection: RelayConnection, lastAsk: LastAsk, letter: Letter): Promise<Attempt> {
    this.#used.add(connection);
    try {
      const permit = await lastAsk();
      if (permit === null) return { handover: { kind: "withheld", reply: "" }, untouched: false };
      if (!isPermit(permit)) throw new TypeError("a letter without a permit reached the relay");
      const attempt = await connection.send(letter);
      if (connection.alive && attempt.handover.kind !== "sent") await connection.reset();
      return attempt;
    } finally {
      this.#used.delete(connection);
      if (connection.alive) this.#idle.push(connection);
    }
  }

  #takeIdle(): RelayConnection | undefined {
    for (;;) {
      const connection = this.#idle.pop();
      if (connection === undefined || connection.alive) return connection;
    }
  }
}
