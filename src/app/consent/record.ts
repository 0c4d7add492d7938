// Puts facts on record: the one way by which anything becomes known about a person.
import { shown } from "../../core/input.ts";
import type { Position } from "../../core/position.ts";
import type { Recipient } from "../../core/question.ts";
import { evolve, initialStanding } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { canonicalJson } from "../../ledger/canonical.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { FactToAppend, NewFact, Permission, Person, Tables, World } from "../ports.ts";
import { decidePermissions } from "../subjects/decide-permissions.ts";
import { describe } from "../subjects/fold-record.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { holdConnection } from "./connections.ts";
import { cameBack, isErasure, newestErasure } from "./erasures.ts";
import { fileMails, type MailToFile } from "./file-mails.ts";
import { partsOfDescription, partsOfFact } from "./personal.ts";
import { together } from "./together.ts";

type Json = Readonly<Record<string, unknown>>;

/** What is told about one person at once. */
export interface Entry {
  /** By address, or a person who is on record already. */
  readonly who:
    | { readonly address: Address }
    /** `create`: also somebody of whom nothing was on record, who then is by key alone. */
    | { readonly subject: SubjectId; readonly create?: true };
  readonly language?: string;
  /** What is known of the recipient, in the contract's vocabulary. */
  readonly recipient?: Json;
  /** `fill`: only what is unknown yet, since anybody can post a form. `replace` (the default): all that is stated. */
  readonly describes?: "fill" | "replace";
  readonly facts: readonly NewFact[];
  /** Where it came from, if it was done on one of our pages. */
  readonly connection?: Connection | null;
  readonly mails?: readonly Omit<MailToFile, "subject">[];
  /** What it stops calls for no mail that says so: another one does, or it is a known stop in a new place. */
  readonly acknowledged?: true;
  /**
   * Of what a button was pressed for, however often and at whatever moments: facts whose ids are on record are left as they
   * are, whatever they say, and all else that is told with the others is what this answers. Where none is new, nothing is.
   */
  readonly ifNew?: (added: readonly NewFact[]) => Omit<Entry, "who" | "facts" | "ifNew" | "clash">;
  /** With `ifNew`: why what is on record under the id of a fact stands against all of this; null: it does not. */
  readonly clash?: (fact: NewFact, known: Known) => CodedError | null;
}

export type Recorded =
  | {
      readonly ok: true;
      readonly subject: SubjectId;
      readonly position: Position;
      /** Facts added, and facts that were on record already. */
      readonly added: number;
      readonly known: number;
    }
  | { readonly ok: false; readonly error: CodedError };

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

  const told = entries.map((entry) => ({ entry, ...identify(world, entry) }));
  const controller = setup.controller.content.id;
  const before = await tables.people.lock(
    told.map(({ subject, address, entry: { who } }) => ({
      subject,
      create: address !== null || "create" in who,
      address,
    })),
    now,
  );
  const people = new Map(before);
  // Whoever orders a hold locks the person too: it stands before this, or finds them erased.
  const held = await tables.retention.held(
    told
      .filter(({ entry }) => entry.facts.some(({ fact }) => isErasure(fact, controller)))
      .map(({ subject }) => subject),
  );
  const onRecord = await factsOnRecord(tables, told);
  const added: Added[] = [];
  let mails: MailToFile[] = [];
  const erased = new Set<SubjectId>();

  const drafts = told.map(({ entry: whole, subject, address }): Recorded => {
    const person = people.get(subject);
    if (!person) return { ok: false, error: new CodedError("subject-unknown") };
    const known = (fact: NewFact) => onRecord.get(`${subject} ${fact.fact.id}`);
    const error = clashIn(whole, known);
    if (error) return { ok: false, error };
    const entry = newIn(whole, known);
    if (entry === null)
      return { ok: true, subject, position: person.position, added: 0, known: whole.facts.length };
    const conflict = entry.facts.find((told) => {
      const known = onRecord.get(`${subject} ${told.fact.id}`);
      return known !== undefined && !isSame(known, told);
    });
    if (conflict) return { ok: false, error: new CodedError("fact-conflict", shown(conflict.fact.id)) };

    const fresh = entry.facts.filter(({ fact }) => !onRecord.has(`${subject} ${fact.id}`));
    if (held.has(subject) && fresh.some(({ fact }) => isErasure(fact, controller)))
      return { ok: false, error: new CodedError("legal-hold") };
    for (const { fact, body, source, shown: page, connection } of fresh) {
      const { skeleton, personal } = partsOfFact(body, fact);
      added.push({
        subject,
        id: fact.id,
        type: fact.type,
        at: fact.at,
        body: skeleton,
        address,
        personal,
        shown: page ?? null,
        source,
        recordedAt: now,
        from: connection ?? entry.connection ?? null,
        // A country that was only typed counts for the act that it was typed with, and for nothing else.
        country: typeof body.country === "string" ? body.country : undefined,
      });
      onRecord.set(`${subject} ${fact.id}`, { body, whole: true });
      if (isErasure(fact, controller)) {
        erased.add(subject);
        mails = mails.filter((mail) => mail.subject !== subject);
      }
    }
    const next = after(person, fresh, entry, address, controller);
    if (next.described) {
      const body = { recipient: entry.recipient, describes: entry.describes ?? "replace" };
      const { skeleton, personal } = partsOfDescription(body, next.described);
      added.push({
        subject,
        id: `described-${world.ids.next()}`,
        type: "subject.described",
        at: now,
        body: skeleton,
        address,
        personal,
        shown: null,
        source: entry.facts[0]?.source ?? "file",
        recordedAt: now,
        from: null,
        country: undefined,
      });
    }
    people.set(subject, next.person);
    const told = entry.acknowledged ? [] : acknowledgement(world, setup, next.person, fresh, now);
    mails.push(...[...(entry.mails ?? []), ...told].map((mail) => ({ ...mail, subject })));
    return {
      ok: true,
      subject,
      position: person.position,
      added: fresh.length,
      known: whole.facts.length - fresh.length,
    };
  });

  await forget(tables, [...erased]);
  const arriving = [...people.values()].filter(
    ({ subject, address }) =>
      address !== null && (erased.has(subject) || before.get(subject)?.address === null),
  );
  await tables.people.giveKeys(arriving.map(({ subject }) => subject));
  const positions = await tables.people.append(
    added.map(({ from, country, ...fact }) => {
      const person = people.get(fact.subject);
      const erasedAt = newestErasure(person?.standing ?? initialStanding, controller);
      const residence = person?.recipient.country ?? country;
      const connection = from && holdConnection(setup, from, residence, fact.at, now);
      return { ...fact, connection, lasting: erasedAt === null || fact.at > erasedAt };
    }),
  );
  const changed = [...people.values()].map((person) => ({
    ...person,
    position: positions.get(person.subject) ?? person.position,
  }));
  // A person just seen for the first time has a refusal on record even before any fact.
  await tables.people.save(changed);
  const permissions = changed.flatMap((person) => decidePermissions(setup, person, now));
  await tables.permissions.save(permissions);
  await fileMails(tables, mails, now);
  const answers = drafts.map((draft) =>
    draft.ok ? { ...draft, position: positions.get(draft.subject) ?? draft.position } : draft,
  );
  return { answers, people: new Map(changed.map((person) => [person.subject, person])), permissions };
}

