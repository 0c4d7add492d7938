// Where it is kept when mail went, or is to go, that counts together for a limit.
import type { Instant } from "../../core/instant.ts";

export interface PacesTable {
  /** Locks these until the transaction ends, and answers when mail went or is to go. */
  lock(ids: readonly string[]): Promise<Map<string, readonly Instant[]>>;
  /** Replaces what is known of locked ones. */
  save(taken: ReadonlyMap<string, readonly Instant[]>): Promise<void>;
  /** Lets go of those whose last mail was before an instant. */
  forget(before: Instant): Promise<void>;
}
