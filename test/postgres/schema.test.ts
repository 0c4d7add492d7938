import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { connect } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { needs } from "../support/needs.ts";
import { address, tell, tellMany } from "../support/people.ts";
import { dumpSchema } from "../support/schema-dump.ts";
import { cloneDatabase, emptyDatabase, makeWorld, ownerOf } from "../support/world.ts";

const file = join(import.meta.dirname, "..", "..", "migrations", "schema.sql");
let connection: ReturnType<typeof connect>;

beforeAll(async () => {
  connection = connect(ownerOf(await cloneDatabase()));
});
afterAll(() => connection.pool.end());

describe("the schema", () => {
  it("is the dump that stands beside the migrations", async () => {
    const dump = await dumpSchema(connection.pool);
    if (process.env.LICET_WRITE_SCHEMA) writeFileSync(file, dump);
    expect(dump).toBe(readFileSync(file, "utf8"));
  });

  it("is left as it is by a second migration", async () => {
    expect(await migrate(connection.pool)).toEqual([]);
  });

  it("is refused where a newer Licet has migrated it", async () => {
    const { pool } = connect(ownerOf(await cloneDatabase()));
    await pool.query("insert into migrations (name) values ('9999_from_the_future.sql')");
    await expect(migrate(pool)).rejects.toMatchObject({ code: "database-newer" });
    await pool.end();
  });
});

describe("a database of before the vault", () => {
  const asBefore = async (people: string) => {
    const { pool } = connect(await emptyDatabase(inject("ownerUrl")));
    await pool.query(readFileSync(join(dirname(file), "0001_ground.sql"), "utf8"));
    await pool.query("create table migrations (name text primary key, applied_at timestamptz default now())");
    await pool.query("insert into migrations (name) values ('0001_ground.sql')");
    await pool.query(`insert into subjects (subject_id, address, first_seen_at) ${people}`);
    return pool;
  };

  it("is refused where people stand in it, whose addresses SQL cannot seal", async () => {
    const pool = await asBefore("values (gen_random_uuid(), 'ana@example.com', now())");
    await expect(migrate(pool)).rejects.toMatchObject({ code: "database-unsealed" });
    await pool.end();
  });

  it("is brought up to date where it is empty", async () => {
    const pool = await asBefore("select gen_random_uuid(), 'ana@example.com', now() where false");
    expect(await migrate(pool)).toContain("0003_vault.sql");
    await pool.end();
  });
});

describe("a database of before facts had keys of their own", () => {
  const asBefore = async (sealed: string) => {
    const { pool } = connect(await emptyDatabase(inject("ownerUrl")));
    await pool.query("create table migrations (name text primary key, applied_at timestamptz default now())");
    for (const name of ["0001_ground.sql", "0002_log.sql", "0003_vault.sql"]) {
      await pool.query(readFileSync(join(dirname(file), name), "utf8"));
      await pool.query("insert into migrations (name) values ($1)", [name]);
    }
    await pool.query(
      `insert into facts (subject_id, fact_id, type, at, body, source, recorded_at, sealed)
       values (gen_random_uuid(), 'f', 'activity.observed', now(), '{}', 'file', now(), ${sealed})`,
    );
    return pool;
  };

  it("is refused where something is sealed in the former way, and says what to do", async () => {
    const pool = await asBefore("'\\x00'");
    await expect(migrate(pool)).rejects.toMatchObject({
      code: "database-unsealed",
      message: expect.stringContaining("begin with an empty one"),
    });
    await pool.end();
  });

  it("is brought up to date where nothing is", async () => {
    const pool = await asBefore("null");
    expect(await migrate(pool)).toContain("0004_fact_seals.sql");
    await pool.end();
  });
});

needs("postgresql-15").describe("on PostgreSQL 15", (server) => {
  it("the schema comes out the same", async () => {
    const { pool } = connect(await emptyDatabase(server));
    await migrate(pool);
    expect(await dumpSchema(pool)).toBe(readFileSync(file, "utf8"));
    await pool.end();
  });

  it("facts are recorded, verdicts decided and a campaign sent as on the embedded one", async () => {
    const world = await makeWorld({ databaseUrl: await emptyDatabase(server) });
    await tellMany(world, 30);
    await tell(world, address(7), {
      id: "left",
      type: "consent.withdrawn",
      at: "2026-11-20T10:00:00Z",
      purpose: "newsletter",
    });
    const template = { format: "markdown", subject: "Spring", body: "Hello" } as const;
    const campaign = await startCampaign(world, { purpose: "newsletter", template });
    expect(await runCampaign(world, campaign.id)).toMatchObject({ sent: 29, refused: { withdrawn: 1 } });
    expect(new Set(world.caught.map(({ forwardPath }) => forwardPath)).size).toBe(29);
    await world.close();
  });
});
