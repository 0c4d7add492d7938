// Witnesses over HTTP: what they cosign is kept and shown, and whatever else they answer hurts nobody and is named.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { doDuties } from "../../src/app/duties.ts";
import { askWitness } from "../../src/app/ledger/ask-witness.ts";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { showCheckpoint } from "../../src/app/ledger/show-checkpoint.ts";
import { tellAttested } from "../../src/app/ledger/tell-attested.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import type { World } from "../../src/app/ports.ts";
import { createApp } from "../../src/http/app.ts";
import { readCheckpoint } from "../../src/ledger/checkpoint.ts";
import { findCosignature } from "../../src/ledger/cosignature.ts";
import { tellMany } from "../support/people.ts";
import { openWitness, type TestWitness } from "../support/witness.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let one: TestWitness;
let two: TestWitness;
beforeAll(async () => {
  one = await openWitness();
  two = await openWitness("witness.example/w2");
  world = await makeWorld({ attestors: { witnesses: [one.witness, two.witness] } });
  one.log = two.log = await logSigner(world, world.store);
});
afterAll(async () => {
  await one.close();
  await two.close();
  await world.close();
});

let people = 0;
async function grow(facts = 2): Promise<number> {
  await tellMany(world, facts / 2, people);
  people += facts / 2;
  await sequence(world);
  return (await world.store.log.head()).leaves;
}

describe("a witness", () => {
  it("cosigns the first checkpoint, and each later one against a proof that the log only grew", async () => {
    const sizes: number[] = [];
    for (const facts of [2, 6, 600, 40]) {
      sizes.push(await grow(facts));
      expect(await askWitness(world, one.witness)).toMatchObject({ size: sizes.at(-1) });
    }
    expect(one.known.size).toBe(sizes.at(-1));
    expect(one.asked.map((body) => body.split("\n", 1)[0])).toEqual([
      "old 0",
      ...sizes.slice(0, -1).map((size) => `old ${size}`),
    ]);
    expect(await askWitness(world, one.witness)).toBeNull();
    expect(await verifyLog(world)).toMatchObject({
      fault: null,
      attested: { cosignatures: 4, timestamps: 0 },
    });
  });

  it("that knows another size than we thought is asked once more, from there", async () => {
    await grow();
    two.known.size = 0;
    await askWitness(world, two.witness);
    const elsewhere = {
      ...world,
      store: {
        ...world.store,
        attestations: { ...world.store.attestations, newestCosigned: async () => null },
      },
    };
    const size = await grow();
    two.asked.length = 0;
    expect(await askWitness(elsewhere, two.witness)).toMatchObject({ size });
    expect(two.asked.map((body) => body.split("\n", 1)[0])).toEqual(["old 0", `old ${size - 2}`]);
  });

  it.each<[string, string, (witness: TestWitness) => void]>([
    [
      "does not know the log",
      "it does not know this log",
      (witness) => {
        witness.log = null;
      },
    ],
    [
      "does not know its key",
      "it does not know the key",
      (witness) => {
        witness.instead = (response) => response.writeHead(403).end();
      },
    ],
    [
      "is out of order",
      "status 500",
      (witness) => {
        witness.instead = (response) => response.writeHead(500).end();
      },
    ],
    [
      "sends elsewhere",
      "did not answer",
      (witness) => {
        witness.instead = (response) => response.writeHead(307, { Location: "/add-checkpoint" }).end();
      },
    ],
    [
      "breaks off",
      "did not answer",
      (witness) => {
        witness.instead = (response) => response.destroy();
      },
    ],
    [
      "talks without end",
      "did not answer",
      (witness) => {
        witness.instead = (response) => {
          response.on("error", () => {});
          response.end(Buffer.alloc(200_000, "a"));
        };
      },
    ],
    [
      "talks nonsense",
      "not its cosignature",
      (witness) => {
        witness.instead = (response) => response.end("\u2014 witness.example/w1 AAAA\n");
      },
    ],
    [
      "says nothing",
      "not its cosignature",
      (witness) => {
        witness.instead = (response) => response.end();
      },
    ],
    [
      "does not say what it knows",
      "which size",
      (witness) => {
        witness.instead = (response) => response.writeHead(409, { "Content-Type": "text/plain" }).end("7\n");
      },
    ],
    [
      "says it in no number",
      "which size",
      (witness) => {
        witness.instead = (response) =>
          response.writeHead(409, { "Content-Type": "text/x.tlog.size" }).end("07\n");
      },
    ],
  ])("that %s is told of by name, and nothing is kept", async (_, why, change) => {
    await grow();
    const { log } = one;
    change(one);
    const asking = askWitness(world, one.witness);
    await expect(asking).rejects.toMatchObject({
      code: "witness-unanswered",
      detail: expect.stringContaining(why),
    });
    await expect(asking).rejects.toThrow(/`witness\.example\/w1`/);
    one.log = log;
    one.instead = null;
    expect(await askWitness(world, one.witness)).not.toBeNull();
  });

  it("is not believed when another signs in its name", async () => {
    await grow();
    const impostor = await openWitness(one.witness.key.name);
    impostor.log = one.log;
    const asking = askWitness(world, { ...one.witness, address: impostor.witness.address });
    await expect(asking).rejects.toMatchObject({ code: "witness-unanswered" });
    await impostor.close();
  });

  it("that has cosigned more than there is shows that the log was cut or written anew", async () => {
    await askWitness(world, one.witness);
    await grow();
    const { size } = one.known;
    one.known.size = 1_000_000;
    await expect(askWitness(world, one.witness)).rejects.toMatchObject({ code: "log-forked" });
    one.known.size = size;
  });
});

