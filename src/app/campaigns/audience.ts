// Everybody on record with the verdict for one purpose at one moment, decided afresh and without sending anything.
import type { Basis, RefusalCode } from "../../core/codes.ts";
import type { Instant } from "../../core/instant.ts";
import type { Message } from "../../core/question.ts";
import type { Verdict } from "../../core/verdict.ts";
import { CodedError } from "../../errors.ts";
import type { Person, World } from "../ports.ts";
import { asksForRenewal, lapsesAt } from "../retention/renewal.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { everybody } from "../subjects/everybody.ts";
import type { Segment } from "./campaign.ts";

/** Leaves people out, or says what the message declares of itself; by default everybody, and nothing special. */
export interface Narrowing {
  readonly segment?: Segment;
  readonly message?: Message;
}

/**
 * Decides for everybody, a page of people in memory at a time.
 *
 * The stored permissions are not asked: they answer for now, and this answers for any moment, past or to come.
 *
 * @throws CodedError `setup-missing`, `purpose-unknown`.
 */
export async function* audience(
  world: World,
  purpose: string,
  at: Instant,
  { segment = {}, message }: Narrowing = {},
): AsyncGenerator<{ readonly person: Person; readonly verdict: Verdict }> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  const published = setup.purposes[purpose];
  if (published === undefined) throw new CodedError("purpose-unknown", `\`${purpose}\``);
  const asked = purposeOf(published);
  const renewal = message !== undefined && asksForRenewal({ message });
  for await (const person of everybody(world)) {
    if (!inSegment(person, segment)) continue;
    const verdict = decideFor(setup, person, asked, at, message);
    // A campaign that asks for renewal is for those alone whose permission ends soon.
    if (renewal && verdict.outcome === "permit" && lapsesAt(setup, person, asked, at) === null) continue;
    yield { person, verdict };
  }
}

export interface AudienceCounts {
  readonly people: number;
  readonly permits: ReadonlyMap<Basis, number>;
  readonly refusals: ReadonlyMap<RefusalCode, number>;
}

/** Counts the audience by basis and by refusal code, most frequent first. */
export async function audienceCounts(
  world: World,
  purpose: string,
  at: Instant,
  options: Narrowing & { readonly onProgress?: (people: number) => void } = {},
): Promise<AudienceCounts> {
  const permits = new Map<Basis, number>();
  const refusals = new Map<RefusalCode, number>();
  let people = 0;
  for await (const { verdict } of audience(world, purpose, at, options)) {
    people += 1;
    if (verdict.outcome === "permit") permits.set(verdict.basis, (permits.get(verdict.basis) ?? 0) + 1);
    else refusals.set(verdict.code, (refusals.get(verdict.code) ?? 0) + 1);
    options.onProgress?.(people);
  }
  return { people, permits: mostFrequentFirst(permits), refusals: mostFrequentFirst(refusals) };
}

function inSegment({ recipient, language }: Person, { countries, languages }: Segment): boolean {
  return (
    (countries === undefined || countries.includes(recipient.country ?? "")) &&
    (languages === undefined || languages.includes(language ?? ""))
  );
}

function mostFrequentFirst<Key>(counts: ReadonlyMap<Key, number>): Map<Key, number> {
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
