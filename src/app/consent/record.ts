// Puts facts on record: the one way by which anything becomes known about a person.
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Permission, Person, Tables, World } from "../ports.ts";
import { decidePermissions } from "../subjects/decide-permissions.ts";
import { draft, factKeyOf, type Told, tell } from "./draft.ts";
import type { Entry, Known, Recorded } from "./entry.ts";
import { isErasure } from "./erasures.ts";
import { fileMails } from "./file-mails.ts";
import { together } from "./together.ts";

/**
 * Appends facts, folds standings, decides permissions and files mail, in one transaction, which a few entries may share
 * with those of other calls. An erasure among the facts destroys the person's key, and with it whatever was personal; where a
 * legal hold stands, the entry is refused as a whole (GDPR 17(3)(e)).
 *
 * An entry with a fault leaves the others as they are. The same entry twice changes nothing.
 *
 * @returns an answer for each entry, in order; errors `fact-conflict`, `subject-unknown` and `legal-hold`.
 * @throws CodedError `setup-missing` before anything is set up.
 */
export function record(world: World, entries: readonly Entry[]): Promise<readonly Recorded[]> {
  if (entries.length > fewEntries) return recordAtOnce(world, entries);
  const joined = joining.get(world) ?? together((few) => recordAtOnce(world, few), entriesTogether);
  joining.set(world, joined);
  return joined(entries);
}

/** So few share a transaction with what comes at the same moment: a commit costs the same for one as for many. */
const fewEntries = 10;
const entriesTogether = 100;
const joining = new WeakMap<World, (entries: readonly Entry[]) => Promise<readonly Recorded[]>>();

async function recordAtOnce(world: World, entries: readonly Entry[]): Promise<readonly Recorded[]> {
  return (await world.store.transaction((tables) => recordIn(world, tables, entries))).answers;
}

/** What a transaction came to. */
export interface Outcome {
  /** One for each entry, in order. */
  readonly answers: readonly Recorded[];
  /** The people of the entries, as they are now. */
  readonly people: ReadonlyMap<SubjectId, Person>;
  readonly permissions: readonly Permission[];
}

/** Records the entries in a transaction that somebody has begun, and ends. */
export async function recordIn(world: World, tables: Tables, entries: readonly Entry[]): Promise<Outcome> {
  const now = world.clock.now();
  const setup = await tables.setup.current();
  if (!setup) throw new CodedError("setup-missing");

  const told = entries.map((entry) => tell(world, entry));
  const controller = setup.controller.content.id;
  const before = await tables.people.lock(
    told.map(({ subject, address, entry: { who } }) => ({
      subject,
      create: address !== null || "create" in who,
      address,
    })),
    now,
  );
  // Whoever orders a hold locks the person too: it stands before this, or finds them erased.
  const held = await tables.retention.held(
    told
      .filter(({ entry }) => entry.facts.some(({ fact }) => isErasure(fact, controller)))
      .map(({ subject }) => subject),
  );
  const onRecord = await factsOnRecord(tables, told);
  const drafted = draft(world, told, { setup, people: before, held, onRecord }, now);

  await forget(tables, [...drafted.erased]);
  const arriving = [...drafted.people.values()].filter(
    ({ subject, address }) =>
      address !== null && (drafted.erased.has(subject) || before.get(subject)?.address === null),
  );
  await tables.people.giveKeys(arriving.map(({ subject }) => subject));
  const positions = await tables.people.append(drafted.facts);
  const changed = [...drafted.people.values()].map((person) => ({
    ...person,
    position: positions.get(person.subject) ?? person.position,
  }));
  // A person just seen for the first time has a refusal on record even before any fact.
  await tables.people.save(changed);
  const permissions = changed.flatMap((person) => decidePermissions(setup, person, now));
  await tables.permissions.save(permissions);
  await fileMails(tables, drafted.mails, now);
  const answers = drafted.answers.map((answer) =>
    answer.ok ? { ...answer, position: positions.get(answer.subject) ?? answer.position } : answer,
  );
  return { answers, people: new Map(changed.map((person) => [person.subject, person])), permissions };
}

async function factsOnRecord(tables: Tables, told: readonly Told[]): Promise<Map<string, Known>> {
  const keys = told.flatMap(({ subject, entry }) =>
    entry.facts.map(({ fact }) => ({ subject, id: fact.id })),
  );
  const found = await tables.people.factsWithIds(keys);
  return new Map(found.map(({ subject, id, body, whole }) => [factKeyOf(subject, id), { body, whole }]));
}

/** The key first: who keeps a mail for one of these people holds on to it until that mail is here to be deleted. */
async function forget(tables: Tables, subjects: readonly SubjectId[]): Promise<void> {
  await tables.people.destroyKeys(subjects);
  await tables.mailbox.forget(subjects);
  await tables.outbox.dropWaiting(subjects);
}
