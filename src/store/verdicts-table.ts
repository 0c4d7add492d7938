// What was answered to other systems.
import { sql } from "kysely";
import type {
  StoredVerdict,
  VerdictCount,
  VerdictsAsked,
  VerdictsTable,
} from "../app/verdicts/verdicts-table.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { copyRows } from "./copy-rows.ts";
import { type Database, timestamp } from "./database.ts";

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

export function verdictsTable(database: Database): VerdictsTable {
  return {
    add: (verdicts) =>
      copyRows(database, "verdicts", columns, verdicts, ({ verdict, ...given }) => ({
        subject_id: given.subject,
        verdict_id: given.id,
        at: given.at,
        via: given.via,
        asker: given.asker,
        purpose: given.purpose,
        outcome: verdict.outcome,
        code: verdict.code,
        basis: verdict.basis,
        evidence: verdict.evidence,
        tracking: verdict.tracking,
        valid_until: verdict.validUntil,
        observed: given.observed,
      })),

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
        where subject_id = any(${[...subjects]}::uuid[]) and outcome = 'permit' and evidence @> array[${fact}]
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
            and not (basis is not distinct from 'requested-information' and valid_until >= ${timestamp(before)}::timestamptz)
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