describe("the checkpoint that is shown", () => {
  const shown = async () => (await showCheckpoint(world)) ?? "";
  beforeEach(async () => {
    Object.assign(world.attestors, { needed: 2 });
    await grow();
    await askWitness(world, one.witness);
    await askWitness(world, two.witness);
  });

  it("bears every cosignature, and each is of its witness", async () => {
    const app = createApp(world, { mailbox: false, ready: () => true, ledgerPublic: true });
    const note = await (await app.request("/ledger/checkpoint")).text();
    expect(readCheckpoint(note, await logSigner(world, world.store))).toMatchObject({ size: one.known.size });
    for (const { witness } of [one, two]) {
      const found = findCosignature(note.slice(note.indexOf("\n\n") + 2), note, witness.key);
      expect(Math.abs((found?.at ?? 0) - Date.now())).toBeLessThan(60_000);
    }
    expect(await verifyLog(world, { held: note })).toMatchObject({ fault: null });
  });

  it("is the newest that enough have cosigned, until a newer one has waited too long", async () => {
    const before = await shown();
    await grow();
    await askWitness(world, one.witness);
    expect(await shown()).toBe(before);
    Object.assign(world.attestors, { needed: 1 });
    expect(await shown()).not.toBe(before);
    Object.assign(world.attestors, { needed: 2 });
    world.setClock(new Date(Date.now() + 11 * 60_000).toISOString());
    expect(await shown()).not.toBe(before);
  });
});

describe("who has attested how much", () => {
  it("is told for each, with who is late", async () => {
    world.setClock(new Date().toISOString());
    const size = await grow();
    await askWitness(world, one.witness);
    const told = await tellAttested(world);
    expect(told?.witnesses).toMatchObject([
      { name: "witness.example/w1", size, late: false },
      { name: "witness.example/w2", late: false },
    ]);
    expect(told?.timestamp).toBeNull();
    world.setClock(new Date(Date.now() + 16 * 60_000).toISOString());
    expect((await tellAttested(world))?.witnesses).toMatchObject([{ late: false }, { late: true }]);
  });
});

describe("a log that was written anew under the same key", () => {
  it("is found by its witness, who cosigned the other one", async () => {
    const own = await makeWorld({ attestors: { witnesses: [one.witness] } });
    const admin = new pg.Client({ connectionString: own.ownerUrl });
    await admin.connect();
    const fresh = await openWitness("witness.example/w3");
    fresh.log = await logSigner(own, own.store);
    await tellMany(own, 10);
    await sequence(own);
    await askWitness(own, fresh.witness);
    await admin.query("grant update, delete on facts, log_leaves, checkpoints, cosignatures to current_user");
    for (const table of ["facts", "log_leaves", "checkpoints", "cosignatures"])
      await admin.query(`alter table ${table} disable trigger user`);
    await admin.query(
      "update facts set source = 'api:forged' where position = (select min(position) from facts)",
    );
    const anew = async () => {
      for (const table of ["log_leaves", "checkpoints", "cosignatures"])
        await admin.query(`delete from ${table}`);
      await admin.query("insert into waiting_facts (positions) select array_agg(position) from facts");
      await sequence(own);
    };
    const forked = { code: "log-forked", detail: "`witness.example/w3`" };

    // Of the same size, with other leaves.
    await anew();
    expect((await verifyLog(own)).fault).toBeNull();
    await expect(askWitness(own, fresh.witness)).rejects.toMatchObject(forked);
    // And when it has grown since.
    await admin.query("alter table facts enable trigger user");
    await tellMany(own, 3, 10);
    await sequence(own);
    await expect(askWitness(own, fresh.witness)).rejects.toMatchObject(forked);
    await admin.end();
    await fresh.close();
    await own.close();
  });
});

describe("a server", () => {
  it("asks by itself, and goes on while a witness hangs", async () => {
    const hanging = await openWitness("witness.example/hangs");
    hanging.instead = () => {};
    const third = await openWitness("witness.example/w4");
    const faults: unknown[] = [];
    const own = await makeWorld({ attestors: { witnesses: [hanging.witness, third.witness] } });
    third.log = await logSigner(own, own.store);
    await tellMany(own, 2);
    await sequence(own);
    const stop = new AbortController();
    const duties = doDuties(own as World, stop.signal, (fault) => faults.push(fault));
    await expect.poll(() => third.known.size, { timeout: 10_000 }).toBe(4);
    await tellMany(own, 2, 2);
    await expect.poll(async () => (await own.store.log.head()).leaves, { timeout: 10_000 }).toBe(8);
    expect(hanging.asked).toHaveLength(1);
    // Stopping waits for nobody outside.
    stop.abort();
    await duties;
    expect(faults).toEqual([]);
    await Promise.all([hanging.close(), third.close(), own.close()]);
  });
});
