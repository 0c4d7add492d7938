// Where letters lead, as the server says it to whoever sends beside it.
import { sql } from "kysely";
import type { Bearings } from "../app/listening/listening.ts";
import type { Database } from "./database.ts";

export interface KeptBearings {
  /** Those of the server that was started last; null: none was. */
  bearings(): Promise<Bearings | null>;
  setBearings(bearings: Bearings): Promise<void>;
}

const key = "bearings";

export function keptBearings(database: Database): KeptBearings {
  return {
    async bearings() {
      const { rows } = await sql<{
        value: Bearings;
      }>`select value from settings where key = ${key}`.execute(database);
      return rows[0]?.value ?? null;
    },

    async setBearings(bearings) {
      await sql`
        insert into settings (key, value) values (${key}, ${JSON.stringify(bearings)}::jsonb)
        on conflict (key) do update set value = excluded.value`.execute(database);
    },
  };
}
