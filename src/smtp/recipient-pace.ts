// How much the provider of a recipient is given at a time, and how it slows down when it asks for less.
import type { RecipientLimit } from "../app/setup/relays-file.ts";
import { providerOf } from "./providers.ts";

interface Pace {
  running: number;
  /** By the limit a minute: when the letters so far would have gone, one after another. */
  wouldEndAt: number;
  /** When the next letter that is sent away should come back. */
  comeBackAt: number;
  slowUntil: number;
  slowings: number;
}

/** A limit a minute may be used up in bursts of so long. Milliseconds. */
const burstMs = 1000;
/** Whoever waits is looked for now and then: of their turns, those that nobody took within so long are made up for. Milliseconds. */
const makeUpMs = 10_000;
const firstPauseMs = 15_000;
const longestPauseMs = 30 * 60_000;
/** Beyond so many providers those that are at rest are forgotten. */
const mostKept = 10_000;

export class RecipientPace {
  readonly #own: Readonly<Record<string, RecipientLimit>>;
  readonly #known: boolean;
  readonly #now: () => number;
  readonly #paces = new Map<string, Pace>();

  /**
   * @param own - limits by domain, as the operator has them.
   * @param known - whether those of large providers hold for the rest.
   */
  constructor(own: Readonly<Record<string, RecipientLimit>>, known: boolean, now: () => number) {
    this.#own = own;
    this.#known = known;
    this.#now = now;
  }

  /** Begins a letter to this address, or says for how long it has to wait, if it is not urgent. Milliseconds; 0: it has begun, and `end` it. */
  begin(forwardPath: string, urgent = false): number {
    const { key, limit } = this.#of(forwardPath);
    const pace = this.#paces.get(key);
    const now = this.#now();
    const { connections = Number.POSITIVE_INFINITY, perMinute = Number.POSITIVE_INFINITY } = limit;
    if (pace !== undefined && !urgent) {
      if (pace.slowUntil > now) return this.#sendAway(pace, pace.slowUntil, 100, now);
      if (pace.running >= connections) return this.#sendAway(pace, now + 1000, 1000 / connections, now);
      if (pace.wouldEndAt - now > burstMs)
        return this.#sendAway(pace, pace.wouldEndAt - burstMs, 60_000 / perMinute, now);
    }
    const going = pace ?? this.#begun(key);
    going.running += 1;
    if (perMinute !== Number.POSITIVE_INFINITY)
      going.wouldEndAt = Math.max(going.wouldEndAt, unusedSince(going, now)) + 60_000 / perMinute;
    return 0;
  }

  /** @param slower - whether the provider asked for fewer; null: it was not heard. */
  end(forwardPath: string, slower: boolean | null): void {
    const { key } = this.#of(forwardPath);
    const pace = this.#paces.get(key);
    if (pace === undefined) return;
    const now = this.#now();
    pace.running -= 1;
    if (slower === false) pace.slowings = Math.max(0, pace.slowings - 1);
    // What was under way when it first said so says the same, and counts as one.
    if (slower === true && pace.slowUntil <= now) {
      pace.slowUntil = now + Math.min(firstPauseMs * 2 ** pace.slowings, longestPauseMs);
      pace.slowings += 1;
    }
  }

  /** Those that are sent away come back one after another, not all at once. */
  #sendAway(pace: Pace, from: number, apartMs: number, now: number): number {
    pace.comeBackAt = Math.max(pace.comeBackAt + apartMs, from);
    return Math.max(1, pace.comeBackAt - now);
  }

  #of(forwardPath: string): { key: string; limit: RecipientLimit } {
    const domain = forwardPath.slice(forwardPath.lastIndexOf("@") + 1).toLowerCase();
    const own = Object.hasOwn(this.#own, domain) ? this.#own[domain] : undefined;
    if (own !== undefined) return { key: domain, limit: own };
    const provider = providerOf(domain);
    if (provider === null) return { key: domain, limit: {} };
    return { key: provider.name, limit: this.#known ? provider.limit : {} };
  }

  #begun(key: string): Pace {
    if (this.#paces.size >= mostKept) {
      const now = this.#now();
      for (const [old, { running, slowUntil, wouldEndAt }] of this.#paces)
        if (running === 0 && slowUntil <= now && wouldEndAt <= now) this.#paces.delete(old);
    }
    const pace: Pace = {
      running: 0,
      wouldEndAt: 0,
      comeBackAt: Number.NEGATIVE_INFINITY,
      slowUntil: 0,
      slowings: 0,
    };
    this.#paces.set(key, pace);
    return pace;
  }
}

/** From when on turns that were not taken still count: from now, unless somebody waited for them, and the provider for nobody. */
function unusedSince({ comeBackAt, slowUntil }: Pace, now: number): number {
  return comeBackAt > now - makeUpMs ? Math.max(now - makeUpMs, Math.min(slowUntil, now)) : now;
}
