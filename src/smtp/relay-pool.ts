// One relay: its connections, what it may be given, and whether it can be used.
import type { Handover, Letter } from "../app/messages/letter.ts";
import type { RelayUsage } from "../app/messages/relay-usage.ts";
import type { LastAsk } from "../app/ports.ts";
import type { DeclaredRelay } from "../app/setup/relays-file.ts";
import { isPermit } from "../core/verdict.ts";
import { isWaiver } from "../core/waiver.ts";
import { type RelayAddress, readRelayAddress } from "./relay-address.ts";
import { type Attempt, RelayConnection } from "./relay-connection.ts";
import { RelayHealth } from "./relay-health.ts";
import { RelayQuota } from "./relay-quota.ts";
import { withoutAddresses } from "./relay-reply.ts";

export interface Waits {
  readonly connectTimeoutMs: number;
  readonly replyTimeoutMs: number;
  readonly closeTimeoutMs: number;
}

export class RelayPool {
  /** `host:port` */
  readonly name: string;
  readonly weight: number;
  /** How many letters it takes at once. */
  readonly width: number;
  /** How many letters have a place in it now. */
  running = 0;
  /** How many letters it has had, divided by its weight. */
  served = 0;
  readonly health: RelayHealth;
  readonly quota: RelayQuota;
  readonly #address: RelayAddress;
  readonly #waits: Waits;
  readonly #idle: RelayConnection[] = [];
  readonly #used = new Set<RelayConnection>();

  /** @throws CodedError `setting-malformed`. */
  constructor(declared: DeclaredRelay, usage: RelayUsage, waits: Waits, now: () => number) {
    this.#address = readRelayAddress(declared.url);
    const { host, port } = this.#address.connection;
    this.name = `${host}:${port}`;
    this.weight = declared.weight;
    this.width = declared.connections;
    this.health = new RelayHealth(now);
    this.quota = new RelayQuota({ ...declared, name: this.name }, usage, now);
    this.#waits = waits;
  }

  /** For how long it cannot be used; 0: it can. Milliseconds. */
  get awayMs(): number {
    return Math.max(this.health.asideMs, this.quota.usedUpMs);
  }

  /** Hands one letter over, or says that nothing of it has left: then another relay may have it. */
  async handOver(lastAsk: LastAsk, letter: Letter): Promise<Attempt> {
    const taken = await this.quota.take();
    if (taken === null) {
      const reply = `the limit of the relay \`${this.name}\` is reached`;
      return { handover: { kind: "unreachable", reply }, untouched: true };
    }
    const attempt = await this.#attempt(lastAsk, letter);
    this.#learn(attempt.handover);
    if (attempt.untouched || attempt.handover.kind === "withheld") this.quota.putBack(taken);
    return attempt;
  }

  async close(): Promise<void> {
    const { closeTimeoutMs } = this.#waits;
    const hangUp = setTimeout(() => {
      for (const connection of this.#idle) connection.close();
    }, closeTimeoutMs);
    await Promise.all(this.#idle.map((connection) => connection.quit()));
    clearTimeout(hangUp);
    this.#idle.length = 0;
  }

  /** What is on its way becomes uncertain. */
  cut(): void {
    for (const connection of this.#used) connection.close();
  }

  async #attempt(lastAsk: LastAsk, letter: Letter): Promise<Attempt> {
    const kept = this.#takeIdle();
    if (kept !== undefined) {
      const attempt = await this.#send(kept, lastAsk, letter);
      // Relays end idle connections when they please; nothing of the letter has left, so it is tried once more.
      if (!attempt.untouched) return attempt;
    }
    const { connectTimeoutMs, replyTimeoutMs } = this.#waits;
    let fresh: RelayConnection;
    try {
      fresh = await RelayConnection.open(this.#address, {
        connectionTimeout: connectTimeoutMs,
        greetingTimeout: connectTimeoutMs,
        dnsTimeout: connectTimeoutMs,
        socketTimeout: replyTimeoutMs,
      });
    } catch (error) {
      const reply = withoutAddresses((error as Error).message, letter);
      return { handover: { kind: "unreachable", reply }, untouched: true };
    }
    return this.#send(fresh, lastAsk, letter);
  }

  /** The connection is open and free: between this answer and MAIL FROM there is nothing to wait for. */
  async #send(connection: RelayConnection, lastAsk: LastAsk, letter: Letter): Promise<Attempt> {
    this.#used.add(connection);
    try {
      const permit = await lastAsk();
      if (permit === null) return { handover: { kind: "withheld", reply: "" }, untouched: false };
      if (!isPermit(permit) && !isWaiver(permit))
        throw new TypeError("a letter without a permit reached the relay");
      const attempt = await connection.send(letter);
      if (connection.alive && attempt.handover.kind !== "sent") await connection.reset();
      return attempt;
    } finally {
      this.#used.delete(connection);
      if (connection.alive) this.#idle.push(connection);
    }
  }

  #learn({ kind, reply }: Handover): void {
    if (kind === "unreachable") this.health.failed();
    else if (kind === "refused-by-relay" && reply.startsWith("421")) this.health.closed();
    else if (kind === "sent" || kind === "refused-by-relay") this.health.answered();
  }

  #takeIdle(): RelayConnection | undefined {
    for (;;) {
      const connection = this.#idle.pop();
      if (connection === undefined || connection.alive) return connection;
    }
  }
}
