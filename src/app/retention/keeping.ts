// Whether a person is still in use, kept for claims alone, or to be let go of: follows from what is on record, and is stored nowhere.
import type { Fact } from "../../core/facts.ts";
import { days, type Instant } from "../../core/instant.ts";
import { nextFactAt, type Standing } from "../../core/standing.ts";
import { newestErasure } from "../consent/erasures.ts";
import { isRestricted } from "../rights/exercise.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Setup } from "../setup/setup.ts";
import { purposeOf } from "../subjects/decide-permissions.ts";
import { type End, type Kept, permittedUntil } from "./permitted.ts";
import type { Told } from "./retention-table.ts";

/**
 * `active`: something permits mail, or a contract runs. `blocked`: nothing does any more; what proves that it did is kept for
 * claims, and used for nothing else. `waiting`: nothing ever did; it may still come. `due`: to be erased. `gone`: erased.
 */
export type KeepingState = "active" | "blocked" | "waiting" | "due" | "gone";

export interface Keeping {
  readonly state: KeepingState;
  /** When the last relation ended or will end; null: no end is known, or there has been none. */
  readonly endsAt: Instant | null;
  /** When the person is due if nothing else happens; null: no day is known. */
  readonly goesAt: Instant | null;
  /** What keeps the person also when due. */
  readonly keptBy: "hold" | "restriction" | "case" | null;
}

/**
 * So long somebody stays of whom nothing is to be proved, and anybody after the last thing that was told of them: the month
 * within which a person whose data came from elsewhere must be told (GDPR 14(3)(a)).
 */
export const graceMs = days(30);

const gone: Keeping = { state: "gone", endsAt: null, goesAt: null, keptBy: null };

/**
 * Source: GDPR 5(1)(e), 17(3)(e), 18(2); EDPB Guidelines 05/2020, 5.1; LOPDGDD 32.
 */
export function keepingOf(setup: Setup, person: Kept, told: Told, now: Instant): Keeping {
  if (person.address === null) return gone;
  const { standing } = person;
  const { id } = setup.controller.content;
  const keptBy = told.hold
    ? "hold"
    : isRestricted(standing, id)
      ? "restriction"
      : hasOpenCase(standing, id)
        ? "case"
        : null;
  const ended: { readonly at: Instant; readonly proofMs: number }[] = [];
  // What is dated ahead may open something when its day comes.
  let open = nextFactAt(standing, now) !== null;
  for (const { end, proofMs } of relations(setup, person, told, now)) {
    if (end === "open") open = true;
    else if (end !== null) ended.push({ at: end, proofMs });
  }
  if (open) return { state: "active", endsAt: null, goesAt: null, keptBy };
  const endsAt = ended.length === 0 ? null : latest(ended.map(({ at }) => at));
  const goesAt = latest([told.toldAt + graceMs, ...ended.map(({ at, proofMs }) => at + proofMs)]);
  const state =
    endsAt !== null && endsAt > now
      ? "active"
      : goesAt <= now
        ? "due"
        : endsAt === null
          ? "waiting"
          : "blocked";
  return { state, endsAt, goesAt, keptBy };
}

/** Whatever may have to be defended, each until it ended, and for how long its proof is kept then. */
function relations(
  setup: Setup,
  person: Kept,
  { deliveredAt }: Told,
  now: Instant,
): readonly { readonly end: End; readonly proofMs: number }[] {
  const { standing, recipient } = person;
  const { id } = setup.controller.content;
  const { proofMs } = lawFor(setup, recipient.country);
  const erasedAt = newestErasure(standing, id) ?? Number.NEGATIVE_INFINITY;
  const counts = (fact: Fact) => fact.at > erasedAt && fact.at <= now && concerns(fact, id);
  const declared = Object.values(setup.purposes).filter(({ content }) => content.kind === "marketing");
  const purposes = declared.map((purpose) => ({
    purpose: purposeOf(purpose),
    proofMs: purpose.content.proofDays === undefined ? proofMs : days(purpose.content.proofDays),
  }));
  // A purpose that is declared no more had its mails all the same.
  const retired = standing.consents
    .filter((fact) => counts(fact) && setup.purposes[fact.purpose] === undefined)
    .map(({ purpose, category }) => ({
      purpose: { key: purpose, kind: "marketing" as const, category },
      proofMs,
    }));
  const permitted = [...purposes, ...retired].map(({ purpose, proofMs }) => ({
    end: permittedUntil(setup, person, purpose, now),
    proofMs,
  }));
  const others: End[] = [
    deliveredAt !== null && deliveredAt > erasedAt ? deliveredAt : null,
    ...standing.contractStarts.filter(counts).map(({ contract, at }) => {
      const end = standing.contractEnds.find(
        (fact) => fact.contract === contract && fact.at >= at && counts(fact),
      );
      return end?.at ?? "open";
    }),
    ...standing.requests
      .filter(counts)
      .map(({ at, until }) => (until === undefined ? at : ((until + 1) as Instant))),
    ...standing.caseSteps
      .filter((fact) => fact.type === "rights.answered" && counts(fact))
      .map(({ at }) => at),
  ];
  return [...permitted, ...others.map((end) => ({ end, proofMs }))];
}

/** A request by right that nobody has answered yet. */
function hasOpenCase({ cases, caseSteps }: Standing, controller: string): boolean {
  return cases.some(
    (fact) =>
      fact.type === "rights.requested" &&
      concerns(fact, controller) &&
      !caseSteps.some((step) => step.type === "rights.answered" && step.of === fact.id),
  );
}

function concerns(fact: Fact, controller: string): boolean {
  return fact.controller === undefined || fact.controller === controller;
}

function latest(instants: readonly number[]): Instant {
  return Math.max(...instants) as Instant;
}
