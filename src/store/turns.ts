// Turns: of people who wish to hear of a purpose only so often, which campaign was the last to write to them.
import { type RawBuilder, sql } from "kysely";

/**
 * The day from which a mail may follow one of an instant. Counted in days, in UTC: whoever hears on Tuesdays hears on the
 * next one too, a little earlier in the morning.
 */
function dueAgain(instant: RawBuilder<unknown>, atMost: RawBuilder<unknown>): RawBuilder<unknown> {
  const step = sql`case ${atMost} when 'week' then interval '7 days' else interval '1 month' end`;
  return sql`((${instant} at time zone 'UTC')::date + ${step})::date`;
}

interface Claiming {
  readonly campaign: string;
  readonly purpose: string;
  readonly at: RawBuilder<unknown>;
}

/**
 * A statement that takes the turn of the people whom `wishing` yields, as `subject_id` and `at_most`, where it is free, and
 * answers theirs.
 *
 * It sees what other campaigns have committed until the very moment at which it has the row, so of several that come
 * together one alone goes on. A turn that led to nothing is free again.
 */
export function takeTurns(
  wishing: RawBuilder<unknown>,
  { campaign, purpose, at }: Claiming,
): RawBuilder<unknown> {
  const today = sql`(${at} at time zone 'UTC')::date`;
  const heardAt = sql`coalesce(d.handed_over_at, d.asked_at)`;
  return sql`
    insert into turns (subject_id, purpose, campaign_id, at_most, taken_at)
    select w.subject_id, ${purpose}, ${campaign}::uuid, w.at_most, ${at}
    from (${wishing}) w
    where not exists (
      select from deliveries d join campaigns c using (campaign_id)
      where d.subject_id = w.subject_id and c.purpose = ${purpose} and d.campaign_id <> ${campaign}::uuid
        and d.state in ('handing-over', 'sent', 'uncertain')
        and ${dueAgain(heardAt, sql`w.at_most`)} > ${today}
    ) and not exists (${passages(purpose, today)}) and not exists (${policies(purpose, today)})
    order by w.subject_id
    on conflict (subject_id, purpose) do update
      set campaign_id = excluded.campaign_id, at_most = excluded.at_most, taken_at = excluded.taken_at
      where turns.campaign_id = excluded.campaign_id
        or ${dueAgain(sql`turns.taken_at`, sql`excluded.at_most`)} <= ${today}
        or exists (
          select from deliveries d where d.subject_id = turns.subject_id and d.campaign_id = turns.campaign_id
            and d.state in ('refused', 'failed')
        )
    returning subject_id`;
}

/** The mails of other software that somebody, as `w`, has had of the purpose too lately, or is about to have. */
function passages(purpose: string, today: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select from outbox o
    where o.subject_id = w.subject_id and o.kind = 'passage' and o.request #>> '{passage,purpose}' = ${purpose}
      and o.state in ('waiting', 'handing-over', 'sent')
      and ${dueAgain(sql`coalesce(o.handed_over_at, o.created_at)`, sql`w.at_most`)} > ${today}`;
}

/** What a Postfix was told that it may send: nobody hears of it again, so each answer counts as a mail. */
function policies(purpose: string, today: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select from verdicts v
    where v.subject_id = w.subject_id and v.via = 'policy' and v.outcome = 'permit' and v.purpose = ${purpose}
      and ${dueAgain(sql`v.at`, sql`w.at_most`)} > ${today}`;
}

/**
 * Who of those whom `wishing` yields, as `subject_id` and `at_most`, has heard of the purpose too lately to hear of it now.
 *
 * It takes nobody's turn: of mails that other software hands over at the same moment more than one may go.
 */
export function heardLately(
  wishing: RawBuilder<unknown>,
  { purpose, at }: Omit<Claiming, "campaign">,
): RawBuilder<unknown> {
  const today = sql`(${at} at time zone 'UTC')::date`;
  return sql`
    select w.subject_id from (${wishing}) w
    where exists (${passages(purpose, today)}) or exists (${policies(purpose, today)}) or exists (
      select from deliveries d join campaigns c using (campaign_id)
      where d.subject_id = w.subject_id and c.purpose = ${purpose} and d.state in ('handing-over', 'sent', 'uncertain')
        and ${dueAgain(sql`coalesce(d.handed_over_at, d.asked_at)`, sql`w.at_most`)} > ${today}
    )`;
}
