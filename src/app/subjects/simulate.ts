// Who would gain and who would lose permission if something were different, before anything is.
import type { ConsentGiven } from "../../core/facts.ts";
import type { Instant } from "../../core/instant.ts";
import { rowFor } from "../../core/rows.ts";
import type { Tightening } from "../../core/tightening.ts";
import type { Verdict } from "../../core/verdict.ts";
import { CodedError } from "../../errors.ts";
import type { Person, World } from "../ports.ts";
import { type Change, retentionCells } from "../setup/change-file.ts";
import type { Published, Setup } from "../setup/setup.ts";
import { type Asking, decideFor, purposeOf } from "./decide-permissions.ts";
import { everybody } from "./everybody.ts";

/** What a change does to one person and purpose; `reason`: refused all the same, under another code. */
export type Effect = "loses" | "gains" | "basis" | "reason" | "none";

export interface Simulated {
  readonly person: Person;
  readonly purpose: string;
  readonly effect: Effect;
  readonly before: Verdict;
  readonly after: Verdict;
}

/**
 * Decides for everybody twice, as things are and as they are imagined. Nothing is written.
 *
 * @param purposes - keys of the purposes to ask for.
 * @throws CodedError `setup-missing`, `purpose-unknown`.
 */
export async function* simulate(
  world: World,
  change: Change,
  purposes: readonly string[],
  at: Instant,
): AsyncGenerator<Simulated> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  const asked = purposes.map((key) => {
    const published = setup.purposes[key];
    if (published === undefined) throw new CodedError("purpose-unknown", `\`${key}\``);
    return purposeOf(published);
  });
  const imagined: Asking = { controller: setup.controller, tightenings: ownRules(setup, change) };
  const wordings = await countingWords(world, setup, change);
  for await (const person of everybody(world)) {
    const other = imagine(person, change, wordings);
    for (const purpose of asked) {
      const before = decideFor(setup, person, purpose, at);
      const after = decideFor(imagined, other, purpose, at, undefined, change.rules);
      yield { person, purpose: purpose.key, effect: effectOf(before, after), before, after };
    }
  }
}

function effectOf(before: Verdict, after: Verdict): Effect {
  if (before.outcome !== after.outcome) return before.outcome === "permit" ? "loses" : "gains";
  if (before.outcome === "permit") return before.basis === after.basis ? "none" : "basis";
  return before.code === after.code ? "none" : "reason";
}

/** The controller's own rules as imagined: a term of retention takes the place of what they say of it. */
function ownRules(setup: Setup, { tightenings, retention = {} }: Change): Setup["tightenings"] {
  const declared =
    tightenings === undefined ? Object.values(setup.tightenings) : Object.entries(tightenings).map(publish);
  const terms = Object.entries(retentionCells)
    .map(([name, cell]) => [cell, retention[name as keyof typeof retentionCells]] as const)
    .filter(([, days]) => days !== undefined);
  const replaced = terms.map(([cell]) => cell);
  const kept = declared.map(({ key, content }) => {
    const cells = Object.entries(content.cells).filter(([cell]) => !replaced.some((term) => term === cell));
    return publish([key, { ...content, cells: Object.fromEntries(cells) }]);
  });
  if (terms.length > 0)
    kept.push(publish(["retention", { cells: Object.fromEntries(terms), reason: "the imagined retention" }]));
  return Object.fromEntries(kept.map((published, place) => [`${place}`, published]));
}

/** As it would be published; nothing reads the version or the hash of what is imagined. */
function publish([key, content]: [string, Tightening]): Published<Tightening> {
  return { key, version: 0, hash: "", content };
}

/** For each purpose whose clause is imagined anew, the hashes of the wordings that still count. */
async function countingWords(
  world: World,
  setup: Setup,
  { clauses = {} }: Change,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const counting = new Map<string, Set<string>>();
  for (const [key, oldest] of Object.entries(clauses)) {
    const clause = setup.clauses[key];
    if (clause === undefined) continue;
    const { purpose } = clause.content;
    const hashes = counting.get(purpose) ?? new Set<string>();
    counting.set(purpose, hashes);
    for (let version = oldest; version <= clause.version; version += 1) {
      const published = await world.store.setup.version("clause", key, version);
      if (published?.content.purpose === purpose) hashes.add(published.hash);
    }
  }
  return counting;
}

/** The person in the imagined country, with only such consents as were given to words that count. */
function imagine(
  person: Person,
  { rows = {} }: Change,
  wordings: ReadonlyMap<string, ReadonlySet<string>>,
): Pick<Person, "recipient" | "standing" | "registers"> {
  const { registers } = person;
  const row = rows[rowFor(person.recipient.country)!.jurisdiction];
  const recipient = row === undefined ? person.recipient : { ...person.recipient, country: row };
  if (wordings.size === 0) return { recipient, registers, standing: person.standing };
  const consents = person.standing.consents.map((consent) =>
    wordings.get(consent.purpose)?.has(consent.clause?.hash ?? "") === false ? outOfScope(consent) : consent,
  );
  return { recipient, registers, standing: { ...person.standing, consents } };
}

/** A consent to other words stays on record and does not reach the new ones (C05): it is to something else than this mail. */
function outOfScope(consent: ConsentGiven): ConsentGiven {
  return { ...consent, channel: "other-words" };
}
