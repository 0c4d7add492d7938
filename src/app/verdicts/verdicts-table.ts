// What was answered to other systems that send by themselves: each verdict, with who asked.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";

/** A verdict as it was given to another system. */
export interface GivenVerdict {
  /** A uuid, which the system may quote. */
  readonly id: string;
  readonly subject: SubjectId;
  readonly at: Instant;
  /** `mcp`: an agent asked, and got an answer but no permit. */
  readonly via: "api" | "gate" | "policy" | "mcp";
  /** The name of the API key, or of what the gate was opened with; `mcp`: the agent of who operates Licet. */
  readonly asker: string;
  /** As it was asked for, declared or not. */
  readonly purpose: string;
  readonly verdict: Pick<Verdict, "outcome" | "basis" | "evidence" | "tracking" | "validUntil"> & {
    /** `held-back`: it is permitted, and the person wishes to hear of it less often (record 21). */
    readonly code: Verdict["code"] | "held-back";
  };
  /** The mail went on whatever the answer was. */
  readonly observed: boolean;
}

/** Which of them; what is absent narrows nothing. */
export interface VerdictsAsked {
  readonly subject?: SubjectId;
  readonly asker?: string;
  readonly outcome?: "permit" | "refusal";
  /** At this instant or later. */
  readonly since?: Instant;
}

/** How many alike there are. */
export interface VerdictCount extends Pick<GivenVerdict, "via" | "asker" | "purpose" | "observed"> {
  readonly outcome: "permit" | "refusal";
  /** Of a refusal its code, of a permit its basis. */
  readonly ground: string;
  readonly verdicts: number;
  readonly newestAt: Instant;
}

export interface VerdictsTable {
  /** All of them in one statement. */
  add(verdicts: readonly GivenVerdict[]): Promise<void>;
  /** The newest first. */
  list(which: VerdictsAsked, limit: number): Promise<readonly StoredVerdict[]>;
  /** The most frequent first. */
  count(which: VerdictsAsked): Promise<readonly VerdictCount[]>;
  /** How many permits that rest on this fact were given about each of these people; none: not in it. */
  permitted(subjects: readonly SubjectId[], fact: string): Promise<ReadonlyMap<SubjectId, number>>;
  /** Deletes what was answered about these people. */
  forget(subjects: readonly SubjectId[]): Promise<void>;
  /**
   * Deletes up to `limit` that are older; answers how many. A permit to answer a request stays beside it for as long as it may be
   * answered, since no more are given than were promised.
   */
  forgetBefore(before: Instant, limit: number): Promise<number>;
}

/** As it is read back. */
export interface StoredVerdict extends Omit<GivenVerdict, "verdict"> {
  readonly outcome: "permit" | "refusal";
  readonly code: string | null;
  readonly basis: string | null;
  readonly evidence: readonly string[];
  readonly tracking: string;
  readonly validUntil: Instant | null;
}
