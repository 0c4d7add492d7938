// Until when a purpose permits mail to a person, as far as it follows from what is on record: the end of a relation.
import type { Instant } from "../../core/instant.ts";
import type { Message, Purpose, Registers } from "../../core/question.ts";
import type { Standing } from "../../core/standing.ts";
import { newestErasure } from "../consent/erasures.ts";
import type { Person } from "../ports.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Setup } from "../setup/setup.ts";
import { decideFor } from "../subjects/decide-permissions.ts";

/** Of a person what tells how long they are kept. */
export type Kept = Pick<Person, "address" | "recipient" | "standing">;

/** The first instant at which a relation is over; `open`: no end is known; null: there has been none. */
export type End = Instant | "open" | null;

/** What a company is told in every message that rests on its rules: a message that lacks it ends no relation. */
const complete: Message = { lia: "any", roleFit: "any", art14: true };

/**
 * When a purpose permits mail no longer.
 *
 * Asked at `now`, and then at each act on record from the newest back to the first after an erasure, until one finds a permit:
 * what others told afterwards, such as an address typed into a form again, moves no end. An exclusion list ends no relation: it
 * bars advertising, and may be out of date.
 */
export function permittedUntil(setup: Setup, person: Kept, purpose: Purpose, now: Instant): End {
  const registers = clear(setup, person);
  const decideAt = (at: Instant) => decideFor(setup, { ...person, registers }, purpose, at, complete);
  let before: Instant | null = null;
  for (const at of [now, ...acts(person.standing, setup.controller.content.id, now)]) {
    if (decideAt(at).outcome === "permit") return lasting(decideAt, at, before);
    before = at;
  }
  return null;
}

/** From an instant with a permit on, basis after basis, and at most up to the instant before which it ended. */
function lasting(
  decideAt: (at: Instant) => ReturnType<typeof decideFor>,
  from: Instant,
  before: Instant | null,
): End {
  for (let at = from; ; ) {
    const verdict = decideAt(at);
    if (verdict.outcome === "refusal") return at;
    if (before !== null && (verdict.validUntil === null || verdict.validUntil >= before)) return before;
    if (verdict.validUntil === null) return "open";
    at = (verdict.validUntil + 1) as Instant;
  }
}

/** The instants of what is on record, the newest first; what an erasure has taken away proves nothing any more. */
function acts(standing: Standing, controller: string, now: Instant): readonly Instant[] {
  const erasedAt = newestErasure(standing, controller) ?? Number.NEGATIVE_INFINITY;
  const instants = Object.values(standing).flatMap((facts) => facts.map(({ at }) => at));
  return [...new Set(instants)].filter((at) => at <= now && at > erasedAt).sort((one, other) => other - one);
}

/** What lists that are fresh and do not hold the person would say at any moment. */
function clear(setup: Setup, { recipient }: Kept): Registers {
  const { registers } = lawFor(setup, recipient.country);
  return Object.fromEntries(
    registers.map((name) => [name, { snapshotAt: Number.POSITIVE_INFINITY as Instant, listed: false }]),
  );
}
