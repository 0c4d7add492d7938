// The outbox: mail to one person, written in the transaction of the fact that calls for it.
import { sql } from "kysely";
import type { FiledMessage, OutboxMail, OutboxTable, SentMessage } from "../app/messages/outbox.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { type Database, records, timestamp } from "./database.ts";
import { forgetSpooled } from "./gate-table.ts";
import { insertOfMails } from "./outbox-rows.ts";
import { keepPartings, type PartingColumns, partingIn } from "./partings.ts";

interface OutboxRow extends PartingColumns {
  outbox_id: string;
  kind: OutboxMail["kind"];
  request: OutboxMail["request"];
  attempts: number;
  message_id: string;
  created_at: number;
  due_at: number;
  spool_id: string | null;
}

export function outboxTable(database: Database, masters: MasterKeys): OutboxTable {
  return {
    async add(mails) {
      if (mails.length === 0) return;
      await insertOfMails(mails).execute(database);
      await keepPartings(database, masters, mails);
    },

    async claim(now, leaseUntil, limit, behindMost = limit) {
      const due = sql`state in ('waiting', 'handing-over') and due_at <= ${timestamp(now)}::timestamptz`;
      const { rows } = await sql<OutboxRow>`
        with ahead as (
          select subject_id, outbox_id from outbox
          where not behind and ${due} order by due_at limit ${limit} for update skip locked
        ), behind as (
          select subject_id, outbox_id from outbox
          where behind and ${due} order by due_at
          limit least(${behindMost}::bigint, ${limit}::bigint - (select count(*) from ahead)) for update skip locked
        ), claimed as (
          update outbox o set state = 'handing-over', attempts = attempts + 1,
            due_at = ${timestamp(leaseUntil)}::timestamptz
          from (table ahead union all table behind) c
          where (o.subject_id, o.outbox_id) = (c.subject_id, c.outbox_id)
          returning o.*
        )
        select c.*, p.key_id, p.wrapped_key, p.sealed
        from claimed c left join partings p using (subject_id, outbox_id)`.execute(database);
      return rows.map(
        (row): OutboxMail => ({
          subject: row.subject_id as SubjectId,
          id: row.outbox_id,
          kind: row.kind,
          request: row.request,
          attempts: row.attempts,
          messageId: row.message_id,
          createdAt: row.created_at as Instant,
          dueAt: row.due_at as Instant,
          parting: partingIn(row, masters),
          ...(row.spool_id !== null && { spool: row.spool_id }),
        }),
      );
    },

    async renew(mail, leaseUntil) {
      await sql`
        update outbox set due_at = ${timestamp(leaseUntil)}::timestamptz
        where subject_id = ${mail.subject} and outbox_id = ${mail.id}
          and state = 'handing-over' and attempts = ${mail.attempts}`.execute(database);
    },

    async conclude(mail, result, now) {
      const permit = result.state === "sent" ? result.permit : null;
      const refusal = result.state === "refused" || result.state === "passed" ? result.refusal : null;
      const over = result.state !== "waiting";
      const { numAffectedRows } = await sql`
        with gone as (
          delete from partings p using outbox o where ${over} and p.subject_id = ${mail.subject}
            and p.outbox_id = ${mail.id} and (o.subject_id, o.outbox_id) = (p.subject_id, p.outbox_id)
            and o.state = 'handing-over' and o.attempts = ${mail.attempts}
        )
        update outbox set
          state = ${result.state},
          basis = ${permit?.basis ?? null},
          code = ${refusal?.code ?? null},
          evidence = ${[...(permit?.evidence ?? refusal?.evidence ?? [])]}::text[],
          reply = ${"reply" in result ? result.reply : null},
          due_at = ${timestamp(result.state === "waiting" ? result.dueAt : now)}::timestamptz,
          handed_over_at = ${permit || result.state === "passed" ? timestamp(now) : null}::timestamptz
        where subject_id = ${mail.subject} and outbox_id = ${mail.id}
          and state = 'handing-over' and attempts = ${mail.attempts}`.execute(database);
      return numAffectedRows === 1n;
    },

    async recent(like, since) {
      const kinds = like.map(({ subject, kind }) => ({ subject, kind }));
      const { rows } = await sql<OutboxRow & { untried: boolean }>`
        select o.*, state = 'waiting' and attempts = 0 as untried
        from outbox o
        where (subject_id, kind) in (
            select subject, kind from jsonb_to_recordset(${records(kinds)}) as x (subject uuid, kind text))
          and due_at > ${timestamp(since)}::timestamptz`.execute(database);
      return rows.map(({ subject_id, outbox_id, kind, request, due_at, untried }) => ({
        subject: subject_id as SubjectId,
        kind,
        id: outbox_id,
        request,
        dueAt: due_at as Instant,
        untried,
      }));
    },

    async rewrite(subject, id, request) {
      const { rows } = await sql`
        update outbox set request = ${JSON.stringify(request)}::jsonb
        where subject_id = ${subject} and outbox_id = ${id} and state = 'waiting' and attempts = 0
        returning outbox_id`.execute(database);
      return rows.length > 0;
    },

    async reserve(id) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(database);
      return message(database, id);
    },

    find: (id) => message(database, id),

    async passage(subject, id) {
      const { rows } = await sql<{ purpose: string; basis: string | null }>`
        select request #>> '{passage,purpose}' as purpose, basis from outbox
        where subject_id = ${subject} and outbox_id = ${id}::uuid and kind = 'passage'`.execute(database);
      return rows[0] ?? null;
    },

    async answered(subjects, request) {
      const { rows } = await sql<{ subject: SubjectId; mails: number }>`
        select subject_id as subject, count(*) as mails from outbox
        where subject_id = any(${[...subjects]}::uuid[]) and kind = 'requestedInformation' and state = 'sent'
          and request -> 'facts' ? ${request}
        group by subject_id`.execute(database);
      return new Map(rows.map(({ subject, mails }) => [subject, mails]));
    },

    async reduceBefore(before, limit) {
      const { rows } = await sql<{ reduced: number }>`
        with old as (
          select subject_id, outbox_id, state in ('sent', 'passed') and kind = 'passage'
            and exists (select from subjects s where s.subject_id = o.subject_id) as proves
          from outbox o
          where ${whole} and created_at < ${timestamp(before)}::timestamptz and ${isOver}
          limit ${limit} for update skip locked
        ), gone as (
          delete from outbox o using old where not proves and (o.subject_id, o.outbox_id) = (old.subject_id, old.outbox_id)
        ), reduced as (
          update outbox o set ${skeleton} from old where proves and (o.subject_id, o.outbox_id) = (old.subject_id, old.outbox_id)
        )
        select count(*) as reduced from old`.execute(database);
      return rows[0]?.reduced ?? 0;
    },

    async reduce(subjects) {
      if (subjects.length === 0) return;
      await sql`
        update outbox o set ${skeleton}
        where subject_id = any(${[...subjects]}::uuid[]) and kind = 'passage' and ${isOver}`.execute(
        database,
      );
    },

    async dropWaiting(subjects) {
      if (subjects.length === 0) return;
      const { rows } = await sql<{ spool_id: string }>`
        with dropped as (
          delete from outbox o where subject_id = any(${[...subjects]}::uuid[]) and state = 'waiting'
            and not exists (select from partings p where (p.subject_id, p.outbox_id) = (o.subject_id, o.outbox_id))
          returning spool_id
        )
        select distinct spool_id from dropped where spool_id is not null`.execute(database);
      await forgetSpooled(
        database,
        rows.map(({ spool_id }) => spool_id),
      );
    },
  };
}

