// What became of the rows of an import, counted; sums of parts are the same whatever was interrupted.
import type { Group, Triaged } from "./triage.ts";

/** JSON, as it is stored with each part. */
export interface PartTally {
  readonly rows: number;
  readonly refused: number;
  readonly recorded: number;
  /** Facts that were on record before. */
  readonly known: number;
  /** Rows of people who have left, whose consents were not taken over. */
  readonly notRevived: number;
  /** Rows that contradict another row of the file, which says that the person has left. */
  readonly contradicting: number;
  /** By purpose, then by group and reason as `group reason`. */
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const emptyTally: PartTally = {
  rows: 0,
  refused: 0,
  recorded: 0,
  known: 0,
  notRevived: 0,
  contradicting: 0,
  verdicts: {},
};

export function addTallies(a: PartTally, b: PartTally): PartTally {
  const verdicts: Record<string, Record<string, number>> = {};
  for (const part of [a, b])
    for (const [purpose, counts] of Object.entries(part.verdicts)) {
      const sums = verdicts[purpose] ?? {};
      for (const [word, count] of Object.entries(counts)) sums[word] = (sums[word] ?? 0) + count;
      verdicts[purpose] = sums;
    }
  return {
    rows: a.rows + b.rows,
    refused: a.refused + b.refused,
    recorded: a.recorded + b.recorded,
    known: a.known + b.known,
    notRevived: a.notRevived + b.notRevived,
    contradicting: a.contradicting + b.contradicting,
    verdicts,
  };
}

export function countVerdicts(
  rows: Iterable<readonly (readonly [purpose: string, triaged: Triaged])[]>,
): PartTally["verdicts"] {
  const verdicts: Record<string, Record<string, number>> = {};
  for (const row of rows)
    for (const [purpose, { group, reason }] of row) {
      const counts = verdicts[purpose] ?? {};
      const word = `${group} ${reason}`;
      counts[word] = (counts[word] ?? 0) + 1;
      verdicts[purpose] = counts;
    }
  return verdicts;
}

/** The counts of a group, the most frequent reason first. */
export function reasonsOf(
  counts: Readonly<Record<string, number>>,
  group: Group,
): readonly (readonly [string, number])[] {
  return Object.entries(counts)
    .filter(([word]) => word.startsWith(`${group} `))
    .map(([word, count]) => [word.slice(group.length + 1), count] as const)
    .toSorted(([, a], [, b]) => b - a);
}
