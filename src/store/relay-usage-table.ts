// How many letters each relay was given in an hour or a day.
import { sql } from "kysely";
import type { RelayUsage } from "../app/messages/relay-usage.ts";
import type { Database } from "./database.ts";

/** Yesterday and the hours of the last days are of no use; days sort before their hours. */
const spansKept = 30;

export function relayUsageTable(database: Database): RelayUsage {
  return {
    async take(relay, span, limit, count) {
      const { numInsertedOrUpdatedRows: begun } = await database
        .insertInto("relay_usage")
        .values({ relay, span, letters: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (begun)
        await sql`
          delete from relay_usage where relay = ${relay} and span in (
            select span from relay_usage where relay = ${relay} order by span desc offset ${spansKept}
          )`.execute(database);
      const { rows } = await sql<{ got: number }>`
        with before as (select letters from relay_usage where relay = ${relay} and span = ${span} for update)
        update relay_usage u set letters = greatest(b.letters, least(${limit}, b.letters + ${count}))
        from before b where u.relay = ${relay} and u.span = ${span}
        returning u.letters - b.letters as got`.execute(database);
      return rows[0]?.got ?? 0;
    },
  };
}
