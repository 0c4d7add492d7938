// What a list came to, counted in constant memory: by group, reason, country, form, age of the evidence, and when it ends.
import { days, type Instant } from "../../core/instant.ts";
import type { RowVerdicts } from "../imports/run-import.ts";
import { GROUPS, type Group } from "../imports/triage.ts";

export type ByGroup = Readonly<Record<Group, number>>;

/** How old the newest consent or purchase is, in years; the last is that nothing with a date is there. */
export const AGES = ["under 1 year", "1 to 2 years", "2 to 3 years", "over 3 years", "no date"] as const;
export type Age = (typeof AGES)[number];

export interface PurposeFigures {
  readonly purpose: string;
  readonly people: number;
  readonly groups: ByGroup;
  /** Each with its reason, the most frequent first. */
  readonly reasons: readonly { readonly group: Group; readonly reason: string; readonly people: number }[];
  /** Null: the country is not known. Most people first. */
  readonly countries: readonly { readonly country: string | null; readonly groups: ByGroup }[];
  /** Where they signed up, as the file calls it; null: it does not say. Most people first. */
  readonly forms: readonly { readonly form: string | null; readonly groups: ByGroup }[];
  readonly ages: readonly { readonly age: Age; readonly groups: ByGroup }[];
  /** How many permissions end in a month, YYYY-MM in UTC, in order. */
  readonly ending: readonly { readonly month: string; readonly people: number }[];
  /** Of those who need a new consent, by the first way in which one can be asked for it. */
  readonly channels: Readonly<Record<Channel, number>>;
  /** Of those who need a new consent, who bought nothing: there is no reason to keep them but to write to them. */
  readonly unneeded: number;
}

/** `order`: at the next purchase; `signIn`: was there within a year, so is likely to be again; `elsewhere`: counter, letter, code to scan. */
export const CHANNELS = ["order", "signIn", "elsewhere"] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Figures {
  add(rows: readonly RowVerdicts[]): void;
  result(): readonly PurposeFigures[];
}

/** However many different values a file has, so many are counted one by one; the rest together. */
const mostValues = 200;
const others = "others";

export function startFigures(purposes: readonly string[], at: Instant): Figures {
  const kept = new Map(purposes.map((purpose) => [purpose, newCounts()] as const));
  return {
    add(rows) {
      for (const { about, verdicts } of rows)
        for (const [purpose, { group, reason, until }] of verdicts) {
          const counts = kept.get(purpose);
          if (counts === undefined) continue;
          counts.people += 1;
          counts.groups[group] += 1;
          bump(counts.reasons, `${group} ${reason}`);
          grouped(counts.countries, about.country ?? "")[group] += 1;
          grouped(counts.forms, about.form ?? "")[group] += 1;
          counts.ages[ageOf(about.evidenceAt, at)][group] += 1;
          if (until !== null) bump(counts.ending, new Date(until).toISOString().slice(0, 7));
          if (group !== "ask") continue;
          counts.channels[channelOf(about, at)] += 1;
          if (!about.bought) counts.unneeded += 1;
        }
    },
    result: () => [...kept].map(([purpose, counts]) => ({ purpose, ...figuresOf(counts) })),
  };
}

type Counts = ReturnType<typeof newCounts>;

function newCounts() {
  return {
    people: 0,
    unneeded: 0,
    groups: noGroups(),
    reasons: new Map<string, number>(),
    countries: new Map<string, Record<Group, number>>(),
    forms: new Map<string, Record<Group, number>>(),
    ages: Object.fromEntries(AGES.map((age) => [age, noGroups()])) as Record<Age, Record<Group, number>>,
    ending: new Map<string, number>(),
    channels: { order: 0, signIn: 0, elsewhere: 0 },
  };
}

function figuresOf(counts: Counts): Omit<PurposeFigures, "purpose"> {
  const { people, unneeded, groups, channels } = counts;
  const valued = (values: Counts["countries"]) =>
    [...values]
      .map(([value, groups]) => ({ value: value === "" ? null : value, groups }))
      .toSorted((a, b) => sumOf(b.groups) - sumOf(a.groups));
  return {
    ...{ people, unneeded, groups, channels },
    reasons: [...counts.reasons]
      .map(([word, people]) => {
        const [group, reason] = word.split(" ") as [Group, string];
        return { group, reason, people };
      })
      .toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || b.people - a.people),
    countries: valued(counts.countries).map(({ value, groups }) => ({ country: value, groups })),
    forms: valued(counts.forms).map(({ value, groups }) => ({ form: value, groups })),
    ages: AGES.map((age) => ({ age, groups: counts.ages[age] })),
    ending: [...counts.ending]
      .map(([month, people]) => ({ month, people }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

export function sumOf(groups: ByGroup): number {
  return GROUPS.reduce((sum, group) => sum + groups[group], 0);
}

function noGroups(): Record<Group, number> {
  return { proven: 0, customer: 0, company: 0, ask: 0, never: 0 };
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function grouped(values: Counts["countries"], value: string): Record<Group, number> {
  const key = values.has(value) || values.size < mostValues ? value : others;
  const found = values.get(key) ?? noGroups();
  values.set(key, found);
  return found;
}

function ageOf(evidenceAt: Instant | null, at: Instant): Age {
  if (evidenceAt === null) return "no date";
  const years = Math.floor((at - evidenceAt) / days(365));
  return AGES[Math.min(Math.max(years, 0), 3)] ?? "no date";
}

function channelOf({ bought, activeAt }: RowVerdicts["about"], at: Instant): Channel {
  if (bought) return "order";
  return activeAt !== null && activeAt >= at - days(365) ? "signIn" : "elsewhere";
}
