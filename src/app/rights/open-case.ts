// Opens a case for a request that came by letter, by phone or in person.
import { formatInstant, type Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";
import type { Case, RestrictionGround, Right, Via } from "./case.ts";
import { findCase } from "./list-cases.ts";

export interface OpenedCase {
  readonly address: Address;
  readonly right: Right;
  readonly via: Via;
  /** The month runs from then. */
  readonly receivedAt: Instant;
  readonly ground?: RestrictionGround | undefined;
  /** How it was made sure that it is the person (GDPR 12(6)). */
  readonly identity?: string | undefined;
  /** What was asked, in the person's words. */
  readonly words?: string | undefined;
}

/**
 * Of somebody of whom nothing is held the address is not kept, and so neither words nor note: the case stands under the key
 * that is made from the address.
 *
 * @returns the case, and whether anything is held about the person.
 * @throws CodedError `fact-ahead`, `setup-missing`.
 */
export async function openCase(
  world: World,
  { address, right, via, receivedAt, ground, identity, words }: OpenedCase,
  source: string,
): Promise<{ readonly opened: Case; readonly known: boolean }> {
  if (receivedAt > world.clock.now()) throw new CodedError("fact-ahead");
  const subject = subjectIdOf(address, world.secrets);
  const id = world.ids.next();
  const request = { id, type: "rights.requested", at: formatInstant(receivedAt), right, via };
  const more = { ...(ground && { ground }), ...(identity && { identity }), ...(words && { words }) };
  const facts = [newFact({ ...request, ...more }, source)];
  const [recorded] = await record(world, [{ who: { subject, create: true }, facts }]);
  if (!recorded?.ok) throw recorded?.error ?? new Error("no answer to what was recorded");
  const person = (await world.store.people.find([subject])).get(subject);
  return { opened: await findCase(world, id), known: (person?.address ?? null) !== null };
}
