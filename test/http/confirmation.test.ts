// The second step of double opt-in.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { parseInstant } from "../../src/core/instant.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { confirmationPath, onRecord, type Visitor, verdictOf, visitor, wayOutToken } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(async () => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.org`;
  await ana.send("sign-up", { email, country: "ES", box: "newsletter" });
});
afterAll(() => world.close());

const confirmations = async () =>
  (await onRecord(world, email)).filter(({ type }) => type === "consent.confirmed");

test("opening the page shows the words and a button, and confirms nothing", async () => {
  const path = await confirmationPath(world, email);
  const { status, page, headers } = await ana.get(path);
  expect(status).toBe(200);
  expect(page).toContain("to email me its shoe news and offers");
  expect(page).toContain("Yes, it was me");
  expect(headers.get("x-robots-tag")).toContain("noindex");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect((await ana.head(path)).status).toBe(200);
  expect(await confirmations()).toEqual([]);
  expect(await verdictOf(world, email, "newsletter")).toBe("doi-unconfirmed");
});

test("pressing the button confirms, and pressing it again changes nothing", async () => {
  const path = await confirmationPath(world, email);
  world.setClock("2026-11-23T10:20:00Z");
  const answers = await Promise.all([ana.post(path), ana.post(path)]);
  world.setClock("2026-11-23T10:25:00Z");
  answers.push(await ana.post(path));
  for (const { status, page } of answers) {
    expect(status).toBe(200);
    expect(page).toContain("Confirmed");
  }
  const [consent] = await onRecord(world, email);
  expect(await confirmations()).toMatchObject([
    { of: consent?.id, by: "post", at: "2026-11-23T10:20:00.000Z", expiresAt: "2026-11-23T11:00:00.000Z" },
  ]);
  expect(await verdictOf(world, email, "newsletter")).toBe("consent");
});

test("the language is the person's own where the browser wishes none", async () => {
  await ana.send("sign-up?lang=fr", { email: `fr-${email}`, box: "newsletter" });
  const { page } = await ana.get(await confirmationPath(world, `fr-${email}`), { "accept-language": "" });
  expect(page).toContain("Était-ce bien vous");
});

test("an expired link says so, offers the form again, and confirms nothing", async () => {
  const path = await confirmationPath(world, email, parseInstant("2026-11-23T09:59:59Z") ?? undefined);
  for (const answer of [await ana.get(path), await ana.post(path)]) {
    expect(answer.status).toBe(410);
    expect(answer.page).toContain('href="/f/sign-up?lang=en"');
  }
  expect(await confirmations()).toEqual([]);
});

test("a link that was confirmed in time stays confirmed when opened after its end", async () => {
  const path = await confirmationPath(world, email);
  await ana.post(path);
  world.setClock("2026-11-25T10:00:00Z");
  expect((await ana.post(path)).status).toBe(200);
});

test("a forged, cut or foreign link is a clear page, not an error", async () => {
  const path = await confirmationPath(world, email);
  for (const wrong of [
    path.slice(0, -4),
    `${path.slice(0, 10)}AAAA${path.slice(14)}`,
    "/c/x",
    `/c/${wayOutToken(world, email, null)}`,
  ])
    for (const answer of [await ana.get(wrong), await ana.post(wrong)]) {
      expect(answer.status).toBe(400);
      expect(answer.page).toContain("This link is not complete");
    }
  expect(await confirmations()).toEqual([]);
});

test("a confirmation after a stop starts nothing, and the page says so", async () => {
  world.setClock("2026-11-23T10:05:00Z");
  await ana.post(`/u/${wayOutToken(world, email, null)}`);
  const { page } = await ana.post(await confirmationPath(world, email));
  expect(page).toContain("that still holds");
  expect(await verdictOf(world, email, "newsletter")).toBe("objected");
});
