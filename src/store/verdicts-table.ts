// What was answered to other systems.
import { sql } from "kysely";
import type {
  GivenVerdict,
  StoredVerdict,
  VerdictCount,
  VerdictsAsked,
  VerdictsTable,
} from "../app/verdicts/verdicts-table.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { copyRows } from "./copy-rows.ts";
import { type Database, prepared, records, timestamp } from "./database.ts";

const columns = {
  subject_id: "uuid",
  verdict_id: "uuid",
  at: "timestamptz",
  via: "text",
  asker: "text",
  purpose: "text",
  outcome: "text",
  code: "text",
  basis: "text",
  evidence: "texts",
  tracking: "text",
  valid_until: "timestamptz",
  observed: "bool",
} as const;

/** What an agent was answered gives nobody leave to send. */
const isPermit = sql`outcome = 'permit' and via <> 'mcp'`;

/** So few take one round trip, where COPY takes two. */
const few = 50;

function rowOf({ verdict, ...given }: GivenVerdict) {
  const { outcome, code, basis, evidence, tracking, validUntil: valid_until } = verdict;
  const { subject: subject_id, id: verdict_id, at, via, asker, purpose, observed } = given;
  return {
    ...{ subject_id, verdict_id, at, via, asker, purpose, outcome, code, basis, evidence, tracking },
    ...{ valid_until, observed },
  };
}

/** @param only - whether any is to be inserted. */
export function insertOfVerdicts(verdicts: readonly GivenVerdict[], only = sql<boolean>`true`) {
  const rows = verdicts.map((given) => ({
    ...rowOf(given),
    at: timestamp(given.at),
    valid_until: given.verdict.validUntil === null ? null : timestamp(given.verdict.validUntil),
  }));
  return sql`
    insert into verdicts select x.* from jsonb_populate_recordset(null::verdicts, ${records(rows)}) as x where ${only} on conflict do nothing`;
}

export function verdictsTable(database: Database): VerdictsTable {
  return {
    async add(verdicts) {
      if (verdicts.length > few) return copyRows(database, "verdicts", columns, verdicts, rowOf);
      await sql`${prepared} ${insertOfVerdicts(verdicts)}`.execute(database);
    },

    async list(which, limit) {
      const { rows } = await sql<StoredVerdict>`
        select verdict_id as id, subject_id as subject, at, via, asker, purpose, outcome, code, basis, evidence, tracking,
          valid_until as "validUntil", observed
        from verdicts where ${narrowed(which)} order by at desc, verdict_id limit ${limit}`.execute(database);
      return rows;
    },

    async count(which) {
      const { rows } = await sql<VerdictCount>`
        select via, asker, purpose, observed, outcome, coalesce(code, basis) as ground, count(*) as verdicts,
          max(at) as "newestAt"
        from verdicts where ${narrowed(which)}
        group by via, asker, purpose, observed, outcome, coalesce(code, basis)
        order by verdicts desc, asker, purpose, ground, via, observed`.execute(database);
      return rows;
    },

    async permitted(subjects, fact) {
      const { rows } = await sql<{ subject: SubjectId; permits: number }>`
        select subject_id as subject, count(*) as permits from verdicts
        where subject_id = any(${[...subjects]}::uuid[]) and ${isPermit} and evidence @> array[${fact}]
        group by subject_id`.execute(database);
      return new Map(rows.map(({ subject, permits }) => [subject, permits]));
    },

    async forget(subjects: readonly SubjectId[]) {
      if (subjects.length === 0) return;
      await sql`delete from verdicts where subject_id = any(${[...subjects]}::uuid[])`.execute(database);
    },

    async forgetBefore(before: Instant, limit: number) {
      const { numAffectedRows = 0n } = await sql`
        delete from verdicts where (subject_id, verdict_id) in (
          select subject_id, verdict_id from verdicts
          where at < ${timestamp(before)}::timestamptz
            and not (${isPermit} and basis = 'requested-information' and valid_until >= ${timestamp(before)}::timestamptz)
          limit ${limit}
        )`.execute(database);
      return Number(numAffectedRows);
    },
  };
}

function narrowed({ subject, asker, outcome, since }: VerdictsAsked) {
  const conditions = [
    ...(subject === undefined ? [] : [sql`subject_id = ${subject}`]),
    ...(asker === undefined ? [] : [sql`asker = ${asker}`]),
    ...(outcome === undefined ? [] : [sql`outcome = ${outcome}`]),
    ...(since === undefined ? [] : [sql`at >= ${timestamp(since)}::timestamptz`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
