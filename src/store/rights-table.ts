// Requests by which people exercise their rights, and all that the tables hold about one person.
import { sql } from "kysely";
import type { CaseMail, RightsTable } from "../app/rights/rights-table.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import type { Database } from "./database.ts";
import { holdingsOf } from "./holdings.ts";

export function rightsTable(database: Database, masters: MasterKeys): RightsTable {
  return {
    async subjects(which) {
      const narrowed =
        which === "all"
          ? sql``
          : which === "open"
            ? sql`and not exists (select from facts a where a.subject_id = f.subject_id
                and a.type = 'rights.answered' and a.body ->> 'of' = f.fact_id)`
            : sql`and f.fact_id = ${which.case}`;
      const { rows } = await sql<{ subject_id: string }>`
        select distinct f.subject_id from facts f where f.type = 'rights.requested' ${narrowed}`.execute(
        database,
      );
      return rows.map(({ subject_id }) => subject_id as SubjectId);
    },

    async mails(subject, request) {
      const { rows } = await sql<CaseMail>`
        select coalesce(request ->> 'step', 'answered') as step, state, coalesce(handed_over_at, due_at) as at, reply
        from outbox where subject_id = ${subject} and kind = 'rightsReply' and request -> 'facts' ? ${request}
        order by created_at`.execute(database);
      return rows;
    },

    holdings: (subject) => holdingsOf(database, masters, subject),
  };
}
