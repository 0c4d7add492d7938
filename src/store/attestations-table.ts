// What others have said of checkpoints: cosignatures of witnesses, timestamps of an authority.
import { sql } from "kysely";
import type { AttestationsTable } from "../app/ledger/attestors.ts";
import type { StoredCheckpoint, StoredTimestamp } from "../ledger/attestations.ts";
import type { Database } from "./database.ts";

export function attestationsTable(database: Database): AttestationsTable {
  return {
    async addCosignature(cosignature) {
      await database
        .insertInto("cosignatures")
        .values(cosignature)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async addTimestamp(timestamp) {
      await database
        .insertInto("timestamps")
        .values(timestamp)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    cosignatures: (size) =>
      database
        .selectFrom("cosignatures")
        .select(["witness", "line"])
        .where("size", "=", size)
        .orderBy("witness")
        .execute(),

    async newestCosigned(witness) {
      const { rows } = await sql<StoredCheckpoint & { line: string }>`
        select c.size, c.note, s.line from cosignatures s join checkpoints c using (size)
        where s.witness = ${witness} order by s.size desc limit 1`.execute(database);
      return rows[0] ?? null;
    },

    async newestWitnessed(witnesses, needed) {
      const { rows } = await sql<StoredCheckpoint>`
        select c.size, c.note from (
          select size from cosignatures where witness = any(${[...witnesses]}::text[])
          group by size having count(*) >= ${needed} order by size desc limit 1
        ) s join checkpoints c using (size)`.execute(database);
      return rows[0] ?? null;
    },

    async newestTimestamp() {
      const { rows } = await sql<StoredCheckpoint & StoredTimestamp>`
        select c.size, c.note, t.token, t.signature from timestamps t join checkpoints c using (size)
        order by t.size desc limit 1`.execute(database);
      return rows[0] ?? null;
    },

    async checkpointAfter(size) {
      const { rows } = await sql<StoredCheckpoint>`
        select size, note from checkpoints where size > ${size} order by size limit 1`.execute(database);
      return rows[0] ?? null;
    },
  };
}
