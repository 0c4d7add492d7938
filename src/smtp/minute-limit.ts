// How many recipients a credential may name in a minute, in this process.

export class MinuteLimit {
  readonly #taken = new Map<string, { minute: number; count: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @param most - null: as many as come. */
  take(id: string, most: number | null): boolean {
    if (most === null) return true;
    const minute = Math.floor(this.#now() / 60_000);
    const known = this.#taken.get(id);
    const count = known?.minute === minute ? known.count + 1 : 1;
    if (count > most) return false;
    this.#taken.set(id, { minute, count });
    return true;
  }
}
