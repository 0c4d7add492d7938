// Counts wrong passwords by network address, so that nobody can try many.

const most = 10;
const forMs = 10 * 60_000;
/** So many addresses are remembered; the one that was seen longest ago is forgotten first. */
const remembered = 10_000;

export class FailedSignIns {
  readonly #counts = new Map<string, { count: number; until: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Of one address, in ten minutes. */
  tooMany(address: string): boolean {
    const known = this.#counts.get(address);
    return known !== undefined && known.until > this.#now() && known.count >= most;
  }

  add(address: string): void {
    const now = this.#now();
    const known = this.#counts.get(address);
    this.#counts.delete(address);
    this.#counts.set(
      address,
      known && known.until > now ? { ...known, count: known.count + 1 } : { count: 1, until: now + forMs },
    );
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > remembered && oldest !== undefined) this.#counts.delete(oldest);
  }
}
