// People: who is on record, the facts about them, and the standing that these add up to. What is personal is sealed.
import { sql } from "kysely";
import type { PeopleTable, Person, RecordedFact, Shown } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { Recipient } from "../core/question.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { CodedError } from "../errors.ts";
import { canonicalJson } from "../ledger/canonical.ts";
import { SealBroken } from "../ledger/cipher.ts";
import { openConnection, openFact } from "../ledger/fact-seal.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import type { RegisterNaming } from "../ledger/register-entry.ts";
import { newPersonKey, open, type PersonKey, wrapKey } from "../ledger/vault.ts";
import { type Database, prepared, records, timestamp } from "./database.ts";
import { bars, endedChannel } from "./listen.ts";
import { consultRegisters, namingsInUse } from "./registers-table.ts";
import { sealedFact, sealedPerson } from "./seal-rows.ts";
import { setupMark } from "./setup-table.ts";
import { standingIn, storedStanding } from "./stored-standing.ts";
import { bytes, type KeyColumns, keyIn } from "./vault-table.ts";

interface PersonRow extends KeyColumns {
  address: Buffer | null;
  language: string | null;
  recipient: object;
  recipient_sealed: Buffer | null;
  standing: object | null;
  position: number | null;
  namings: RegisterNaming[] | null;
}

interface SkeletonRow {
  subject_id: string;
  position: number;
  type: string;
  body: Record<string, unknown>;
}

interface FactRow extends KeyColumns, SkeletonRow {
  fact_id: string;
  at: number;
  sealed: Buffer | null;
  shown: Shown | null;
  source: string;
  recorded_at: number;
}

/** A locked person: the key by now, and what the row held under which key. */
interface Held {
  key: PersonKey | null;
  readonly stored: Person;
  readonly storedUnder: PersonKey | null;
}

