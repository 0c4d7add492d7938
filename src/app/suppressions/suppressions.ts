// Suppressions shared with other systems: who told us to stop, under hashes that the receiving system can make too.
import type { RefusalCode } from "../../core/codes.ts";
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { sharedHash } from "../../ledger/shared-hash.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { everybody } from "../subjects/everybody.ts";

/** What somebody said, or had said for them, as against what is merely not proved. In the order of the table of law. */
const stops: readonly RefusalCode[] = [
  "erased",
  "restricted",
  "objected",
  "complaint-as-objection",
  "withdrawn",
];

/** For which purposes one person may not be written to because they said so. */
export interface Suppression {
  readonly purpose: string;
  readonly code: RefusalCode;
}

export interface SharedSuppression {
  /** HMAC-SHA256 of the normalised address under the shared key, in hex. */
  readonly hash: string;
  readonly purposes: readonly Suppression[];
}

export interface SharedCounts {
  readonly people: number;
  /** Who told us to stop too, and cannot be hashed: of erased people the address is gone, of others it was never told. */
  readonly withoutAddress: number;
}

/**
 * Everybody who told us to stop and whose address is kept, a page of people in memory at a time.
 *
 * @param key - of the hashes, which the receiving system has too: 64 hex digits.
 * @returns how many they were, and how many more there are.
 * @throws CodedError `hash-key-malformed`, `setup-missing`.
 */
export async function* sharedSuppressions(
  world: World,
  key: string,
): AsyncGenerator<SharedSuppression, SharedCounts> {
  const hash = sharedHash(key);
  const setup = await inForce(world);
  const at = world.clock.now();
  let people = 0;
  let withoutAddress = 0;
  for await (const person of everybody(world)) {
    const purposes = suppressionsOf(setup, person, at);
    if (purposes.length === 0) continue;
    const address = person.address === null ? null : parseAddress(person.address);
    if (address === null) withoutAddress += 1;
    else {
      people += 1;
      yield { hash: hash(address), purposes };
    }
  }
  return { people, withoutAddress };
}

export interface CheckedSuppression {
  /** As it was asked. */
  readonly email: string;
  readonly subject: SubjectId;
  readonly purposes: readonly Suppression[];
}

/**
 * Which of these addresses are of people who told us to stop; erased people are recognised too. Nothing is kept of those who
 * are not on record.
 *
 * @returns those, and what is no address that mail can be sent to.
 * @throws CodedError `setup-missing`.
 */
export async function checkSuppressions(
  world: World,
  emails: readonly string[],
): Promise<{ readonly suppressed: readonly CheckedSuppression[]; readonly malformed: readonly string[] }> {
  const setup = await inForce(world);
  const asked = emails.map((email) => {
    const address = parseAddress(email);
    return { email, subject: address && subjectIdOf(address, world.secrets) };
  });
  const subjects = asked.flatMap(({ subject }) => subject ?? []);
  const known = await world.store.people.find([...new Set(subjects)]);
  const at = world.clock.now();
  return {
    suppressed: asked.flatMap(({ email, subject }) => {
      const person = subject && known.get(subject);
      const purposes = person ? suppressionsOf(setup, person, at) : [];
      return subject && purposes.length > 0 ? [{ email, subject, purposes }] : [];
    }),
    malformed: asked.filter(({ subject }) => subject === null).map(({ email }) => email),
  };
}

/** Decided afresh: a stored verdict names one code alone, and a stop may stand behind an address that is no longer good. */
function suppressionsOf(setup: Setup, person: Person, at: Instant): Suppression[] {
  return Object.values(setup.purposes)
    .filter(({ content }) => content.kind === "marketing")
    .flatMap((purpose) => {
      const verdict = decideFor(setup, person, purposeOf(purpose), at);
      if (verdict.outcome === "permit") return [];
      const codes: readonly RefusalCode[] = [verdict.code, ...verdict.alsoRefused];
      const code = stops.find((stop) => codes.includes(stop));
      return code === undefined ? [] : [{ purpose: purpose.key, code }];
    });
}

async function inForce(world: World): Promise<Setup> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  return setup;
}
