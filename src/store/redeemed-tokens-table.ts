// Redeemed tokens: each belongs to the person for whom it came first.
import { sql } from "kysely";
import type { RedeemedTokens } from "../app/consent/redeemed-tokens.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { type Database, timestamp } from "./database.ts";

export function redeemedTokensTable(database: Database): RedeemedTokens {
  return {
    async redeem(nonce, subject, at) {
      await sql`
        insert into redeemed_tokens (nonce, subject_id, redeemed_at)
        values (${nonce}, ${subject}, ${timestamp(at)}::timestamptz)
        on conflict do nothing`.execute(database);
      // A statement of its own: whoever waited for another's insert sees it only now.
      const { rows } = await sql<{ subject_id: string }>`
        select subject_id from redeemed_tokens where nonce = ${nonce}`.execute(database);
      return rows[0]!.subject_id as SubjectId;
    },
  };
}
