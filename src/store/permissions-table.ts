// Permissions: the stored verdict for each person and purpose.
import { type RawBuilder, sql } from "kysely";
import type { AtMost, Permission, PermissionsTable } from "../app/ports.ts";
import type { Under } from "../app/subjects/decided-under.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { type Database, records, timestamp } from "./database.ts";
import { endedChannel } from "./listen.ts";
import { inSegment } from "./segment.ts";
import { type VerdictRow, verdictOf } from "./verdict-row.ts";

export function permissionsTable(database: Database): PermissionsTable {
  return {
    async ofSubject(subject) {
      const { rows } = await sql<PermissionRow>`
        select * from permissions where subject_id = ${subject} order by purpose`.execute(database);
      return rows.map(permission);
    },

    async ofSubjects(subjects) {
      const { rows } = await sql<PermissionRow>`
        select * from permissions where subject_id = any(${[...subjects]}::uuid[])
        order by subject_id, purpose`.execute(database);
      return rows.map(permission);
    },

    async save(permissions) {
      if (permissions.length === 0) return;
      await sql`
        with decided as (
          select * from jsonb_to_recordset(${records(permissions.map((one) => told(permissionRow(one))))}) as x (
            subject_id uuid, purpose text, permitted boolean, basis text, code text,
            evidence text[], obligations text[], jurisdiction text, tracking text,
            valid_until timestamptz, due_at timestamptz, rules text, decided_under text, position bigint,
            decided_at timestamptz, at_most text)
        ), saved as (
          insert into permissions
          select * from decided
          on conflict (subject_id, purpose) do update set
            permitted = excluded.permitted, basis = excluded.basis, code = excluded.code,
            evidence = excluded.evidence, obligations = excluded.obligations, jurisdiction = excluded.jurisdiction, tracking = excluded.tracking,
            valid_until = excluded.valid_until, due_at = excluded.due_at, rules = excluded.rules,
            decided_under = excluded.decided_under, position = excluded.position, decided_at = excluded.decided_at,
            at_most = excluded.at_most
        )
        select pg_notify(${endedChannel}, subject_id::text)
        from (
          select distinct subject_id from permissions join decided using (subject_id, purpose)
          where permissions.permitted and not decided.permitted
        ) ended`.execute(database);
    },

    async due(at, limit) {
      const { rows } = await sql<{ subject_id: string }>`
        select distinct subject_id from (
          select subject_id from permissions where due_at <= ${timestamp(at)}::timestamptz order by due_at limit ${limit}
        ) due`.execute(database);
      return rows.map((found) => found.subject_id as SubjectId);
    },

    async outdated(purpose, under, after, limit) {
      const { rows } = await sql<{ subject_id: string }>`
        select s.subject_id
        from subjects s left join permissions p on p.subject_id = s.subject_id and p.purpose = ${purpose}
        where p.decided_under is distinct from ${wholeOf(under)}
          and ${after === null ? sql`true` : sql`s.subject_id > ${after}`}
        order by s.subject_id limit ${limit}`.execute(database);
      return rows.map((found) => found.subject_id as SubjectId);
    },

    async dropPurposesExcept(purposes) {
      await sql`delete from permissions where purpose <> all(${[...purposes]}::text[])`.execute(database);
    },

    async people(purpose, segment) {
      const { rows } = await sql<{ people: number }>`
        select count(*) as people from permissions p join subjects s using (subject_id)
        where p.purpose = ${purpose} ${inSegment(segment)}`.execute(database);
      return rows[0]?.people ?? 0;
    },
  };
}

/** What a verdict must have been decided under, where `p` is the permission that holds it. */
export function wholeOf({ everywhere, within }: Under): RawBuilder<string> {
  return sql`(${everywhere} || coalesce(${JSON.stringify(within)}::jsonb ->> p.jurisdiction, ''))`;
}

interface PermissionRow extends VerdictRow {
  subject_id: string;
  purpose: string;
  due_at: number | null;
  decided_under: string;
  decided_at: number;
  at_most: AtMost | null;
}

function permission(from: PermissionRow): Permission {
  return {
    subject: from.subject_id as SubjectId,
    purpose: from.purpose,
    verdict: verdictOf(from),
    atMost: from.at_most,
    dueAt: from.due_at as Instant | null,
    under: from.decided_under,
    position: from.position as Position,
    decidedAt: from.decided_at as Instant,
  };
}

export const permissionColumns = {
  subject_id: "uuid",
  purpose: "text",
  permitted: "bool",
  basis: "text",
  code: "text",
  evidence: "texts",
  obligations: "texts",
  jurisdiction: "text",
  tracking: "text",
  valid_until: "timestamptz",
  due_at: "timestamptz",
  rules: "text",
  decided_under: "text",
  position: "int8",
  decided_at: "timestamptz",
  at_most: "text",
} as const;

export function permissionRow({
  subject,
  purpose,
  verdict,
  atMost,
  dueAt,
  under,
  position,
  decidedAt,
}: Permission) {
  const permitted = verdict.outcome === "permit";
  return {
    subject_id: subject,
    purpose,
    permitted,
    basis: verdict.basis,
    code: verdict.code,
    evidence: verdict.evidence,
    obligations: verdict.obligations,
    jurisdiction: verdict.jurisdiction,
    tracking: verdict.tracking,
    valid_until: verdict.validUntil,
    due_at: dueAt,
    rules: verdict.rules,
    decided_under: under,
    position,
    decided_at: decidedAt,
    at_most: atMost,
  };
}

/** With its instants as JSON tells them. */
function told(row: ReturnType<typeof permissionRow>) {
  return {
    ...row,
    valid_until: row.valid_until === null ? null : timestamp(row.valid_until),
    due_at: row.due_at === null ? null : timestamp(row.due_at),
    decided_at: timestamp(row.decided_at),
  };
}
