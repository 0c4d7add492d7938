// Who was asked to be measured and did not say yes is left in peace for as long as the law of the country says (CNIL 2026-042).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { record } from "../../src/app/consent/record.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { goodConsent, tell } from "../support/people.ts";
import { applyLunaria, lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import {
  confirmationPath,
  onRecord,
  orderPath,
  subjectOf,
  tokenIn,
  type Visitor,
  verdictOf,
  visitor,
  wayOutToken,
} from "./visitor.ts";

const question = "may record when I open its emails";
const paused = "We do not ask you again before 25 May 2027.";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(() => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.com`;
});
afterAll(() => world.close());

async function declare(text: string): Promise<void> {
  const file = readSetupFile(text);
  if (!file.ok) throw new Error(file.mistakes[0]?.problem);
  await applySetup(world, file.declared);
}
async function signUp(country: string, ...boxes: readonly string[]): Promise<void> {
  await ana.send("sign-up", { email, country, box: boxes });
  await ana.post(await confirmationPath(world, email));
}
const path = () => `/p/${wayOutToken(world, email, null)}`;
const choices = async () => (await ana.get(path())).page;

/** A campaign whose mail asks. @returns how many got it and how many were held back. */
async function askByMail() {
  const template = { format: "markdown", subject: "May we?", body: "May we measure?" } as const;
  const message = { blocks: ["editorial", "trackingQuestion"] };
  const { id } = await startCampaign(world, { purpose: "newsletter", template, message });
  await runCampaign(world, id);
  return world.store.campaigns.delivery(id, subjectOf(world, email));
}

describe("in France", () => {
  test("a box that was left empty is not asked again for about six months", async () => {
    await signUp("FR", "newsletter");
    const page = await choices();
    expect(page).not.toContain(question);
    expect(page).not.toContain('value="email-tracking"');
    expect(page).toContain(paused);
    world.setClock("2027-05-25T09:59:59Z");
    expect(await choices()).not.toContain(question);
    world.setClock("2027-05-25T10:00:00Z");
    expect(await choices()).toContain(question);
  });

  test("a refusal counts as well, of this purpose or of all", async () => {
    await signUp("FR", "newsletter", "email-tracking");
    expect(await choices()).not.toContain(paused);
    world.setClock("2026-12-01T10:00:00Z");
    await ana.post(path(), { leave: "email-tracking" });
    expect(await choices()).toContain("We do not ask you again before 2 June 2027.");
    world.setClock("2027-01-01T10:00:00Z");
    await ana.post(path(), { leave: "*" });
    expect(await choices()).toContain("We do not ask you again before 3 July 2027.");
  });

  test("a box beside an order counts by the order, and not by what its confirmation puts on record", async () => {
    await declare(lunaria().replace("boxes: [newsletter]\n", "boxes: [newsletter, email-tracking]\n"));
    await ana.send("order", { email, country: "FR", product: "boots", box: ["email-tracking"] });
    world.setClock("2026-11-24T10:00:00Z");
    await ana.post(await orderPath(world, email));
    expect(await onRecord(world, email)).toContainEqual(expect.objectContaining({ type: "sale.concluded" }));
    await record(world, [
      { who: { subject: subjectOf(world, email) }, recipient: { country: "FR" }, facts: [] },
    ]);
    expect(await choices()).toContain("Not yet: it waits for your confirmation");
    expect(await choices()).not.toContain("We do not ask you again");

    email = `empty-${email}`;
    await ana.send("order", { email, country: "FR", product: "boots" });
    world.setClock("2026-11-25T10:00:00Z");
    await ana.post(await orderPath(world, email));
    expect(await choices()).toContain("We do not ask you again before 26 May 2027.");
    await applyLunaria(world);
  });

  test("a button that was not shown joins nothing, on whichever page it is pressed", async () => {
    await signUp("FR", "newsletter");
    await ana.post(path(), { leave: "newsletter" });
    const token = tokenIn(await choices());
    const { status } = await ana.post(path(), { token, join: "email-tracking" });
    expect(status).toBe(422);
    expect((await onRecord(world, email)).map(({ purpose }) => purpose)).not.toContain("email-tracking");
  });

  test("the mail of a campaign that asks is held back, and is itself a question", async () => {
    await tell(world, email, goodConsent());
    await record(world, [
      { who: { subject: subjectOf(world, email) }, recipient: { country: "FR" }, facts: [] },
    ]);
    expect(await choices()).toContain(question);
    expect(await askByMail()).toMatchObject({ state: "sent" });
    expect(await choices()).toContain(paused);
    expect(await askByMail()).toMatchObject({ state: "held-back" });
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    world.setClock("2027-05-25T10:00:01Z");
    expect(await askByMail()).toMatchObject({ state: "sent" });
  });

  test("any other campaign goes as before", async () => {
    await signUp("FR", "newsletter");
    const template = { format: "markdown", subject: "Spring", body: "New shoes." } as const;
    const { id } = await startCampaign(world, { purpose: "newsletter", template });
    await runCampaign(world, id);
    expect(await world.store.campaigns.delivery(id, subjectOf(world, email))).toMatchObject({
      state: "sent",
    });
  });

  test("a form that anybody can open asks everybody, since it cannot know who does", async () => {
    await signUp("FR", "newsletter");
    expect((await ana.get("/f/sign-up?lang=en")).page).toContain(question);
  });
});

describe("elsewhere", () => {
  test("the question stays, unless the controller is stricter by a rule of its own", async () => {
    await signUp("ES", "newsletter");
    expect(await choices()).toContain(question);
    const own =
      "\ntightenings:\n  rest:\n    jurisdiction: ES\n    cells: { trackingPauseDays: 365 }\n    reason: Board decision 10\n";
    await declare(lunaria() + own);
    expect(await choices()).toContain("We do not ask you again before 23 November 2027.");
    await applyLunaria(world);
  });

  test("where the country is unknown, it rests as in France", async () => {
    await signUp("", "newsletter");
    expect(await choices()).toContain(paused);
  });
});
