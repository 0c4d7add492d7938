// Puts on record what is told of many people at once, those apart of whom nothing is known.
import type { SubjectId } from "../../core/subject-id.ts";
import type { World } from "../ports.ts";
import { type Told, tell } from "./draft.ts";
import type { Entry, Recorded } from "./entry.ts";
import { Overtaken } from "./overtaken.ts";
import { recordIn } from "./record-in.ts";
import { recordStrangers } from "./record-strangers.ts";

/** The same as `record`: one transaction, and an answer for each entry, in order. */
export async function recordMany(world: World, entries: readonly Entry[]): Promise<readonly Recorded[]> {
  const told = entries.map((entry) => tell(world, entry));
  const apart = ordinary(told, await world.store.people.onRecord(told.map(({ subject }) => subject)));
  try {
    return await world.store.transaction(async (tables) => {
      const answers: Recorded[] = [];
      // First those who are new: whoever waits for one of them holds no lock on the others yet.
      for (const [record, known] of [
        [recordStrangers, false],
        [recordIn, true],
      ] as const) {
        const places = [...told.keys()].filter((place) => apart.has(told[place]!.subject) === known);
        if (places.length === 0) continue;
        const some = places.map((place) => entries[place]!);
        const outcome = await record(world, tables, some);
        for (const [nth, answer] of outcome.answers.entries()) answers[places[nth]!] = answer;
      }
      return answers;
    });
  } catch (error) {
    if (error instanceof Overtaken) return recordMany(world, entries);
    throw error;
  }
}

/** Who is on record, and who is told to be erased: what else is kept of them has to be found first. */
function ordinary(told: readonly Told[], known: ReadonlySet<SubjectId>): ReadonlySet<SubjectId> {
  const erased = told.filter(({ entry }) => entry.facts.some(({ fact }) => fact.type === "subject.erased"));
  return new Set([...known, ...erased.map(({ subject }) => subject)]);
}
