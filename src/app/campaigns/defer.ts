// When a letter that could not be handed over now is tried again, and when it is given up.
import { hours, type Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Handover } from "../messages/letter.ts";

/** What came before of a letter that was put off. */
export interface Deferral {
  /** How often a mail server has put it off. */
  readonly attempts: number;
  /** When a mail server put it off first; until one has, when it was put off last. */
  readonly since: Instant;
  /** When it may be tried again. */
  readonly dueAt: Instant;
}

/** Minutes from one attempt to the next; the last holds for all that follow (RFC 5321 4.5.4.1: two in the first hour, then rarer). */
const pausesMinutes = [5, 10, 30, 60, 120];
/** Whoever is to empty a mailbox does not do so within minutes. */
const fullPausesMinutes = [60, 240];

/**
 * Null: it is not to be tried again, since the answer is final or the time is over.
 *
 * @param before - what an earlier attempt left; null: this was the first.
 * @param giveUpAfterHours - how long a letter is tried, from when a mail server put it off first: the time that it waits here before,
 *   for its turn at its provider, counts for nothing.
 */
export function deferralOf(
  subject: SubjectId,
  handover: Handover,
  before: Deferral | null,
  giveUpAfterHours: number,
  now: Instant,
): Deferral | null {
  const attempts = before?.attempts ?? 0;
  const since = before !== null && attempts > 0 ? before.since : now;
  const giveUpAt = since + hours(giveUpAfterHours);
  if (now >= giveUpAt) return null;
  // The last attempt is made just before the end.
  const at = (ms: number) => Math.min(now + ms, giveUpAt) as Instant;
  if (handover.kind === "unreachable" && handover.wait)
    return { attempts, since, dueAt: at(handover.wait.ms) };
  if (handover.kind !== "refused-by-relay" || handover.permanent) return null;
  const pauses = handover.status === "4.2.2" ? fullPausesMinutes : pausesMinutes;
  const minutes = pauses[Math.min(attempts, pauses.length - 1)] ?? 0;
  return { attempts: attempts + 1, since, dueAt: at(minutes * 60_000 * (1 + spread(subject))) };
}

/** Up to a quarter, the same for a person always: those who were put off together do not come back together. */
function spread(subject: SubjectId): number {
  return Number.parseInt(subject.slice(-4), 16) / 0x10000 / 4;
}
