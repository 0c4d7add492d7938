// A legal hold: whoever is under one is not let go of, whichever term is over, until somebody ends it.
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { World } from "../ports.ts";

/**
 * Orders it, or words an order anew. The person is locked: whoever lets go of people at the same moment comes before or sees it.
 *
 * Source: GDPR 17(3)(e), 18(1)(c).
 *
 * @throws CodedError `subject-unknown`, also where all that was personal is erased already.
 */
export async function holdPerson(
  world: World,
  address: Address,
  order: { readonly reason: string; readonly by: string },
): Promise<SubjectId> {
  const subject = subjectIdOf(address, world.secrets);
  const setAt = world.clock.now();
  const held = await world.store.transaction(async (tables) => {
    await tables.people.lock([{ subject, create: false }], setAt);
    return tables.retention.hold(subject, { ...order, setAt });
  });
  if (!held) throw new CodedError("subject-unknown");
  return subject;
}

/** @throws CodedError `hold-unknown`. */
export async function releasePerson(world: World, address: Address): Promise<void> {
  if (!(await world.store.retention.release(subjectIdOf(address, world.secrets))))
    throw new CodedError("hold-unknown");
}
