// What goes along when somebody gives a new address: every bar, and of the permits the consents that hold.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { NewFact, Person, RecordedFact } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { newFact } from "./new-fact.ts";

const source = "page:address";

/** What bars, or asks for less; none of it can open anything. */
const bars = [
  "consent.withdrawn",
  "objection.raised",
  "complaint.received",
  "frequency.wished",
  "controller.changed",
];

/** Where the person of these facts has gone: null unless they left and have not come back to this address since. */
export function goneTo(facts: readonly RecordedFact[]): SubjectId | null {
  const left = facts.findLast(({ body }) => typeof body.movedTo === "string");
  const back = facts.some(({ type, at }) => type === "consent.given" && left && at > left.at);
  return left && !back ? (left.body.movedTo as SubjectId) : null;
}

/** Each fact at the instant at which it came about, under its own words, with a word on where its proof stands. */
function moved(from: SubjectId, fact: RecordedFact): NewFact {
  const { id, position, body, shown } = fact;
  const of = fact.type === "consent.confirmed" && { of: `moved-${String(body.of)}` };
  const movedFrom = { subject: from, fact: id, position };
  return newFact({ ...body, ...of, id: `moved-${id}`, movedFrom }, source, shown ?? undefined);
}

/** Bars go along whenever they are found; what the move itself put on record at the old address stays there. */
export function movedBars(from: SubjectId, facts: readonly RecordedFact[]): readonly NewFact[] {
  const own = facts.filter(({ body }) => body.movedTo === undefined);
  const restricted = own.findLast(({ type }) => type.startsWith("restriction."));
  return own
    .filter(
      (fact) =>
        bars.includes(fact.type) ||
        (fact.type.startsWith("sale.") && fact.body.refused === true) ||
        (fact === restricted && fact.type === "restriction.applied"),
    )
    .map((fact) => moved(from, fact));
}

/**
 * The consents that permit at this moment, each with its second step, unless the new address bars the purpose by itself;
 * and the contracts that run. A purchase opens nothing at an address that was not given with it (Directive 2002/58/EC 13(2)).
 */
export function movedPermits(
  setup: Setup,
  from: Person,
  to: Pick<Person, "standing" | "recipient" | "registers"> | undefined,
  facts: readonly RecordedFact[],
  now: Instant,
): readonly NewFact[] {
  const relied = Object.values(setup.purposes)
    .filter(({ content }) => content.kind === "marketing")
    .flatMap((purpose) => {
      const verdict = decideFor(setup, from, purposeOf(purpose), now);
      const there = to && decideFor(setup, to, purposeOf(purpose), now);
      const stopped = there?.outcome === "refusal" && stops.includes(there.code);
      return verdict.basis === "consent" && !stopped ? verdict.evidence : [];
    });
  const running = runningContracts(facts);
  return facts
    .filter(
      (fact) => relied.includes(fact.id) || fact.type === "guardian.consented" || running.includes(fact),
    )
    .map((fact) => moved(from.subject, fact));
}

const stops = ["objected", "complaint-as-objection", "withdrawn", "restricted"];

function runningContracts(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  return facts.filter(
    ({ type, body, at }) =>
      type === "contract.started" &&
      !facts.some(
        (end) => end.type === "contract.ended" && end.body.contract === body.contract && end.at >= at,
      ),
  );
}

/** What stays at the old address, so that nothing is sent there any more. It says where the person has gone. */
export function farewell(
  change: string,
  to: SubjectId,
  facts: readonly RecordedFact[],
  now: Instant,
): readonly NewFact[] {
  const put = (id: string, type: string, body: Readonly<Record<string, string>>) =>
    newFact({ id: `${id}-${change}`, type, at: formatInstant(now), ...body, movedTo: to }, source);
  return [
    put("left", "consent.withdrawn", { purpose: "*" }),
    put("left-all", "objection.raised", { scope: "direct-marketing" }),
    ...runningContracts(facts).map(({ body }) =>
      put(`left-${String(body.contract)}`, "contract.ended", { contract: String(body.contract) }),
    ),
  ];
}
