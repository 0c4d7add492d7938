// Puts on record what a button was pressed for, however often and at whatever moments it is pressed.
import type { SubjectId } from "../../core/subject-id.ts";
import type { NewFact, World } from "../ports.ts";
import { type Entry, record } from "./record.ts";

/** @param entryOf - the entry for the facts that are not on record yet. */
export async function recordNew(
  world: World,
  subject: SubjectId,
  facts: readonly NewFact[],
  entryOf: (added: readonly NewFact[]) => Entry,
): Promise<void> {
  for (let left = facts.length; ; left -= 1) {
    const known = await world.store.people.factsWithIds(facts.map(({ fact }) => ({ subject, id: fact.id })));
    const added = facts.filter(({ fact }) => !known.some(({ id }) => id === fact.id));
    if (added.length === 0) return;
    const [recorded] = await record(world, [entryOf(added)]);
    if (!recorded || recorded.ok) return;
    // Another press at the same moment has put some of them on record; the others must not be lost with them.
    if (recorded.error.code !== "fact-conflict" || left === 0) throw recorded.error;
  }
}