/** @param clockToleranceMs - by how much the time of a fact may differ from the database's clock. */
export function peopleTable(database: Database, masters: MasterKeys, clockToleranceMs: number): PeopleTable {
  const select = sql`
    select s.subject_id, s.address, s.language, s.recipient, s.recipient_sealed, t.standing, t.position,
      v.key_id, v.wrapped_key, ${namingsInUse} as namings
    from subjects s left join standings t using (subject_id) left join vault v using (subject_id)`;
  // Each by itself: of hundreds at once, a plan may read everybody, which costs more with each who is on record.
  const ofEach = (subjects: readonly SubjectId[]) => sql<PersonRow>`
    select p.* from unnest(${[...new Set(subjects)]}::uuid[]) as x (subject_id)
    cross join lateral (${select} where s.subject_id = x.subject_id limit 1) p`;
  const selectFacts = sql`select f.*, v.key_id, v.wrapped_key from facts f left join vault v using (subject_id)`;
  const held = new Map<SubjectId, Held>();

  async function found(subjects: readonly SubjectId[]) {
    const { rows } = await sql<(PersonRow | { subject_id: null }) & { mark: string | null }>`${prepared}
      select p.*, ${setupMark} as mark from (select) once left join (${ofEach(subjects)}) p on true`.execute(
      database,
    );
    const known = rows.filter((row): row is PersonRow & { mark: string | null } => row.subject_id !== null);
    const keys = known.map((row) => keyIn(row, masters));
    const people = await persons(database, known, keys);
    return { people: new Map(people.map((person) => [person.subject, person])), mark: rows[0]?.mark ?? null };
  }

  return {
    async lock(people, at) {
      if (people.length === 0) return new Map();
      const rows = people.filter(({ create }) => create);
      if (rows.length > 0)
        await sql`
          insert into subjects (subject_id, first_seen_at)
          select subject, ${timestamp(at)}::timestamptz
          from jsonb_to_recordset(${records(rows)}) as x (subject uuid)
          order by subject
          on conflict do nothing`.execute(database);
      const ids = people.map(({ subject }) => subject);
      // First the locks, then the look: a statement that waits for a lock still sees what was there before it waited.
      await sql`
        select from subjects where subject_id = any(${ids}::uuid[]) order by subject_id for update`.execute(
        database,
      );
      const found = await ofEach(ids).execute(database);
      const keys = found.rows.map((row) => keyIn(row, masters));
      const told = new Map(people.map(({ subject, address }) => [subject, address ?? null]));
      const opened = await persons(database, found.rows, keys, told);
      opened.forEach((stored, nth) => {
        const key = keys[nth] ?? null;
        held.set(stored.subject, { key, stored, storedUnder: key });
      });
      return new Map(opened.map((stored) => [stored.subject, stored]));
    },

    async find(subjects) {
      return subjects.length === 0 ? new Map() : (await found(subjects)).people;
    },

    findNow: found,

    async onRecord(subjects) {
      const { rows } = await sql<{ subject_id: string }>`
        select x.subject_id from unnest(${[...new Set(subjects)]}::uuid[]) as x (subject_id)
        cross join lateral (select from subjects s where s.subject_id = x.subject_id limit 1) s`.execute(
        database,
      );
      return new Set(rows.map((row) => row.subject_id as SubjectId));
    },

    async page(after, limit) {
      const from = after === null ? sql`` : sql`where s.subject_id > ${after}`;
      const { rows } = await sql<PersonRow>`${select} ${from} order by s.subject_id limit ${limit}`.execute(
        database,
      );
      return persons(
        database,
        rows,
        rows.map((row) => keyIn(row, masters)),
      );
    },

    async destroyKeys(subjects) {
      if (subjects.length === 0) return;
      await sql`delete from vault where subject_id = any(${[...subjects]}::uuid[])`.execute(database);
      await sql`delete from connections where subject_id = any(${[...subjects]}::uuid[])`.execute(database);
      for (const subject of subjects) locked(held, subject).key = null;
    },

    async giveKeys(subjects) {
      if (subjects.length === 0) return;
      const { rows } = await sql<{ id: string }>`select master_key_in_use() as id`.execute(database);
      const master = masters.find(rows[0]?.id ?? "");
      const keys = subjects.map((subject) => {
        const key = newPersonKey(subject);
        locked(held, subject).key = key;
        const { keyId, wrapped } = wrapKey(key, master);
        return { subject, keyId, wrapped: bytes(wrapped) };
      });
      await sql`
        insert into vault (subject_id, key_id, wrapped_key)
        select subject, "keyId", wrapped
        from jsonb_to_recordset(${records(keys)}) as x (subject uuid, "keyId" text, wrapped bytea)`.execute(
        database,
      );
    },

    async factsWithIds(keys) {
      if (keys.length === 0) return [];
      const { rows } = await sql<FactRow>`
        ${selectFacts} join jsonb_to_recordset(${records(keys)}) as x (subject uuid, id text)
          on f.subject_id = x.subject and f.fact_id = x.id`.execute(database);
      return rows.map((row) => ({
        subject: row.subject_id as SubjectId,
        id: row.fact_id,
        ...bodyIn(row, row.sealed && keyIn(row, masters)),
      }));
    },

    async append(facts) {
      if (facts.length === 0) return new Map();
      const rows = facts.map((fact) => {
        const { sealed, connection, connectionHash, connectionUntil } = sealedFact(
          fact,
          locked(held, fact.subject).key,
        );
        const { subject, id, type, body, shown, source } = fact;
        return {
          ...{ subject, id, type, body, shown, source },
          at: timestamp(fact.at),
          recordedAt: timestamp(fact.recordedAt),
          sealed: bytes(sealed),
          connection: bytes(connection),
          connectionHash: bytes(connectionHash),
          connectionUntil: connectionUntil && timestamp(connectionUntil),
        };
      });
      const { rows: appended } = await sql<{ subject_id: string; position: number; off_ms: number }>`
        with told as materialized (
          select * from jsonb_to_recordset(${records(rows)})
            as x (subject uuid, id text, type text, at timestamptz, body jsonb, shown jsonb, source text,
              "recordedAt" timestamptz, sealed bytea, connection bytea, "connectionHash" bytea,
              "connectionUntil" timestamptz)
        ), apart as (
          insert into connections (subject_id, fact_id, sealed, forget_at)
          select subject, id, connection, "connectionUntil" from told where connection is not null
        ), appended as (
          insert into facts (subject_id, fact_id, type, at, body, shown, source, recorded_at, sealed, connection_hash,
            connection_until)
          select subject, id, type, at, body, nullif(shown, 'null'::jsonb), source, "recordedAt", sealed,
            "connectionHash", "connectionUntil"
          from told
          returning subject_id, position, type, abs(extract(epoch from written_at - recorded_at)) * 1000 as off_ms
        ), heard as (
          select pg_notify(${endedChannel}, subject_id::text) from appended where type = any(${bars}::text[])
        )
        select subject_id, max(position) as position, max(off_ms)::float8 as off_ms, (select count(*) from heard) as heard
        from appended group by subject_id`.execute(database);
      if (appended.some((row) => row.off_ms > clockToleranceMs)) throw new CodedError("clock-wrong");
      return new Map(appended.map((row) => [row.subject_id as SubjectId, row.position as Position]));
    },

    async save(people) {
      if (people.length === 0) return;
      const changed = people.filter((person) => differs(person, locked(held, person.subject)));
      if (changed.length > 0)
        await sql`
          update subjects s set address = x.address, language = x.language, recipient = x.recipient,
            recipient_sealed = x.recipient_sealed
          from jsonb_to_recordset(${records(changed.map((person) => sealed(person, locked(held, person.subject).key)))})
            as x (subject uuid, address bytea, language text, recipient jsonb, recipient_sealed bytea)
          where s.subject_id = x.subject`.execute(database);
      // Under the key alone they were told of before; now whoever reads the feed can know whom that was about.
      const named = changed.filter(
        ({ subject, address }) => address !== null && isOnRecordUnnamed(locked(held, subject).stored),
      );
      if (named.length > 0)
        await sql`
          insert into waiting_changes (subjects, purposes)
          select array_agg(subject_id), array_agg(purpose) from permissions
          where subject_id = any(${named.map(({ subject }) => subject)}::uuid[]) having count(*) > 0`.execute(
          database,
        );
      const folds = people.map(({ subject, position, standing }) => ({
        subject,
        position,
        standing: storedStanding(standing),
      }));
      await sql`
        insert into standings (subject_id, position, standing)
        select subject, position, standing
        from json_to_recordset(${records(folds)})
          as x (subject uuid, position bigint, standing json)
        on conflict (subject_id) do update set position = excluded.position, standing = excluded.standing`.execute(
        database,
      );
    },

    async facts(subject) {
      const { rows } = await sql<FactRow>`
        ${selectFacts} where f.subject_id = ${subject} order by f.position`.execute(database);
      return recordedFacts(rows, masters);
    },

    async connections(subject) {
      const { rows } = await sql<KeyColumns & { fact_id: string; sealed: Buffer; forget_at: number }>`
        select c.*, v.key_id, v.wrapped_key from connections c left join vault v using (subject_id)
        where c.subject_id = ${subject}`.execute(database);
      const key = rows[0] ? keyIn(rows[0], masters) : null;
      return new Map(
        rows.flatMap(({ fact_id, sealed, forget_at }) => {
          const from = openConnection(key, fact_id, sealed);
          return from === null ? [] : [[fact_id, { from, forgetAt: forget_at as Instant }]];
        }),
      );
    },

    async forgetConnections(at, limit) {
      const { numAffectedRows } = await sql`
        delete from connections where ctid = any(array(
          select ctid from connections where forget_at <= ${timestamp(at)}::timestamptz
          order by forget_at limit ${limit} for update skip locked))`.execute(database);
      return Number(numAffectedRows ?? 0);
    },

    async histories(subjects) {
      const { rows } = await sql<SkeletonRow>`
        select subject_id, position, type, body from facts
        where subject_id = any(${[...subjects]}::uuid[]) order by subject_id, position`.execute(database);
      return Map.groupBy(rows.map(skeleton), ({ subject }) => subject);
    },

    async count() {
      const { rows } = await sql<{ people: number }>`select count(*) as people from subjects`.execute(
        database,
      );
      return rows[0]?.people ?? 0;
    },
  };
}

