// The feed of changes over HTTP, as the shop beside it reads it.
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { numberChanges } from "../../src/app/changes/number-changes.ts";
import { newFact } from "../../src/app/consent/new-fact.ts";
import { record } from "../../src/app/consent/record.ts";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { sweepDue } from "../../src/app/subjects/sweep.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let app: Hono;
let key: string;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  app = createApp(world, { mailbox: false, ready: () => true });
  key = (await createApiKey(world, { name: "crm", scopes: ["changes:read"] })).secret;
});
afterAll(() => world.close());

async function read(query = "", secret = key) {
  while (await numberChanges(world));
  const answer = await app.request(`/api/v1/changes${query}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return { status: answer.status, json: JSON.parse(await answer.text()) };
}
const since = async (after: string, purpose = "newsletter") => {
  const { json } = await read(`?after=${after}`);
  return json.changes.filter((change: { purpose: string }) => change.purpose === purpose);
};
const head = async () => (await read("?limit=1000")).json.next as string;

describe("the feed of changes", () => {
  test("is empty before anybody is on record", async () => {
    expect(await read()).toEqual({ status: 200, json: { changes: [], next: "0", more: false } });
  });

  test("tells who may be written to and on which basis, and who no longer and why", async () => {
    const subject = await tell(world, "ana@example.com", goodConsent());
    const [permit] = await since("0");
    expect(permit).toMatchObject({
      cursor: expect.stringMatching(/^\d+$/),
      at: "2026-11-23T12:00:00.000Z",
      ...{ subject, email: "ana@example.com", outcome: "permit", basis: "consent", code: null },
    });
    const withdrawal = { id: "left", type: "consent.withdrawn", at: "2026-11-23T11:00:00Z" };
    await tell(world, "ana@example.com", { ...withdrawal, purpose: "newsletter" });
    expect(await since(permit.cursor)).toMatchObject([
      { subject, email: "ana@example.com", outcome: "refusal", basis: null, code: "withdrawn" },
    ]);
  });

  test("is read on page by page, each entry once", async () => {
    for (const name of ["one", "two", "three"]) await tell(world, `${name}@example.com`, goodConsent());
    const whole = (await read("?limit=1000")).json;
    const seen: unknown[] = [];
    for (let after = "0", more = true; more; ) {
      const { json } = await read(`?after=${after}&limit=2`);
      seen.push(...json.changes);
      [after, more] = [json.next, json.more];
    }
    expect(seen).toEqual(whole.changes);
    expect(whole.more).toBe(false);
  });

  test("tells of a permission that time alone has ended, once the sweep has come to it", async () => {
    await tell(world, "bea@example.com", goodConsent());
    const [{ validUntil }] = (await since("0")).filter(
      ({ email }: { email: string }) => email === "bea@example.com",
    );
    expect(validUntil).not.toBeNull();
    const before = await head();
    world.setClock(new Date(Date.parse(validUntil) + 1000).toISOString());
    await sweepDue(world);
    expect(await since(before)).toContainEqual(
      expect.objectContaining({ email: "bea@example.com", outcome: "refusal", validUntil: null }),
    );
    world.setClock("2026-11-23T12:00:00Z");
  });

  test("names an erased person by the key alone", async () => {
    const subject = await tell(world, "leo@example.com", goodConsent());
    const before = await head();
    await erase(world, parseAddress("leo@example.com")!, "test");
    expect(await since(before)).toMatchObject([{ subject, email: null, code: "erased" }]);
  });

  test("tells again of somebody who was barred by key alone, once their address is known", async () => {
    const subject = subjectOf(world, "kim@example.com");
    const at = "2026-11-20T12:00:00Z";
    const objection = { id: "stop", type: "objection.raised", at, scope: "direct-marketing" } as const;
    await record(world, [{ who: { subject, create: true }, facts: [newFact(objection, "test")] }]);
    const before = await head();
    expect(await since("0")).toContainEqual(
      expect.objectContaining({ subject, email: null, code: "objected" }),
    );
    await tell(world, "kim@example.com", { id: "seen", type: "activity.observed", at });
    expect(await since(before)).toMatchObject([{ subject, email: "kim@example.com", code: "objected" }]);
  });

  test("keeps a purpose that is retired, as a refusal", async () => {
    const subject = await tell(world, "uma@example.com", goodConsent());
    const before = await head();
    await world.store.permissions.dropPurposesExcept(["other"]);
    expect(await since(before)).toContainEqual(
      expect.objectContaining({ subject, outcome: "refusal", basis: null, code: "purpose-unknown" }),
    );
  });

  test("refuses a cursor that it has not come to, and queries that it does not know", async () => {
    expect(await read("?after=999999")).toMatchObject({
      status: 410,
      json: { type: "urn:licet:error:cursor-unknown" },
    });
    for (const query of ["?after=x", "?after=-1", "?limit=0", "?limit=1001", "?since=1"])
      expect((await read(query)).status).toBe(400);
    const { secret } = await createApiKey(world, { name: "other", scopes: ["audience:read"] });
    expect((await read("", secret)).status).toBe(403);
  });
});
