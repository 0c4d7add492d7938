// How much may be held in memory at once: who would be too much waits, in the order in which they came.

export class Weight {
  readonly #most: number;
  readonly #waiting: { readonly octets: number; readonly call: () => void }[] = [];
  #held = 0;

  /** @param most - octets; what is heavier than all goes when nothing else is held. */
  constructor(most: number) {
    this.#most = most;
  }

  async hold<Result>(octets: number, work: () => Promise<Result>): Promise<Result> {
    if (this.#waiting.length > 0 || !this.#fits(octets))
      await new Promise<void>((call) => this.#waiting.push({ octets, call }));
    else this.#held += octets;
    try {
      return await work();
    } finally {
      this.#held -= octets;
      for (let next = this.#waiting[0]; next && this.#fits(next.octets); next = this.#waiting[0]) {
        this.#held += next.octets;
        this.#waiting.shift()?.call();
      }
    }
  }

  #fits(octets: number): boolean {
    return this.#held === 0 || this.#held + octets <= this.#most;
  }
}
