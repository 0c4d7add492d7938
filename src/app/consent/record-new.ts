// Puts on record what a button was pressed for, however often and at whatever moments it is pressed.
import type { NewFact, World } from "../ports.ts";
import type { Entry } from "./entry.ts";
import { record } from "./record.ts";

/**
 * @param ifNew - what else is told with the facts that are not on record yet; see `Entry`.
 * @throws CodedError what `clash` answers.
 */
export async function recordNew(
  world: World,
  who: Entry["who"],
  facts: readonly NewFact[],
  ifNew: NonNullable<Entry["ifNew"]>,
  clash?: Entry["clash"],
): Promise<void> {
  // Of whom nothing is told, nothing is created.
  if (facts.length === 0) return;
  const [recorded] = await record(world, [{ who, facts, ifNew, ...(clash && { clash }) }]);
  if (recorded && !recorded.ok) throw recorded.error;
}
