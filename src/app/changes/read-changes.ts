// A page of the feed of changes, for somebody who knows how far they have read.
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import type { Change } from "./changes-table.ts";

export interface ChangesPage {
  readonly changes: readonly Change[];
  /** From where to read on. */
  readonly next: number;
  /** Whether more is there already. */
  readonly more: boolean;
}

/**
 * The changes after a number, each with the permission as it stands now. From 0 on they are the whole present state.
 *
 * @throws CodedError `cursor-unknown` where no change has that number yet, as after a database was put back.
 */
export async function readChanges(world: World, after: number, limit: number): Promise<ChangesPage> {
  const { changes: table } = world.store;
  if (after > 0 && after > (await table.newest())) throw new CodedError("cursor-unknown");
  const found = await table.after(after, limit + 1);
  const changes = found.slice(0, limit);
  return { changes, next: changes.at(-1)?.number ?? after, more: found.length > limit };
}
