// A segment as a condition on the row `s` of the person.
import { type RawBuilder, sql } from "kysely";
import type { Segment } from "../app/campaigns/campaign.ts";

export function inSegment({ countries, languages }: Segment): RawBuilder<unknown> {
  const country = countries ? sql`and s.recipient ->> 'country' = any(${[...countries]}::text[])` : sql``;
  const language = languages ? sql`and s.language = any(${[...languages]}::text[])` : sql``;
  return sql`${country} ${language}`;
}
