// "Why do I get this": the very authorisation that a mail rested on, as the person saw it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordLines } from "../../src/app/imports/record-lines.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import { buy, confirmationPath, subjectOf, tokenIn, type Visitor, visitor, wayOutToken } from "./visitor.ts";

const subscriber = "ana@example.com";
const customer = "luc@example.com";
const imported = "kim@example.com";

let world: TestWorld;
let ana: Visitor;
let campaign: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T10:00:00Z" });
  ana = visitor(world);
  const { page } = await ana.get("/f/sign-up?lang=fr");
  await ana.post("/f/sign-up", { token: tokenIn(page), email: subscriber, country: "FR", box: "newsletter" });
  world.setClock("2026-11-23T10:07:00Z");
  await ana.post(await confirmationPath(world, subscriber));
  await buy(world, ana, { email: customer, country: "FR", product: "boots" });
  await recordLines(world, lines(), "api:crm");
  world.setClock("2026-11-23T12:30:00Z");
  campaign = await sendCampaign(world);
});
afterAll(() => world.close());

async function* lines() {
  const proof = {
    clause: { hash: "sha256:feed", version: "4" },
    form: { version: "9" },
    notice: { version: "2", withdrawalStated: true },
  };
  const consent = {
    id: "crm-1",
    type: "consent.given",
    at: "2026-01-02T03:04:05Z",
    purpose: "newsletter",
    by: "subject",
    channel: "email",
    ...proof,
  };
  yield { email: imported, recipient: { country: "ES" }, facts: [consent] };
}

const why = (email: string, id: string | null = campaign) =>
  ana.get(`/w/${wayOutToken(world, email, id)}?lang=en`);

test("a consent: the words as they were shown, when, where, when confirmed, and the articles", async () => {
  const { status, page } = await why(subscriber);
  expect(status).toBe(200);
  expect(page).toContain("23 November 2026 at 12:30 UTC");
  expect(page).toContain("You consented.");
  expect(page).toMatch(/<blockquote class="told" lang="fr">Oui, je souhaite que Lunaria/);
  expect(page).toContain("23 November 2026 at 10:00 UTC");
  expect(page).toContain("http://127.0.0.1:4000/f/sign-up");
  expect(page).toContain("You pressed the button in our mail on 23 November 2026 at 10:07 UTC.");
  expect(page).toContain("GDPR 6(1)(a)");
  expect(page).toMatch(/sha256:[0-9a-f]{64}/);
});

test("the form as it was: each box with whether it was ticked, the notice beside them, and every mail that rested on it", async () => {
  world.setClock("2026-11-23T12:40:00Z");
  await sendCampaign(world);
  const { page } = await why(subscriber);
  expect(page).toMatch(/<strong>Ticked:<\/strong> Oui, je souhaite que Lunaria/);
  expect(page).toMatch(/<strong>Not ticked:<\/strong> Oui, Lunaria Calzados, S.L. peut enregistrer/);
  expect(page).toContain("Responsable du traitement");
  expect(page).not.toContain("checkbox");
  const uses = page.split("Mails that rested on it")[1] ?? "";
  expect(uses.match(/<li>23 November 2026/g)).toHaveLength(2);
  expect((await why(customer)).page).toMatch(/<strong>Not ticked:<\/strong> /);
});

test("a purchase: what was told at the order", async () => {
  const { page } = await why(customer);
  expect(page).toContain("You bought something");
  expect(page).toContain("As a customer you may hear from us");
  expect(page).toContain("ePrivacy Directive 13(2)");
});

test("an authorisation from another system: its mark, and where it came from", async () => {
  const { page } = await why(imported);
  expect(page).toContain("2 January 2026 at 03:04 UTC");
  expect(page).toContain("api:crm");
  expect(page).toContain("sha256:feed");
});

test("its one button stops, and then the page says that it no longer holds", async () => {
  const { page } = await why(subscriber);
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? "";
  await ana.post(action);
  const after = await why(subscriber);
  expect(after.page).toContain("Since then it no longer holds");
  expect(after.page).not.toContain("<form");
});

test("a mail of no campaign answered a form; a mail that never was is not found; neither fails", async () => {
  expect((await why(subscriber, null)).page).toContain("It is no advertising");
  expect((await why("nobody@example.com")).page).toContain("We found no such mail");
  expect((await ana.get("/w/nonsense")).status).toBe(400);
  expect((await world.store.people.find([subjectOf(world, "nobody@example.com")])).size).toBe(0);
});
