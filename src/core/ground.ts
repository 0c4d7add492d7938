/** What a lawful basis stands on, if it holds. */
import type { Basis } from "./codes.ts";

/** A basis that holds, the facts that carry it (oldest first), and the last instant at which it does. */
export type Ground = {
  readonly basis: Basis;
  readonly evidence: readonly string[];
  /** Infinity where nothing ends it by time alone. */
  readonly validUntil: number;
};
