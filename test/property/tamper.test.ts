// Whoever holds the database may change it, but not unseen: `licet verify` finds the change and says where it is. What
// a single byte is changed in is the matter of `tamper-bytes.test.ts`.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { newFact } from "../../src/app/consent/new-fact.ts";
import { record } from "../../src/app/consent/record.ts";
import { askWitness } from "../../src/app/ledger/ask-witness.ts";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { type Fault, verifyLog } from "../../src/app/ledger/verify-log.ts";
import { sweepOutdated } from "../../src/app/subjects/sweep.ts";
import { address, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { openWitness, type TestWitness } from "../support/witness.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let admin: pg.Client;
let witness: TestWitness;
const covered = [
  "facts",
  "log_leaves",
  "log_hashes",
  "checkpoints",
  "delivery_batches",
  "cosignatures",
  "deliveries",
  "standings",
  "permissions",
  "publications",
  "subjects",
  "vault",
  "connections",
] as const;

beforeAll(async () => {
  witness = await openWitness();
  const { witness: asked } = witness;
  world = await makeWorld({ attestors: { witnesses: [asked] } });
  witness.log = await logSigner(world, world.store);
  admin = new pg.Client({ connectionString: world.ownerUrl });
  await admin.connect();
  await tellMany(world, 150);
  await sequence(world);
  await askWitness(world, asked);
  for (let person = 0; person < 30; person += 1)
    await tell(world, address(person), {
      id: "left",
      type: "consent.withdrawn",
      at: new Date().toISOString(),
      purpose: "newsletter",
    });
  for (let person = 30; person < 50; person += 1) await click(address(person));
  const { id } = await startCampaign(world, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body: "Hello" },
  });
  await runCampaign(world, id);
  await sequence(world);
  await askWitness(world, asked);
  await admin.query(`grant update, delete on ${covered.join(", ")} to current_user`);
  for (const table of covered) await admin.query(`alter table ${table} disable trigger user`);
  expect((await verifyLog(world)).fault).toBeNull();
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await witness.close();
});

/** What somebody does on a page, with where that came from. */
async function click(email: string): Promise<void> {
  const fact = newFact({ id: "click", type: "activity.observed", at: new Date().toISOString() }, "page:test");
  const connection = { networkAddress: "192.0.2.7", userAgent: "Browser/1" };
  const [recorded] = await record(world, [
    { who: { subject: subjectOf(world, email) }, facts: [fact], connection },
  ]);
  expect(recorded).toMatchObject({ ok: true, added: 1 });
}

/** Keeps copies of these tables, changes the database, audits it, and puts all back. */
async function tampered(tables: readonly string[], change: () => Promise<void>): Promise<Fault | null> {
  for (const table of tables) await admin.query(`create table kept_${table} as select * from ${table}`);
  try {
    await change();
    return (await verifyLog(world)).fault;
  } finally {
    for (const table of tables) {
      await admin.query(`delete from ${table}`);
      await admin.query(`insert into ${table} overriding system value select * from kept_${table}`);
      await admin.query(`drop table kept_${table}`);
    }
  }
}
const log = [
  "facts",
  "waiting_facts",
  "log_leaves",
  "log_hashes",
  "checkpoints",
  "cosignatures",
  "delivery_batches",
];
const run =
  (...statements: string[]) =>
  async () => {
    for (const statement of statements) await admin.query(statement);
  };

