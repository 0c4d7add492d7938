// No way round: the role that the application works as can read the ledger and add to it, and can grant itself no more.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import { openMasterKeys } from "../../src/ledger/master-keys.ts";
import { openStore } from "../../src/store/store.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, tell } from "../support/people.ts";
import { emptyDatabase, makeWorld, type TestWorld } from "../support/world.ts";

const ledger = ["facts", "publications", "log_leaves", "log_hashes", "checkpoints", "delivery_batches"];
const masters = openMasterKeys(() => "4d".repeat(32));

/** What whoever has the application's connection might try, and what must come of it. */
const attempts: readonly (readonly [string, (table: string) => readonly string[]])[] = [
  ["updating", (table) => [`update ${table} set ${column(table)} = ${column(table)}`]],
  ["deleting", (table) => [`delete from ${table}`]],
  ["truncating", (table) => [`truncate ${table}`]],
  ["disabling the triggers", (table) => [`alter table ${table} disable trigger all`]],
  ["dropping the triggers", (table) => [`drop trigger ${table}_append_only on ${table}`]],
  ["dropping the table", (table) => [`drop table ${table}`]],
  ["taking the table over", (table) => [`alter table ${table} owner to current_user`]],
  [
    "a rule in place of what is inserted",
    (table) => [`create rule r as on insert to ${table} do instead nothing`],
  ],
  [
    "a trigger of its own",
    (table) => [`create trigger t before insert on ${table} execute function refuse_change()`],
  ],
];
const column = (table: string) =>
  ({ checkpoints: "note", publications: "hash", delivery_batches: "root", facts: "source" })[table] ?? "hash";
const elsewhere = [
  "create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'",
  "alter table facts alter column written_at set default '2020-01-01'",
  "alter function await_sequencing() reset search_path",
  "create function public.statement_timestamp() returns timestamptz language sql as 'select now()'",
  "set session_replication_role = replica",
  "alter role current_user superuser",
  "drop schema public cascade",
  "alter database :database owner to current_user",
  "alter table deliveries disable trigger all",
  "delete from migrations",
];

function bars(open: () => Promise<{ app: string; close(): Promise<void> }>): void {
  let app: pg.Client;
  let opened: { app: string; close(): Promise<void> };
  beforeAll(async () => {
    opened = await open();
    app = new pg.Client(opened.app);
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await opened.close();
  });
  /** What PostgreSQL answers: the code of its refusal, or `done`. */
  const tried = async (statement: string) =>
    app.query(statement.replace(":database", new URL(opened.app).pathname.slice(1))).then(
      () => `done: ${statement}`,
      (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
    );

  it.each(attempts)("%s is refused on every table of the log", async (_, statements) => {
    for (const table of ledger)
      for (const statement of statements(table))
        expect([table, await tried(statement)]).toEqual([table, "42501"]);
  });

  it("granting itself what it lacks gives it nothing", async () => {
    for (const table of ledger) {
      await tried(`grant update, delete, truncate on ${table} to current_user`);
      expect([table, await tried(`delete from ${table}`)]).toEqual([table, "42501"]);
    }
  });

  it.each(elsewhere)("%s is refused", async (statement) => {
    expect(await tried(statement)).toMatch(/^42(501|704)$|^0LP01$/);
  });

  it("a table of its own in the place of the waiting list takes no fact past the log", async () => {
    await app.query("create temp table waiting_facts (positions bigint[])");
    await app.query("set search_path = pg_temp, public");
    const { rows } = await app.query(
      `insert into facts (subject_id, fact_id, type, at, body, source, recorded_at)
       values (gen_random_uuid(), 'past', 'activity.observed', now(), '{}', 'file', now()) returning position`,
    );
    const waits = `select from public.waiting_facts where ${rows[0].position} = any(positions)`;
    expect((await app.query(waits)).rowCount).toBe(1);
    await app.query("reset search_path; drop table pg_temp.waiting_facts");
  });
}

describe("on the embedded PostgreSQL, as the role of the application", () => {
  bars(async () => {
    const world = await filled(await makeWorld());
    return { app: world.databaseUrl, close: world.close };
  });

  it("an audit says that it could not lift its bars", async () => {
    const world = await makeWorld();
    expect(await verifyLog(world)).toMatchObject({ fault: null, couldLiftBars: false });
    await world.close();
  });

  it("an audit as the owner says that it could", async () => {
    const world = await makeWorld();
    const store = await openStore(world.ownerUrl, world.secrets.fingerprint, masters);
    expect(await verifyLog({ ...world, store })).toMatchObject({ fault: null, couldLiftBars: true });
    await store.close();
    await world.close();
  });
});

describe("a database that only its owner may change", () => {
  it("is not migrated without the owner, and says whose address is missing", async () => {
    const owner = await emptyDatabase(inject("ownerUrl"));
    const app = new URL(owner);
    app.username = new URL(inject("postgresUrl")).username;
    await expect(openStore(app.href, "f", masters)).rejects.toMatchObject({ code: "migration-refused" });
    await (await openStore(app.href, "f", masters, undefined, owner)).close();
    // Nothing is missing any more, so the owner is not asked for.
    await (await openStore(app.href, "f", masters)).close();
  });
});

needs("postgresql-15").describe("on PostgreSQL 15, as the role of the application", (server) => {
  bars(async () => {
    const [owner, app] = ["owner", "app"].map((name) => `licet_${name}_${randomUUID().slice(0, 8)}`);
    const admin = new pg.Client(server);
    await admin.connect();
    await admin.query(`create role ${owner} login createdb`);
    await admin.query(`create role ${app} login`);
    await admin.query(`create database ${app} owner ${owner}`);
    const as = (role = "") => {
      const url = new URL(server);
      url.pathname = `/${app}`;
      url.username = role;
      return url.href;
    };
    const world = await filled(await makeWorld({ databaseUrl: as(app), ownerUrl: as(owner) }));
    expect(await world.store.couldLiftBars()).toBe(false);
    return {
      app: world.databaseUrl,
      close: async () => {
        await world.close();
        await admin.query(`drop database ${app} with (force)`);
        await admin.query(`drop role ${app}; drop role ${owner}`);
        await admin.end();
      },
    };
  });
});

async function filled(world: TestWorld): Promise<TestWorld> {
  await tell(world, "ana@example.com", goodConsent());
  await sequence(world);
  return world;
}
