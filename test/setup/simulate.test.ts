// A simulation tells who would gain and who would lose, and the truth afterwards is what it told.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applySetup } from "../../src/app/setup/apply.ts";
import { type Change, readChangeFile } from "../../src/app/setup/change-file.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { simulate } from "../../src/app/subjects/simulate.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const lunaria = readFileSync(new URL("../../examples/lunaria/licet.yaml", import.meta.url), "utf8");
const sale = {
  id: "sale",
  type: "sale.concluded",
  at: "2026-03-01T10:00:00Z",
  category: "shoes",
  addressFrom: "customer",
  optOutOffered: true,
  form: { version: "1" },
  paid: true,
};

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  const { hash } = (await world.store.setup.current())!.clauses.newsletter!;
  await tell(world, "new@example.com", goodConsent());
  await tell(world, "shown@example.com", { ...goodConsent(), clause: { hash, version: "1" } });
  await tell(world, "silent@example.com", goodConsent("old", "2025-06-01T10:00:00Z"));
  await tell(world, "customer@example.com", sale);
  await tell(world, "nobody@example.com", {
    id: "click",
    type: "activity.observed",
    at: sale.at,
    kind: "click",
  });
});
afterAll(() => world.close());

/** `new@example.com: consent → doi-unconfirmed`, for everybody whose answer changes. */
async function told(change: Change, purpose = "newsletter"): Promise<string[]> {
  const lines: string[] = [];
  for await (const { person, effect, before, after } of simulate(world, change, [purpose], world.clock.now()))
    if (effect !== "none")
      lines.push(
        `${person.address} ${effect}: ${before.basis ?? before.code} → ${after.basis ?? after.code}`,
      );
  return lines.toSorted();
}

describe("imagining", () => {
  test("nothing different changes nothing", async () => {
    expect(await told({ rules: "2026-11-23" })).toEqual([]);
  });

  test("another row asks its questions of the people of the first", async () => {
    expect(await told({ rows: { ES: "DE" } })).toEqual([
      "customer@example.com gains: register-stale → soft-opt-in",
      "new@example.com loses: consent → doi-unconfirmed",
      "shown@example.com loses: consent → doi-unconfirmed",
      "silent@example.com loses: consent → doi-unconfirmed",
    ]);
    expect(await told({ rows: { FR: "DE" } })).toEqual([]);
  });

  test("a term of retention forgets who was silent for longer", async () => {
    expect(await told({ retention: { consentDays: 365 } })).toEqual([
      "silent@example.com loses: consent → consent-decayed",
    ]);
    expect(await told({ rows: { ES: "FR" } })).toEqual([
      "customer@example.com gains: register-stale → soft-opt-in",
    ]);
    expect(await told({ rows: { ES: "FR" }, retention: { softOptInDays: 100 } })).toEqual([
      "customer@example.com reason: register-stale → soft-expired",
    ]);
  });

  test("a new wording asks anew whoever consented to the old one, and whoever saw it keeps what they gave", async () => {
    expect(await told({ clauses: { newsletter: 1 } })).toEqual([
      "new@example.com loses: consent → scope-mismatch",
      "silent@example.com loses: consent → scope-mismatch",
    ]);
    expect(await told({ clauses: { newsletter: 2 } })).toEqual([
      "new@example.com loses: consent → scope-mismatch",
      "shown@example.com loses: consent → scope-mismatch",
      "silent@example.com loses: consent → scope-mismatch",
    ]);
    expect(await told({ clauses: { "email-tracking": 2 } })).toEqual([]);
  });

  test("the rules of another day asks by those", async () => {
    await tell(world, "dane@example.com", { ...goodConsent("c", "2023-11-01T10:00:00Z") });
    expect(await told({ rules: "2020-01-01" })).toEqual([]);
  });

  test("a purpose that nobody declared is refused", async () => {
    await expect(told({ rules: "2026-11-23" }, "offers")).rejects.toMatchObject({ code: "purpose-unknown" });
  });
});

test("what it told of own rules is what happens when they are put in force", async () => {
  const rules = `tightenings:
  ours:
    cells: { decayDays: 365 }
    reason: Board decision 7
`;
  const setup = (await world.store.setup.current())!;
  const read = readChangeFile(rules, setup);
  if (!read.ok) throw new Error(read.mistakes[0]?.problem);
  expect(await told(read.change)).toEqual(["silent@example.com loses: consent → consent-decayed"]);

  const file = readSetupFile(`${lunaria}\n${rules}`);
  if (!file.ok) throw new Error(file.mistakes[0]?.problem);
  await applySetup(world, file.declared);
  expect(await told(read.change)).toEqual([]);
  // A longer term than our own, which the law allows, gives back what our own took.
  expect(await told({ retention: { consentDays: 1095 } })).toEqual([
    "silent@example.com gains: consent-decayed → consent",
  ]);
  expect(await told({ tightenings: {} })).toEqual(["silent@example.com gains: consent-decayed → consent"]);
});

test("it writes nothing: neither versions nor facts nor permissions", async () => {
  const before = await counts();
  await told({ rows: { ES: "DE" }, retention: { consentDays: 1 }, clauses: { newsletter: 2 } });
  expect(await counts()).toEqual(before);
});

async function counts() {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select (select count(*) from facts) facts, (select count(*) from publications) publications,
       (select md5(string_agg(p::text, '' order by subject_id, purpose)) from permissions p) permissions`,
  );
  await client.end();
  return rows;
}
