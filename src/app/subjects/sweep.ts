// Decides again what time, new rules or a new purpose have made doubtful.
import type { SubjectId } from "../../core/subject-id.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decidePermissions } from "./decide-permissions.ts";
import { decidedUnder } from "./decided-under.ts";

const atOnce = 500;

/** Permissions that have come due. The gate asks for these by itself; the sweep keeps their number small. */
export async function sweepDue(world: World): Promise<number> {
  let decided = 0;
  for (;;) {
    const subjects = await world.store.permissions.due(world.clock.now(), atOnce);
    await decideAgain(world, subjects);
    decided += subjects.length;
    if (subjects.length < atOnce) return decided;
  }
}

/** Permissions that are missing or were decided under other rules or another version of their purpose. */
export async function sweepOutdated(world: World): Promise<number> {
  const setup = await world.store.setup.current();
  if (!setup) return 0;
  const purposes = Object.values(setup.purposes).filter(({ content }) => content.kind === "marketing");
  await world.store.permissions.dropPurposesExcept(purposes.map(({ key }) => key));
  let decided = 0;
  for (const { key } of purposes) {
    // Where the last batch ended, so that nobody is looked at twice; a set-up applied meanwhile begins it anew.
    let [after, swept]: [SubjectId | null, Setup] = [null, setup];
    for (let more = true; more; ) {
      const current = await world.store.setup.current();
      const purpose = current?.purposes[key];
      if (!current || !purpose) break;
      if (current !== swept) [after, swept] = [null, current];
      const under = decidedUnder(current, purpose);
      const subjects = await world.store.permissions.outdated(key, under, after, atOnce);
      await decideAgain(world, subjects);
      decided += subjects.length;
      after = subjects.at(-1) ?? after;
      more = subjects.length === atOnce;
    }
  }
  return decided;
}

/** Locks these people and stores what follows from their standings now. */
async function decideAgain(world: World, subjects: readonly SubjectId[]): Promise<void> {
  if (subjects.length === 0) return;
  await world.store.transaction(async (tables) => {
    const setup = await tables.setup.current();
    if (!setup) return;
    const at = world.clock.now();
    const people = await tables.people.lock(
      subjects.map((subject) => ({ subject, create: false })),
      at,
    );
    await tables.permissions.save(
      [...people.values()].flatMap((person) => decidePermissions(setup, person, at)),
    );
  });
}
