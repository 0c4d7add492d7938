// How much one relay may be given: a second, an hour, a day, and while it is warmed up.
import { setTimeout as sleep } from "node:timers/promises";
import type { RelayUsage } from "../app/messages/relay-usage.ts";
import type { DeclaredRelay } from "../app/setup/relays-file.ts";

type Limited = Pick<DeclaredRelay, "name" | "limits" | "warmUp">;

interface Span {
  /** In UTC, as `2026-11-29T02` or `2026-11-29`. */
  readonly name: string;
  /** Milliseconds since the Unix epoch. */
  readonly endsAt: number;
  readonly limit: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const nothing: readonly string[] = [];

export class RelayQuota {
  readonly #relay: Limited;
  readonly #usage: RelayUsage;
  readonly #now: () => number;
  /** Letters that were taken from the limit of a span and not given to the relay yet. */
  readonly #taken = new Map<string, number>();
  /** When the next letter may follow the last, by the limit a second. */
  #nextAt = 0;
  #usedUpUntil = 0;
  readonly #unlimited: boolean;

  constructor(relay: Limited, usage: RelayUsage, now: () => number) {
    this.#relay = relay;
    this.#unlimited =
      relay.warmUp === null && Object.values(relay.limits).every((limit) => limit === undefined);
    this.#usage = usage;
    this.#now = now;
  }

  /** For how long nothing more may be given to it; 0: it may be asked for. Milliseconds. */
  get usedUpMs(): number {
    return Math.max(0, this.#usedUpUntil - this.#now());
  }

  /**
   * Takes one letter from every limit, and waits for its turn within the second.
   *
   * @returns the hour and the day that it was taken from; null: a limit is reached, see `usedUpMs`.
   */
  async take(): Promise<readonly string[] | null> {
    if (this.#unlimited) return nothing;
    const spans = spansOf(this.#relay, this.#now());
    const had: Span[] = [];
    for (const span of spans) {
      if (await this.#takeFrom(span)) had.push(span);
      else {
        this.putBack(had.map(({ name }) => name));
        this.#usedUpUntil = span.endsAt;
        return null;
      }
    }
    const { perSecond } = this.#relay.limits;
    if (perSecond !== undefined) {
      const at = Math.max(this.#now(), this.#nextAt);
      this.#nextAt = at + 1000 / perSecond;
      if (at > this.#now()) await sleep(at - this.#now());
    }
    return had.map(({ name }) => name);
  }

  /** Of a letter that was not given to it after all: the hour that it was taken from may be over. */
  putBack(spans: readonly string[]): void {
    for (const name of spans) this.#taken.set(name, (this.#taken.get(name) ?? 0) + 1);
  }

  async #takeFrom({ name, limit }: Span): Promise<boolean> {
    for (const old of this.#taken.keys())
      if (old.length === name.length && old !== name) this.#taken.delete(old);
    const here = this.#taken.get(name) ?? 0;
    // What a killed process had taken and not used is lost to the span: at most a hundredth of the limit.
    const got =
      here > 0
        ? here
        : await this.#usage.take(
            this.#relay.name,
            name,
            limit,
            Math.max(1, Math.min(100, Math.floor(limit / 100))),
          );
    // Others may have taken and used while this one asked.
    const left = here > 0 ? here : (this.#taken.get(name) ?? 0) + got;
    if (left <= 0) return false;
    this.#taken.set(name, left - 1);
    return true;
  }
}

/** The hour and the day that a limit counts in, at this moment. */
function spansOf({ limits: { perHour, perDay }, warmUp }: Limited, now: number): readonly Span[] {
  const text = new Date(now).toISOString();
  const daily = Math.min(perDay ?? Number.POSITIVE_INFINITY, warmUpLimit(warmUp, now));
  return [
    ...(perHour === undefined
      ? []
      : [{ name: text.slice(0, 13), endsAt: (Math.floor(now / hourMs) + 1) * hourMs, limit: perHour }]),
    ...(daily === Number.POSITIVE_INFINITY
      ? []
      : [{ name: text.slice(0, 10), endsAt: (Math.floor(now / dayMs) + 1) * dayMs, limit: daily }]),
  ];
}

/** Before its first day a relay is given nothing. */
function warmUpLimit(warmUp: Limited["warmUp"], now: number): number {
  if (warmUp === null) return Number.POSITIVE_INFINITY;
  const day = Math.floor((now - Date.parse(`${warmUp.from}T00:00:00Z`)) / dayMs);
  return day < 0 ? 0 : (warmUp.daily[day] ?? Number.POSITIVE_INFINITY);
}

/** For a post office without a database behind it: counts until the process ends. */
export function usageInMemory(): RelayUsage {
  const letters = new Map<string, number>();
  return {
    async take(relay, span, limit, count) {
      const key = `${relay} ${span}`;
      const before = letters.get(key) ?? 0;
      const after = Math.max(before, Math.min(limit, before + count));
      letters.set(key, after);
      return after - before;
    },
  };
}
