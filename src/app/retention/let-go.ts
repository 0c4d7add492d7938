// Lets go of whoever is due: they are erased as if they had asked for it, and stay barred.
import { formatInstant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { newFact } from "../consent/new-fact.ts";
import { recordIn } from "../consent/record.ts";
import type { World } from "../ports.ts";
import { keepingsOf, kept } from "./survey.ts";

export interface LetGo {
  readonly seen: number;
  /** Erased; in a dry run, those who would be. */
  readonly gone: number;
  /** Due, and kept by a hold, a restriction or an open request. */
  readonly kept: number;
  /** Due, and left for the operator to say: so many at once may be a clock or a term that is wrong. */
  readonly tooMany: number;
}

const atOnce = 100;
const source = "retention";

/**
 * Goes through everybody, a page in memory at a time. Each batch is one transaction: cut off and begun again, it goes on with
 * whoever is left.
 *
 * Source: GDPR 5(1)(e), 17(1)(a).
 *
 * @throws CodedError `setup-missing`.
 */
export async function letGo(
  world: World,
  {
    dryRun = false,
    signal,
    onProgress,
  }: { readonly dryRun?: boolean; readonly signal?: AbortSignal; readonly onProgress?: (so: LetGo) => void },
): Promise<LetGo> {
  let so: LetGo = { seen: 0, gone: 0, kept: 0, tooMany: 0 };
  let batch: SubjectId[] = [];
  const conclude = async () => {
    so = { ...so, gone: so.gone + (dryRun ? batch.length : await eraseDue(world, batch)) };
    batch = [];
  };
  for await (const { person, keeping } of kept(world, world.clock.now())) {
    signal?.throwIfAborted();
    const due = keeping.state === "due";
    so = { ...so, seen: so.seen + 1, kept: so.kept + Number(due && keeping.keptBy !== null) };
    if (due && keeping.keptBy === null) batch.push(person.subject);
    if (batch.length === atOnce) await conclude();
    onProgress?.(so);
  }
  await conclude();
  return so;
}

/** So many may go in a day by themselves, or this part of all: erasing is for good. */
const [fewPeople, fewParts] = [100, 0.05];

/**
 * What a server does each day. Where many more are due at once than a day brings, nobody is erased: a clock or a term may be
 * wrong, and `licet retention run` says that they are not.
 */
export async function letGoDaily(world: World, signal: AbortSignal): Promise<LetGo> {
  if ((await world.store.setup.current()) === null) return { seen: 0, gone: 0, kept: 0, tooMany: 0 };
  const due = await letGo(world, { dryRun: true, signal });
  if (due.gone > Math.max(fewPeople, due.seen * fewParts)) return { ...due, gone: 0, tooMany: due.gone };
  return due.gone === 0 ? due : letGo(world, { signal });
}

/** Weighs each of them once more under lock, so that nothing that was told or ordered meanwhile is passed over. */
function eraseDue(world: World, subjects: readonly SubjectId[]): Promise<number> {
  return world.store.transaction(async (tables) => {
    const at = world.clock.now();
    const setup = await tables.setup.current();
    if (setup === null || subjects.length === 0) return 0;
    const people = await tables.people.lock(
      subjects.map((subject) => ({ subject, create: false })),
      at,
    );
    const weighed = await keepingsOf(tables, setup, [...people.values()], at);
    const due = weighed.filter(({ keeping }) => keeping.state === "due" && keeping.keptBy === null);
    await recordIn(
      world,
      tables,
      due.map(({ person: { subject } }) => ({
        who: { subject },
        facts: [newFact({ id: world.ids.next(), type: "subject.erased", at: formatInstant(at) }, source)],
      })),
    );
    return due.length;
  });
}
