// The sequencer: every committed fact is put into the log once, in order, whoever else writes, sequences or dies.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { rebuild } from "../../src/app/ledger/rebuild.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import type { World } from "../../src/app/ports.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { readCheckpoint } from "../../src/ledger/checkpoint.ts";
import { openMasterKeys } from "../../src/ledger/master-keys.ts";
import { openStore } from "../../src/store/store.ts";
import { address, goodConsent, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const masters = openMasterKeys(() => "4d".repeat(32));
let world: TestWorld;
let admin: pg.Client;
beforeAll(async () => {
  world = await makeWorld();
  admin = new pg.Client({ connectionString: world.ownerUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const sizes = async () =>
  (await admin.query("select size::int from checkpoints order by size")).rows.map(
    ({ size }) => size as number,
  );
const clean = { fault: null, waiting: { facts: 0, deliveries: 0 } };
let somebody = 0;
const another = (from: World = world) => tell(from, `somebody-${somebody++}@example.com`, goodConsent());

describe("sequencing", () => {
  it("puts every fact into the log, under a checkpoint of its own key", async () => {
    await tellMany(world, 300);
    const { added, more } = await sequence(world);
    expect({ added, more }).toEqual({ added: 600, more: false });
    const { leaves, checkpoint } = await world.store.log.head();
    const signed = readCheckpoint(checkpoint?.note ?? "", await logSigner(world, world.store));
    expect(signed).toMatchObject({ size: 600, origin: "127.0.0.1:4000/licet/lunaria" });
    expect(leaves).toBe(600);
    expect(await verifyLog(world)).toMatchObject({ ...clean, leaves: 600, people: 300, outdated: 0 });
  });

  it("signs nothing where nothing waits", async () => {
    const before = await sizes();
    expect(await sequence(world)).toEqual({ added: 0, more: false });
    expect(await sizes()).toEqual(before);
  });

  it("goes on from the right edge, across the border of a tile", async () => {
    for (let people = 0; people < 5; people += 1) {
      for (let facts = 0; facts < 40; facts += 1) await another();
      await sequence(world);
    }
    expect(await verifyLog(world)).toMatchObject(clean);
  });

  it("puts what is committed late behind what was committed before it, whatever position it has", async () => {
    const slow = new pg.Client({ connectionString: world.ownerUrl });
    await slow.connect();
    await slow.query("begin");
    const insert = (id: string) =>
      `insert into facts (subject_id, fact_id, type, at, body, source, recorded_at)
       values (gen_random_uuid(), '${id}', 'activity.observed', now(), '{}', 'file', now()) returning position::int`;
    const early = (await slow.query(insert("early"))).rows[0].position as number;
    const late = (await admin.query(insert("late"))).rows[0].position as number;
    await sequence(world);
    await slow.query("commit");
    await slow.end();
    await sequence(world);

    const { rows } = await admin.query("select position::int from log_leaves order by index desc limit 2");
    expect(early).toBeLessThan(late);
    expect(rows.map(({ position }) => position)).toEqual([early, late]);
  });

  it("is done once by many who ask at the same moment, while others write", async () => {
    const stores = await Promise.all(
      [1, 2].map(() => openStore(world.databaseUrl, world.secrets.fingerprint, masters)),
    );
    const worlds: World[] = stores.map((store) => ({ ...world, store }));
    let writing = true;
    const writers = Promise.all(
      worlds.map(async (own) => {
        for (let facts = 0; facts < 60; facts += 1) await another(own);
      }),
    ).finally(() => {
      writing = false;
    });
    await Promise.all(
      worlds.map(async (own) => {
        while (writing) await sequence(own);
      }),
    );
    await writers;
    await sequence(world);
    await Promise.all(stores.map((store) => store.close()));

    const { rows } = await admin.query(
      `select count(*)::int as leaves, count(distinct position)::int as facts, max(index)::int + 1 as size from log_leaves`,
    );
    expect(rows[0].leaves).toBe(rows[0].facts);
    expect(rows[0].leaves).toBe(rows[0].size);
    expect((await admin.query("select count(*)::int as n from facts")).rows[0].n).toBe(rows[0].size);
    expect(new Set(await sizes()).size).toBe((await sizes()).length);
  });

  it("cut off in the middle leaves nothing behind, and the next one does it all", async () => {
    await another();
    const before = await sizes();
    const failing: World = {
      ...world,
      store: {
        ...world.store,
        transaction: (work) =>
          world.store.transaction((tables) =>
            work({
              ...tables,
              log: {
                ...tables.log,
                append: async (addition) => {
                  await tables.log.append(addition);
                  throw new Error("cut off");
                },
              },
            }),
          ),
      },
    };
    await expect(sequence(failing)).rejects.toThrow("cut off");
    expect(await sizes()).toEqual(before);
    expect((await world.store.log.waiting()).facts).toBe(2);
    expect((await sequence(world)).added).toBe(2);
  });

  it("puts deliveries into the log as few leaves, of at most 256 each", async () => {
    const before = (await world.store.log.head()).leaves;
    const { id } = await startCampaign(world, {
      purpose: "newsletter",
      template: { format: "markdown", subject: "Spring", body: "Hello" },
    });
    const { sent } = await runCampaign(world, id);
    expect(sent).toBeGreaterThan(300);
    expect((await world.store.log.waiting()).deliveries).toBe(sent);
    await sequence(world);
    expect((await world.store.log.head()).leaves).toBe(before + Math.ceil(sent / 256));
    const { rows } = await admin.query(
      "select cardinality(subjects) as n from delivery_batches order by position",
    );
    expect(rows.slice(0, -1).every(({ n }) => n === 256)).toBe(true);
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(sent);
  });
});

describe("the log gives the application no right to", () => {
  const tables = [
    "log_leaves",
    "log_hashes",
    "checkpoints",
    "delivery_batches",
    "cosignatures",
    "timestamps",
  ];
  // A trigger for each row says nothing where there is none.
  const row: Readonly<Record<string, string>> = {
    cosignatures: "values (1, 'key', 'line')",
    timestamps: "values (1, 'token', 'signature')",
  };
  it.each(tables)("change, delete or truncate %s, and a trigger refuses whoever takes it", async (table) => {
    for (const statement of [`delete from ${table}`, `truncate ${table}`]) {
      await expect(admin.query(statement)).rejects.toMatchObject({ code: "42501" });
      await admin.query("begin");
      await admin.query(`grant update, delete, truncate on ${table} to current_user`);
      await admin.query(`insert into ${table} ${row[table] ?? `select * from ${table} where false`}`);
      await expect(admin.query(statement)).rejects.toMatchObject({ code: "23001" });
      await admin.query("rollback");
    }
  });

  it("change a message that was sent", async () => {
    await expect(admin.query("update deliveries set evidence = '{other}'")).rejects.toMatchObject({
      code: "23001",
    });
    await expect(admin.query("delete from deliveries")).rejects.toMatchObject({ code: "23001" });
  });

  it("say when a fact was written", async () => {
    const forged = (when: string) =>
      admin.query(
        `insert into facts (subject_id, fact_id, type, at, body, source, recorded_at, written_at)
         values (gen_random_uuid(), 'forged', 'activity.observed', now(), '{}', 'file', now(), ${when})`,
      );
    for (const when of ["'2020-01-01'", "now() + interval '1 microsecond'", "clock_timestamp()"])
      await expect(forged(when)).rejects.toMatchObject({ code: "23001" });
  });
});

describe("the waiting list", () => {
  let apart: TestWorld;
  let owner: pg.Pool;
  beforeAll(async () => {
    apart = await makeWorld();
    owner = new pg.Pool({ connectionString: apart.ownerUrl });
    await tellMany(apart, 3);
  });
  afterAll(async () => {
    await owner.end();
    await apart.close();
  });
  const waiting = async () =>
    (await owner.query("select waiting_no, positions from waiting_facts order by waiting_no")).rows;

  it("has a row for up to a hundred facts, and none for none", async () => {
    await tellMany(apart, 130);
    // Three were there; each has a source and a consent.
    expect((await waiting()).map(({ positions }) => positions.length)).toEqual([6, 100, 100, 54]);
    await expect(owner.query("insert into waiting_facts (positions) values ('{}')")).rejects.toMatchObject({
      code: "23514",
    });
  });

  it("keeps what is not there, as it stands, and lets everything else by", async () => {
    const [first] = await waiting();
    await owner.query(
      "update waiting_facts set positions = positions || 900001::bigint where waiting_no = $1",
      [first.waiting_no],
    );
    await owner.query("insert into waiting_facts (positions) values ('{900002}')");
    expect(await sequence(apart)).toMatchObject({ added: 260 });
    const left = await waiting();
    expect(left.map(({ positions }) => positions.map(Number)).sort()).toEqual([[900001], [900002]]);
    expect(await sequence(apart)).toMatchObject({ added: 0 });
    expect(await waiting()).toEqual(left);
    expect((await verifyLog(apart)).fault).toMatchObject({ kind: "fact-dropped", position: 900001 });
    await owner.query("delete from waiting_facts");
  });

  it("stops where two facts have one position, rather than pass one of them by", async () => {
    await owner.query(
      `insert into facts (subject_id, fact_id, position, type, at, body, source, recorded_at)
       select subject_id, 'ghost ' || n, 900003, 'activity.observed', now(), '{}', 'file', now()
       from generate_series(1, 2) n, (select subject_id from subjects limit 1) s`,
    );
    await expect(sequence(apart)).rejects.toMatchObject({ code: "23505" });
  });
});

describe("the clock", () => {
  it("of a machine that is wrong puts nothing on record", async () => {
    const store = await openStore(world.databaseUrl, world.secrets.fingerprint, masters, 300_000);
    const late: World = { ...world, store, clock: { now: () => (Date.now() - 360_000) as never } };
    await expect(tell(late, address(9000), goodConsent())).rejects.toMatchObject({ code: "clock-wrong" });
    await expect(tell({ ...world, store }, address(9000), goodConsent())).resolves.toBeTruthy();
    await store.close();
  });
});

describe("an erasure", () => {
  it("leaves every hash as it was, and what is made anew from the skeletons the same", async () => {
    const own = await makeWorld();
    const email = "Erased.Person@example.com";
    const sale = { id: "sale", type: "sale.concluded", at: "2026-11-02T10:00:00Z", reference: "ORDER-4711" };
    await tell(own, email, goodConsent(), sale);
    await tell(own, "stays@example.com", goodConsent(), sale);
    await sequence(own);
    const hashes = () => own.store.log.hashes(0, 0, 6);
    const before = await hashes();
    expect(await verifyLog(own)).toMatchObject(clean);

    await erase(own, parseAddress(email) ?? expect.fail("not an address"), "command");
    await sequence(own);
    expect(await verifyLog(own)).toMatchObject({ ...clean, leaves: 7, people: 2, outdated: 0 });
    expect(await rebuild(own)).toEqual({ people: 2, mended: 0 });
    await tell(own, email, goodConsent("again", new Date().toISOString()));
    await sequence(own);
    expect(await verifyLog(own)).toMatchObject(clean);
    expect(await rebuild(own)).toEqual({ people: 2, mended: 0 });
    expect(await hashes()).toEqual(before);
    await own.close();
  });
});

describe("rebuilding", () => {
  it("mends what was changed, and nothing else", async () => {
    expect(await rebuild(world)).toMatchObject({ mended: 0 });
    await admin.query(
      `update standings set standing = jsonb_set(standing::jsonb, '{withdrawals}', (standing -> 'consents')::jsonb)
       where subject_id in (select subject_id from standings order by subject_id limit 3)`,
    );
    await admin.query(
      "update permissions set permitted = true, basis = 'consent', code = null, evidence = '{x}' where not permitted",
    );
    expect(await rebuild(world)).toMatchObject({ mended: 3 });
    expect(await rebuild(world)).toMatchObject({ mended: 0 });
  });
});
