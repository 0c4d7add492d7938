// Erases a person (GDPR 17): the key is destroyed, and with it all that is personal; what bars further mail stays.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";

export interface Erasure {
  /** What stays of the address: the key by which the person is known if ever told of again. */
  readonly subject: SubjectId;
  readonly at: Instant;
  /** Facts of which the skeleton stays. */
  readonly facts: number;
}

/**
 * Puts the erasure on record; in the same transaction the person's key is destroyed, the address and all that is known
 * of the recipient go, and so do the mail that waits for the person, what other systems were told of them, and what the
 * built-in mailbox holds.
 *
 * Asked again, it is put on record again, and takes away whatever came since.
 *
 * @param source - `command`, `api:KEY NAME`.
 * @throws CodedError `subject-unknown`, `setup-missing`, `legal-hold`.
 */
export async function erase(world: World, address: Address, source: string): Promise<Erasure> {
  const subject = subjectIdOf(address, world.secrets);
  const at = world.clock.now();
  const fact = { id: world.ids.next(), type: "subject.erased", at: formatInstant(at) };
  const [recorded] = await record(world, [{ who: { subject }, facts: [newFact(fact, source)] }]);
  if (!recorded?.ok) throw recorded?.error ?? new CodedError("subject-unknown");
  return { subject, at, facts: (await world.store.people.facts(subject)).length };
}
