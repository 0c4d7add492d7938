// Puts on record what a button was pressed for, however often and at whatever moments it is pressed.
import type { NewFact, World } from "../ports.ts";
import { type Entry, record } from "./record.ts";

/** @param ifNew - what else is told with the facts that are not on record yet; see `Entry`. */
export async function recordNew(
  world: World,
  who: Entry["who"],
  facts: readonly NewFact[],
  ifNew: NonNullable<Entry["ifNew"]>,
): Promise<void> {
  // Of whom nothing is told, nothing is created.
  if (facts.length === 0) return;
  const [recorded] = await record(world, [{ who, facts, ifNew }]);
  if (recorded && !recorded.ok) throw recorded.error;
}
