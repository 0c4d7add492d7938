// What other systems were answered: kept for as long as somebody may ask why, counted, shown to the person, gone with them.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { erase } from "../../src/app/rights/erase.ts";
import { heldData } from "../../src/app/rights/held.ts";
import { heldPaper } from "../../src/app/rights/held-paper.ts";
import { decideFor, purposeOf } from "../../src/app/subjects/decide-permissions.ts";
import { forgetVerdicts } from "../../src/app/verdicts/forget-verdicts.ts";
import type { GivenVerdict } from "../../src/app/verdicts/verdicts-table.ts";
import type { SubjectId } from "../../src/core/subject-id.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const ana = "ana@example.com";
const leo = "leo@example.com";
let world: TestWorld;

beforeEach(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
});
afterEach(() => world.close());

/** What would be answered about the person now. */
async function given(subject: SubjectId, more: Partial<GivenVerdict> = {}): Promise<GivenVerdict> {
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  const [person, newsletter] = [people.get(subject), setup?.purposes.newsletter];
  if (!setup || !person || !newsletter) throw new Error("not as the demo is set up");
  return {
    ...{ id: randomUUID(), subject, at: world.clock.now(), via: "api", asker: "shop", purpose: "newsletter" },
    verdict: decideFor(setup, person, purposeOf(newsletter), world.clock.now()),
    observed: false,
    ...more,
  };
}

test("an answer is read back as it was given, permit and refusal", async () => {
  const permit = await given(await tell(world, ana, goodConsent()));
  const refusal = await given(await tell(world, leo), { via: "gate", asker: "crm", observed: true });
  await world.store.verdicts.add([permit, refusal]);
  const { verdict, ...rest } = permit;
  expect(await world.store.verdicts.list({ outcome: "permit" }, 9)).toEqual([
    {
      ...rest,
      ...{ outcome: "permit", code: null, basis: "consent", evidence: ["consent"], tracking: "none" },
      validUntil: verdict.validUntil,
    },
  ]);
  expect(await world.store.verdicts.list({ asker: "crm" }, 9)).toMatchObject([
    { id: refusal.id, via: "gate", outcome: "refusal", code: "no-basis", basis: null, observed: true },
  ]);
});

test("answers are counted by who asked, for what, and why", async () => {
  const subject = await tell(world, ana, goodConsent());
  const stranger = await given(await tell(world, leo));
  await world.store.verdicts.add([await given(subject), await given(subject), stranger]);
  expect(await world.store.verdicts.count({})).toMatchObject([
    { asker: "shop", purpose: "newsletter", outcome: "permit", ground: "consent", verdicts: 2 },
    { asker: "shop", purpose: "newsletter", outcome: "refusal", ground: "no-basis", verdicts: 1 },
  ]);
  expect(await world.store.verdicts.count({ subject, outcome: "refusal" })).toEqual([]);
});

test("they are shown to the person among all that is held", async () => {
  const subject = await tell(world, ana, goodConsent());
  const { id } = await given(subject);
  await world.store.verdicts.add([await given(subject, { id })]);
  const held = await heldData(world, subject, "en");
  expect(held.tables.verdicts).toMatchObject([
    { verdictId: id, asker: "shop", outcome: "permit", evidence: ["consent"] },
  ]);
  const title = "What other systems were answered that asked whether they may write to you";
  const blocks = [...heldPaper(held).blocks];
  const titled = blocks.findIndex((block) => block.kind === "heading" && block.text === title);
  expect(blocks[titled + 1]).toMatchObject({
    kind: "table",
    rows: [
      [expect.stringContaining("2026"), "Shoe news and offers", "shop", expect.stringContaining("(consent)")],
    ],
  });
});

test("an erasure takes away those about the person, and nobody else's", async () => {
  const [gone, stays] = [await tell(world, ana, goodConsent()), await tell(world, leo, goodConsent())];
  await world.store.verdicts.add([await given(gone), await given(stays)]);
  await erase(world, parseAddress(ana)!, "command");
  expect((await world.store.verdicts.list({}, 9)).map(({ subject }) => subject)).toEqual([stays]);
});

test("after ninety days they are deleted, whether the person is on record or not", async () => {
  const known = await tell(world, ana, goodConsent());
  await world.store.verdicts.add([
    await given(known),
    await given(known, { subject: subjectOf(world, "stranger@example.com") }),
  ]);
  world.setClock("2027-02-21T11:59:59Z");
  expect(await forgetVerdicts(world)).toBe(0);
  world.setClock("2027-02-21T12:00:01Z");
  expect(await forgetVerdicts(world)).toBe(2);
  expect(await world.store.verdicts.list({}, 9)).toEqual([]);
});
