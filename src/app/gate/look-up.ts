// Looks people up for the gate: those who are named at the same moment in one statement, and for one mail nobody twice in a second.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { together } from "../consent/together.ts";
import type { Person, World } from "../ports.ts";

/** As long as a permit may stand before it is asked again (invariant 2). Milliseconds. */
const goodForMs = 1000;
const atOnce = 100;

interface Seen {
  readonly person: Person | undefined;
  readonly at: Instant;
}

interface LookingUp {
  readonly find: (subjects: readonly SubjectId[]) => Promise<readonly Seen[]>;
  /** In the order in which they were looked up. */
  readonly seen: Map<SubjectId, Seen>;
}

const lookingUp = new WeakMap<World, LookingUp>();

/** As the store has this person now; undefined: not on record. */
export async function lookUp(world: World, subject: SubjectId): Promise<Person | undefined> {
  const [found] = await of(world).find([subject]);
  return found?.person;
}

/**
 * As the store had them at most a second ago: what a mail is taken on. What it goes on is asked when it goes.
 *
 * @returns in the order of `subjects`.
 */
export async function lookUpAgain(
  world: World,
  subjects: readonly SubjectId[],
): Promise<readonly (Person | undefined)[]> {
  const { find, seen } = of(world);
  const now = world.clock.now();
  const missing = subjects.filter((subject) => !isFresh(seen.get(subject), now));
  const found = missing.length === 0 ? [] : await find(missing);
  const looked = new Map(missing.map((subject, nth) => [subject, found[nth]]));
  return subjects.map((subject) => (looked.get(subject) ?? seen.get(subject))?.person);
}

function isFresh(seen: Seen | undefined, now: Instant): boolean {
  return seen !== undefined && now - seen.at <= goodForMs;
}

function of(world: World): LookingUp {
  const known = lookingUp.get(world);
  if (known) return known;
  const seen = new Map<SubjectId, Seen>();
  const find = together(async (subjects: readonly SubjectId[]) => {
    const at = world.clock.now();
    const people = await world.store.people.find(subjects);
    for (const [subject, { at: before }] of seen) {
      if (at - before <= goodForMs) break;
      seen.delete(subject);
    }
    return subjects.map((subject) => {
      const looked = { person: people.get(subject), at };
      seen.delete(subject);
      seen.set(subject, looked);
      return looked;
    });
  }, atOnce);
  const made = { find, seen };
  lookingUp.set(world, made);
  return made;
}