/** The facts of one person. */
function recordedFacts(rows: readonly FactRow[], masters: MasterKeys): RecordedFact[] {
  const key = rows[0] ? keyIn(rows[0], masters) : null;
  return rows.map((row) => ({
    id: row.fact_id,
    position: row.position as Position,
    type: row.type,
    at: row.at as Instant,
    body: bodyIn(row, key).body,
    shown: row.shown,
    source: row.source,
    recordedAt: row.recorded_at as Instant,
  }));
}

function skeleton({ subject_id, position, type, body }: SkeletonRow) {
  return { subject: subject_id as SubjectId, position: position as Position, type, body };
}

function locked(held: ReadonlyMap<SubjectId, Held>, subject: SubjectId): Held {
  const found = held.get(subject);
  if (!found) throw new Error("a person was changed who is not locked in this transaction");
  return found;
}

/** @param told - the addresses of people of whom none is on record yet. */
async function persons(
  database: Database,
  rows: readonly PersonRow[],
  keys: readonly (PersonKey | null)[],
  told: ReadonlyMap<SubjectId, string | null> = new Map(),
): Promise<Person[]> {
  const people = rows.map((row, nth) => person(row, keys[nth] ?? null));
  const namings = rows[0]?.namings ?? [];
  const addressed = people.flatMap(({ subject, address }) => {
    const known = address ?? told.get(subject) ?? null;
    return known === null ? [] : [{ subject, address: known }];
  });
  const registers = await consultRegisters(database, namings, addressed);
  return people.map((person) => ({ ...person, registers: registers.get(person.subject) ?? {} }));
}

