// The post office: hands letters to one or several relays over pools of connections, each only with a permit.
import type { Handover, Letter } from "../app/messages/letter.ts";
import type { RelayUsage } from "../app/messages/relay-usage.ts";
import type { LastAsk, PostOffice } from "../app/ports.ts";
import type { DeclaredRelays } from "../app/setup/relays-file.ts";
import { readReply } from "../mail/delivery-status.ts";
import { RecipientPace } from "./recipient-pace.ts";
import { RelayPool } from "./relay-pool.ts";
import { usageInMemory } from "./relay-quota.ts";

export interface RelayOptions {
  /** How many letters are handed over at once; default 10. With several relays each says so itself. */
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
  /** What keeps the limits a hour and day; default: the memory of this process. */
  readonly usage?: RelayUsage;
  /** Milliseconds since the Unix epoch; default: the clock. */
  readonly now?: () => number;
}

/**
 * Opens a post office of one relay; connections are made when they are first needed.
 *
 * @throws CodedError `setting-malformed`.
 */
export function openRelay(url: string, options: RelayOptions = {}): PostOffice {
  const only = { name: "relay", url, weight: 1, connections: options.width ?? 10, limits: {}, warmUp: null };
  return new Relays({ relays: [only], recipients: {} }, false, options);
}

/**
 * Opens a post office of several relays: each has its share by weight; where one fails the others take over, and it is
 * tried again after growing pauses. Where none can be used a letter is `unreachable`, and nothing of it has left.
 *
 * @throws CodedError `setting-malformed`.
 */
export function openRelays(declared: DeclaredRelays, options: RelayOptions = {}): PostOffice {
  return new Relays(declared, true, options);
}

interface Waiting {
  readonly urgent: boolean;
  readonly tried: ReadonlySet<RelayPool>;
  readonly call: () => void;
}

class Relays implements PostOffice {
  readonly name: string;
  readonly width: number;
  readonly #pools: readonly RelayPool[];
  readonly #recipients: RecipientPace;
  readonly #closeTimeoutMs: number;
  /** Letters that wait for a place: the urgent ones, then the others, each first come first served. */
  readonly #queue: Waiting[] = [];
  #closed = false;
  #onQuiet: (() => void) | null = null;

  constructor({ relays, recipients }: DeclaredRelays, knownProviders: boolean, options: RelayOptions) {
    const {
      connectTimeoutMs = 30_000,
      replyTimeoutMs = 600_000,
      closeTimeoutMs = 10_000,
      usage = usageInMemory(),
      now = Date.now,
    } = options;
    const waits = { connectTimeoutMs, replyTimeoutMs, closeTimeoutMs };
    this.#pools = relays.map((relay) => new RelayPool(relay, usage, waits, now));
    this.#recipients = new RecipientPace(recipients, knownProviders, now);
    this.#closeTimeoutMs = closeTimeoutMs;
    this.name = this.#pools.map(({ name }) => name).join(", ");
    this.width = this.#pools.reduce((sum, { width }) => sum + width, 0);
  }

  async deliver(lastAsk: LastAsk, letter: Letter): Promise<Handover> {
    const waitMs = this.#recipients.begin(letter.forwardPath, letter.urgent);
    if (waitMs > 0) {
      const reply = "the provider of this mailbox is given fewer mails at a time";
      return { kind: "unreachable", reply, wait: { ms: waitMs, whom: "provider" } };
    }
    let slower: boolean | null = null;
    try {
      const handover = await this.#throughAny(lastAsk, letter);
      if (handover.kind === "sent") slower = false;
      if (handover.kind === "refused-by-relay") slower = readReply(handover.reply).slower;
      return handover;
    } finally {
      this.#recipients.end(letter.forwardPath, slower);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#running > 0) {
      const giveUp = setTimeout(() => {
        for (const pool of this.#pools) pool.cut();
      }, this.#closeTimeoutMs);
      await new Promise<void>((resolve) => {
        this.#onQuiet = resolve;
      });
      clearTimeout(giveUp);
    }
    await Promise.all(this.#pools.map((pool) => pool.close()));
  }

  get #running(): number {
    return this.#pools.reduce((sum, { running }) => sum + running, 0);
  }

  /** Over one relay after another, until one has the letter or has said no to it. */
  async #throughAny(lastAsk: LastAsk, letter: Letter): Promise<Handover> {
    const tried = new Set<RelayPool>();
    let last: Handover | null = null;
    for (;;) {
      const pool = await this.#place(tried, letter.urgent ?? false);
      if (pool === null) return last?.kind === "refused-by-relay" ? last : this.#away(last?.reply);
      tried.add(pool);
      try {
        const { handover, untouched } = await pool.handOver(lastAsk, letter);
        if (!untouched) return handover;
        last = handover;
      } finally {
        this.#leave(pool);
      }
    }
  }

  /** Until the first of them is back. @param why - of the last that was tried. */
  #away(why?: string): Handover {
    if (this.#closed) return { kind: "unreachable", reply: "the post office is closed" };
    const ms = Math.min(...this.#pools.map(({ awayMs }) => awayMs));
    const reply =
      this.#pools.length === 1 ? "the relay cannot be used now" : "none of the relays can be used now";
    return { kind: "unreachable", reply: why ?? reply, wait: { ms, whom: "everybody" } };
  }

  /** A place in the relay whose turn it is; waits while all are taken. Null: none that was not tried can be used. */
  async #place(tried: ReadonlySet<RelayPool>, urgent: boolean): Promise<RelayPool | null> {
    while (!this.#closed) {
      let usable = false;
      let next: RelayPool | null = null;
      for (const pool of this.#pools) {
        if (tried.has(pool) || pool.awayMs > 0) continue;
        usable = true;
        const free = pool.running < pool.width;
        if (free && (next === null || pool.served < next.served)) next = pool;
      }
      if (next !== null) {
        this.#take(next);
        return next;
      }
      if (!usable) return null;
      await new Promise<void>((call) => {
        const behind = urgent ? this.#queue.findIndex((waiting) => !waiting.urgent) : -1;
        this.#queue.splice(behind < 0 ? this.#queue.length : behind, 0, { urgent, tried, call });
      });
    }
    return null;
  }

  #take(pool: RelayPool): void {
    pool.running += 1;
    pool.served += 1 / pool.weight;
    // Whoever was away is not given all that it missed at once when it is back.
    for (const other of this.#pools) other.served = Math.max(other.served, pool.served - 2);
  }

  #leave(pool: RelayPool): void {
    pool.running -= 1;
    // One that can be used calls whoever waits longest for it; one that cannot calls all, who may have nothing to wait for.
    const first = this.#queue.findIndex(({ tried }) => !tried.has(pool));
    const called = pool.awayMs > 0 ? this.#queue.splice(0) : first < 0 ? [] : this.#queue.splice(first, 1);
    for (const { call } of called) call();
    if (this.#running === 0 && this.#queue.length === 0 && called.length === 0) this.#onQuiet?.();
  }
}
