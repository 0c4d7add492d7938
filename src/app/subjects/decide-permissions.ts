// From a standing to the permissions that follow from it, one for each marketing purpose.
import { decide } from "../../core/decide.ts";
import { days, type Instant } from "../../core/instant.ts";
import type { Message, Purpose } from "../../core/question.ts";
import { nextFactAt } from "../../core/standing.ts";
import { TRACKING_KEY, trackingUntil } from "../../core/tracking.ts";
import type { Verdict } from "../../core/verdict.ts";
import type { AtMost, Permission, Person } from "../ports.ts";
import { tightenedBy } from "../setup/law-for.ts";
import type { Published, PurposeDeclaration, Setup } from "../setup/setup.ts";
import { decidedUnder, type Under, underIn } from "./decided-under.ts";

/** The purpose as the decision contract words it. */
export function purposeOf(purpose: Published<PurposeDeclaration>): Purpose {
  const { kind, category, childDirected } = purpose.content;
  return { key: purpose.key, kind, category, childDirected };
}

/** What the question takes from a set-up. */
export type Asking = Pick<Setup, "controller" | "tightenings">;

/**
 * Asks the one question of the product about one person.
 *
 * @param rules - the rule set of this day; absent: the newest.
 */
export function decideFor(
  setup: Asking,
  person: Pick<Person, "recipient" | "standing" | "registers">,
  purpose: Purpose,
  at: Instant,
  message?: Message,
  rules?: string,
): Verdict {
  const { id, country } = setup.controller.content;
  const { recipient, registers } = person;
  // To be measured one must have said yes: a purchase opens the door to advertising, never to that.
  const standing = purpose.key === TRACKING_KEY ? { ...person.standing, sales: [] } : person.standing;
  const asked = { at, controller: { id, country }, recipient, purpose, message, registers };
  const options = { rules, tightened: tightenedBy(setup) };
  const verdict = decide(standing, asked, options);
  // A message can say where an address came from only if that is on record (GDPR 14(2)(f)): a permit must cite it.
  const unfounded = verdict.basis === "corporate-opt-out" && verdict.evidence.length === 0;
  return unfounded ? decide(standing, { ...asked, message: { ...message, art14: false } }, options) : verdict;
}

export function decidePermissions(setup: Setup, person: Person, at: Instant): Permission[] {
  return questionsOf(setup).map(({ purpose, under }) => {
    const verdict = decideFor(setup, person, purpose, at);
    return {
      subject: person.subject,
      purpose: purpose.key,
      verdict,
      atMost: wishedAtMost(person, purpose.key, setup.controller.content.id, at),
      dueAt: dueAt(setup, person, purpose, verdict, at),
      under: underIn(under, verdict.jurisdiction),
      position: person.position,
      decidedAt: at,
    };
  });
}

interface StandingQuestion {
  readonly purpose: Purpose;
  readonly under: Under;
}

/** Made once for each set-up, which is another object when anything in it has changed. */
const questions = new WeakMap<Setup, readonly StandingQuestion[]>();

function questionsOf(setup: Setup): readonly StandingQuestion[] {
  const known = questions.get(setup);
  if (known) return known;
  const asked = Object.values(setup.purposes)
    .filter(({ content }) => content.kind === "marketing")
    .map((purpose) => ({ purpose: purposeOf(purpose), under: decidedUnder(setup, purpose) }));
  questions.set(setup, asked);
  return asked;
}

/** The newest wish on how often to hear of a purpose; null: as it comes. */
export function wishedAtMost(
  { standing }: Pick<Person, "standing">,
  purpose: string,
  controller: string,
  at: Instant,
): AtMost | null {
  const wish = standing.wishes.findLast(
    (fact) =>
      fact.purpose === purpose &&
      fact.at <= at &&
      (fact.controller === undefined || fact.controller === controller),
  );
  return wish === undefined || wish.atMost === "any" ? null : wish.atMost;
}

/** The first instant at which time alone may change the verdict. */
function dueAt(
  setup: Asking,
  { recipient, standing, registers }: Person,
  purpose: Purpose,
  verdict: Verdict,
  at: Instant,
): Instant | null {
  const instants = [nextFactAt(standing, at)];
  if (verdict.outcome === "permit") {
    const asked = { at, controller: setup.controller.content, recipient, purpose, registers };
    // To follow somebody ends at a date of its own, and the permission to write goes on.
    const followed = verdict.tracking === "full" ? trackingUntil(standing, asked, tightenedBy(setup)) : null;
    for (const until of [verdict.validUntil, followed])
      instants.push(until === null ? null : ((until + 1) as Instant));
  }
  // A birthday may end this one; which day, the verdict does not say.
  else if (verdict.code === "under-age" || verdict.alsoRefused.includes("under-age"))
    instants.push((at + days(1)) as Instant);
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : (Math.min(...known) as Instant);
}
