// What is told at the same moment shares a transaction, and nobody can tell but by the clock.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Entry, Recorded } from "../../src/app/consent/entry.ts";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { type Body, goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let admin: pg.Pool;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  admin = new pg.Pool({ connectionString: world.databaseUrl });
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

function entry(email: string, ...facts: readonly Body[]): Entry {
  const read = readLine({ email, recipient: { country: "ES", kind: "natural" }, facts }, "file");
  if (!read.ok) throw new Error(read.problem);
  return read.entry;
}

async function transactionsOf(emails: readonly string[]): Promise<number> {
  const { rows } = await admin.query(
    "select count(distinct xmin::text)::int as n from facts where subject_id = any($1)",
    [emails.map((email) => subjectOf(world, email))],
  );
  return rows[0].n;
}

test("thirty people told of at the same moment cost few transactions, and each call gets its own answer", async () => {
  const emails = Array.from({ length: 30 }, (_, number) => `together-${number}@example.com`);
  const told = await Promise.all(emails.map((email) => record(world, [entry(email, goodConsent())])));
  expect(told.map(([recorded]) => recorded?.ok && recorded.subject)).toEqual(
    emails.map((email) => subjectOf(world, email)),
  );
  expect(await transactionsOf(emails)).toBeLessThan(5);
});

test("who is answered is on record", async () => {
  await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      const email = `answered-${number}@example.com`;
      await tell(world, email, goodConsent());
      const { rowCount } = await admin.query("select from facts where subject_id = $1", [
        subjectOf(world, email),
      ]);
      expect(rowCount).toBeGreaterThan(0);
    }),
  );
});

test("one that cannot be recorded fails alone", async () => {
  const broken = { ...entry("broken@example.com", goodConsent()), recipient: { country: 7 } };
  const emails = ["beside-1@example.com", "beside-2@example.com", "beside-3@example.com"];
  const all = [...emails.map((email) => entry(email, goodConsent())), broken];
  const results = await Promise.allSettled(
    [entry("first@example.com", goodConsent()), ...all].map((told) => record(world, [told])),
  );
  expect(results.map(({ status }) => status)).toEqual([
    ...["fulfilled", "fulfilled", "fulfilled", "fulfilled"],
    "rejected",
  ]);
  expect(await transactionsOf(emails)).toBe(3);
  expect(await transactionsOf(["broken@example.com"])).toBe(0);
});

test("a mail that was filed is not left behind by an erasure that shares its transaction", async () => {
  const email = "erased-at-once@example.com";
  const at = world.clock.now();
  const mail = {
    id: randomUUID(),
    kind: "doubleOptIn",
    request: { language: "es", facts: ["consent"] },
    messageId: "<one@example.com>",
    createdAt: at,
    dueAt: at,
  } as unknown as NonNullable<Entry["mails"]>[number];
  const erased = { id: "erased", type: "subject.erased", at: "2026-11-23T11:59:00Z" };
  await Promise.all([
    tell(world, "before@example.com", goodConsent()),
    record(world, [{ ...entry(email, goodConsent()), mails: [mail] }]),
    record(world, [entry(email, erased)]),
  ]);
  expect(await transactionsOf([email])).toBe(1);
  const { rowCount } = await admin.query("select from outbox where subject_id = $1", [
    subjectOf(world, email),
  ]);
  expect(rowCount).toBe(0);
});

const day = (number: number) => new Date(Date.UTC(2026, 9, 1 + number)).toISOString();
const tellings = fc.array(
  fc.record({
    person: fc.nat(2),
    // The same id on another day is a conflict, so the order of two tellings shows.
    fact: fc.oneof(
      fc
        .record({ id: fc.constantFrom("a", "b"), on: fc.nat(3) })
        .map(({ id, on }) => goodConsent(id, day(on))),
      fc.record({ id: fc.constantFrom("c", "d"), on: fc.nat(3) }).map(
        ({ id, on }): Body => ({
          id,
          type: "consent.withdrawn",
          at: day(on),
          purpose: "newsletter",
        }),
      ),
      fc.nat(3).map((on): Body => ({ id: `erased-${on}`, type: "subject.erased", at: day(on) })),
    ),
  }),
  { minLength: 2, maxLength: 12 },
);
let run = 0;

test("what comes of any tellings at once is what comes of them one after the other", async () => {
  await fc.assert(
    fc.asyncProperty(tellings, async (told) => {
      run += 1;
      const entries = (kind: string) =>
        told.map(({ person, fact }) => entry(`${kind}-${run}-${person}@example.com`, fact));
      const together = await Promise.all(entries("together").map((one) => record(world, [one])));
      const apart: (readonly Recorded[])[] = [];
      for (const one of entries("apart")) apart.push(await record(world, [one]));
      expect(together.flat().map(essence)).toEqual(apart.flat().map(essence));
      for (const person of [0, 1, 2])
        expect(await stateOf(`together-${run}-${person}@example.com`)).toEqual(
          await stateOf(`apart-${run}-${person}@example.com`),
        );
    }),
    { numRuns: 30 },
  );
});

function essence(recorded: Recorded) {
  return recorded.ok ? { added: recorded.added, known: recorded.known } : recorded.error.code;
}

async function stateOf(email: string) {
  const subject = subjectOf(world, email);
  const person = (await world.store.people.find([subject])).get(subject);
  const facts = await world.store.people.facts(subject);
  const permissions = await world.store.permissions.ofSubject(subject);
  return {
    standing: person?.standing,
    known: person?.address === null ? null : person?.recipient,
    facts: facts.map(({ type, at, body }) => ({ type, at, body })),
    verdicts: permissions.map(({ purpose, verdict }) => ({ purpose, verdict })),
  };
}

test.each([
  ["few", 3],
  ["many", 12],
])(
  "%s people whom another transaction locks in another order are recorded all the same",
  async (_, people) => {
    const emails = Array.from({ length: people }, (_, number) => `crossed-${people}-${number}@example.com`);
    for (const email of emails) await tell(world, email, goodConsent());
    const subjects = emails.map((email) => subjectOf(world, email)).sort();
    const other = await admin.connect();
    const lock = (subject: string | undefined) =>
      other.query("select from subjects where subject_id = $1 for update", [subject]);
    try {
      await other.query("begin");
      await lock(subjects.at(-1));
      const told = record(
        world,
        emails.map((email) => entry(email, goodConsent("again"))),
      );
      // Of two who wait for each other PostgreSQL ends the one whose deadlock_timeout (a second) runs out first, which
      // must not be this one. So PostgreSQL itself looks who waits: asked from here it may take that second.
      await other.query(untilSomebodyWaits);
      await lock(subjects[0]);
      await other.query("commit");
      expect((await told).map((one) => one.ok && one.added)).toEqual(emails.map(() => 1));
    } finally {
      other.release(true);
    }
  },
);

const untilSomebodyWaits = `do $$ begin
  while not exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') loop
    perform pg_sleep(0.002), pg_stat_clear_snapshot();
  end loop;
end $$`;
