// The calls of all agents in this process: none may make too many, and none is cut off when the process ends.
import type { Clock } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import type { Agent } from "./agent.ts";
import type { Tool } from "./tool.ts";

const minuteMs = 60_000;

export class Calls {
  readonly #clock: Clock;
  readonly #made = new Map<string, { readonly minute: number; readonly count: number }>();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Does the work, unless this agent has used this tool too often within the minute.
   *
   * @throws CodedError `rate-limited`.
   */
  async make<Result>(agent: Agent, tool: Tool, work: () => Promise<Result>): Promise<Result> {
    this.#count(`${agent.id} ${tool.name}`, tool.perMinute);
    const running = work();
    this.#underWay.add(running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(running);
    }
  }

  /** When whatever is under way has ended, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  #count(which: string, most: number): void {
    const now = this.#clock.now();
    const minute = Math.floor(now / minuteMs);
    const made = this.#made.get(which);
    const count = made?.minute === minute ? made.count + 1 : 1;
    if (count > most) {
      const seconds = Math.ceil(((minute + 1) * minuteMs - now) / 1000);
      throw new CodedError("rate-limited", `at most ${most} a minute; try again in ${seconds} s`);
    }
    this.#made.set(which, { minute, count });
  }
}
