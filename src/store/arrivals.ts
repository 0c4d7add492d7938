// People who come on record: every row about them is new, and goes into its table by COPY.
import { sql } from "kysely";
import { Overtaken } from "../app/consent/overtaken.ts";
import type { FactToAppend, Person } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { CodedError } from "../errors.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { newPersonKey, type PersonKey, wrapKey } from "../ledger/vault.ts";
import { copyRows } from "./copy-rows.ts";
import type { Database } from "./database.ts";
import { bars, endedChannel } from "./listen.ts";
import { sealedFact, sealedPerson } from "./seal-rows.ts";
import { storedStanding } from "./stored-standing.ts";

/**
 * @returns the position of the last fact of each.
 * @throws Overtaken where one of them is on record; CodedError `clock-wrong`.
 */
export async function arrive(
  database: Database,
  masters: MasterKeys,
  clockToleranceMs: number,
  people: readonly Person[],
  facts: readonly FactToAppend[],
  at: Instant,
): Promise<Map<SubjectId, Position>> {
  // In the order of their keys: two who bring the same people wait for each other in one direction, and neighbours share a page.
  const inOrder = people.toSorted(byKey);
  const told = facts.toSorted(byKey);
  const { rows } = await sql<{ key: string; now: number; drawn: string }>`
    select master_key_in_use() as key, clock_timestamp() as now,
      array_to_string(array(select nextval('fact_positions') from generate_series(1, ${told.length}::int)), ' ') as drawn`.execute(
    database,
  );
  const { key: keyId, now, drawn } = rows[0] as (typeof rows)[0];
  const positions = drawn.split(" ");
  const master = masters.find(keyId);
  const keys = new Map<SubjectId, PersonKey>();
  for (const { subject, address } of inOrder) if (address !== null) keys.set(subject, newPersonKey(subject));

  await addSubjects(database, inOrder, keys, at);
  await copyRows(
    database,
    "vault",
    { subject_id: "uuid", key_id: "text", wrapped_key: "bytea" },
    [...keys.values()],
    (key) => ({ subject_id: key.subject, key_id: keyId, wrapped_key: wrapKey(key, master).wrapped }),
  );
  await addFacts(database, told, positions, keys);
  const last = new Map(told.map(({ subject }, nth) => [subject, Number(positions[nth]) as Position]));
  await copyRows(
    database,
    "standings",
    { subject_id: "uuid", position: "int8", standing: "jsonb" },
    inOrder,
    ({ subject, standing }) => ({
      subject_id: subject,
      position: last.get(subject) ?? 0,
      standing: JSON.stringify(storedStanding(standing)),
    }),
  );
  const { rows: heard } = await sql<{ now: number }>`
    select clock_timestamp() as now, count(pg_notify(${endedChannel}, subject::text))
    from unnest(${told.filter(({ type }) => bars.includes(type)).map(({ subject }) => subject)}::uuid[]) as subject`.execute(
    database,
  );
  // Each fact was written between the two.
  for (const clock of [now, (heard[0] as { now: number }).now])
    for (const { recordedAt } of told.slice(0, 1))
      if (Math.abs(clock - recordedAt) > clockToleranceMs) throw new CodedError("clock-wrong");
  return last;
}

function byKey(one: { subject: SubjectId }, other: { subject: SubjectId }): number {
  return one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0;
}

async function addSubjects(
  database: Database,
  people: readonly Person[],
  keys: ReadonlyMap<SubjectId, PersonKey>,
  at: Instant,
): Promise<void> {
  try {
    await copyRows(
      database,
      "subjects",
      {
        subject_id: "uuid",
        first_seen_at: "timestamptz",
        address: "bytea",
        language: "text",
        recipient: "jsonb",
        recipient_sealed: "bytea",
      },
      people,
      (person) => {
        const { address, recipient, recipientSealed } = sealedPerson(
          person,
          keys.get(person.subject) ?? null,
        );
        return {
          subject_id: person.subject,
          first_seen_at: at,
          address,
          language: person.language,
          recipient: JSON.stringify(recipient),
          recipient_sealed: recipientSealed,
        };
      },
    );
  } catch (error) {
    const uniqueViolation = "23505";
    throw (error as { code?: string }).code === uniqueViolation
      ? new Overtaken("somebody has come on record meanwhile", { cause: error })
      : error;
  }
}

async function addFacts(
  database: Database,
  facts: readonly FactToAppend[],
  positions: readonly string[],
  keys: ReadonlyMap<SubjectId, PersonKey>,
): Promise<void> {
  const apart: Apart[] = [];
  await copyRows(database, "facts", factColumns, facts, (fact, nth) => {
    const { subject, id } = fact;
    const { sealed, connection, connectionHash, connectionUntil } = sealedFact(
      fact,
      keys.get(subject) ?? null,
    );
    if (connection !== null && connectionUntil !== null)
      apart.push({ subject_id: subject, fact_id: id, sealed: connection, forget_at: connectionUntil });
    return {
      subject_id: subject,
      fact_id: id,
      position: Number(positions[nth]),
      type: fact.type,
      at: fact.at,
      body: JSON.stringify(fact.body),
      shown: fact.shown && JSON.stringify(fact.shown),
      source: fact.source,
      recorded_at: fact.recordedAt,
      sealed,
      connection_hash: connectionHash,
      connection_until: connectionUntil,
    };
  });
  await copyRows(database, "connections", connectionColumns, apart, (one) => one);
}

const factColumns = {
  subject_id: "uuid",
  fact_id: "text",
  position: "int8",
  type: "text",
  at: "timestamptz",
  body: "jsonb",
  shown: "jsonb",
  source: "text",
  recorded_at: "timestamptz",
  sealed: "bytea",
  connection_hash: "bytea",
  connection_until: "timestamptz",
} as const;

const connectionColumns = {
  subject_id: "uuid",
  fact_id: "text",
  sealed: "bytea",
  forget_at: "timestamptz",
} as const;

interface Apart {
  readonly subject_id: string;
  readonly fact_id: string;
  readonly sealed: Buffer;
  readonly forget_at: number;
}
