// Lets go of whoever is due: they are erased as if they had asked for it, and stay barred.
import { days, formatInstant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { newFact } from "../consent/new-fact.ts";
import { recordIn } from "../consent/record-in.ts";
import type { World } from "../ports.ts";
import { keepingsOf, kept } from "./survey.ts";

export interface LetGo {
  readonly seen: number;
  /** Of those, of whom something personal was kept. */
  readonly people: number;
  /** Erased; in a dry run, those who would be. */
  readonly gone: number;
  /** Due, and kept by a hold, a restriction or an open request. */
  readonly kept: number;
}

/** What came of a day on which nobody was asked. */
export interface LetGoDaily extends LetGo {
  /** Due, and left for the operator to say. */
  readonly left: number;
  /** Why: no operator has let go of anybody yet; nobody did for too long by this clock; so many may be a term that is wrong. */
  readonly why: "never-run" | "long-ago" | "too-many" | null;
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
  let so: LetGo = { seen: 0, people: 0, gone: 0, kept: 0 };
  let batch: SubjectId[] = [];
  const conclude = async () => {
    so = { ...so, gone: so.gone + (dryRun ? batch.length : await eraseDue(world, batch)) };
    batch = [];
  };
  for await (const { person, keeping } of kept(world, world.clock.now())) {
    signal?.throwIfAborted();
    const due = keeping.state === "due";
    so = {
      ...so,
      seen: so.seen + 1,
      people: so.people + Number(keeping.state !== "gone"),
      kept: so.kept + Number(due && keeping.keptBy !== null),
    };
    if (due && keeping.keptBy === null) batch.push(person.subject);
    if (batch.length === atOnce) await conclude();
    onProgress?.(so);
  }
  await conclude();
  if (!dryRun) await world.store.retention.ranAt(world.clock.now());
  return so;
}

/** So large a part of all may go in a day by itself, and so long after the last run: erasing is for good. */
const [part, staleMs] = [0.05, days(30)];

/**
 * What a server does each day, once an operator has said by `licet retention run` that it may. Where more are due at once than a
 * day brings, or the last run lies far away, nobody is erased: a term or the clock may be wrong, and the operator says that
 * they are not.
 */
export async function letGoDaily(world: World, signal: AbortSignal): Promise<LetGoDaily> {
  const nobody = { left: 0, why: null };
  if ((await world.store.setup.current()) === null)
    return { seen: 0, people: 0, gone: 0, kept: 0, ...nobody };
  const due = await letGo(world, { dryRun: true, signal });
  const why = await whyNot(world, due);
  if (why !== null) return { ...due, gone: 0, left: due.gone, why };
  return { ...(await letGo(world, { signal })), ...nobody };
}

async function whyNot(world: World, { gone, people }: LetGo): Promise<LetGoDaily["why"]> {
  const last = await world.store.retention.lastRunAt();
  if (last === null) return "never-run";
  if (Math.abs(world.clock.now() - last) > staleMs) return "long-ago";
  return gone > people * part ? "too-many" : null;
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
