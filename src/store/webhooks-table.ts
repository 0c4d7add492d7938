// Webhooks: whom to tell of changes, how far each is, and which delivery has one to itself.
import { type RawBuilder, sql } from "kysely";
import type { LeasedWebhook, Webhook, WebhookEvent, WebhooksTable } from "../app/webhooks/webhook.ts";
import type { Instant } from "../core/instant.ts";
import { type Database, timestamp } from "./database.ts";

export function webhooksTable(database: Database): WebhooksTable {
  const changed = async (statement: RawBuilder<unknown>) =>
    Number((await statement.execute(database)).numAffectedRows ?? 0) > 0;
  const held = ({ id, lease }: LeasedWebhook) => sql`where webhook_id = ${id} and lease = ${lease}`;

  return {
    async add({ id, url, events, withAddresses, addedBy, addedAt, taken }) {
      const at = timestamp(addedAt);
      await sql`
        insert into webhooks (webhook_id, url, events, with_addresses, added_by, added_at, taken_no, due_at)
        values (${id}, ${url}, ${[...events]}::text[], ${withAddresses}, ${addedBy}, ${at}, ${taken}, ${at})`.execute(
        database,
      );
    },

    async list() {
      const { rows } = await sql<WebhookRow>`select * from webhooks order by added_at, webhook_id`.execute(
        database,
      );
      return rows.map(webhook);
    },

    remove: (id) => changed(sql`delete from webhooks where webhook_id = ${id}`),

    resume: (id, at) =>
      changed(sql`
        update webhooks set disabled_at = null, failures = 0, failing_since = null, last_failure = null,
          due_at = ${timestamp(at)}::timestamptz
        where webhook_id = ${id}`),

    async claim(lease, at, until) {
      const now = sql`${timestamp(at)}::timestamptz`;
      const { rows } = await sql<WebhookRow>`
        update webhooks set lease = ${lease}, lease_until = ${timestamp(until)}::timestamptz
        where webhook_id = (
          select webhook_id from webhooks
          where disabled_at is null and due_at <= ${now} and (lease_until is null or lease_until < ${now})
            and taken_no < (select max(change_no) from changes)
          order by due_at limit 1 for update skip locked)
        returning *`.execute(database);
      return rows[0] ? { ...webhook(rows[0]), lease } : null;
    },

    took: (leased, number, until) =>
      changed(sql`
        update webhooks set taken_no = ${number}, failures = 0, failing_since = null, last_failure = null,
          lease_until = ${timestamp(until)}::timestamptz
        ${held(leased)}`),

    failed(leased, { what, at, dueAt, disable }) {
      const now = sql`${timestamp(at)}::timestamptz`;
      return changed(sql`
        update webhooks set failures = failures + 1, failing_since = coalesce(failing_since, ${now}),
          last_failure = ${what}, due_at = ${timestamp(dueAt)}::timestamptz, lease = null, lease_until = null,
          disabled_at = case when ${disable} then ${now} end
        ${held(leased)}`);
    },

    release: (leased) => changed(sql`update webhooks set lease = null, lease_until = null ${held(leased)}`),
  };
}

interface WebhookRow {
  webhook_id: string;
  url: string;
  events: string[];
  with_addresses: boolean;
  added_by: string;
  added_at: number;
  taken_no: number;
  failures: number;
  failing_since: number | null;
  last_failure: string | null;
  due_at: number;
  disabled_at: number | null;
}

function webhook(row: WebhookRow): Webhook {
  return {
    id: row.webhook_id,
    url: row.url,
    events: row.events as WebhookEvent[],
    withAddresses: row.with_addresses,
    addedBy: row.added_by,
    addedAt: row.added_at as Instant,
    taken: row.taken_no,
    failures: row.failures,
    failingSince: row.failing_since as Instant | null,
    lastFailure: row.last_failure,
    dueAt: row.due_at as Instant,
    disabledAt: row.disabled_at as Instant | null,
  };
}