function person(row: PersonRow, key: PersonKey | null): Omit<Person, "registers"> {
  const subject = row.subject_id as SubjectId;
  // Erasure takes these away with the key, so what is there is there under the key of now.
  const opened = (use: string, text: Buffer | null) => {
    const told = text && open(key, use, text);
    if (text !== null && told === null) throw new SealBroken(subject);
    return told;
  };
  const personal = opened("recipient", row.recipient_sealed);
  return {
    subject,
    address: opened("address", row.address),
    language: row.language,
    recipient: { ...row.recipient, ...(personal && JSON.parse(personal)) } as Recipient,
    standing: standingIn(row.standing),
    position: (row.position ?? 0) as Position,
  };
}

/** A person as a row. */
function sealed(person: Person, key: PersonKey | null) {
  const { address, recipient, recipientSealed } = sealedPerson(person, key);
  return {
    subject: person.subject,
    address: bytes(address),
    language: person.language,
    recipient,
    recipient_sealed: bytes(recipientSealed),
  };
}

function isOnRecordUnnamed({ address, position }: Person): boolean {
  return address === null && position > 0;
}

/** A text sealed twice is never the same bytes, so what changed is told by what the row meant. */
function differs(person: Person, { stored, key, storedUnder }: Held): boolean {
  return (
    key !== storedUnder ||
    person.address !== stored.address ||
    person.language !== stored.language ||
    canonicalJson(person.recipient) !== canonicalJson(stored.recipient)
  );
}

/** The body as it was told, while the key lives; afterwards its skeleton, which is not whole. */
function bodyIn(
  { fact_id, body, sealed }: FactRow,
  key: PersonKey | null,
): { body: Record<string, unknown>; whole: boolean } {
  if (sealed === null) return { body, whole: true };
  const personal = openFact(key, fact_id, sealed);
  return personal === null ? { body, whole: false } : { body: { ...body, ...personal.body }, whole: true };
}