describe("found with its position is a fact that was", () => {
  const at = (offset: number) => `(select position from facts order by position offset ${offset} limit 1)`;
  const position = async (offset: number) =>
    (await admin.query(`select ${at(offset)}::int as position`)).rows[0].position as number;

  it("changed", async () => {
    const fault = await tampered(
      ["facts"],
      run(`update facts set source = 'api:forged' where position = ${at(17)}`),
    );
    expect(fault).toMatchObject({ kind: "entry-changed", position: await position(17) });
  });

  it("dropped", async () => {
    const fault = await tampered(["facts"], run(`delete from facts where position = ${at(40)}`));
    expect(fault).toMatchObject({ kind: "entry-missing", position: await position(40) });
  });

  it("dropped before it was in the log", async () => {
    await admin.query("alter table facts enable trigger user");
    await tell(world, "waiting@example.com", goodConsent());
    await admin.query("alter table facts disable trigger user");
    const waiting = "(select min(positions[1]) from waiting_facts)";
    const { rows } = await admin.query(`select ${waiting}::int as position`);
    const fault = await tampered(["facts"], run(`delete from facts where position = ${waiting}`));
    expect(fault).toMatchObject({ kind: "fact-dropped", position: rows[0].position });
    await sequence(world);
  });

  it("swapped with another", async () => {
    const fault = await tampered(
      ["facts"],
      run(`update facts set position = case position when ${at(8)} then ${at(9)} else ${at(8)} end
           where position in (${at(8)}, ${at(9)})`),
    );
    expect(fault).toMatchObject({ kind: "entry-changed", position: await position(8) });
  });

  it("duplicated", async () => {
    const copy = (columns: string) =>
      `insert into facts select subject_id, 'copy', ${columns}, type, at, body, shown, source, recorded_at, sealed, written_at
       from facts where position = ${at(3)}`;
    expect(await tampered(["facts"], run(copy("(select max(position) + 1000 from facts)")))).toMatchObject({
      kind: "fact-outside",
    });
    expect(await tampered(["facts"], run(copy("position")))).toMatchObject({
      index: expect.any(Number),
      position: await position(3),
    });
  });

  const forge = (recorded: string, written: string) =>
    tampered(log, async () => {
      await admin.query(
        `with forged as (
           insert into facts (subject_id, fact_id, type, at, body, source, recorded_at, written_at)
           select subject_id, 'forged', 'activity.observed', ${recorded}, '{}', 'file', ${recorded}, ${written}
           from subjects limit 1 returning position)
         insert into waiting_facts (positions) select array_agg(position) from forged`,
      );
      await sequence(world);
    });
  it.each([
    ["clock-differs", "'2026-01-01'", "clock_timestamp()"],
    ["back-dated", "'2026-01-01'", "'2026-01-01'"],
    ["post-dated", "now() + interval '1 hour'", "now() + interval '1 hour'"],
  ])("put in as of another time (%s)", async (kind, recorded, written) => {
    const fault = await forge(recorded, written);
    expect(fault).toMatchObject({ kind, position: expect.any(Number) });
  });
});

