// Puts facts on record: the one way by which anything becomes known about a person.
import type { World } from "../ports.ts";
import type { Entry, Recorded } from "./entry.ts";
import { Overtaken } from "./overtaken.ts";
import { recordIn } from "./record-in.ts";
import { recordMany } from "./record-many.ts";
import { together } from "./together.ts";

/**
 * Appends facts, folds standings, decides permissions and files mail, in one transaction, which a few entries may share
 * with those of other calls. An erasure among the facts destroys the person's key, and with it whatever was personal; where a
 * legal hold stands, the entry is refused as a whole (GDPR 17(3)(e)).
 *
 * An entry with a fault leaves the others as they are. The same entry twice changes nothing.
 *
 * @returns an answer for each entry, in order; errors `fact-conflict`, `subject-unknown` and `legal-hold`.
 * @throws CodedError `setup-missing` before anything is set up.
 */
export function record(world: World, entries: readonly Entry[]): Promise<readonly Recorded[]> {
  if (entries.length > fewEntries) return recordMany(world, entries);
  const joined = joining.get(world) ?? together((few) => recordFew(world, few), entriesTogether);
  joining.set(world, joined);
  return joined(entries);
}

/** So few share a transaction with what comes at the same moment: a commit costs the same for one as for many. */
const fewEntries = 10;
const entriesTogether = 100;
const joining = new WeakMap<World, (entries: readonly Entry[]) => Promise<readonly Recorded[]>>();

async function recordFew(world: World, entries: readonly Entry[]): Promise<readonly Recorded[]> {
  try {
    return (await world.store.transaction((tables) => recordIn(world, tables, entries))).answers;
  } catch (error) {
    if (error instanceof Overtaken) return recordFew(world, entries);
    throw error;
  }
}
