// Invariants 3 and 4: what is stored follows from the facts, and the facts cannot be changed.
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decidePermissions } from "../../src/app/subjects/decide-permissions.ts";
import { parseFact } from "../../src/core/facts.ts";
import { foldFacts } from "../../src/core/standing.ts";
import type { SubjectId } from "../../src/core/subject-id.ts";
import { type Body, goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let admin: pg.Client;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  admin = new pg.Client({ connectionString: world.ownerUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const instants = fc
  .integer({ min: Date.parse("2024-01-01"), max: Date.parse("2026-12-31") })
  .map((at) => new Date(at).toISOString());
const bodies = fc.oneof(
  instants.map((at) => goodConsent("", at)),
  fc.record({
    type: fc.constant("consent.withdrawn"),
    at: instants,
    purpose: fc.constantFrom("newsletter", "*"),
  }),
  fc.record({
    type: fc.constant("objection.raised"),
    at: instants,
    scope: fc.constantFrom("newsletter", "direct-marketing"),
  }),
  fc.record({
    type: fc.constantFrom(
      "complaint.received",
      "restriction.applied",
      "restriction.lifted",
      "address.bounced",
      "address.restored",
    ),
    at: instants,
  }),
);
const histories = fc
  .array(bodies, { minLength: 1, maxLength: 8 })
  .map((facts) => facts.map((fact, index): Body => ({ ...fact, id: `f${index}` })));
let person = 0;

describe("what is stored", () => {
  it("is the fold of the facts, however they came, and the permissions are what is decided from it", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.infiniteStream(fc.nat()), async (facts, order) => {
        const email = `history-${person++}@example.com`;
        const shuffled = facts
          .map((fact) => ({ fact, key: order.next().value }))
          .sort((a, b) => a.key - b.key);
        for (const { fact } of shuffled) await tell(world, email, fact);
        const subject = await tell(world, email, ...facts);

        const onRecord = (await world.store.people.facts(subject)).filter(
          ({ type }) => type !== "subject.described",
        );
        expect(onRecord).toHaveLength(facts.length);
        const parsed = onRecord.map(({ body }) => {
          const read = parseFact(body, "fact");
          if (!read.ok) throw new Error(read.problem);
          return read.fact;
        });
        const stored = (await world.store.people.find([subject])).get(subject);
        expect(stored?.standing).toEqual(JSON.parse(JSON.stringify(foldFacts(parsed))));

        const setup = await world.store.setup.current();
        if (!setup || !stored) throw new Error("nothing is set up");
        const decided = decidePermissions(setup, stored, world.clock.now()).map(summary);
        const kept = (await world.store.permissions.ofSubject(subject)).map(summary);
        expect(kept).toEqual(decided.sort((a, b) => a.purpose.localeCompare(b.purpose)));
      }),
      { numRuns: 40 },
    );
  });

  it("loses none of the facts that are told about one person at the same moment", async () => {
    const email = "at-once@example.com";
    const subject = await tell(world, email, goodConsent());
    await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        tell(world, email, {
          id: `at-once-${number}`,
          type: "activity.observed",
          at: "2026-11-10T10:00:00Z",
          kind: "click",
        }),
      ),
    );
    const stored = (await world.store.people.find([subject])).get(subject);
    expect(stored?.standing.activities).toHaveLength(12);
  });

  it("is left as it was by the same facts told twice", async () => {
    const email = "twice@example.com";
    await tell(world, email, goodConsent());
    const before = await admin.query("select count(*) from facts");
    await tell(world, email, goodConsent());
    expect((await admin.query("select count(*) from facts")).rows).toEqual(before.rows);
  });

  it("keeps the first telling where the same id comes with other content", async () => {
    await tell(world, "conflict@example.com", goodConsent());
    await expect(
      tell(world, "conflict@example.com", goodConsent("consent", "2026-11-02T10:00:00Z")),
    ).rejects.toMatchObject({ code: "fact-conflict" });
  });
});

describe("the ledger", () => {
  const attempts = [
    "update facts set at = now()",
    "delete from facts",
    "truncate facts",
    "update publications set content = '{}'",
    "delete from publications",
    "truncate publications",
  ];
  it.each(attempts)("gives the application no right to `%s`", async (statement) => {
    await expect(admin.query(statement)).rejects.toMatchObject({ code: "42501" });
  });

  it.each(attempts)("refuses `%s` by a trigger even to who has taken the right", async (statement) => {
    await admin.query("begin");
    await admin.query("grant update, delete, truncate on facts, publications to current_user");
    await expect(admin.query(statement)).rejects.toMatchObject({ code: "23001" });
    await admin.query("rollback");
  });

  it("holds no address in the facts", async () => {
    await tell(world, "nowhere-in-facts@example.com", goodConsent());
    const { rows } = await admin.query(
      "select count(*)::int as n from facts f where f::text like '%nowhere-in-facts%'",
    );
    expect(rows[0].n).toBe(0);
  });
});

function summary({
  subject,
  purpose,
  verdict,
  dueAt,
}: {
  subject: SubjectId;
  purpose: string;
  verdict: { outcome: string; basis: string | null; code: string | null; evidence: readonly string[] };
  dueAt: number | null;
}) {
  const { outcome, basis, code, evidence } = verdict;
  return { subject, purpose, outcome, basis, code, evidence: [...evidence], dueAt };
}
