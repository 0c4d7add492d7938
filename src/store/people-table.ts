// People: who is on record, the facts about them, and the standing that these add up to.
import { sql } from "kysely";
import type { PeopleTable, Person, RecordedFact, Shown } from "../app/ports.ts";
import type { FactType } from "../core/facts.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { Recipient } from "../core/question.ts";
import { initialStanding, type Standing } from "../core/standing.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { CodedError } from "../errors.ts";
import { type Database, records, timestamp } from "./database.ts";
import { endedChannel } from "./listen.ts";

/** Whoever is under way to somebody hears of these at once, whatever the stored verdict was. */
const bars: FactType[] = [
  "consent.withdrawn",
  "objection.raised",
  "complaint.received",
  "restriction.applied",
  "subject.erased",
  "address.bounced",
];

interface PersonRow {
  subject_id: string;
  address: string | null;
  language: string | null;
  recipient: object;
  standing: object | null;
  position: number | null;
}

/** @param clockToleranceMs - by how much the time of a fact may differ from the database's clock. */
export function peopleTable(database: Database, clockToleranceMs: number): PeopleTable {
  const select = sql`
    select s.subject_id, s.address, s.language, s.recipient, t.standing, t.position
    from subjects s left join standings t using (subject_id)`;

  return {
    async lock(people, at) {
      const rows = people.filter(({ address }) => address !== null);
      if (rows.length > 0)
        await sql`
          insert into subjects (subject_id, address, first_seen_at)
          select subject, address, ${timestamp(at)}::timestamptz
          from jsonb_to_recordset(${records(rows)}) as x (subject uuid, address text)
          order by subject
          on conflict do nothing`.execute(database);
      const ids = people.map(({ subject }) => subject);
      // First the locks, then the look: a statement that waits for a lock still sees what was there before it waited.
      await sql`
        select from subjects where subject_id = any(${ids}::uuid[]) order by subject_id for update`.execute(
        database,
      );
      const found = await sql<PersonRow>`${select} where s.subject_id = any(${ids}::uuid[])`.execute(
        database,
      );
      return new Map(found.rows.map((row) => [row.subject_id as SubjectId, person(row)]));
    },

    async find(subjects) {
      const { rows } =
        await sql<PersonRow>`${select} where s.subject_id = any(${[...subjects]}::uuid[])`.execute(database);
      return new Map(rows.map((row) => [row.subject_id as SubjectId, person(row)]));
    },

    async page(after, limit) {
      const from = after === null ? sql`` : sql`where s.subject_id > ${after}`;
      const { rows } = await sql<PersonRow>`${select} ${from} order by s.subject_id limit ${limit}`.execute(
        database,
      );
      return rows.map(person);
    },

    async factsWithIds(keys) {
      if (keys.length === 0) return [];
      const { rows } = await sql<{ subject_id: string; fact_id: string; body: Record<string, unknown> }>`
        select f.subject_id, f.fact_id, f.body
        from jsonb_to_recordset(${records(keys)}) as x (subject uuid, id text)
        join facts f on f.subject_id = x.subject and f.fact_id = x.id`.execute(database);
      return rows.map((row) => ({ subject: row.subject_id as SubjectId, id: row.fact_id, body: row.body }));
    },

    async append(facts) {
      if (facts.length === 0) return new Map();
      const rows = facts.map((fact) => ({
        ...fact,
        at: timestamp(fact.at),
        recordedAt: timestamp(fact.recordedAt),
      }));
      const { rows: appended } = await sql<{ subject_id: string; position: number; off_ms: number }>`
        with appended as (
          insert into facts (subject_id, fact_id, type, at, body, shown, source, recorded_at)
          select subject, id, type, at, body, nullif(shown, 'null'::jsonb), source, "recordedAt"
          from jsonb_to_recordset(${records(rows)})
            as x (subject uuid, id text, type text, at timestamptz, body jsonb, shown jsonb, source text, "recordedAt" timestamptz)
          returning subject_id, position, type, abs(extract(epoch from written_at - recorded_at)) * 1000 as off_ms
        ), told as (
          select pg_notify(${endedChannel}, subject_id::text) from appended where type = any(${bars}::text[])
        )
        select subject_id, max(position) as position, max(off_ms)::float8 as off_ms, (select count(*) from told) as told
        from appended group by subject_id`.execute(database);
      if (appended.some((row) => row.off_ms > clockToleranceMs)) throw new CodedError("clock-wrong");
      return new Map(appended.map((row) => [row.subject_id as SubjectId, row.position as Position]));
    },

    async save(people) {
      if (people.length === 0) return;
      const rows = records(people);
      await sql`
        update subjects s set address = x.address, language = x.language, recipient = x.recipient
        from jsonb_to_recordset(${rows}) as x (subject uuid, address text, language text, recipient jsonb)
        where s.subject_id = x.subject
          and (s.address, s.language, s.recipient) is distinct from (x.address, x.language, x.recipient)`.execute(
        database,
      );
      await sql`
        insert into standings (subject_id, position, standing)
        select subject, position, standing
        from jsonb_to_recordset(${rows}) as x (subject uuid, position bigint, standing jsonb)
        on conflict (subject_id) do update set position = excluded.position, standing = excluded.standing`.execute(
        database,
      );
    },

    async facts(subject) {
      const { rows } =
        await sql<FactColumns>`select * from facts where subject_id = ${subject} order by position`.execute(
          database,
        );
      return rows.map(recordedFact);
    },

    async histories(subjects) {
      const { rows } = await sql<FactColumns>`
        select * from facts where subject_id = any(${[...subjects]}::uuid[]) order by subject_id, position`.execute(
        database,
      );
      const histories = Map.groupBy(rows, (row) => row.subject_id as SubjectId);
      return new Map([...histories].map(([subject, facts]) => [subject, facts.map(recordedFact)]));
    },

    async count() {
      const { rows } = await sql<{ people: number }>`select count(*) as people from subjects`.execute(
        database,
      );
      return rows[0]?.people ?? 0;
    },
  };
}

interface FactColumns {
  subject_id: string;
  fact_id: string;
  position: number;
  type: string;
  at: number;
  body: Record<string, unknown>;
  shown: Shown | null;
  source: string;
  recorded_at: number;
}

function recordedFact(row: FactColumns): RecordedFact {
  return {
    id: row.fact_id,
    position: row.position as Position,
    type: row.type,
    at: row.at as Instant,
    body: row.body,
    shown: row.shown,
    source: row.source,
    recordedAt: row.recorded_at as Instant,
  };
}

function person(row: PersonRow): Person {
  return {
    subject: row.subject_id as SubjectId,
    address: row.address,
    language: row.language,
    recipient: row.recipient as Recipient,
    standing: (row.standing ?? initialStanding) as Standing,
    position: (row.position ?? 0) as Position,
  };
}
