// Puts facts on record: the one way by which anything becomes known about a person.
import type { Fact } from "../../core/facts.ts";
import { shown } from "../../core/input.ts";
import { days, type Instant } from "../../core/instant.ts";
import type { Position } from "../../core/position.ts";
import { parseRecipient, type Recipient } from "../../core/question.ts";
import { evolve } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { canonicalJson } from "../../ledger/canonical.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { NewFact, Person, RecordedFact, Tables, World } from "../ports.ts";
import { decidePermissions } from "../subjects/decide-permissions.ts";

type Json = Readonly<Record<string, unknown>>;

/** What is told about one person at once. */
export interface Entry {
  /** By address, or a person who is on record already. */
  readonly who: { readonly address: Address } | { readonly subject: SubjectId };
  readonly language?: string;
  /** What is known of the recipient, in the contract's vocabulary. */
  readonly recipient?: Json;
  /** `fill`: only what is unknown yet, since anybody can post a form. `replace` (the default): all that is stated. */
  readonly describes?: "fill" | "replace";
  readonly facts: readonly NewFact[];
  readonly mails?: readonly Omit<OutboxRequest, "subject">[];
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

/** At most so many mails of one kind that a form calls for go to one address; more would be a weapon. */
const mailLimits = [
  { mails: 1, withinMs: 10 * 60_000 },
  { mails: 3, withinMs: days(1) },
];

/** Facts that give an erased person's address a use again. */
const returns: ReadonlySet<Fact["type"]> = new Set([
  "consent.given",
  "contract.started",
  "information.requested",
]);

/**
 * Appends facts, folds standings, decides permissions and files mail, in one transaction.
 *
 * An entry with a fault leaves the others as they are. The same entry twice changes nothing.
 *
 * @returns an answer for each entry, in order; errors `fact-conflict` and `subject-unknown`.
 * @throws CodedError `setup-missing` before anything is set up.
 */
export function record(world: World, entries: readonly Entry[]): Promise<readonly Recorded[]> {
  return world.store.transaction((tables) => recordIn(world, tables, entries));
}

async function recordIn(
  world: World,
  tables: Tables,
  entries: readonly Entry[],
): Promise<readonly Recorded[]> {
  const now = world.clock.now();
  const setup = await tables.setup.current();
  if (!setup) throw new CodedError("setup-missing");

  const told = entries.map((entry) => ({ entry, ...identify(world, entry) }));
  const people = await tables.people.lock(told, now);
  const onRecord = await factsOnRecord(tables, told);
  const added: (Omit<RecordedFact, "position"> & { subject: SubjectId })[] = [];
  const mails: OutboxRequest[] = [];

  const drafts = told.map(({ entry, subject, address }): Recorded => {
    const person = people.get(subject);
    if (!person) return { ok: false, error: new CodedError("subject-unknown") };
    const conflict = entry.facts.find(({ fact, body }) => {
      const known = onRecord.get(`${subject} ${fact.id}`);
      return known !== undefined && known !== canonicalJson(body);
    });
    if (conflict) return { ok: false, error: new CodedError("fact-conflict", shown(conflict.fact.id)) };

    const fresh = entry.facts.filter(({ fact }) => !onRecord.has(`${subject} ${fact.id}`));
    const described = describe(person, entry);
    for (const { fact, body, source, shown: page } of fresh) {
      added.push({
        subject,
        id: fact.id,
        type: fact.type,
        at: fact.at,
        body,
        shown: page ?? null,
        source,
        recordedAt: now,
      });
      onRecord.set(`${subject} ${fact.id}`, canonicalJson(body));
    }
    if (described)
      added.push({
        subject,
        id: `described-${world.ids.next()}`,
        type: "subject.described",
        at: now,
        body: { recipient: entry.recipient, describes: entry.describes ?? "replace" },
        shown: null,
        source: entry.facts[0]?.source ?? "file",
        recordedAt: now,
      });
    people.set(subject, after(person, fresh, entry, address, described));
    mails.push(...(entry.mails ?? []).map((mail) => ({ ...mail, subject })));
    return {
      ok: true,
      subject,
      position: person.position,
      added: fresh.length,
      known: entry.facts.length - fresh.length,
    };
  });

  const positions = await tables.people.append(added);
  const changed = [...people.values()].map((person) => ({
    ...person,
    position: positions.get(person.subject) ?? person.position,
  }));
  // A person just seen for the first time has a refusal on record even before any fact.
  await tables.people.save(changed);
  await tables.permissions.save(changed.flatMap((person) => decidePermissions(setup, person, now)));
  await tables.outbox.add(await withinLimits(tables, mails, now));
  return drafts.map((draft) =>
    draft.ok ? { ...draft, position: positions.get(draft.subject) ?? draft.position } : draft,
  );
}

function identify(world: World, { who }: Entry): { subject: SubjectId; address: string | null } {
  return "subject" in who
    ? { subject: who.subject, address: null }
    : { subject: subjectIdOf(who.address, world.secrets), address: who.address.typed };
}

async function factsOnRecord(
  tables: Tables,
  told: readonly { subject: SubjectId; entry: Entry }[],
): Promise<Map<string, string>> {
  const keys = told.flatMap(({ subject, entry }) =>
    entry.facts.map(({ fact }) => ({ subject, id: fact.id })),
  );
  const found = await tables.people.factsWithIds(keys);
  return new Map(found.map(({ subject, id, body }) => [`${subject} ${id}`, canonicalJson(body)]));
}

/** What is known of the recipient afterwards, or null where nothing changes. */
function describe(person: Person, { recipient, describes }: Entry): Recipient | null {
  if (recipient === undefined) return null;
  const stated = parseRecipient(recipient, "recipient");
  if (!stated.ok)
    throw new TypeError(`an entry came with a recipient that nobody checked: ${stated.problem}`);
  const next =
    describes === "fill"
      ? { ...stated.recipient, ...person.recipient }
      : { ...person.recipient, ...stated.recipient };
  return canonicalJson(next) === canonicalJson(person.recipient) ? null : next;
}

function after(
  person: Person,
  fresh: readonly NewFact[],
  entry: Entry,
  address: string | null,
  described: Recipient | null,
): Person {
  const standing = fresh.reduce((folded, { fact }) => evolve(folded, fact), person.standing);
  const erased = fresh.some(({ fact }) => fact.type === "subject.erased");
  const back = fresh.some(({ fact }) => returns.has(fact.type));
  if (erased) return { ...person, standing, address: null, language: null, recipient: {} };
  return {
    ...person,
    standing,
    recipient: described ?? person.recipient,
    language:
      entry.describes === "fill"
        ? (person.language ?? entry.language ?? null)
        : (entry.language ?? person.language),
    address: person.address ?? (back ? address : null),
  };
}

async function withinLimits(
  tables: Tables,
  mails: readonly OutboxRequest[],
  now: Instant,
): Promise<OutboxRequest[]> {
  const kept: OutboxRequest[] = [];
  for (const mail of mails) {
    const counts = await Promise.all(
      mailLimits.map(({ withinMs }) =>
        tables.outbox.countSince(mail.subject, mail.kind, (now - withinMs) as Instant),
      ),
    );
    const already = kept.filter(({ subject, kind }) => subject === mail.subject && kind === mail.kind).length;
    if (mailLimits.every(({ mails: limit }, index) => (counts[index] as number) + already < limit))
      kept.push(mail);
  }
  return kept;
}
