// The outcomes of a batch as rows of one parameter.
import { type RawBuilder, sql } from "kysely";
import type { Outcome } from "../app/campaigns/campaign.ts";
import { records, timestamp } from "./database.ts";

const stateAfter = {
  sent: "sent",
  "refused-by-relay": "failed",
  unreachable: "failed",
  uncertain: "uncertain",
} as const satisfies Record<Outcome["handover"]["kind"], string>;

/**
 * Rows given in one parameter, each with its campaign, to be joined with deliveries on both.
 *
 * Behind the limit the planner cannot see which campaign that is, and looks each person up; else it reads all of the
 * campaign where it believes that to be small.
 */
export function givenRows(
  campaign: string,
  rows: readonly object[],
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(
    select ${campaign}::uuid as campaign, given.* from jsonb_to_recordset(${records(rows)}) as given (${columns})
    limit ${rows.length})`;
}

/** Columns `campaign`, `subject` and those of a delivery. One that is put off was not handed over, and is not known yet. */
export function outcomeRows(campaign: string, outcomes: readonly Outcome[]): RawBuilder<unknown> {
  const rows = outcomes.map(({ subject, messageId, handover, at, deferral }) => ({
    subject,
    state: deferral ? "deferred" : stateAfter[handover.kind],
    message_id: messageId,
    reply: handover.reply,
    at: deferral ? null : timestamp(at),
    due_at: deferral ? timestamp(deferral.dueAt) : null,
    attempts: deferral?.attempts ?? 0,
    deferred_at: deferral ? timestamp(deferral.since) : null,
  }));
  return givenRows(
    campaign,
    rows,
    sql`subject uuid, state text, message_id text, reply text, at timestamptz, due_at timestamptz, attempts integer,
      deferred_at timestamptz`,
  );
}
