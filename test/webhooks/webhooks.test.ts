// Webhooks: each receiver hears of every change, in order and signed, whatever it answers and whoever dies.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { numberChanges } from "../../src/app/changes/number-changes.ts";
import { doDuties } from "../../src/app/duties.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { addWebhook } from "../../src/app/webhooks/add-webhook.ts";
import { claimWebhook, deliverTo, tryWebhook } from "../../src/app/webhooks/deliver-webhooks.ts";
import { signedHeaders } from "../../src/app/webhooks/message.ts";
import type { Instant } from "../../src/core/instant.ts";
import { openAsk } from "../../src/http/ask.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { openReceiver, type Receiver } from "./receiver.ts";

const start = "2026-11-23T12:00:00Z";
let world: TestWorld;
let receiver: Receiver;
beforeAll(async () => {
  world = await makeWorld({ at: start, attestors: { ask: openAsk(300) } });
  receiver = await openReceiver();
});
afterAll(async () => {
  await receiver.close();
  await world.close();
});
beforeEach(async () => {
  for (const { id } of await world.store.webhooks.list()) await world.store.webhooks.remove(id);
  receiver.received.length = 0;
  receiver.answers.length = 0;
  world.setClock(start);
  while (await numberChanges(world));
});

async function add(more: Partial<Parameters<typeof addWebhook>[1]> = {}): Promise<string> {
  const events = ["permission.changed"];
  const asked = { url: receiver.url, events, withAddresses: true, by: "Ana", fromBeginning: false, ...more };
  const { id, secret } = await addWebhook(world, asked);
  receiver.secret = secret;
  return id;
}

/** What a server does once a second. */
async function round(): Promise<void> {
  while (await numberChanges(world));
  for (let webhook = await claimWebhook(world); webhook; webhook = await claimWebhook(world))
    await deliverTo(world, webhook);
}

const pass = (ms: number) => world.setClock(new Date(world.clock.now() + ms).toISOString());
const known = async (id: string) => (await world.store.webhooks.list()).find((webhook) => webhook.id === id);
/** What the receiver took, change by change, for the newsletter. */
const told = (messages = receiver.received) =>
  messages
    .flatMap(({ message }) => message.data.changes ?? [])
    .filter(({ purpose }) => purpose === "newsletter")
    .map(({ email, code, basis }) => [email, code ?? basis]);
let facts = 0;
const leave = (email: string) => {
  facts += 1;
  const at = new Date(Date.parse(start) - 1000).toISOString();
  return tell(world, email, { id: `left-${facts}`, type: "consent.withdrawn", at, purpose: "newsletter" });
};

