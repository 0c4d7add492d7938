// The sealed part of a fact: the address as typed for that act, and what is personal in it, under a key of its own.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factKey, openWithFactKey } from "../../src/ledger/fact-seal.ts";
import { openMasterKeys } from "../../src/ledger/master-keys.ts";
import { unwrapKey } from "../../src/ledger/vault.ts";
import { onRecord, visitor } from "../http/visitor.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let database: pg.Client;
const masters = openMasterKeys(() => "4d".repeat(32));

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await world.close();
});

/** What each fact of a person opens to, each with its own key alone. */
async function sealedParts(email: string): Promise<Record<string, unknown>> {
  const subject = subjectOf(world, email);
  const { rows } = await database.query(
    "select f.fact_id, f.type, f.sealed, v.key_id, v.wrapped_key from facts f join vault v using (subject_id) where subject_id = $1",
    [subject],
  );
  return Object.fromEntries(
    rows.map((row) => {
      const person = unwrapKey(subject, { keyId: row.key_id, wrapped: row.wrapped_key }, masters);
      const key = factKey(person, row.fact_id);
      const name = row.type === "subject.described" ? row.type : row.fact_id;
      return [name, openWithFactKey(key, subject, row.fact_id, row.sealed)];
    }),
  );
}

test("every fact keeps the address as it was typed for that act, and what is personal in it", async () => {
  await tell(world, "Ana@Example.com", goodConsent("one"));
  await tell(world, "ana@example.COM", {
    ...{ id: "two", type: "activity.observed", at: "2026-11-02T00:00:00Z", kind: "click" },
    address: "a field of the teller's own",
  });
  expect(await sealedParts("ana@example.com")).toEqual({
    "subject.described": { address: "Ana@Example.com" },
    one: { address: "Ana@Example.com", body: { method: "web-form" } },
    two: { address: "ana@example.COM", body: { address: "a field of the teller's own" } },
  });
});

test("others see of a fact what was told, and the same line with the address in other letters is the same fact", async () => {
  await tell(world, "Bea@Example.com", goodConsent("one"));
  await tell(world, "BEA@example.com", goodConsent("one"));
  expect(await onRecord(world, "bea@example.com")).toEqual([goodConsent("one")]);
});

test("a form keeps the address as the person typed it", async () => {
  await visitor(world).send("sign-up", { email: "Leo.Typed@Example.com", country: "ES", box: "newsletter" });
  expect(Object.values(await sealedParts("leo.typed@example.com"))).toContainEqual(
    expect.objectContaining({ address: "Leo.Typed@Example.com" }),
  );
});
