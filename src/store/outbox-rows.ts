// The rows of mails that wait in the outbox, for a statement of their own or one among others.
import { sql } from "kysely";
import type { OutboxRequest } from "../app/messages/outbox.ts";
import { records, timestamp } from "./database.ts";

/** @param only - whether any is to be inserted. */
export function insertOfMails(mails: readonly OutboxRequest[], only = sql<boolean>`true`) {
  const rows = mails.map(({ parting: _kept, ...mail }) => ({
    ...mail,
    createdAt: timestamp(mail.createdAt),
    dueAt: timestamp(mail.dueAt),
  }));
  return sql`
    insert into outbox (subject_id, outbox_id, kind, request, state, message_id, created_at, due_at, spool_id, behind)
    select subject, id, kind, request, 'waiting', "messageId", "createdAt", "dueAt", spool, coalesce(behind, false)
    from jsonb_to_recordset(${records(rows)}) as x (subject uuid, id uuid, kind text, request jsonb,
      "messageId" text, "createdAt" timestamptz, "dueAt" timestamptz, spool uuid, behind boolean)
    where ${only} on conflict do nothing`;
}