/** As an index of its own holds them; what was reduced has no spool. */
const whole = sql`(kind = 'passage' and spool_id is not null or kind = 'statusReport')`;
const isOver = sql`state not in ('waiting', 'handing-over')`;
/** What the tool and the mail server wrote may be about the person; which contract, too. */
const skeleton = sql`spool_id = null, message_id = '', reply = null, request = jsonb_build_object(
  'facts', '[]'::jsonb, 'language', '', 'passage', jsonb_build_object(
    'credential', request #> '{passage,credential}', 'purpose', request #> '{passage,purpose}', 'message', '{}'::jsonb))`;

interface MessageRow {
  subject_id: string;
  outbox_id: string;
  request: { message: SentMessage };
  state: string;
  basis: string | null;
  code: string | null;
  evidence: string[];
  reply: string | null;
  message_id: string;
  created_at: number;
  handed_over_at: number | null;
}

async function message(database: Database, id: string): Promise<FiledMessage | null> {
  const { rows } = await sql<MessageRow>`
    select subject_id, outbox_id, request, state, basis, code, evidence, reply, message_id, created_at, handed_over_at
    from outbox where outbox_id = ${id}::uuid and kind = 'message'`.execute(database);
  const [row] = rows;
  return row
    ? {
        subject: row.subject_id as SubjectId,
        id: row.outbox_id,
        message: row.request.message,
        state: row.state === "handing-over" ? "waiting" : (row.state as FiledMessage["state"]),
        basis: row.basis,
        code: row.code,
        evidence: row.evidence,
        reply: row.reply,
        messageId: row.message_id,
        createdAt: row.created_at as Instant,
        handedOverAt: row.handed_over_at as Instant | null,
      }
    : null;
}
