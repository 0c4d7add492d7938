// What a transaction would put on record, from what is told and what is known: pure but for ids, so that it can be made first.
import { shown } from "../../core/input.ts";
import type { Instant } from "../../core/instant.ts";
import type { Recipient } from "../../core/question.ts";
import { evolve, initialStanding } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import { canonicalJson } from "../../ledger/canonical.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import type { FactToAppend, NewFact, Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { describe } from "../subjects/fold-record.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { holdConnection } from "./connections.ts";
import { type Entry, type Known, type Recorded, subjectOf } from "./entry.ts";
import { cameBack, isErasure, newestErasure } from "./erasures.ts";
import type { MailToFile } from "./file-mails.ts";
import { partsOfDescription, partsOfFact } from "./personal.ts";

/** An entry and whom it is about; `address` is null where it was told by key. */
export interface Told {
  readonly entry: Entry;
  readonly subject: SubjectId;
  readonly address: string | null;
}

export function tell(world: World, entry: Entry): Told {
  const { who } = entry;
  const address = "subject" in who ? null : who.address.typed;
  return { entry, subject: subjectOf(who, world.secrets), address };
}

export type OnRecord = ReadonlyMap<SubjectId, ReadonlyMap<string, Known>>;

/** What is known before an entry is told. */
export interface Before {
  readonly setup: Setup;
  /** The people of the entries, locked or nobody else's; who is missing is refused. */
  readonly people: ReadonlyMap<SubjectId, Person>;
  /** On whom a legal hold stands. */
  readonly held: ReadonlySet<SubjectId>;
  /** Facts on record, by whose they are and their ids. */
  readonly onRecord: OnRecord;
}

export interface Draft {
  /** One for each entry, in order; positions are those of before. */
  readonly answers: readonly Recorded[];
  /** As they are to be, at the position of before. */
  readonly people: ReadonlyMap<SubjectId, Person>;
  readonly facts: readonly FactToAppend[];
  readonly mails: readonly MailToFile[];
  readonly erased: ReadonlySet<SubjectId>;
}

/** An entry with a fault leaves the others as they are; the same entry twice changes nothing. */
export function draft(world: World, told: readonly Told[], before: Before, now: Instant): Draft {
  const { setup, held } = before;
  const controller = setup.controller.content.id;
  const people = new Map(before.people);
  const drafted = new Map<SubjectId, Map<string, Known>>();
  const added: Added[] = [];
  let mails: MailToFile[] = [];
  const erased = new Set<SubjectId>();

  const answers = told.map(({ entry: whole, subject, address }): Recorded => {
    const person = people.get(subject);
    if (!person) return { ok: false, error: new CodedError("subject-unknown") };
    const own = drafted.get(subject) ?? new Map<string, Known>();
    drafted.set(subject, own);
    const known = ({ fact: { id } }: NewFact) => own.get(id) ?? before.onRecord.get(subject)?.get(id);
    const error = clashIn(whole, known);
    if (error) return { ok: false, error };
    const entry = newIn(whole, known);
    if (entry === null)
      return { ok: true, subject, position: person.position, added: 0, known: whole.facts.length };
    const fresh: NewFact[] = [];
    for (const fact of entry.facts) {
      const before = known(fact);
      if (before === undefined) fresh.push(fact);
      else if (!isSame(before, fact))
        return { ok: false, error: new CodedError("fact-conflict", shown(fact.fact.id)) };
    }
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
        lasting: true,
        connection: null,
      });
      own.set(fact.id, { body, whole: true });
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
        lasting: true,
        connection: null,
      });
    }
    people.set(subject, next.person);
    const calls = entry.acknowledged ? [] : acknowledgement(world, setup, next.person, fresh, now);
    mails.push(...[...(entry.mails ?? []), ...calls].map((mail) => ({ ...mail, subject })));
    return {
      ok: true,
      subject,
      position: person.position,
      added: fresh.length,
      known: whole.facts.length - fresh.length,
    };
  });

  for (const fact of added) {
    const person = people.get(fact.subject);
    const erasedAt = newestErasure(person?.standing ?? initialStanding, controller);
    fact.lasting = erasedAt === null || fact.at > erasedAt;
    const residence = person?.recipient.country ?? fact.country;
    fact.connection = fact.from && holdConnection(setup, fact.from, residence, fact.at, now);
  }
  return { answers, people, facts: added, mails, erased };
}

/** On its way into the ledger; the last two are known when all is told of the person. */
type Added = Omit<FactToAppend, "lasting" | "connection"> & {
  readonly from: Connection | null;
  readonly country: string | undefined;
  lasting: boolean;
  connection: FactToAppend["connection"];
};

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

/** Word for word; of what is erased, only the skeleton can be compared. */
function isSame({ body, whole }: Known, told: NewFact): boolean {
  return (
    canonicalJson(body) === canonicalJson(whole ? told.body : partsOfFact(told.body, told.fact).skeleton)
  );
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
