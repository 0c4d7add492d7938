// What of a row is put on record of a person who may be known already: whoever has left is not brought back by a file.
import type { RefusalCode } from "../../core/codes.ts";
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { Purpose } from "../../core/question.ts";
import { evolve } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Entry } from "../consent/entry.ts";
import { newFact } from "../consent/new-fact.ts";
import type { NewFact, Person } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { closes } from "./dated-ahead.ts";
import type { Pass } from "./imports-table.ts";
import type { Plan } from "./plan.ts";
import type { RowRead } from "./read-row.ts";

export interface Known {
  readonly row: RowRead;
  readonly subject: SubjectId;
  /** As known before the row; null: nobody. */
  readonly person: Person | null;
}

export interface Proposed {
  /** Empty: nothing of the row is recorded. */
  readonly entries: readonly Entry[];
  readonly notRevived: boolean;
  readonly contradicting: boolean;
}

const left: readonly RefusalCode[] = ["erased", "objected", "complaint-as-objection", "withdrawn"];
/** What is imported was said to somebody else: nobody gets a mail because of an import. */
const acknowledged = true as const;
const thirdParty: readonly (string | undefined)[] = ["bought", "scraped", "referral"];

/**
 * In the first pass, of those who have left, nothing but that, under their key alone: to leave somebody alone nobody needs
 * their address. In the second, what opens something; but for a purpose that the person has left, a consent of whichever date
 * in the file is not taken over, since only the person can come back.
 *
 * Source: GDPR 7(3), 17, 21(3), 5(1)(c).
 */
export function entryFor(
  setup: Setup,
  plan: Plan,
  pass: Pass,
  { row, subject, person }: Known,
  now: Instant,
): Proposed {
  if (pass === "stops") {
    const facts = person === null ? row.stops : effectiveStops(setup, plan, person, row.stops, now);
    const entries = [{ who: { subject, create: true as const }, facts, acknowledged }];
    return { entries, notRevived: false, contradicting: false };
  }
  if (row.stops.length > 0) return { entries: [], notRevived: false, contradicting: false };
  const bars = person === null ? [] : barsOf(setup, plan, person, row, now);
  const closed = bars.map(({ purpose }) => purpose);
  const contradicting = bars.some(({ ofThisFile }) => ofThisFile);
  const notRevived = bars.length > 0 && !contradicting && opensSomething(row.opens);
  if (
    bars.length > 0 &&
    (plan.purposes.every((key) => closed.includes(key)) || bars.some(({ code }) => code === "erased"))
  ) {
    const facts = row.opens.filter(({ fact }) => closes(fact));
    const entries = facts.length > 0 ? [{ who: { subject }, facts, acknowledged }] : [];
    return { entries, notRevived, contradicting };
  }
  const facts = closed.length === 0 ? row.opens : withoutConsents(row.opens, closed, person);
  // A newer source would hide one that bars.
  const bought = person?.standing.sources.some(({ kind }) => thirdParty.includes(kind)) ?? false;
  const source = row.source && !bought ? [row.source] : [];
  const about = {
    ...(row.language !== undefined && { language: row.language }),
    ...(row.recipient && { recipient: row.recipient }),
    describes: "fill" as const,
    acknowledged,
  };
  const who = { address: row.address, id: subject };
  if (row.source === null) return { entries: [{ who, ...about, facts }], notRevived, contradicting };
  const others = [...source, ...facts.filter((fact) => !isAct(fact))];
  const entries: Entry[] = [
    { who, facts: facts.filter(isAct), acknowledged },
    { who: { subject }, ...about, facts: others },
  ];
  return { entries, notRevived, contradicting };
}

/** An act that a receipt may have to prove stands with the address that it was told of; what only goes along is by key. */
function isAct({ fact }: NewFact): boolean {
  return fact.type === "consent.given" || fact.type === "sale.concluded";
}

/**
 * Whoever has left by the time of an export has left, whatever another import says of a consent after that: where such a one
 * would still permit, the stop holds from this import on. A consent that was not imported stands, if it came later.
 */
function effectiveStops(
  setup: Setup,
  plan: Plan,
  person: Person,
  stops: readonly NewFact[],
  now: Instant,
): readonly NewFact[] {
  const standing = stops.reduce((folded, { fact }) => evolve(folded, fact), person.standing);
  const marketing = Object.values(setup.purposes).filter(({ content }) => content.kind === "marketing");
  const opened = marketing.some((purpose) => {
    const verdict = decideFor(setup, { ...person, standing }, purposeOf(purpose), now);
    return verdict.outcome === "permit" && verdict.evidence.every((id) => id.startsWith("import-"));
  });
  if (!opened) return stops;
  return stops.map(({ body, source }) => newFact({ ...body, at: formatInstant(plan.at) }, source));
}

/** Without consents for these purposes, and without what confirms such a one, told here or before. */
function withoutConsents(opens: readonly NewFact[], closed: readonly string[], person: Person | null) {
  const shut = [...consentsIn(opens), ...(person?.standing.consents ?? [])]
    .filter(({ purpose }) => closed.includes(purpose))
    .map(({ id }) => id);
  return opens.filter(
    ({ fact }) =>
      !(fact.type === "consent.given" && closed.includes(fact.purpose)) &&
      !(fact.type === "consent.confirmed" && shut.includes(fact.of)),
  );
}

function consentsIn(opens: readonly NewFact[]) {
  return opens.flatMap(({ fact }) => (fact.type === "consent.given" ? [fact] : []));
}

/** Which of the purposes that are asked for, here or in the row, the person has left. */
function barsOf(setup: Setup, plan: Plan, person: Person, { opens }: RowRead, now: Instant) {
  const asked = new Set([...plan.purposes, ...consentsIn(opens).map(({ purpose }) => purpose)]);
  return [...asked].flatMap((key) => barOf(setup, plan, person, key, now));
}

/** Whether the person has left the purpose: told by this file itself, a failed address counts too. */
function barOf(setup: Setup, plan: Plan, person: Person, purpose: string, now: Instant) {
  const declared = Object.hasOwn(setup.purposes, purpose) ? setup.purposes[purpose] : undefined;
  // A consent may be for one that is not declared any more, or not yet.
  const asked: Purpose = declared ? purposeOf(declared) : { key: purpose, kind: "marketing" };
  const verdict = decideFor(setup, person, asked, now);
  if (verdict.outcome === "permit") return [];
  const ofThisFile = verdict.evidence.some((id) => id.startsWith(`${plan.idPrefix}-`));
  const code = [verdict.code, ...verdict.alsoRefused].find((one) => left.includes(one));
  if (code === undefined && !(ofThisFile && verdict.code === "address-invalid")) return [];
  return [{ purpose, code: code ?? verdict.code, ofThisFile }];
}

function opensSomething(facts: readonly NewFact[]): boolean {
  return facts.some(({ fact }) => fact.type !== "source.declared" && !closes(fact));
}
