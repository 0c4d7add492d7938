// Reads the file of a simulation: what is imagined to be different, or every mistake with its line.
import { z } from "zod";
import { parseCalendarDay } from "../../core/instant.ts";
import { loosenings, type OwnCells, type Tightening } from "../../core/tightening.ts";
import { dangling, type Finding, loosened, looserProblem } from "./lawfulness.ts";
import { type Mistake, pathText, readYaml } from "./marked-yaml.ts";
import { group, key, oneOf, wholeNumber } from "./schema-parts.ts";
import type { Setup } from "./setup.ts";
import { inOrder, shapeMistakes } from "./shape-mistakes.ts";
import { jurisdiction, tighteningsSchema } from "./tightening-schema.ts";

/** What is imagined; what is absent stays as it is. */
export interface Change {
  /** A day: the rule set in force on it. */
  readonly rules?: string;
  /** Row by row, the row that is to answer in its place. */
  readonly rows?: Readonly<Partial<Record<string, string>>>;
  /** Own rules, in the place of those in force. */
  readonly tightenings?: Readonly<Record<string, Tightening>>;
  /** Clause by clause, the oldest version that still counts as consent to its purpose. */
  readonly clauses?: Readonly<Record<string, number>>;
  /** Days of silence that a consent outlives, and days that a soft opt-in is relied on, in the place of own rules. */
  readonly retention?: { readonly consentDays?: number; readonly softOptInDays?: number };
}

export type ChangeFile =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** The cell of law that a term of retention stands for. */
export const retentionCells = {
  consentDays: "decayDays",
  softOptInDays: "soiMaxDays",
} as const satisfies Record<keyof NonNullable<Change["retention"]>, keyof OwnCells>;

const day = "a day, like `2026-11-23`";
const row = "a group like `ES: DE`: the row of Germany for people in Spain";
const version = "a group like `newsletter: 2`: a clause, and its oldest version that still counts";
const term = wholeNumber(0, 36_500);

export const changeSchema: z.ZodType<Change> = group("What is imagined to be different.", {
  rules: z
    .string({ error: day })
    .refine((text) => parseCalendarDay(text) !== null, { error: day })
    .describe("The rule set in force on this day answers.")
    .exactOptional(),
  rows: z
    .partialRecord(jurisdiction, jurisdiction, {
      error: (issue) => (String(issue.code) === "unrecognized_keys" ? oneOf(jurisdiction.options) : row),
    })
    .describe("Another row of law answers for a country.")
    .exactOptional(),
  tightenings: tighteningsSchema.describe("Own rules, in the place of those in force.").exactOptional(),
  clauses: z
    .record(key, wholeNumber(1, 1_000_000), { error: version })
    .describe("The oldest version of a clause that still counts: a new wording needs a new consent.")
    .exactOptional(),
  retention: group("Terms for every row, in the place of own rules; where the law's is shorter, it holds.", {
    consentDays: term.describe("Days of silence that a consent outlives.").exactOptional(),
    softOptInDays: term.describe("Days that a soft opt-in is relied on.").exactOptional(),
  }).exactOptional(),
}).refine((change) => Object.keys(change).length > 0, {
  error: "a group with at least one change: `rules`, `rows`, `tightenings`, `clauses` or `retention`",
  when: ({ issues }) => issues.length === 0,
});

/**
 * Reads the file of a simulation. Pure; never throws.
 *
 * @param setup - what is in force: a clause must be among it.
 */
export function readChangeFile(text: string, setup: Pick<Setup, "clauses">): ChangeFile {
  const yaml = readYaml(text);
  if (!("value" in yaml)) return { ok: false, mistakes: yaml };
  const parsed = changeSchema.safeParse(yaml.value);
  if (!parsed.success) return { ok: false, mistakes: inOrder(shapeMistakes(parsed.error.issues, yaml)) };
  const change = parsed.data;
  const mistakes = [
    ...loosened(change.tightenings ?? {}),
    ...loosenedTerms(change.retention ?? {}),
    ...Object.entries(change.clauses ?? {}).flatMap(([clause, wanted]) =>
      impossibleVersion(setup, clause, wanted),
    ),
  ].map(({ path, problem }) => yaml.mistake(path, `\`${pathText(path)}\` ${problem}`));
  return mistakes.length > 0 ? { ok: false, mistakes: inOrder(mistakes) } : { ok: true, change };
}

function loosenedTerms(retention: NonNullable<Change["retention"]>): Finding[] {
  return (Object.keys(retentionCells) as (keyof typeof retentionCells)[]).flatMap((name) => {
    const days = retention[name];
    if (days === undefined) return [];
    const own = { cells: { [retentionCells[name]]: days } };
    return loosenings(own).map((loosening) => ({
      path: ["retention", name],
      problem: looserProblem({}, loosening),
    }));
  });
}

function impossibleVersion({ clauses }: Pick<Setup, "clauses">, clause: string, wanted: number): Finding[] {
  const path = ["clauses", clause];
  const unknown = dangling(clauses, clause, path, "clause");
  const current = clauses[clause]?.version ?? 0;
  if (unknown.length > 0 || wanted <= current + 1) return unknown;
  return [
    {
      path,
      problem: `should be at most ${current + 1}: version ${current} is in force, and the next is ${current + 1}`,
    },
  ];
}
