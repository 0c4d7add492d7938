// Paces: when mail went, or is to go, that counts together for a limit.
import { sql } from "kysely";
import type { PacesTable } from "../app/consent/paces-table.ts";
import type { Instant } from "../core/instant.ts";
import { type Database, records, timestamp } from "./database.ts";

export function pacesTable(database: Database): PacesTable {
  return {
    async lock(ids) {
      if (ids.length === 0) return new Map();
      // In the order of their ids, so that two who want the same ones never wait for each other.
      const { rows } = await sql<{ pace_id: string; taken: readonly number[] }>`
        insert into paces as p (pace_id, taken, last_at)
        select id, '{}', '-infinity' from unnest(${[...new Set(ids)].sort()}::uuid[]) with ordinality as x (id, place)
        order by place
        on conflict (pace_id) do update set pace_id = p.pace_id
        returning pace_id, array(select (extract(epoch from at) * 1000)::float8 from unnest(taken) at order by at) as taken`.execute(
        database,
      );
      return new Map(rows.map(({ pace_id, taken }) => [pace_id, taken as readonly Instant[]]));
    },

    async save(taken) {
      if (taken.size === 0) return;
      const rows = [...taken].map(([id, turns]) => ({ id, turns: turns.map(timestamp) }));
      await sql`
        update paces p set taken = x.turns, last_at = coalesce((select max(at) from unnest(x.turns) at), '-infinity')
        from (
          select id, array(select at::timestamptz from jsonb_array_elements_text(turns) at) as turns
          from jsonb_to_recordset(${records(rows)}) as r (id uuid, turns jsonb)
        ) x
        where p.pace_id = x.id`.execute(database);
    },

    async forget(before) {
      await sql`delete from paces where last_at < ${timestamp(before)}::timestamptz`.execute(database);
    },
  };
}
