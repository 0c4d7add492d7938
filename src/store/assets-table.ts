// Logos and fonts of themes: each is named by the hash of its bytes and never changes.
import { sql } from "kysely";
import type { AssetsTable } from "../app/setup/theme.ts";
import type { Database } from "./database.ts";

export function assetsTable(database: Database): AssetsTable {
  return {
    async add(assets) {
      for (const { name, mediaType, bytes } of assets)
        await sql`
          insert into assets (name, media_type, bytes) values (${name}, ${mediaType}, ${bytes})
          on conflict do nothing`.execute(database);
    },

    async find(name) {
      const { rows } = await sql<{ media_type: string; bytes: Buffer }>`
        select media_type, bytes from assets where name = ${name}`.execute(database);
      return rows[0] ? { name, mediaType: rows[0].media_type, bytes: rows[0].bytes } : null;
    },
  };
}
