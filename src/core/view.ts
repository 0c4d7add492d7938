/** What a question may see of a standing: the facts up to its instant, of its controller, on this side of an erasure. */
import type { Fact } from "./facts.ts";
import type { Instant } from "./instant.ts";
import type { Asked } from "./question.ts";
import { isRetractable } from "./retraction.ts";
import type { Row } from "./rows.ts";
import type { Standing } from "./standing.ts";

/** One question put to one standing under one row of law. */
export type View = {
  readonly standing: Standing;
  readonly asked: Asked;
  readonly row: Row;
  readonly at: Instant;
  readonly controller: string;
  /** The newest erasure; facts at or before it are only ever bars. */
  readonly erasedAt: number;
  /** The newest sign of life, for the decay of consents. */
  readonly activeAt: number;
  /** Ids of facts that were taken back by then; null: none. */
  readonly retracted: ReadonlySet<string> | null;
};

/** Opens a view. */
export function viewOf(standing: Standing, asked: Asked, row: Row): View {
  const { at } = asked;
  const controller = asked.controller.id;
  const erasedAt = newestAt(standing.erasures, at, controller);
  const retracted = retractedBy(standing, at, controller);
  let activeAt = -Infinity;
  for (let index = standing.activities.length - 1; index >= 0; index -= 1) {
    const activity = standing.activities[index]!;
    if (activity.kind === "open" || !concerns(activity, at, controller) || activity.at <= erasedAt) continue;
    if (retracted?.has(activity.id)) continue;
    activeAt = activity.at;
    break;
  }
  return { standing, asked, row, at, controller, erasedAt, activeAt, retracted };
}

/** Whether a fact lies at or before the question's instant and concerns its controller, also one that was taken back. */
export function wasTold(view: View, fact: Fact): boolean {
  return concerns(fact, view.at, view.controller);
}

/** Whether a fact was told by then, and not taken back. */
export function isSeen(view: View, fact: Fact): boolean {
  if (!wasTold(view, fact)) return false;
  return !(view.retracted?.has(fact.id) && isRetractable(fact));
}

/** Whether a fact is seen and lies after the newest erasure, so that it may carry a basis or lift a bar. */
export function isAlive(view: View, fact: Fact): boolean {
  return fact.at > view.erasedAt && isSeen(view, fact);
}

/** The newest seen fact of a list that passes a test. */
export function newestSeen<F extends Fact>(
  view: View,
  list: readonly F[],
  test?: (fact: F) => boolean,
): F | null {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const fact = list[index]!;
    if (isSeen(view, fact) && (test === undefined || test(fact))) return fact;
  }
  return null;
}

/** The newest living fact of a list that passes a test. */
export function newestAlive<F extends Fact>(
  view: View,
  list: readonly F[],
  test?: (fact: F) => boolean,
): F | null {
  const newest = newestSeen(view, list, test);
  return newest !== null && newest.at > view.erasedAt ? newest : null;
}

/** The index of the first fact that concerns the fact `of`, in a list sorted by `of`; the list's length if there is none. */
export function firstOf(list: readonly { readonly of: string }[], of: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.of < of) low = middle + 1;
    else high = middle;
  }
  return low;
}

function retractedBy({ retractions }: Standing, at: Instant, controller: string): ReadonlySet<string> | null {
  if (retractions.length === 0) return null;
  return new Set(retractions.filter((fact) => concerns(fact, at, controller)).map(({ of }) => of));
}

function newestAt(list: readonly Fact[], at: Instant, controller: string): number {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const fact = list[index]!;
    if (concerns(fact, at, controller)) return fact.at;
  }
  return -Infinity;
}

function concerns(fact: Fact, at: Instant, controller: string): boolean {
  return fact.at <= at && (fact.controller === undefined || fact.controller === controller);
}