test("a message is signed as the specification's own example is", () => {
  const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' };
  expect(signedHeaders(message, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 1614265330_000 as Instant)).toEqual(
    {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
  );
});

describe("a receiver", () => {
  it("hears of each change after it was added, in order and signed", async () => {
    await tell(world, "before@example.com", goodConsent());
    while (await numberChanges(world));
    const id = await add();
    await tell(world, "ana@example.com", goodConsent());
    await round();
    await leave("ana@example.com");
    await round();
    expect(told()).toEqual([
      ["ana@example.com", "consent"],
      ["ana@example.com", "withdrawn"],
    ]);
    expect(receiver.received.every(({ signed }) => signed)).toBe(true);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(receiver.received.length);
    expect(await known(id)).toMatchObject({ taken: await world.store.changes.newest(), failures: 0 });
    await round();
    expect(receiver.received).toHaveLength(2);
  });

  it("hears of the whole present state first where that was asked for, in messages of fifty", async () => {
    for (let person = 0; person < 30; person += 1)
      await tell(world, `many-${person}@example.com`, goodConsent());
    await add({ fromBeginning: true });
    await round();
    const changes = receiver.received.map(({ message }) => message.data.changes.length);
    expect(changes.length).toBeGreaterThan(1);
    expect(changes.slice(0, -1).every((count) => count === 50)).toBe(true);
    const cursors = receiver.received.flatMap(({ message }) =>
      message.data.changes.map(({ cursor }) => Number(cursor)),
    );
    expect(cursors).toEqual(cursors.toSorted((a, b) => a - b));
    expect(cursors.at(-1)).toBe(await world.store.changes.newest());
  });

  it("gets no address unless it was added with addresses", async () => {
    await add({ withAddresses: false });
    const subject = await tell(world, "quiet@example.com", goodConsent());
    await round();
    expect(receiver.received[0]?.body).toContain(subject);
    expect(receiver.received.map(({ body }) => body).join()).not.toMatch(/@|"email"/);
  });

  it("hears once of each erasure, and of nothing else if that is all it asked for", async () => {
    await add({ events: ["subject.erased"] });
    const subject = await tell(world, "gone@example.com", goodConsent());
    await erase(world, parseAddress("gone@example.com")!, "test");
    await round();
    expect(receiver.received.map(({ message }) => [message.type, message.data.subjects])).toEqual([
      ["subject.erased", [{ subject, at: "2026-11-23T12:00:00.000Z" }]],
    ]);
  });

  it("that fails is asked again after five seconds, then five minutes, and misses nothing", async () => {
    const id = await add();
    await tell(world, "one@example.com", goodConsent());
    receiver.answers.push(500, 503);
    await round();
    expect(await known(id)).toMatchObject({ failures: 1, lastFailure: "500" });
    pass(4999);
    await round();
    expect(receiver.received).toHaveLength(1);
    pass(1);
    await round();
    expect(receiver.received).toHaveLength(2);
    // The same content under the same id, so that whoever had taken it after all knows.
    expect(receiver.received[1]).toEqual(receiver.received[0]);
    pass(5 * 60_000 - 1);
    await leave("one@example.com");
    await tell(world, "two@example.com", goodConsent());
    await round();
    expect(receiver.received).toHaveLength(2);
    pass(1);
    await round();
    // Late, it hears how things are now, under an id that it has not seen.
    expect(told(receiver.received.slice(2))).toEqual([
      ["one@example.com", "withdrawn"],
      ["two@example.com", "consent"],
    ]);
    expect(receiver.received[2]?.id).not.toBe(receiver.received[0]?.id);
    expect(await known(id)).toMatchObject({ failures: 0, failingSince: null, lastFailure: null });
  });

  it("that answers too late, or leads elsewhere, has not taken the message, and nobody follows it", async () => {
    const elsewhere = await openReceiver();
    const id = await add();
    await tell(world, "late@example.com", goodConsent());
    receiver.answers.push((response) => response.writeHead(200).write("in a moment"));
    await round();
    expect(await known(id)).toMatchObject({ failures: 1, lastFailure: "no answer" });
    receiver.answers.push((response) => response.writeHead(307, { Location: elsewhere.url }).end());
    pass(5000);
    await round();
    expect(await known(id)).toMatchObject({ failures: 2, lastFailure: "no answer" });
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });

  it("that says it is gone is told nothing more, until somebody resumes it", async () => {
    const id = await add();
    await tell(world, "still@example.com", goodConsent());
    receiver.answers.push(410);
    await round();
    expect(await known(id)).toMatchObject({ disabledAt: world.clock.now(), lastFailure: "410" });
    pass(30 * 86_400_000);
    await round();
    expect(receiver.received).toHaveLength(1);
    expect(await world.store.webhooks.resume(id, world.clock.now())).toBe(true);
    await round();
    expect(told(receiver.received.slice(1))).toEqual([["still@example.com", "consent"]]);
  });

  it("that fails for a week is given up, and not before", async () => {
    const id = await add();
    await tell(world, "week@example.com", goodConsent());
    receiver.answers.push(...Array(40).fill(500));
    let hours = 0;
    for (; (await known(id))?.disabledAt === null && hours < 400; hours += 1) {
      await round();
      pass(3_600_000);
    }
    expect(hours).toBeGreaterThan(7 * 24);
    expect(hours).toBeLessThan(8 * 24 + 2);
    expect(receiver.received.length).toBeGreaterThan(9);
    expect(receiver.received.length).toBeLessThan(20);
  });

  it("hears again what was under way when the process died, and the dead one changes nothing any more", async () => {
    const id = await add();
    await tell(world, "killed@example.com", goodConsent());
    while (await numberChanges(world));
    const dead = await claimWebhook(world);
    if (!dead) throw new Error("nothing was due");
    expect(await claimWebhook(world)).toBeNull();
    pass(60_001);
    await round();
    expect(told()).toEqual([["killed@example.com", "consent"]]);
    const failure = { what: "500", at: world.clock.now(), dueAt: world.clock.now(), disable: true };
    expect(await world.store.webhooks.took(dead, 0, world.clock.now())).toBe(false);
    expect(await world.store.webhooks.failed(dead, failure)).toBe(false);
    expect(await known(id)).toMatchObject({ taken: await world.store.changes.newest(), disabledAt: null });
  });

  it("that is slow holds up no other, and a running server tells both", async () => {
    const other = await openReceiver();
    await add({ url: other.url });
    const slow = await add();
    receiver.answers.push((response) => setTimeout(() => response.writeHead(204).end(), 250));
    const stop = new AbortController();
    const faults: unknown[] = [];
    const duties = doDuties(world, stop.signal, (error) => faults.push(error));
    await tell(world, "both@example.com", goodConsent());
    await expect
      .poll(() => told(other.received), { timeout: 20_000 })
      .toEqual([["both@example.com", "consent"]]);
    await expect
      .poll(async () => (await known(slow))?.taken, { timeout: 20_000 })
      .toBe(await world.store.changes.newest());
    stop.abort();
    await duties;
    await other.close();
    expect(faults).toEqual([]);
  });

  it("can be tried with a message that says nothing", async () => {
    const id = await add();
    expect(await tryWebhook(world, id)).toBe(204);
    expect(receiver.received[0]).toMatchObject({ signed: true, message: { type: "webhook.test" } });
    receiver.answers.push(401);
    expect(await tryWebhook(world, id)).toBe(401);
    await expect(tryWebhook(world, "0198aaaa-0000-7000-8000-000000000000")).rejects.toMatchObject({
      code: "webhook-unknown",
    });
  });
});

describe("a webhook", () => {
  test.each([
    ["an open line to another machine", { url: "http://crm.example.com/licet" }],
    ["a password in its address", { url: "https://licet:secret@crm.example.com/licet" }],
    ["no address at all", { url: "crm.example.com" }],
    ["another protocol", { url: "ftp://crm.example.com" }],
    ["an event that there is not", { events: ["permission.changed", "mail.opened"] }],
    ["no event", { events: [] }],
    ["nobody who adds it", { by: " " }],
  ])("is not added with %s", async (_, more) => {
    await expect(add(more)).rejects.toMatchObject({ code: "webhook-malformed" });
    expect(await world.store.webhooks.list()).toEqual([]);
  });

  it("has a secret of its own, which no table holds", async () => {
    await add();
    const first = receiver.secret;
    await add({ url: "https://crm.example.com/licet" });
    expect(receiver.secret).not.toBe(first);
    expect(Buffer.from(first.slice("whsec_".length), "base64")).toHaveLength(32);
    const database = new pg.Client(world.databaseUrl);
    await database.connect();
    const { rows } = await database.query("select to_jsonb(w)::text as row from webhooks w");
    await database.end();
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toContain(first.slice("whsec_".length));
  });
});