function clashIn({ facts, clash }: Entry, known: (fact: NewFact) => Known | undefined): CodedError | null {
  for (const fact of clash ? facts : []) {
    const before = known(fact);
    const error = before && clash?.(fact, before);
    if (error) return error;
  }
  return null;
}

/** What is to be told of what was pressed for; null: all of it is on record. */
function newIn(entry: Entry, known: (fact: NewFact) => Known | undefined): Entry | null {
  const { who, facts, ifNew } = entry;
  if (!ifNew) return entry;
  const added = facts.filter((fact) => !known(fact));
  return added.length === 0 ? null : { ...ifNew(added), who, facts: added };
}

/** On its way into the ledger; where it came from is not weighed yet. */
type Added = Omit<FactToAppend, "lasting" | "connection"> & {
  readonly from: Connection | null;
  readonly country: string | undefined;
};

function identify(world: World, { who }: Entry): { subject: SubjectId; address: string | null } {
  return "subject" in who
    ? { subject: who.subject, address: null }
    : { subject: subjectIdOf(who.address, world.secrets), address: who.address.typed };
}

/** A fact that is on record; not `whole`: what was personal in it is erased. */
export interface Known {
  readonly body: Json;
  readonly whole: boolean;
}

async function factsOnRecord(
  tables: Tables,
  told: readonly { subject: SubjectId; entry: Entry }[],
): Promise<Map<string, Known>> {
  const keys = told.flatMap(({ subject, entry }) =>
    entry.facts.map(({ fact }) => ({ subject, id: fact.id })),
  );
  const found = await tables.people.factsWithIds(keys);
  return new Map(found.map(({ subject, id, body, whole }) => [`${subject} ${id}`, { body, whole }]));
}

/** Word for word; of what is erased, only the skeleton can be compared. */
function isSame({ body, whole }: Known, told: NewFact): boolean {
  return (
    canonicalJson(body) === canonicalJson(whole ? told.body : partsOfFact(told.body, told.fact).skeleton)
  );
}

/** The key first: who keeps a mail for one of these people holds on to it until that mail is here to be deleted. */
async function forget(tables: Tables, subjects: readonly SubjectId[]): Promise<void> {
  await tables.people.destroyKeys(subjects);
  await tables.mailbox.forget(subjects);
  await tables.outbox.dropWaiting(subjects);
}

/** What is known of the recipient afterwards, or null where nothing changes. */
function newlyKnown(person: Person, { recipient, describes }: Entry): Recipient | null {
  if (recipient === undefined) return null;
  const next = describe(person.recipient, { recipient, describes });
  return canonicalJson(next) === canonicalJson(person.recipient) ? null : next;
}

/** The person afterwards, and what is known of the recipient if that is new: nothing of whom an erasure stands. */
function after(
  person: Person,
  fresh: readonly NewFact[],
  entry: Entry,
  told: string | null,
  controller: string,
): { person: Person; described: Recipient | null } {
  const standing = fresh.reduce((folded, { fact }) => evolve(folded, fact), person.standing);
  const erasedAt = newestErasure(standing, controller);
  const confirming = (entry.mails ?? []).some(({ kind }) => kind === "doubleOptIn");
  const welcome = erasedAt === null || cameBack(standing, erasedAt, controller, confirming);
  const erased = fresh.some(({ fact }) => isErasure(fact, controller));
  const known = erased ? { ...person, language: null, recipient: {} } : person;
  const address = erased && !welcome ? null : (person.address ?? (welcome ? told : null));
  if (address === null)
    return { person: { ...known, standing, address, language: null, recipient: {} }, described: null };
  // A confirmation mail that waits for its answer keeps the address, and brings nothing else back.
  if (!welcome) return { person: { ...known, standing, address }, described: null };
  const described = newlyKnown(known, entry);
  const language =
    entry.describes === "fill"
      ? (known.language ?? entry.language ?? null)
      : (entry.language ?? known.language);
  return {
    person: { ...known, standing, address, language, recipient: described ?? known.recipient },
    described,
  };
}
