// What came back of deliveries: noted beside them, while the facts are the record.
import { sql } from "kysely";
import type { CampaignProgress } from "../app/campaigns/campaign.ts";
import type { CampaignsTable, Returned } from "../app/campaigns/campaigns-table.ts";
import { type Database, timestamp } from "./database.ts";

export function returnsPart(database: Database): Pick<CampaignsTable, "beginningWith" | "noteReturn"> {
  return {
    async beginningWith(ref) {
      const lowest = `${ref.slice(0, 8)}-${ref.slice(8)}-0000-0000-000000000000`;
      const highest = `${ref.slice(0, 8)}-${ref.slice(8)}-ffff-ffff-ffffffffffff`;
      const { rows } = await sql<{ campaign_id: string }>`
        select campaign_id from campaigns
        where campaign_id between ${lowest}::uuid and ${highest}::uuid limit 2`.execute(database);
      return rows.length === 1 ? (rows[0]?.campaign_id ?? null) : null;
    },

    async noteReturn(id, subject, what, at) {
      await sql`
        insert into returns (subject_id, campaign_id, returned, returned_at)
        select subject_id, campaign_id, ${what}, ${timestamp(at)}::timestamptz from deliveries
        where subject_id = ${subject} and campaign_id = ${id}
        on conflict (subject_id, campaign_id) do update
        set returned = excluded.returned, returned_at = excluded.returned_at
        where array_position(${weights}, excluded.returned) > array_position(${weights}, returns.returned)`.execute(
        database,
      );
    },
  };
}

/** What says more of the person stands later, and takes the place of what was noted before. */
const weights = sql`array['about-us', 'soft', 'hard', 'complaint']`;

/** Of those handed over, how many came back, and as what. */
export async function returnsOf(database: Database, id: string): Promise<CampaignProgress["returned"]> {
  const { rows } = await sql<{ returned: Returned; people: number }>`
    select returned, count(*) as people from returns join deliveries using (subject_id, campaign_id)
    where campaign_id = ${id} and state <> 'failed' group by 1`.execute(database);
  const count = (...whats: Returned[]) =>
    rows.filter(({ returned }) => whats.includes(returned)).reduce((sum, { people }) => sum + people, 0);
  return { bounced: count("hard", "soft"), complained: count("complaint"), refusedUs: count("about-us") };
}
