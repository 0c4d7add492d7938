// What comes from PostgreSQL is read as it was written, by the short way and by the long.

import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Instant } from "../../src/core/instant.ts";
import { connect, timestamp } from "../../src/store/database.ts";
import { cloneDatabase } from "../support/world.ts";

let opened: ReturnType<typeof connect>;
beforeAll(async () => {
  opened = connect(await cloneDatabase());
});
afterAll(() => opened.pool.end());

const piece = fc.constantFrom("a", "import-7", "NULL", "null", "{", "}", ",", '"', "\\", " ", "é", "");
const texts = fc.array(fc.option(fc.string({ unit: piece, maxLength: 4 })), { maxLength: 4 });
const instants = fc.integer({ min: Date.UTC(1970), max: Date.UTC(2200) });

it("lists of texts, whatever stands in them", () =>
  fc.assert(
    fc.asyncProperty(texts, async (list) => {
      const { rows } = await sql<{ list: unknown }>`select ${list}::text[] as list`.execute(opened.database);
      expect(rows).toEqual([{ list }]);
    }),
    { numRuns: 200 },
  ));

it.each(["UTC", "Asia/Kolkata", "America/St_Johns"])("instants, in a session at %s", (zone) =>
  opened.database.connection().execute(async (database) => {
    await sql`select set_config('timezone', ${zone}, false)`.execute(database);
    await fc.assert(
      fc.asyncProperty(instants, async (at) => {
        const { rows } = await sql`select ${timestamp(at as Instant)}::timestamptz as at`.execute(database);
        expect(rows).toEqual([{ at }]);
      }),
      { numRuns: 50 },
    );
  }),
);
