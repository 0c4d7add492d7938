// Suppressions for other systems: hashes that they can make too, and a check that recognises whom no hash can name.
import { createHmac } from "node:crypto";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { goodConsent, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const hashKey = "c0".repeat(32);
let world: TestWorld;
let app: Hono;
let key: string;
const at = "2026-11-22T12:00:00Z";

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  app = createApp(world, { mailbox: false, ready: () => true });
  key = (await createApiKey(world, { name: "crm", scopes: ["suppressions:read"] })).secret;
  await tellMany(world, 30);
  await tell(world, "Left@Example.com", goodConsent(), {
    ...{ id: "left", type: "consent.withdrawn", at, purpose: "newsletter" },
  });
  await tell(world, "objected@example.com", {
    id: "no",
    type: "objection.raised",
    at,
    scope: "direct-marketing",
  });
  await tell(world, "complained@example.com", goodConsent(), { id: "spam", type: "complaint.received", at });
  await tell(
    world,
    "dead@example.com",
    { id: "no", type: "objection.raised", at, scope: "direct-marketing" },
    {
      ...{ id: "dead", type: "address.bounced", at },
    },
  );
  await tell(world, "erased@example.com", goodConsent());
  await erase(world, parseAddress("erased@example.com")!, "test");
  await tell(world, "unproved@example.com", { id: "seen", type: "activity.observed", at });
});
afterAll(() => world.close());

const authorization = () => ({ authorization: `Bearer ${key}` });
async function share(hashed = hashKey) {
  const answer = await app.request("/api/v1/suppressions", {
    headers: { ...authorization(), "licet-hash-key": hashed },
  });
  return { status: answer.status, text: await answer.text() };
}
async function check(body: unknown) {
  const answer = await app.request("/api/v1/suppressions/check", {
    method: "POST",
    headers: { ...authorization(), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, json: JSON.parse(await answer.text()) };
}
/** As docs/integrate/in-step.md tells another system to. */
const ownHash = (address: string) =>
  createHmac("sha256", Buffer.from(hashKey, "hex")).update(address.toLowerCase()).digest("hex");

describe("suppressions as keyed hashes", () => {
  it("name everybody who told us to stop, in hashes that the other system can make, and nobody else", async () => {
    const { status, text } = await share();
    expect(status).toBe(200);
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toEqual({ people: 4, withoutAddress: 1 });
    const codes = new Map(
      lines
        .slice(0, -1)
        .map(({ hash, purposes }) => [
          hash,
          purposes.find(({ purpose }: { purpose: string }) => purpose === "newsletter")?.code,
        ]),
    );
    expect(codes).toEqual(
      new Map([
        [ownHash("left@example.com"), "withdrawn"],
        [ownHash("objected@example.com"), "objected"],
        [ownHash("complained@example.com"), "complaint-as-objection"],
        // It can no longer be written to, and still it is a stop that another system must know of.
        [ownHash("dead@example.com"), "objected"],
      ]),
    );
    expect(text).not.toContain("@");
  });

  it("are others under another key", async () => {
    const [one, other] = [await share(), await share("0d".repeat(32))];
    const hashes = (text: string) => [...text.matchAll(/"hash":"(\w+)"/g)].map(([, hash]) => hash);
    expect(hashes(one.text)).toHaveLength(4);
    expect(hashes(other.text).filter((hash) => hashes(one.text).includes(hash))).toEqual([]);
  });

  test.each(["", "c0ffee", "zz".repeat(32)])("are not made under the key `%s`", async (wrong) => {
    expect(await share(wrong)).toMatchObject({
      status: 422,
      text: expect.stringContaining("urn:licet:error:hash-key-malformed"),
    });
  });

  it("need a scope of their own", async () => {
    const { secret } = await createApiKey(world, { name: "other", scopes: ["people:read"] });
    const answer = await app.request("/api/v1/suppressions", {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(answer.status).toBe(403);
  });
});

describe("a check of addresses", () => {
  it("finds who told us to stop, however the address is spelled, and erased people too", async () => {
    const emails = [
      "LEFT@example.com",
      "erased@example.com",
      "person-1@example.com",
      "new@example.com",
      "no address",
    ];
    const people = await world.store.people.count();
    const { status, json } = await check({ emails });
    expect(status).toBe(200);
    const found = json.suppressed.map(
      ({ email, purposes }: { email: string; purposes: { code: string }[] }) => [email, purposes[0]?.code],
    );
    expect(found).toEqual([
      ["LEFT@example.com", "withdrawn"],
      ["erased@example.com", "erased"],
    ]);
    expect(json.malformed).toEqual(["no address"]);
    expect(await world.store.people.count()).toBe(people);
  });

  it("takes a thousand at a time, and says so of more", async () => {
    const emails = Array.from({ length: 1001 }, (_, nth) => `person-${nth}@example.com`);
    expect((await check({ emails: emails.slice(1) })).status).toBe(200);
    expect(await check({ emails })).toMatchObject({ status: 400, json: { errors: [{ path: "emails" }] } });
  });
});
