// Letting go of people, with a real database: whoever is due goes, nobody else does, and what bars mail stays.
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { record } from "../../src/app/consent/record.ts";
import { doDuties } from "../../src/app/duties.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import type { Store, World } from "../../src/app/ports.ts";
import { holdPerson, releasePerson } from "../../src/app/retention/hold.ts";
import { type LetGoDaily, letGo, letGoDaily } from "../../src/app/retention/let-go.ts";
import type { RetentionTable } from "../../src/app/retention/retention-table.ts";
import { surveyPeople } from "../../src/app/retention/survey.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { decidePermissions } from "../../src/app/subjects/decide-permissions.ts";
import { explain } from "../../src/app/subjects/explain.ts";
import { days, formatInstant, type Instant } from "../../src/core/instant.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { address, type Body, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});
async function open(at: string): Promise<TestWorld> {
  world = await makeWorld({ at });
  return world;
}
const addressed = (email: string) => parseAddress(email)!;
const addressOf = async (here: World, email: string) =>
  (await here.store.people.find([subjectOf(here as TestWorld, email)])).get(subjectOf(here, email))?.address;
const withdrawal = (at: string): Body => ({ id: "stop", type: "consent.withdrawn", at, purpose: "*" });
const sound = async (here: TestWorld) => {
  while ((await sequence(here)).more);
  expect((await verifyLog(here)).fault).toBeNull();
};

/** As if all that is on record had been put there long ago: the log holds its clock against the database's, which no test can set. */
function aged(here: TestWorld): World {
  const long = (retention: RetentionTable): RetentionTable => ({
    ...retention,
    told: async (subjects) =>
      new Map(
        [...(await retention.told(subjects))].map(([key, told]) => [key, { ...told, toldAt: 0 as Instant }]),
      ),
  });
  return {
    ...here,
    store: {
      ...here.store,
      retention: long(here.store.retention),
      transaction: (work) =>
        here.store.transaction((tables) => work({ ...tables, retention: long(tables.retention) })),
    },
  };
}

/** People who left in 2021, and one who did not. */
async function oldShop(people: number): Promise<TestWorld> {
  const here = await open("2021-06-01T10:00:00Z");
  for (let number = 0; number < people; number += 1)
    await tell(
      here,
      address(number),
      goodConsent("yes", "2021-01-01T10:00:00Z"),
      withdrawal("2021-06-01T09:00:00Z"),
    );
  return here;
}

