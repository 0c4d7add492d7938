// How everybody who is on record is kept, in counts, and when they will go.
import { formatInstant, type Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { type Keeping, type KeepingState, keepingOf } from "./keeping.ts";

/** One person, and how they are kept. */
export interface KeptPerson {
  readonly person: Person;
  readonly keeping: Keeping;
}

export interface Survey {
  readonly at: Instant;
  /** When people were let go of for the last time; null: never, and a server does not begin by itself. */
  readonly lastRunAt: Instant | null;
  /** Everybody of whom something personal is kept. */
  readonly people: number;
  readonly states: Readonly<Record<Exclude<KeepingState, "gone">, number>>;
  /** Of those who are due, how many something keeps all the same; of all, how many a legal hold does. */
  readonly keptThoughDue: number;
  readonly onHold: number;
  /** Months as `2026-12`, the first of them this one, in which so many are due if nothing else happens. */
  readonly months: readonly { readonly month: string; readonly people: number }[];
  /** Due after the last of these months, and on no day that is known. */
  readonly later: number;
  readonly open: number;
}

/** @throws CodedError `setup-missing`. */
export async function surveyPeople(
  world: World,
  months: number,
  onSeen?: (people: number) => void,
): Promise<Survey> {
  const at = world.clock.now();
  const states = { active: 0, blocked: 0, waiting: 0, due: 0 };
  const upcoming = new Map(monthsFrom(at, months).map((month) => [month, 0]));
  const counts = { people: 0, keptThoughDue: 0, onHold: 0, later: 0, open: 0 };
  let seen = 0;
  for await (const { keeping } of kept(world, at)) {
    seen += 1;
    onSeen?.(seen);
    const { state, goesAt, keptBy } = keeping;
    if (state === "gone") continue;
    counts.people += 1;
    states[state] += 1;
    if (keptBy === "hold") counts.onHold += 1;
    if (state === "due" && keptBy !== null) counts.keptThoughDue += 1;
    // Who is due and kept all the same goes on no day that is known.
    if (goesAt === null || (keptBy !== null && state === "due")) counts.open += 1;
    else {
      const month = monthOf(Math.max(goesAt, at) as Instant);
      const people = upcoming.get(month);
      if (people === undefined) counts.later += 1;
      else upcoming.set(month, people + 1);
    }
  }
  return {
    at,
    lastRunAt: await world.store.retention.lastRunAt(),
    ...counts,
    states,
    months: [...upcoming].map(([month, people]) => ({ month, people })),
  };
}

const pageSize = 1000;

/** Everybody, in the order of their keys, a page in memory at a time. */
export async function* kept(world: World, at: Instant): AsyncGenerator<KeptPerson> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  for (let after: Person | undefined; ; ) {
    const page: readonly Person[] = await world.store.people.page(after?.subject ?? null, pageSize);
    yield* await keepingsOf(world.store, setup, page, at);
    after = page.at(-1);
    if (page.length < pageSize) return;
  }
}

/** How each of these people is kept. */
export async function keepingsOf(
  { retention }: Pick<World["store"], "retention">,
  setup: Setup,
  people: readonly Person[],
  at: Instant,
): Promise<readonly KeptPerson[]> {
  const told = await retention.told(people.map(({ subject }) => subject));
  return people.flatMap((person) => {
    const known = told.get(person.subject);
    return known ? [{ person, keeping: keepingOf(setup, person, known, at) }] : [];
  });
}

function monthOf(at: Instant): string {
  return formatInstant(at).slice(0, 7);
}

function monthsFrom(at: Instant, count: number): readonly string[] {
  const [year = 0, month = 1] = monthOf(at).split("-").map(Number);
  return Array.from({ length: count }, (_, nth) => {
    const index = year * 12 + month - 1 + nth;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}
