// Campaigns, and the slices of the key space that their workers lease.
import { type Selectable, sql } from "kysely";
import type { Campaign, CampaignProgress } from "../app/campaigns/campaign.ts";
import type { CampaignsTable } from "../app/campaigns/campaigns-table.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { type Database, records, timestamp } from "./database.ts";
import { deferredDeliveries } from "./deferred-deliveries.ts";
import { deliveriesTable } from "./deliveries-table.ts";
import { returnsOf, returnsPart } from "./returns.ts";
import type { Schema } from "./schema.ts";

export function campaignsTable(database: Database, masters: MasterKeys): CampaignsTable {
  const deferred = deferredDeliveries(database, masters);

  /** Of those whom an ended lease left: who was begun with is uncertain, and nothing was handed over to the others. */
  async function free(id: string, lease: string, row: SliceRow): Promise<void> {
    const begun = sql`${row.begun_id}::uuid`;
    const left = sql`exists (select from mine) and campaign_id = ${id} and due_at is null`;
    await sql`
      with mine as (
        -- Whoever fell asleep just here and lost this lease too leaves alone what is claimed under the next.
        select from slices where campaign_id = ${id} and slice = ${row.slice} and lease = ${lease} for key share
      ), unbegun as (
        delete from deliveries where ${left} and subject_id between ${row.lower_id} and ${row.upper_id}
          and (state = 'asking' or state = 'handing-over' and (${begun} is null or subject_id > ${begun}))
        returning subject_id
      ), turn as (
        delete from turns t using unbegun u where t.subject_id = u.subject_id and t.campaign_id = ${id}
      )
      update deliveries set state = 'uncertain'
      where ${left} and state = 'handing-over' and subject_id between ${row.lower_id} and ${begun}`.execute(
      database,
    );
  }

  return {
    ...deliveriesTable(database, masters),
    ...returnsPart(database),
    ...deferred,

    async create(campaign, slices, attachments) {
      await database
        .insertInto("campaigns")
        .values({
          campaign_id: campaign.id,
          purpose: campaign.purpose,
          sender: campaign.sender,
          template: JSON.stringify(campaign.template),
          segment: JSON.stringify(campaign.segment),
          message: JSON.stringify(campaign.message),
          post: campaign.post,
          state: campaign.state,
          audience: campaign.audience,
          created_at: timestamp(campaign.createdAt),
          start_at: campaign.startAt === null ? null : timestamp(campaign.startAt),
          late_after_minutes: campaign.lateAfterMinutes,
          give_up_after_hours: campaign.giveUpAfterHours,
        })
        .execute();
      await sql`
        insert into slices (campaign_id, slice, lower_id, upper_id)
        select ${campaign.id}::uuid, slice, lower, upper
        from jsonb_to_recordset(${records(slices)}) as x (slice integer, lower uuid, upper uuid)`.execute(
        database,
      );
      for (const [place, { name, type, cid, bytes }] of attachments.entries())
        await database
          .insertInto("attachments")
          .values({ campaign_id: campaign.id, place, name, media_type: type, cid, bytes })
          .execute();
    },

    async attachments(id) {
      const rows = await database
        .selectFrom("attachments")
        .selectAll()
        .where("campaign_id", "=", id)
        .orderBy("place")
        .execute();
      return rows.map(({ name, media_type, cid, bytes }) => ({ name, type: media_type, cid, bytes }));
    },

    async find(id) {
      const row = await database
        .selectFrom("campaigns")
        .selectAll()
        .where("campaign_id", "=", id)
        .executeTakeFirst();
      return row ? campaign(row) : null;
    },

    async list() {
      const rows = await database
        .selectFrom("campaigns")
        .select(listed)
        .select(sql<object>`template - 'body' - 'text' - 'images'`.as("template"))
        .orderBy("created_at", "desc")
        .execute();
      return rows.map(campaign);
    },

    async listOpen() {
      const rows = await database
        .selectFrom("campaigns")
        .select(["campaign_id", "state", "post", "start_at", "late_after_minutes"])
        .where("state", "in", ["running", "scheduled"])
        .orderBy("created_at", "desc")
        .execute();
      return rows.map((row) => ({
        id: row.campaign_id,
        state: row.state as Campaign["state"],
        post: row.post,
        startAt: row.start_at as Instant | null,
        lateAfterMinutes: row.late_after_minutes,
      }));
    },

    async setState(id, from, to, at) {
      const { numUpdatedRows } = await database
        .updateTable("campaigns")
        .set({
          state: to,
          ...(to === "finished" || to === "cancelled" ? { finished_at: timestamp(at) } : {}),
        })
        .where("campaign_id", "=", id)
        .where("state", "in", [...from])
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async finish(id, at) {
      const { rows } = await sql<{ campaign_id: string }>`
        with passed_over as (
          select count(*) as people
          from campaigns c join permissions p on p.purpose = c.purpose join subjects s using (subject_id)
          where c.campaign_id = ${id} and s.first_seen_at < coalesce(c.start_at, c.created_at)
            and (c.segment -> 'countries' is null or c.segment -> 'countries' ? (s.recipient ->> 'country'))
            and (c.segment -> 'languages' is null or c.segment -> 'languages' ? s.language)
            and not exists (
              select from deliveries d where d.campaign_id = c.campaign_id and d.subject_id = s.subject_id
            )
        )
        update campaigns set state = 'finished', finished_at = ${timestamp(at)}::timestamptz,
          concerned = (select people from passed_over) + (select count(*) from deliveries where campaign_id = ${id})
        where campaign_id = ${id} and state = 'running'
          and not exists (select from slices where campaign_id = ${id} and not done)
          and not exists (select from deliveries where campaign_id = ${id} and due_at is not null)
        returning campaign_id`.execute(database);
      return rows.length > 0;
    },

    async progress(id) {
      const { rows } = await sql<{ state: string; code: string | null; people: number }>`
        select state, case when state = 'refused' then code end as code, count(*) as people
        from deliveries where campaign_id = ${id} group by 1, 2`.execute(database);
      const known = await database
        .selectFrom("campaigns")
        .select(["audience", "state", "concerned"])
        .where("campaign_id", "=", id)
        .executeTakeFirstOrThrow();
      const count = (...states: string[]) =>
        rows.filter(({ state }) => states.includes(state)).reduce((sum, { people }) => sum + people, 0);
      const refused = rows.filter(({ state }) => state === "refused").sort((a, b) => b.people - a.people);
      return {
        sent: count("sent"),
        refused: Object.fromEntries(refused.map(({ code, people }) => [code ?? "input-invalid", people])),
        heldBack: count("held-back"),
        failed: count("failed"),
        uncertain: count("uncertain"),
        deferred: count("deferred"),
        inFlight: count("handing-over", "asking"),
        returned: await returnsOf(database, id),
        audience: known.audience,
        finished: known.state === "finished" || known.state === "cancelled",
        concerned: known.concerned,
      } satisfies CampaignProgress;
    },

    async lease(id, lease, now, until) {
      const { rows } = await sql<SliceRow & { abandoned: boolean }>`
        with free as (
          select campaign_id, slice, lease is not null as abandoned from slices
          where campaign_id = ${id} and not done
            and (lease_until is null or lease_until < ${timestamp(now)}::timestamptz)
          order by slice limit 1 for update skip locked
        )
        update slices s set lease = ${lease}, lease_until = ${timestamp(until)}::timestamptz
        from free where s.campaign_id = free.campaign_id and s.slice = free.slice
        returning s.*, free.abandoned`.execute(database);
      const row = rows[0];
      if (!row) return null;
      if (row.abandoned) await free(id, lease, row);
      return {
        slice: row.slice,
        lower: row.lower_id as SubjectId,
        upper: row.upper_id as SubjectId,
        cursor: row.cursor_id as SubjectId | null,
        lease,
      };
    },

    async renew(id, { slice, lease }, until) {
      await database
        .updateTable("slices")
        .set({ lease_until: timestamp(until) })
        .where("campaign_id", "=", id)
        .where("slice", "=", slice)
        .where("lease", "=", lease)
        .execute();
    },

    async release(id, { slice, lease }) {
      await database
        .updateTable("slices")
        .set({ lease: null, lease_until: null })
        .where("campaign_id", "=", id)
        .where("slice", "=", slice)
        .where("lease", "=", lease)
        .execute();
    },

    async done(id) {
      const open = await database
        .selectFrom("slices")
        .select("slice")
        .where("campaign_id", "=", id)
        .where("done", "=", false)
        .limit(1)
        .execute();
      return open.length === 0 && (await deferred.nextDueAt(id)) === null;
    },
  };
}

type SliceRow = Selectable<Schema["slices"]>;

/** All but the template. */
const listed = [
  "campaign_id",
  "purpose",
  "sender",
  "segment",
  "message",
  "post",
  "state",
  "audience",
  "created_at",
  "start_at",
  "late_after_minutes",
  "give_up_after_hours",
  "finished_at",
] as const;

function campaign(
  row: Pick<Selectable<Schema["campaigns"]>, (typeof listed)[number]> & { template: unknown },
): Campaign {
  return {
    id: row.campaign_id,
    purpose: row.purpose,
    sender: row.sender,
    template: row.template as Campaign["template"],
    segment: row.segment as Campaign["segment"],
    message: row.message as Campaign["message"],
    post: row.post,
    state: row.state as Campaign["state"],
    audience: row.audience,
    createdAt: row.created_at as Instant,
    startAt: row.start_at as Instant | null,
    lateAfterMinutes: row.late_after_minutes,
    giveUpAfterHours: row.give_up_after_hours,
    finishedAt: row.finished_at as Instant | null,
  };
}