describe("whoever is due", () => {
  it("is erased as if they had asked for it, stays barred, and the ledger is whole", async () => {
    const here = await oldShop(3);
    await tell(here, "ana@example.com", goodConsent("yes", "2021-06-01T09:00:00Z"));
    here.setClock("2024-05-30T00:00:00Z");
    expect(await letGo(here, {})).toMatchObject({ seen: 4, gone: 0, kept: 0 });
    here.setClock("2024-06-01T00:00:00Z");
    await tell(here, "ana@example.com", {
      ...{ id: "click", type: "activity.observed", kind: "click", at: "2024-05-31T10:00:00Z" },
    });
    expect(await letGo(here, { dryRun: true })).toMatchObject({ seen: 4, gone: 3 });
    expect(await addressOf(here, address(0))).toBe(address(0));
    expect(await letGo(here, {})).toMatchObject({ seen: 4, gone: 3, kept: 0 });
    expect(await letGo(here, {})).toMatchObject({ seen: 4, gone: 0 });
    expect(await addressOf(here, address(0))).toBeNull();
    expect(await addressOf(here, "ana@example.com")).toBe("ana@example.com");
    const facts = await here.store.people.facts(subjectOf(here, address(0)));
    expect(facts.at(-1)).toMatchObject({ type: "subject.erased", source: "retention" });

    // Told again as they were, they are as barred as before.
    await tell(here, address(0), goodConsent("again", "2021-02-01T10:00:00Z"));
    const { purposes, keeping } = await explain(here, addressed(address(0)), "newsletter", here.clock.now());
    expect(purposes[0]?.verdict).toMatchObject({ outcome: "refusal", code: "erased" });
    expect(keeping?.state).toBe("gone");
  });

  it("leaves a ledger that is whole, and as many facts as before with one more", async () => {
    world = await makeWorld();
    for (const number of [0, 1])
      await tell(
        world,
        address(number),
        goodConsent("yes", "2020-01-01T10:00:00Z"),
        withdrawal("2021-06-01T09:00:00Z"),
      );
    await tell(world, "ana@example.com", goodConsent());
    await sound(world);
    expect(await letGo(aged(world), {})).toMatchObject({ seen: 3, gone: 2 });
    await sound(world);
    const facts = await world.store.people.facts(subjectOf(world, address(0)));
    expect(facts.map(({ type }) => type)).toEqual([
      ...["consent.given", "consent.withdrawn", "subject.described", "subject.erased"],
    ]);
  });

  it("stays under a legal hold until it is released, and cannot be erased by command either", async () => {
    const here = await oldShop(2);
    await holdPerson(here, addressed(address(0)), { reason: "claim 17/2026", by: "legal" });
    here.setClock("2026-01-01T00:00:00Z");
    expect(await surveyPeople(here, 24)).toMatchObject({
      ...{ people: 2, states: { active: 0, blocked: 0, waiting: 0, due: 2 } },
      ...{ keptThoughDue: 1, onHold: 1, open: 1, later: 0 },
    });
    expect(await letGo(here, {})).toMatchObject({ gone: 1, kept: 1 });
    const { keeping } = await explain(here, addressed(address(0)), undefined, here.clock.now());
    expect(keeping).toMatchObject({ state: "due", hold: { reason: "claim 17/2026", by: "legal" } });
    await expect(erase(here, addressed(address(0)), "command")).rejects.toMatchObject({ code: "legal-hold" });
    await releasePerson(here, addressed(address(0)));
    await expect(releasePerson(here, addressed(address(0)))).rejects.toMatchObject({ code: "hold-unknown" });
    expect(await letGo(here, {})).toMatchObject({ gone: 1, kept: 0 });
    await expect(
      holdPerson(here, addressed(address(0)), { reason: "too late", by: "legal" }),
    ).rejects.toMatchObject({ code: "subject-unknown" });
  });

  it("stays under a legal hold whichever way the erasure comes, and holds up nobody else", async () => {
    const here = await open("2026-11-23T10:00:00Z");
    const email = "held@example.com";
    await tell(here, email, goodConsent("yes", "2026-11-01T10:00:00Z"));
    await holdPerson(here, addressed(email), { reason: "claim", by: "legal" });
    const erasure = { id: "gone", type: "subject.erased", at: "2026-11-22T10:00:00Z" };
    const told = [email, "free@example.com"].map((email) => readLine({ email, facts: [erasure] }, "file"));
    const answers = await record(
      here,
      told.map((read) => {
        if (!read.ok) throw new Error(read.problem);
        return read.entry;
      }),
    );
    expect(answers).toMatchObject([
      { ok: false, error: { code: "legal-hold" } },
      { ok: true, added: 1 },
    ]);
    expect(await addressOf(here, email)).toBe(email);
    expect(await here.store.retention.holdOf(subjectOf(here, email))).toMatchObject({ reason: "claim" });
    // Another controller's erasure is none of ours.
    await tell(here, email, { ...erasure, id: "theirs", controller: "somebody-else" });
    expect(await addressOf(here, email)).toBe(email);
  });

  it("is held or erased, never both, where the two are ordered at one moment", async () => {
    const here = await open("2026-11-23T10:00:00Z");
    for (let number = 0; number < 12; number += 1) {
      const email = address(number);
      await tell(here, email, goodConsent("yes", "2026-11-01T10:00:00Z"));
      const order = { reason: "claim", by: "legal" };
      const outcomes = await Promise.allSettled([
        holdPerson(here, addressed(email), order),
        erase(here, addressed(email), "command"),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [held] = outcomes;
      expect(await addressOf(here, email)).toBe(held.status === "fulfilled" ? email : null);
    }
  });

  it("is weighed once more under lock: what is told or ordered in the last moment keeps them", async () => {
    const here = await oldShop(3);
    here.setClock("2026-01-01T00:00:00Z");
    let first = true;
    const transaction: Store["transaction"] = async (work) => {
      if (first) {
        first = false;
        await tell(here, address(0), goodConsent("late", "2026-01-01T00:00:00Z"));
        await holdPerson(here, addressed(address(1)), { reason: "claim", by: "legal" });
      }
      return here.store.transaction(work);
    };
    expect(await letGo({ ...here, store: { ...here.store, transaction } }, {})).toMatchObject({ gone: 1 });
    expect(await addressOf(here, address(0))).toBe(address(0));
    expect(await addressOf(here, address(1))).toBe(address(1));
    expect(await addressOf(here, address(2))).toBeNull();
  });

  it("goes when a run that was cut off is begun again", async () => {
    const here = await open("2021-01-01T10:00:00Z");
    await tellMany(here, 250);
    here.setClock("2020-01-01T10:00:00Z");
    const stop = new AbortController();
    here.setClock("2034-01-01T00:00:00Z");
    const cutOff = letGo(here, {
      signal: stop.signal,
      onProgress: ({ gone }) => gone > 0 && stop.abort(new Error("cut off")),
    });
    await expect(cutOff).rejects.toThrow("cut off");
    expect(await letGo(here, {})).toMatchObject({ seen: 250, gone: 150 });
    expect((await surveyPeople(here, 24)).people).toBe(0);
  });
});

describe("a server, every day", () => {
  const { signal } = new AbortController();
  const old = (here: TestWorld, email: string) =>
    tell(here, email, goodConsent("yes", "2020-01-01T10:00:00Z"), withdrawal("2020-02-01T10:00:00Z"));
  const daysBefore = (here: TestWorld, before: number) => (here.clock.now() - days(before)) as Instant;

  it("lets go of nobody before an operator did, nor by a clock that leaps, nor of many", async () => {
    const here = await open("2026-11-23T10:00:00Z");
    await tellMany(here, 60);
    await old(here, "old@example.com");
    here.setClock("2027-01-23T10:00:00Z");
    const stays = { gone: 0, left: 1 };
    expect(await letGoDaily(here, signal)).toMatchObject({ ...stays, why: "never-run" });
    expect(await letGo(here, { dryRun: true })).toMatchObject({ gone: 1 });
    expect(await letGoDaily(here, signal)).toMatchObject({ ...stays, why: "never-run" });
    for (const away of [31, -31]) {
      await here.store.retention.ranAt(daysBefore(here, away));
      expect(await letGoDaily(here, signal)).toMatchObject({ ...stays, why: "long-ago" });
    }
    await here.store.retention.ranAt(daysBefore(here, 29));
    expect(await letGoDaily(here, signal)).toMatchObject({ gone: 1, left: 0, why: null });
    expect(await addressOf(here, "old@example.com")).toBeNull();
    expect(await here.store.retention.lastRunAt()).toBe(here.clock.now());

    here.setClock("2036-11-25T10:00:00Z");
    expect(await letGoDaily(here, signal)).toMatchObject({ gone: 0, left: 60, why: "long-ago" });
    await here.store.retention.ranAt(daysBefore(here, 1));
    expect(await letGoDaily(here, signal)).toMatchObject({ gone: 0, left: 60, why: "too-many" });
    expect((await surveyPeople(here, 24)).states.due).toBe(60);
    expect(await letGo(here, {})).toMatchObject({ gone: 60 });
  });

  it("weighs how many go against those who are left, not against all who ever were", async () => {
    const here = await oldShop(60);
    here.setClock("2026-01-01T00:00:00Z");
    expect(await letGo(here, {})).toMatchObject({ people: 60, gone: 60 });
    await old(here, "old@example.com");
    here.setClock("2026-02-05T00:00:00Z");
    await here.store.retention.ranAt(daysBefore(here, 1));
    expect(await letGoDaily(here, signal)).toMatchObject({ people: 1, gone: 0, left: 1, why: "too-many" });
  });
});

describe("a running server", () => {
  it("lets go by itself, and tells how many they were", async () => {
    const here = await oldShop(2);
    here.setClock("2026-11-23T10:00:00Z");
    await tellMany(here, 60, 10);
    await here.store.retention.ranAt(here.clock.now());
    const stop = new AbortController();
    const told = Promise.withResolvers<LetGoDaily>();
    const nobody = () => {};
    const duties = doDuties(here, stop.signal, nobody, nobody, nobody, told.resolve);
    expect(await told.promise).toMatchObject({ gone: 2, kept: 0, left: 0 });
    stop.abort();
    await duties;
    expect(await addressOf(here, address(0))).toBeNull();
  });
});

describe("the forecast", () => {
  it("says in which month how many are due, and counts everybody once", async () => {
    const here = await oldShop(2);
    await tell(here, "ana@example.com", goodConsent("yes", "2021-06-01T09:00:00Z"));
    await tell(here, "eva@example.com", {
      ...{ id: "c", type: "contract.started", contract: "k", at: "2021-06-01T09:00:00Z" },
    });
    await tell(here, "leo@example.com", {
      ...{ id: "s", type: "source.declared", kind: "import", at: "2021-06-01T09:00:00Z" },
    });
    here.setClock("2022-12-15T00:00:00Z");
    const { people, states, months, later, open } = await surveyPeople(here, 24);
    expect({ people, states, later, open }).toEqual({
      ...{ people: 5, states: { active: 2, blocked: 2, waiting: 0, due: 1 }, later: 1, open: 1 },
    });
    expect(months).toHaveLength(24);
    expect(months[0]).toEqual({ month: "2022-12", people: 1 });
    expect(months.filter(({ people }) => people > 0)).toEqual([
      { month: "2022-12", people: 1 },
      { month: "2024-05", people: 2 },
    ]);
  });
});

const act = fc.record({
  kind: fc.constantFrom(
    ...["consent", "consent", "sale", "sale", "contract", "end", "withdrawal", "objection"],
    ...["request", "answer", "restriction", "lifting", "bounce", "source", "complaint"],
  ),
  daysAgo: fc.integer({ min: 0, max: 2400 }),
});
const person = fc.record({
  acts: fc.array(act, { maxLength: 5 }),
  hold: fc.constantFrom(false, false, true),
});
const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  consent: { ...goodConsent() },
  sale: {
    ...{
      type: "sale.concluded",
      addressFrom: "customer",
      optOutOffered: true,
      paid: true,
      category: "shoes",
    },
    ...{ form: { version: "1" } },
  },
  contract: { type: "contract.started", contract: "k" },
  end: { type: "contract.ended", contract: "k" },
  withdrawal: { type: "consent.withdrawn", purpose: "*" },
  objection: { type: "objection.raised", scope: "direct-marketing" },
  request: { type: "rights.requested", right: "access" },
  answer: { type: "rights.answered", of: "a0", outcome: "granted" },
  restriction: { type: "restriction.applied" },
  lifting: { type: "restriction.lifted" },
  bounce: { type: "address.bounced" },
  source: { type: "source.declared", kind: "import" },
  complaint: { type: "complaint.received" },
};

describe("whatever people did, whenever it is run", () => {
  it("no permit, contract, hold, restriction or open request is ever lost, and the ledger stays whole", {
    timeout: 300_000,
  }, async () => {
    let [gone, left] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 30, maxLength: 60 }), async (people) => {
        world = await makeWorld();
        const here = world;
        const now = here.clock.now();
        await record(
          here,
          people.map(({ acts }, number) => {
            const facts = acts.map(({ kind, daysAgo }, nth) => ({
              ...bodies[kind],
              ...{ id: `a${nth}`, at: formatInstant((now - days(daysAgo) - 1000) as Instant) },
            }));
            const recipient = { country: "DE", kind: "natural" };
            const read = readLine({ email: address(number), recipient, facts }, "file");
            if (!read.ok) throw new Error(read.problem);
            return read.entry;
          }),
        );
        for (const [number, { hold }] of people.entries())
          if (hold) await holdPerson(here, addressed(address(number)), { reason: "claim", by: "legal" });
        const setup = await here.store.setup.current();
        const before = await here.store.people.page(null, 1000);
        const permits = new Map(
          before.map((one) => [
            one.subject,
            decidePermissions(setup!, one, here.clock.now()).filter(
              ({ verdict }) => verdict.outcome === "permit",
            ),
          ]),
        );
        const report = await letGo(aged(here), {});
        const afterwards = await here.store.people.find(before.map(({ subject }) => subject));
        for (const [number, { hold }] of people.entries()) {
          const subject = subjectOf(here, address(number));
          const was = before.find((one) => one.subject === subject)!;
          if (afterwards.get(subject)?.address !== null) {
            left += 1;
            expect(afterwards.get(subject)).toEqual(was);
            continue;
          }
          gone += 1;
          expect([hold, permits.get(subject)]).toEqual([false, []]);
          const { cases, caseSteps, restrictions, liftings, contractStarts, contractEnds } = was.standing;
          expect(cases.filter(({ id }) => !caseSteps.some(({ of }) => of === id))).toEqual([]);
          expect(restrictions.length === 0 || restrictions.at(-1)!.at < liftings.at(-1)!.at).toBe(true);
          expect(contractStarts.filter(({ at }) => !contractEnds.some((end) => end.at >= at))).toEqual([]);
        }
        expect(report).toMatchObject({ seen: people.length });
        await sound(here);
        await here.close();
        world = undefined;
      }),
      {
        numRuns: process.env.LICET_RUNS === "all" ? 30 : Number(process.env.LICET_RUNS ?? 3),
        endOnFailure: true,
      },
    );
    expect(Math.min(gone, left)).toBeGreaterThan(0);
  });
});