describe("found is also", () => {
  it("a log written anew with a fresh signature, by whoever holds an older checkpoint", async () => {
    const held = (await admin.query("select note from checkpoints order by size limit 1")).rows[0].note;
    expect((await verifyLog(world, { held })).fault).toBeNull();
    let heldAgainst: Fault | null = null;
    const seen = await tampered(log, async () => {
      await admin.query(
        "update facts set source = 'api:forged' where position = (select min(position) from facts)",
      );
      for (const table of ["log_leaves", "log_hashes", "checkpoints", "cosignatures"])
        await admin.query(`delete from ${table}`);
      await admin.query("delete from delivery_batches");
      await admin.query("insert into waiting_facts (positions) select array_agg(position) from facts");
      await admin.query(
        "insert into waiting_deliveries (campaign_id, subjects) select campaign_id, array_agg(subject_id) from deliveries where state = 'sent' group by 1",
      );
      await sequence(world);
      heldAgainst = (await verifyLog(world, { held })).fault;
    });
    expect(seen).toBeNull();
    expect(heldAgainst).toMatchObject({ kind: "held-inconsistent" });
  });

  it("a checkpoint that is gone though others have attested it", async () => {
    const fault = await tampered(
      ["checkpoints"],
      run("delete from checkpoints where size = (select min(size) from cosignatures)"),
    );
    expect(fault).toMatchObject({ kind: "attestation-outside", index: expect.any(Number) });
  });

  it("a cosignature that was moved to another checkpoint", async () => {
    const fault = await tampered(
      ["cosignatures"],
      run(
        "delete from cosignatures where size = (select max(size) from cosignatures)",
        "update cosignatures set size = (select max(size) from checkpoints)",
      ),
    );
    expect(fault).toMatchObject({
      kind: "cosignature-wrong",
      position: expect.any(Number),
      words: "witness.example/w1",
    });
  });

  it("a log that lost its end, by whoever holds the newest checkpoint", async () => {
    const { checkpoint } = await world.store.log.head();
    let fault: Fault | null = null;
    await tampered(log, async () => {
      await admin.query("delete from checkpoints where size > 300");
      await admin.query("delete from log_leaves where index >= 300");
      await admin.query("delete from log_hashes where (index + 1) * 256 ^ level > 300");
      fault = (await verifyLog(world, { held: checkpoint?.note ?? "" })).fault;
    });
    expect(fault).toMatchObject({ kind: "held-shortened" });
  });

  it("a checkpoint that this log never signed is no measure", async () => {
    const forged = ((await world.store.log.head()).checkpoint?.note ?? "").replace(
      "licet/lunaria",
      "licet/other",
    );
    await expect(verifyLog(world, { held: forged })).rejects.toMatchObject({ code: "checkpoint-malformed" });
  });

  it("a refusal that was turned into a permit", async () => {
    const fault = await tampered(
      ["permissions"],
      run(
        "update permissions set permitted = true, basis = 'consent', code = null, evidence = '{consent}' where code = 'withdrawn'",
      ),
    );
    expect(fault).toMatchObject({ kind: "permission-differs", subject: expect.any(String) });
  });

  it("a recipient who became a company, with the permission that the law then gives", async () => {
    const fault = await tampered(["subjects", "permissions"], async () => {
      await admin.query(`update subjects set recipient = '{"country": "ES", "kind": "legal"}'`);
      await admin.query("update permissions set decided_under = ''");
      await sweepOutdated(world);
    });
    expect(fault).toMatchObject({ kind: "recipient-differs", subject: expect.any(String) });
  });

  it("a person who was taken away with all but the facts", async () => {
    const gone = "where subject_id = (select subject_id from facts order by position limit 1)";
    const fault = await tampered(
      ["subjects", "standings", "permissions", "vault"],
      run(
        ...["subjects", "standings", "permissions", "vault"].map((table) => `delete from ${table} ${gone}`),
      ),
    );
    expect(fault).toMatchObject({ kind: "person-missing", position: expect.any(Number) });
  });

  it("a key that was destroyed without an erasure on record", async () => {
    const fault = await tampered(
      ["vault"],
      run("delete from vault where subject_id = (select min(subject_id::text)::uuid from vault)"),
    );
    expect(fault).toMatchObject({ kind: "sealed-changed", subject: expect.any(String) });
  });

  it("a wording in force that was never published", async () => {
    const fault = await tampered(
      ["publications"],
      run("delete from publications where (kind, key) = ('purpose', 'newsletter')"),
    );
    expect(fault).toMatchObject({ kind: "words-changed", words: "purpose newsletter version 1" });
  });

  it("a message that was sent and is said to have failed", async () => {
    const fault = await tampered(["deliveries"], run("update deliveries set state = 'failed'"));
    expect(fault).toMatchObject({ kind: "entry-changed", position: expect.any(Number) });
  });

  it("where an act came from, where it is gone before its time, or was put in the place of another", async () => {
    const first = "(select min(ctid) from connections)";
    expect(
      await tampered(["connections"], run(`delete from connections where ctid = ${first}`)),
    ).toMatchObject({
      kind: "connection-missing",
      position: expect.any(Number),
    });
    const other = `(select sealed from connections where ctid <> ${first} limit 1)`;
    const swapped = run(`update connections set sealed = ${other} where ctid = ${first}`);
    expect(await tampered(["connections"], swapped)).toMatchObject({
      kind: "connection-changed",
      position: expect.any(Number),
    });
    const added = run(
      `insert into connections select subject_id, 'consent', sealed, forget_at from connections limit 1`,
    );
    expect(await tampered(["connections"], added)).toMatchObject({ kind: "connection-changed" });
    const sooner = run(
      "update facts set connection_until = now() where position = (select min(position) from facts where connection_until is not null)",
      `delete from connections where (subject_id, fact_id) = (
         select subject_id, fact_id from facts where connection_until is not null order by position limit 1)`,
    );
    expect(await tampered(["facts", "connections"], sooner)).toMatchObject({ kind: "entry-changed" });
  });

  it("a message that was never sent, and one without evidence", async () => {
    const forged = (state: string) =>
      run(
        `insert into deliveries (subject_id, campaign_id, state, lease, basis, evidence, jurisdiction, rules, position, asked_at)
         select gen_random_uuid(), campaign_id, '${state}', lease, 'consent', '{nothing}', 'ES', rules, position, now() from deliveries limit 1`,
      );
    expect(await tampered(["deliveries"], forged("sent"))).toMatchObject({ kind: "delivery-outside" });
    expect(await tampered(["deliveries"], forged("uncertain"))).toMatchObject({ kind: "delivery-unproved" });
  });
});
