// People who come on record: every row about them is new, and goes into its table by COPY.
import { sql } from "kysely";
import { Overtaken } from "../app/consent/overtaken.ts";
import type { ArrivalsTable, FactToAppend, Person } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { CodedError } from "../errors.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { newPersonKey, type PersonKey, wrapKey } from "../ledger/vault.ts";
import { NewRows, writeRows } from "./copy-rows.ts";
import type { Database } from "./database.ts";
import { bars, endedChannel } from "./listen.ts";
import { permissionColumns, permissionRow } from "./permissions-table.ts";
import { sealedFact, sealedPerson } from "./seal-rows.ts";
import { storedStanding } from "./stored-standing.ts";

/** Of a person who is yet to come no more facts are reckoned with, whatever the first ones brought. */
const mostAhead = 8;

interface Drawn {
  readonly keyId: string;
  readonly now: Instant;
  /** Those that no fact has taken, in their order. */
  readonly positions: string[];
}

/** @param clockToleranceMs - by how much the time of a fact may differ from the database's clock. */
export function arrivalsTable(
  database: Database,
  masters: MasterKeys,
  clockToleranceMs: number,
): ArrivalsTable {
  const rows = {
    subjects: new NewRows("subjects", {
      subject_id: "uuid",
      first_seen_at: "timestamptz",
      address: "bytea",
      language: "text",
      recipient: "jsonb",
      recipient_sealed: "bytea",
    }),
    vault: new NewRows("vault", { subject_id: "uuid", key_id: "text", wrapped_key: "bytea" }),
    facts: new NewRows("facts", {
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
    }),
    connections: new NewRows("connections", {
      subject_id: "uuid",
      fact_id: "text",
      sealed: "bytea",
      forget_at: "timestamptz",
    }),
    standings: new NewRows("standings", { subject_id: "uuid", position: "int8", standing: "json" }),
    permissions: new NewRows("permissions", permissionColumns),
  };
  let barred: SubjectId[] = [];
  let drawn: Drawn | null = null;
  /** By the database's clock, before the first fact is written, and when that was told. */
  let begun: { readonly now: Instant; readonly recordedAt: Instant } | null = null;

  return {
    async add(people, facts, at, toCome) {
      // Neighbours share a page, and two who bring the same people wait for each other in one direction.
      const inOrder = people.toSorted(byKey);
      const told = facts.toSorted(byKey);
      const left = drawn?.positions ?? [];
      if (drawn === null || left.length < told.length) {
        const aPerson = Math.min(told.length / Math.max(1, people.length), mostAhead);
        const ahead = Math.ceil(aPerson * toCome);
        const more = await draw(database, told.length - left.length + ahead);
        drawn = { ...more, positions: [...left, ...more.positions] };
      }
      const { keyId, now } = drawn;
      const positions = drawn.positions.splice(0, told.length);
      const master = masters.find(keyId);
      const keys = new Map<SubjectId, PersonKey>();
      for (const person of inOrder) {
        const key = person.address === null ? null : newPersonKey(person.subject);
        rows.subjects.add(subjectRow(person, key, at));
        if (key === null) continue;
        keys.set(person.subject, key);
        const { wrapped } = wrapKey(key, master);
        rows.vault.add({ subject_id: person.subject, key_id: keyId, wrapped_key: wrapped });
      }
      const last = new Map<SubjectId, Position>();
      told.forEach((fact, nth) => {
        const position = Number(positions[nth]) as Position;
        last.set(fact.subject, position);
        addFact(fact, position, keys.get(fact.subject) ?? null);
        if (bars.includes(fact.type)) barred.push(fact.subject);
        begun ??= { now, recordedAt: fact.recordedAt };
      });
      for (const { subject, standing } of inOrder)
        rows.standings.add({
          subject_id: subject,
          position: last.get(subject) ?? 0,
          standing: JSON.stringify(storedStanding(standing)),
        });
      return last;
    },

    decided(permissions) {
      for (const permission of permissions.toSorted(byKey)) rows.permissions.add(permissionRow(permission));
    },

    async write() {
      await writeRows(database, Object.values(rows)).catch(refuseOvertaken);
      if (begun === null) return;
      const { rows: heard } = await sql<{ now: number }>`
        select clock_timestamp() as now, count(pg_notify(${endedChannel}, subject::text))
        from unnest(${barred}::uuid[]) as subject`.execute(database);
      // Each fact was written between the two.
      for (const clock of [begun.now, (heard[0] as { now: number }).now])
        if (Math.abs(clock - begun.recordedAt) > clockToleranceMs) throw new CodedError("clock-wrong");
      barred = [];
      begun = null;
    },
  };

  function addFact(fact: FactToAppend, position: Position, key: PersonKey | null): void {
    const { subject, id } = fact;
    const { sealed, connection, connectionHash, connectionUntil } = sealedFact(fact, key);
    if (connection !== null && connectionUntil !== null)
      rows.connections.add({
        subject_id: subject,
        fact_id: id,
        sealed: connection,
        forget_at: connectionUntil,
      });
    rows.facts.add({
      subject_id: subject,
      fact_id: id,
      position,
      type: fact.type,
      at: fact.at,
      body: JSON.stringify(fact.body),
      shown: fact.shown && JSON.stringify(fact.shown),
      source: fact.source,
      recorded_at: fact.recordedAt,
      sealed,
      connection_hash: connectionHash,
      connection_until: connectionUntil,
    });
  }
}

/** The master key in use until the transaction ends, and a position for each of so many facts. */
async function draw(database: Database, facts: number): Promise<Drawn> {
  const { rows } = await sql<{ key: string; now: number; drawn: string }>`
    select master_key_in_use() as key, clock_timestamp() as now,
      array_to_string(array(select nextval('fact_positions') from generate_series(1, ${facts}::int)), ' ') as drawn`.execute(
    database,
  );
  const { key, now, drawn } = rows[0] as (typeof rows)[0];
  return { keyId: key, now: now as Instant, positions: drawn === "" ? [] : drawn.split(" ") };
}

function byKey(one: { subject: SubjectId }, other: { subject: SubjectId }): number {
  return one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0;
}

function subjectRow(person: Person, key: PersonKey | null, at: Instant) {
  const { address, recipient, recipientSealed } = sealedPerson(person, key);
  return {
    subject_id: person.subject,
    first_seen_at: at,
    address,
    language: person.language,
    recipient: JSON.stringify(recipient),
    recipient_sealed: recipientSealed,
  };
}

function refuseOvertaken(error: unknown): never {
  const uniqueViolation = "23505";
  const { code, table } = error as { code?: string; table?: string };
  throw code === uniqueViolation && table === "subjects"
    ? new Overtaken("somebody has come on record meanwhile", { cause: error })
    : error;
}
