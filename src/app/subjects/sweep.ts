// Decides again what time, new rules or a new purpose have made doubtful.
import type { SubjectId } from "../../core/subject-id.ts";
import type { World } from "../ports.ts";
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
  for (const { key } of purposes)
    for (let more = true; more; ) {
      // Read anew for each batch: under what was in force before, the people of a set-up applied meanwhile stay outdated for ever.
      const setup = await world.store.setup.current();
      const purpose = setup?.purposes[key];
      if (!setup || !purpose) break;
      const subjects = await world.store.permissions.outdated(key, decidedUnder(setup, purpose), atOnce);
      await decideAgain(world, subjects);
      decided += subjects.length;
      more = subjects.length === atOnce;
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
