// Who was erased stays so, whatever older files say, until the person comes back.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { verdictOf, visitor } from "../http/visitor.ts";
import { type Body, goodConsent, subjectOf } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
});
beforeEach(() => {
  email = `gone-${++number}@example.com`;
});
afterAll(() => world.close());

const known = { language: "es", recipient: { country: "ES", kind: "natural", birthDate: "1980-01-02" } };
const source: Body = { id: "source", type: "source.declared", at: "2026-01-01T00:00:00Z", kind: "own-form" };
const erasure: Body = { id: "erasure", type: "subject.erased", at: "2026-11-01T00:00:00Z" };
/** A day is kept as a number. */
const onRecord = { language: "es", recipient: { country: "ES", kind: "natural", birthDate: 19800102 } };
const nothing = { address: null, language: null, recipient: {} };

async function tellOf(facts: readonly Body[], about: object = known): Promise<void> {
  const read = readLine({ email, ...about, facts }, "file");
  if (!read.ok) throw new Error(read.problem);
  const [recorded] = await record(world, [read.entry]);
  if (!recorded?.ok) throw recorded?.error;
}
async function stored() {
  const subject = subjectOf(world, email);
  const person = (await world.store.people.find([subject])).get(subject);
  return { address: person?.address, language: person?.language, recipient: person?.recipient };
}
const described = async () =>
  (await world.store.people.facts(subjectOf(world, email))).filter(
    ({ type }) => type === "subject.described",
  );

it("the same file once more brings nothing back", async () => {
  await tellOf([source]);
  expect(await stored()).toMatchObject({ address: email, ...onRecord });
  await tellOf([erasure], {});
  expect(await stored()).toEqual(nothing);
  const before = await described();
  await tellOf([source]);
  expect(await stored()).toEqual(nothing);
  expect(await described()).toEqual(before);
});

it("what happened before the erasure and is told after it brings nothing back", async () => {
  await tellOf([source, erasure]);
  const contract = { id: "old", type: "contract.started", at: "2025-01-01T00:00:00Z", contract: "k" };
  await tellOf([contract, goodConsent("old-consent", "2025-01-01T00:00:00Z")]);
  expect(await stored()).toEqual(nothing);
});

it("an erasure and a whole return in one line leave somebody who can be written to", async () => {
  const confirmed = {
    id: "confirmed",
    type: "consent.confirmed",
    at: "2026-11-10T01:00:00Z",
    of: "new",
    by: "post",
    expiresAt: "2026-11-12T00:00:00Z",
  };
  await tellOf([erasure, { ...goodConsent("new", "2026-11-10T00:00:00Z"), doubleOptIn: true }, confirmed]);
  expect(await stored()).toMatchObject({ address: email, ...onRecord });
  expect(await verdictOf(world, email, "newsletter")).toBe("consent");
});

it("an erasure that is told late takes what was known before it, and not the address of who has come back", async () => {
  await tellOf([source, { id: "new", type: "contract.started", at: "2026-11-10T00:00:00Z", contract: "k" }]);
  await tellOf([erasure], {});
  expect(await stored()).toEqual({ address: email, language: null, recipient: {} });
});

it("a sign-up that waits for its answer brings back the address and the language of its page alone", async () => {
  await tellOf([source, erasure]);
  await visitor(world).send("sign-up", { email, country: "FR", box: "newsletter" });
  await tellOf([source]);
  expect(await stored()).toEqual({ address: email, language: "en", recipient: {} });
  expect(await verdictOf(world, email, "newsletter")).toBe("erased");
});

it("an erasure at another controller erases nothing here", async () => {
  await tellOf([source, { ...erasure, controller: "elsewhere" }]);
  expect(await stored()).toMatchObject({ address: email, ...onRecord });
});
