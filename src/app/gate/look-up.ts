// Looks people up for the gate, and by which set-up they are judged: those who are named at the same moment in one statement, and
// for one mail nobody twice in a second.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { together } from "../consent/together.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";

/** As long as a permit may stand before it is asked again (invariant 2). Milliseconds. */
const goodForMs = 1000;
const atOnce = 100;

/** Null: nothing is declared. */
type MaybeSetup = Setup | null;

interface Seen {
  /** Undefined: not on record. */
  readonly person: Person | undefined;
  readonly setup: MaybeSetup;
  readonly at: Instant;
}

interface LookingUp {
  readonly find: (subjects: readonly SubjectId[]) => Promise<readonly Seen[]>;
  /** In the order in which they were looked up. */
  readonly seen: Map<SubjectId, Seen>;
  newest: Pick<Seen, "setup" | "at"> | null;
}

const lookingUp = new WeakMap<World, LookingUp>();

/** As the store has this person and the set-up now. */
export async function lookUp(world: World, subject: SubjectId): Promise<Pick<Seen, "person" | "setup">> {
  const [found] = await of(world).find([subject]);
  return found ?? { person: undefined, setup: null };
}

/**
 * As the store had them at most a second ago: what a mail is taken on. What it goes on is asked when it goes.
 *
 * @returns `people` in the order of `subjects`.
 */
export async function lookUpAgain(
  world: World,
  subjects: readonly SubjectId[],
): Promise<{ readonly people: readonly Seen["person"][]; readonly setup: MaybeSetup }> {
  const { find, seen } = of(world);
  const now = world.clock.now();
  const missing = subjects.filter((subject) => !isFresh(seen.get(subject), now));
  const found = missing.length === 0 ? [] : await find(missing);
  const looked = new Map(missing.map((subject, nth) => [subject, found[nth]]));
  const all = subjects.map((subject) => looked.get(subject) ?? seen.get(subject));
  const [newest] = all.toSorted((a, b) => (b?.at ?? 0) - (a?.at ?? 0));
  return { people: all.map((one) => one?.person), setup: newest?.setup ?? null };
}

/** The set-up of at most a second ago, if anybody was looked up since then. */
export function setupLately(world: World): MaybeSetup {
  const { newest } = of(world);
  return newest && isFresh(newest, world.clock.now()) ? newest.setup : null;
}

function isFresh(seen: Pick<Seen, "at"> | undefined, now: Instant): boolean {
  return seen !== undefined && now - seen.at <= goodForMs;
}

function of(world: World): LookingUp {
  const known = lookingUp.get(world);
  if (known) return known;
  const seen = new Map<SubjectId, Seen>();
  const find = together(async (subjects: readonly SubjectId[]) => {
    const at = world.clock.now();
    const { people, mark } = await world.store.people.findNow(subjects);
    const setup = await world.store.setup.current(mark);
    for (const [subject, { at: before }] of seen) {
      if (at - before <= goodForMs) break;
      seen.delete(subject);
    }
    made.newest = { setup, at };
    return subjects.map((subject) => {
      const looked = { person: people.get(subject), setup, at };
      seen.delete(subject);
      seen.set(subject, looked);
      return looked;
    });
  }, atOnce);
  const made: LookingUp = { find, seen, newest: null };
  lookingUp.set(world, made);
  return made;
}
