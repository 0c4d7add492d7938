// Whether a relay can be used: one that fails is set aside, for longer each time, and then tried again.

const firstPauseMs = 500;
const longestPauseMs = 60_000;
/** RFC 5321 4.2.3: 421 says that the whole service is about to go. Once may be the end of one connection. */
const closingsInARow = 3;

export class RelayHealth {
  readonly #now: () => number;
  #failures = 0;
  #closings = 0;
  #asideUntil = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** For how long it is set aside; 0: it may be tried. Milliseconds. */
  get asideMs(): number {
    return Math.max(0, this.#asideUntil - this.#now());
  }

  /** It took a letter, or refused one in words. */
  answered(): void {
    this.#failures = 0;
    this.#closings = 0;
  }

  /** It cannot be reached, or lets nobody in. */
  failed(): void {
    // Those that set out together fail together, and count as one.
    if (this.asideMs > 0) return;
    this.#asideUntil = this.#now() + Math.min(firstPauseMs * 2 ** this.#failures, longestPauseMs);
    this.#failures += 1;
  }

  /** It said 421. */
  closed(): void {
    this.#closings += 1;
    if (this.#closings >= closingsInARow) this.failed();
  }
}
