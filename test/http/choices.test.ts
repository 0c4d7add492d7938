// The page of one's own choices: what a press opens counts only from a page that was shown; what it closes always counts.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import {
  buy,
  confirmationPath,
  onRecord,
  subjectOf,
  tokenIn,
  type Visitor,
  verdictOf,
  visitor,
  wayOutToken,
} from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;
let path: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(async () => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.net`;
  await ana.send("sign-up", { email, country: "ES", box: "newsletter" });
  await ana.post(await confirmationPath(world, email));
  path = `/p/${wayOutToken(world, email, null)}`;
  world.setClock("2026-11-23T10:10:00Z");
});
afterAll(() => world.close());

/** A press without the hidden field of the page, as a program does that tries what it finds. */
async function blindly(where: string, fields: Record<string, string>): Promise<number> {
  const app = createApp(world, { mailbox: false, ready: () => true });
  return (await app.request(where, { method: "POST", body: new URLSearchParams(fields) })).status;
}
const typesOf = async () => (await onRecord(world, email)).map(({ type }) => type);

describe("joining", () => {
  test("puts on record the wording that stood beside the button, and asks the mailbox first", async () => {
    const { page } = await ana.post(path, { join: "email-tracking" });
    expect(page).toContain("Now look in your mailbox");
    const facts = await world.store.people.facts(subjectOf(world, email));
    const consent = facts.findLast(({ type }) => type === "consent.given");
    expect(consent).toMatchObject({
      source: "page:preferences",
      body: { purpose: "email-tracking", prechecked: false, doubleOptIn: true },
      shown: {
        form: { key: "sign-up" },
        clause: { key: "email-tracking" },
        notice: { key: "sign-up" },
        language: "en",
        page: "http://127.0.0.1:4000/p",
      },
    });
    expect(await verdictOf(world, email, "email-tracking")).toBe("doi-unconfirmed");
    const before = world.caught.length;
    world.setClock("2026-11-23T10:21:00Z");
    await deliverOutbox(world);
    expect(world.caught.slice(before).map(({ forwardPath }) => forwardPath)).toContain(email);
    await ana.post(await confirmationPath(world, email));
    expect(await verdictOf(world, email, "email-tracking")).toBe("consent");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });

  test("after leaving, brings the purpose back once the mailbox has answered", async () => {
    await ana.post(path, { leave: "newsletter" });
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
    world.setClock("2026-11-23T11:00:00Z");
    await ana.post(path, { join: "newsletter" });
    expect(await verdictOf(world, email, "newsletter")).not.toBe("consent");
    await ana.post(await confirmationPath(world, email));
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });

  test("pressed twice on one page it is one act", async () => {
    const token = tokenIn((await ana.get(path)).page);
    await Promise.all([1, 2, 3].map(() => ana.post(path, { token, join: "email-tracking" })));
    expect((await typesOf()).filter((type) => type === "consent.given")).toHaveLength(2);
  });

  test("on a page of before one left, seen again by the back button, brings nothing back", async () => {
    await ana.post(path, { leave: "newsletter" });
    world.setClock("2026-11-23T11:00:00Z");
    const token = tokenIn((await ana.get(path)).page);
    await ana.post(path, { token, join: "newsletter" });
    await ana.post(await confirmationPath(world, email));
    world.setClock("2026-11-23T12:00:00Z");
    await ana.post(path, { leave: "newsletter" });
    await ana.post(path, { token, join: "newsletter" });
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
  });

  test("no box on the page is ticked, nor is there any", async () => {
    const { page } = await ana.get(path);
    expect(page).not.toContain("checkbox");
    expect(page).not.toContain("checked");
    expect(page).toContain("may record when I open its emails");
    expect(page).toContain("Basic information on data protection");
  });
});

describe("without a page that was shown", () => {
  test.each([
    { join: "email-tracking" },
    { language: "fr" },
    { often: "newsletter", "often-newsletter": "week" },
  ])("%o changes nothing", async (fields) => {
    const facts = await typesOf();
    expect(await blindly(path, fields)).toBe(422);
    expect(await blindly(path, { ...fields, token: "x" })).toBe(422);
    const other = `other-${number}@example.net`;
    await ana.send("sign-up", { email: other, box: "newsletter" });
    const foreign = tokenIn((await ana.get(`/p/${wayOutToken(world, other, null)}`)).page);
    expect(await blindly(path, { ...fields, token: foreign })).toBe(422);
    expect(await typesOf()).toEqual(facts);
    expect((await world.store.people.find([subjectOf(world, email)])).values().next().value?.language).toBe(
      "en",
    );
  });

  test("a page that was open for more than a day changes nothing, and is shown again", async () => {
    const token = tokenIn((await ana.get(path)).page);
    world.setClock("2026-11-24T10:11:00Z");
    const { status, page } = await ana.post(path, { token, join: "email-tracking" });
    expect(status).toBe(422);
    expect(page).toContain("nothing was changed");
    expect(await verdictOf(world, email, "email-tracking")).toBe("no-basis");
  });

  test("leaving and objecting count all the same", async () => {
    expect(await blindly(path, { right: "objection" })).toBe(200);
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
  });

  test("a confirmation link confirms nothing", async () => {
    await ana.send("sign-up", { email, box: "email-tracking" });
    expect(await blindly(await confirmationPath(world, email), {})).toBe(200);
    expect(await verdictOf(world, email, "email-tracking")).toBe("doi-unconfirmed");
  });

  test("whatever is posted, nothing is opened", async () => {
    const fields = fc.dictionary(
      fc.constantFrom("join", "language", "token", "act", "often", "address", "often-newsletter"),
      fc.oneof(fc.constantFrom("newsletter", "email-tracking", "*", "fr", "week"), fc.string()),
    );
    const facts = await typesOf();
    await fc.assert(
      fc.asyncProperty(fields, async (posted) => void (await blindly(path, posted))),
      { numRuns: 50 },
    );
    expect(await typesOf()).toEqual(facts);
  });
});

describe("one right without the other", () => {
  test("to withdraw every consent leaves what rests on a purchase", async () => {
    const customer = `customer-${number}@example.net`;
    await buy(world, ana, { email: customer, country: "FR", product: "boots" });
    const { page } = await ana.post(`/p/${wayOutToken(world, customer, null)}`, { right: "withdrawal" });
    expect(await onRecord(world, customer)).toContainEqual(
      expect.objectContaining({ type: "consent.withdrawn", purpose: "*" }),
    );
    expect((await onRecord(world, customer)).some(({ type }) => type === "objection.raised")).toBe(false);
    expect(page).toContain("Done.");
  });

  test("to object ends all advertising and withdraws nothing", async () => {
    await ana.post(path, { right: "objection" });
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
    expect((await typesOf()).includes("consent.withdrawn")).toBe(false);
  });
});

describe("how often", () => {
  test("is put on record for one purpose, and shown as it was chosen", async () => {
    const { page } = await ana.post(path, { often: "newsletter", "often-newsletter": "month" });
    expect(page).toContain('<option value="month" selected>At most once a month');
    expect(await onRecord(world, email)).toContainEqual(
      expect.objectContaining({ type: "frequency.wished", purpose: "newsletter", atMost: "month" }),
    );
    const letters = () => world.caught.filter(({ forwardPath }) => forwardPath === email);
    const before = letters().length;
    await sendCampaign(world);
    await sendCampaign(world);
    expect(letters()).toHaveLength(before + 1);
  });

  test.each([
    { often: "newsletter", "often-newsletter": "day" },
    { often: "orders", "often-orders": "week" },
    { often: "newsletter" },
  ])("that is none on offer (%o) changes nothing", async (fields) => {
    const facts = await typesOf();
    expect((await ana.post(path, fields)).page).not.toContain("Done.");
    expect(await typesOf()).toEqual(facts);
  });
});

test("the language that was chosen is that of pages and mails from then on", async () => {
  const { page } = await ana.post(path, { language: "fr" });
  expect(page).toContain('<html lang="fr">');
  expect((await ana.get(path)).page).toContain('<html lang="fr">');
  const before = world.caught.length;
  await sendCampaign(world);
  const [letter] = world.caught.slice(before).filter(({ forwardPath }) => forwardPath === email);
  expect(letter?.raw.toString()).toContain("inscrire");
});

test("after an erasure the links to what was known have ended, and the way out still works", async () => {
  const campaign = await sendCampaign(world);
  const address = parseAddress(email);
  if (!address) throw new Error("not an address");
  world.setClock("2026-11-23T11:00:00Z");
  await erase(world, address, "command");
  for (const page of [path, `/w/${wayOutToken(world, email, campaign)}`]) {
    const seen = await ana.get(page);
    expect(seen.status, page).toBe(410);
    expect(seen.page).toContain("This link has ended");
  }
  expect((await ana.post(`/u/${wayOutToken(world, email, campaign)}`)).status).toBe(200);

  // Who comes back is somebody new: what was before the erasure stays out of sight.
  world.setClock("2026-11-23T12:00:00Z");
  await ana.send("sign-up", { email, box: "newsletter" });
  await ana.post(await confirmationPath(world, email));
  expect((await ana.get(path)).status).toBe(200);
  expect((await ana.get(`/w/${wayOutToken(world, email, campaign)}`)).status).toBe(410);
});
