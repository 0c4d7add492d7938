/** The standing: what one person's facts add up to, as plain JSON, the same whatever order they came in. */
import {
  type ActivityObserved,
  type AddressBounced,
  type AddressRestored,
  bare,
  type ComplaintReceived,
  type ConsentConfirmed,
  type ConsentGiven,
  type ConsentWithdrawn,
  type ContractEnded,
  type ContractStarted,
  type ControllerChanged,
  type Fact,
  type FactRetracted,
  type FactType,
  type FrequencyWished,
  type GuardianConsented,
  type InformationRequested,
  type LinkRequested,
  type MarketingSent,
  type NoticeRequired,
  type ObjectionRaised,
  type RestrictionApplied,
  type RestrictionLifted,
  type RightsAnswered,
  type RightsExtended,
  type RightsRequested,
  type Sale,
  type SaleCancelled,
  type SourceDeclared,
  type SubjectErased,
} from "./facts.ts";
import type { Instant } from "./instant.ts";

/**
 * The facts of one person by kind, each list from the oldest to the newest (by `at`, then by id).
 * Confirmations and cancellations are sorted by the fact that they concern first, so that it finds them quickly.
 *
 * It holds facts of every controller and of every time: which of them count depends on the question. It is JSON as it
 * stands, may be stored so and read back. What is personal in a fact is not in it: no rule reads that, and so a standing
 * is the same before and after what was personal has been erased.
 */
export type Standing = {
  readonly consents: readonly ConsentGiven[];
  readonly confirmations: readonly ConsentConfirmed[];
  readonly withdrawals: readonly ConsentWithdrawn[];
  readonly objections: readonly ObjectionRaised[];
  readonly complaints: readonly ComplaintReceived[];
  readonly sales: readonly Sale[];
  readonly cancellations: readonly SaleCancelled[];
  readonly requests: readonly InformationRequested[];
  readonly contractStarts: readonly ContractStarted[];
  readonly contractEnds: readonly ContractEnded[];
  readonly activities: readonly ActivityObserved[];
  readonly sendings: readonly MarketingSent[];
  readonly sources: readonly SourceDeclared[];
  readonly bounces: readonly AddressBounced[];
  readonly restorations: readonly AddressRestored[];
  readonly restrictions: readonly RestrictionApplied[];
  readonly liftings: readonly RestrictionLifted[];
  readonly erasures: readonly SubjectErased[];
  readonly guardians: readonly GuardianConsented[];
  readonly changes: readonly ControllerChanged[];
  readonly wishes: readonly FrequencyWished[];
  readonly retractions: readonly FactRetracted[];
  readonly cases: readonly (LinkRequested | NoticeRequired | RightsRequested)[];
  readonly caseSteps: readonly (RightsExtended | RightsAnswered)[];
};

const LIST_OF: { readonly [Type in FactType]: keyof Standing } = {
  "consent.given": "consents",
  "consent.confirmed": "confirmations",
  "consent.withdrawn": "withdrawals",
  "objection.raised": "objections",
  "complaint.received": "complaints",
  "sale.concluded": "sales",
  "sale.negotiated": "sales",
  "support.expressed": "sales",
  "sale.cancelled": "cancellations",
  "information.requested": "requests",
  "contract.started": "contractStarts",
  "contract.ended": "contractEnds",
  "activity.observed": "activities",
  "marketing.sent": "sendings",
  "source.declared": "sources",
  "address.bounced": "bounces",
  "address.restored": "restorations",
  "restriction.applied": "restrictions",
  "restriction.lifted": "liftings",
  "subject.erased": "erasures",
  "guardian.consented": "guardians",
  "controller.changed": "changes",
  "frequency.wished": "wishes",
  "fact.retracted": "retractions",
  "link.requested": "cases",
  "notice.required": "cases",
  "rights.requested": "cases",
  "rights.extended": "caseSteps",
  "rights.answered": "caseSteps",
};

/** The standing of a person about whom nothing is on record. */
export const initialStanding: Standing = Object.freeze(emptyLists());

/**
 * The standing after one more fact; the one before is left as it was.
 *
 * A fact is expected once: the ledger holds each id at most once, and {@link parseQuestion} refuses a second one.
 *
 * @example
 * const standing = [given, withdrawn].reduce(evolve, initialStanding);
 */
export function evolve(standing: Standing, fact: Fact): Standing {
  const kind = LIST_OF[fact.type];
  const list: readonly Fact[] = standing[kind];
  let place = list.length;
  while (place > 0 && order(list[place - 1]!, fact) > 0) place -= 1;
  return { ...standing, [kind]: list.toSpliced(place, 0, bare(fact)) };
}

/** The standing of a whole history, equal to `facts.reduce(evolve, initialStanding)` and fast for long ones. */
export function foldFacts(facts: Iterable<Fact>): Standing {
  const lists = emptyLists();
  for (const fact of facts) (lists[LIST_OF[fact.type]] as Fact[]).push(bare(fact));
  for (const list of Object.values(lists)) if (list.length > 1) list.sort(order);
  return lists;
}

/** When the first fact comes into view that lies after this instant; null if there is none. */
export function nextFactAt(standing: Standing, after: Instant): Instant | null {
  let next: Instant | null = null;
  for (const list of Object.values(standing) as (readonly Fact[])[]) {
    for (const { at } of list) if (at > after && (next === null || at < next)) next = at;
  }
  return next;
}

function order(one: Fact, other: Fact): number {
  if ("of" in one && "of" in other && one.of !== other.of) return one.of < other.of ? -1 : 1;
  return inOrder(one, other);
}

/** Oldest first; at the same instant by id, as code units compare. */
export function inOrder(one: Fact, other: Fact): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

function emptyLists(): { -readonly [Kind in keyof Standing]: Fact[] } & Standing {
  return {
    consents: [],
    confirmations: [],
    withdrawals: [],
    objections: [],
    complaints: [],
    sales: [],
    cancellations: [],
    requests: [],
    contractStarts: [],
    contractEnds: [],
    activities: [],
    sendings: [],
    sources: [],
    bounces: [],
    restorations: [],
    restrictions: [],
    liftings: [],
    erasures: [],
    guardians: [],
    changes: [],
    wishes: [],
    retractions: [],
    cases: [],
    caseSteps: [],
  };
}
