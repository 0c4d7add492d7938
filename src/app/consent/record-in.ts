// Puts facts on record in a transaction that others share: locks the people, and writes what follows.
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Permission, Person, Tables, World } from "../ports.ts";
import { decidePermissions } from "../subjects/decide-permissions.ts";
import { draft, type OnRecord, type Told, tell } from "./draft.ts";
import type { Entry, Recorded } from "./entry.ts";
import { isErasure } from "./erasures.ts";
import { fileMails } from "./file-mails.ts";

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

async function factsOnRecord(tables: Tables, told: readonly Told[]): Promise<OnRecord> {
  const keys = told.flatMap(({ subject, entry }) =>
    entry.facts.map(({ fact }) => ({ subject, id: fact.id })),
  );
  const found = await tables.people.factsWithIds(keys);
  const ofEach = Map.groupBy(found, ({ subject }) => subject);
  return new Map(
    [...ofEach].map(([subject, facts]) => [subject, new Map(facts.map((fact) => [fact.id, fact]))]),
  );
}

/** The key first: who keeps a mail for one of these people holds on to it until that mail is here to be deleted. */
async function forget(tables: Tables, subjects: readonly SubjectId[]): Promise<void> {
  await tables.people.destroyKeys(subjects);
  await tables.mailbox.forget(subjects);
  await tables.outbox.dropWaiting(subjects);
  await tables.outbox.reduce(subjects);
  await tables.measures.forget(subjects);
  await tables.verdicts.forget(subjects);
}
