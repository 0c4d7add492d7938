// Stopping: one click, the visible way out, and the page of all choices. It binds before anybody is thanked.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { sweepDue } from "../../src/app/subjects/sweep.ts";
import { createApp } from "../../src/http/app.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import {
  buy,
  confirmationPath,
  onRecord,
  subjectOf,
  type Visitor,
  verdictOf,
  visitor,
  wayOutToken,
} from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;
let token: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(async () => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.net`;
  await ana.send("sign-up", { email, country: "ES", box: ["newsletter", "email-tracking"] });
  await ana.post(await confirmationPath(world, email));
  token = wayOutToken(world, email, await sendCampaign(world));
  world.setClock("2026-11-23T10:10:00Z");
});
afterAll(() => world.close());

const stops = async () =>
  (await onRecord(world, email)).filter(
    ({ type }) => type === "consent.withdrawn" || type === "objection.raised",
  );

describe("one click (RFC 8058)", () => {
  test.each([
    ["urlencoded", { "content-type": "application/x-www-form-urlencoded" }, "List-Unsubscribe=One-Click"],
    [
      "urlencoded in other letters",
      { "content-type": "application/x-www-form-urlencoded" },
      "list-unsubscribe=one-click",
    ],
    [
      "multipart",
      { "content-type": "multipart/form-data; boundary=b" },
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
    ["a broken multipart", { "content-type": "multipart/form-data" }, "List-Unsubscribe"],
    ["empty", {}, ""],
  ])("with a body that is %s: it binds, without cookie or redirect", async (_, headers, body) => {
    const app = createApp(world, { mailbox: false, ready: () => true });
    const answer = await app.request(`/u/${token}`, {
      method: "POST",
      headers: headers as Record<string, string>,
      body,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("location")).toBeNull();
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
  });

  test("a GET or HEAD changes nothing", async () => {
    const { page } = await ana.get(`/u/${token}`);
    expect(page).toContain("Stop these mails?");
    expect((await ana.head(`/u/${token}`)).status).toBe(200);
    expect(page).toContain(`action="/u/${token}?lang=en"`);
    expect(await stops()).toEqual([]);
  });

  test("repeated, it is one stop", async () => {
    for (let press = 0; press < 3; press++) await ana.post(`/u/${token}`);
    expect(await stops()).toMatchObject([{ type: "consent.withdrawn", purpose: "newsletter" }]);
  });

  test("of a mail that rested on consent is a withdrawal; the other purposes stay", async () => {
    await ana.post(`/u/${token}`);
    expect(await stops()).toHaveLength(1);
    expect(await verdictOf(world, email, "email-tracking")).toBe("consent");
  });

  test("of a mail that rested on a purchase is an objection too", async () => {
    email = `customer-${number}@example.net`;
    await buy(world, ana, { email, country: "FR", product: "boots" });
    expect(await verdictOf(world, email, "newsletter")).toBe("soft-opt-in");
    await ana.post(`/u/${wayOutToken(world, email, await sendCampaign(world))}`);
    expect(await stops()).toMatchObject([
      { type: "consent.withdrawn", purpose: "newsletter" },
      { type: "objection.raised", scope: "newsletter" },
    ]);
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
  });

  test("of a mail of no campaign, or of one that is gone, stops all advertising", async () => {
    await ana.post(`/u/${wayOutToken(world, email, "00000000-0000-4000-8000-000000000001")}`);
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
    expect(await verdictOf(world, email, "email-tracking")).toBe("objected");
  });

  test("after a new consent, an old link stops again", async () => {
    await ana.post(`/u/${token}`);
    world.setClock("2026-11-23T11:00:00Z");
    await ana.send("sign-up", { email, box: "newsletter" });
    await ana.post(await confirmationPath(world, email));
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    world.setClock("2026-11-23T12:00:00Z");
    await ana.post(`/u/${token}`);
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
  });

  test("between a new consent and its confirmation, it wins over both", async () => {
    await ana.post(`/u/${token}`);
    world.setClock("2026-11-23T11:00:00Z");
    await ana.send("sign-up", { email, box: "newsletter" });
    world.setClock("2026-11-23T11:01:00Z");
    await ana.post(`/u/${token}`);
    await ana.post(await confirmationPath(world, email));
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
  });

  test("a forged link stops nothing and says so", async () => {
    const { status, page } = await ana.post(`/u/${token.slice(0, -2)}AA`);
    expect(status).toBe(400);
    expect(page).toContain("This link is not complete");
    expect(await stops()).toEqual([]);
  });

  test("somebody of whom nothing is on record is thanked all the same", async () => {
    const stranger = "nobody@example.net";
    expect((await ana.post(`/u/${wayOutToken(world, stranger, null)}`)).status).toBe(200);
    expect((await world.store.people.find([subjectOf(world, stranger)])).size).toBe(0);
  });
});

describe("the page of all choices", () => {
  test("says what is received, since when and on which basis", async () => {
    const { page } = await ana.get(`/p/${token}`);
    expect(page).toMatch(
      /Shoe news and offers<\/strong>\s*<span class="soft state receiving">Yes, since 23 November 2026/,
    );
    expect(page).toContain("You consented.");
    expect(await stops()).toEqual([]);
  });

  test("stops one purpose and leaves the others", async () => {
    const { page } = await ana.post(`/p/${token}`, { leave: "newsletter" });
    expect(page).toContain("Done. This holds from now on.");
    expect(page).toContain("No, you stopped it");
    expect(page).toContain('name="join" value="newsletter"');
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
    expect(await verdictOf(world, email, "email-tracking")).toBe("consent");
  });

  test("stops everything", async () => {
    await ana.post(`/p/${token}`, { leave: "*" });
    expect(await stops()).toMatchObject([
      { type: "consent.withdrawn", purpose: "*" },
      { type: "objection.raised", scope: "direct-marketing" },
    ]);
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
  });

  test.each([["orders"], ["constructor"], [""]])(
    "a purpose that is not advertising (`%s`) changes nothing",
    async (purpose) => {
      const { status, page } = await ana.post(`/p/${token}`, { leave: purpose });
      expect(status).toBe(200);
      expect(page).not.toContain("Done.");
      expect(await stops()).toEqual([]);
    },
  );

  test("tells a person whose consent waits to press the button", async () => {
    email = `waiting-${number}@example.net`;
    await ana.send("sign-up", { email, box: "newsletter" });
    const { page } = await ana.get(`/p/${wayOutToken(world, email, null)}`);
    expect(page).toContain("Not yet: it waits for your confirmation");
  });
});

test("who lives in Belgium is sent an acknowledgement of the stop, and nobody else is", async () => {
  await ana.post(`/u/${token}`, { "List-Unsubscribe": "One-Click" });

  const belgian = `person-be-${number}@example.net`;
  await ana.send("sign-up", { email: belgian, country: "BE", box: ["newsletter"] });
  await ana.post(await confirmationPath(world, belgian));
  const way = wayOutToken(world, belgian, await sendCampaign(world));
  const sent = world.caught.length;
  await ana.post(`/u/${way}`, { "List-Unsubscribe": "One-Click" });
  while ((await deliverOutbox(world)) > 0);
  const acknowledged = world.caught
    .slice(sent)
    .filter(({ raw }) => raw.includes("Auto-Submitted: auto-replied"));
  expect(acknowledged.map(({ forwardPath }) => forwardPath)).toEqual([belgian]);
});

test("a purchase alone never shows as a consent to be measured", async () => {
  const customer = `customer-${number}@example.net`;
  await buy(world, ana, { email: customer, country: "FR", product: "boots" });
  expect(await verdictOf(world, customer, "newsletter")).toBe("soft-opt-in");
  expect(await verdictOf(world, customer, "email-tracking")).toBe("no-basis");
});

describe("where another system's clock is ahead", () => {
  const ahead = "2026-11-23T11:10:00Z";

  test("a consent that it dated ahead does not lift a stop of now when its moment comes", async () => {
    const early = "clock@example.com";
    await tell(world, early, goodConsent(), goodConsent("ahead", ahead));
    const campaign = await sendCampaign(world);
    await ana.post(`/u/${wayOutToken(world, early, campaign)}`);
    expect(await verdictOf(world, early, "newsletter")).toBe("withdrawn");
    world.setClock("2026-11-23T11:10:01Z");
    await sweepDue(world);
    expect(await verdictOf(world, early, "newsletter")).toBe("withdrawn");

    world.setClock("2026-11-23T11:20:00Z");
    await tell(world, early, goodConsent("again", "2026-11-23T11:15:00Z"));
    expect(await verdictOf(world, early, "newsletter")).toBe("consent");
  });

  test("a withdrawal that it dated ahead leaves a click of now its effect, and a second click adds nothing", async () => {
    const late = "later@example.com";
    const withdrawal = {
      id: "ahead",
      type: "consent.withdrawn",
      at: "2026-11-30T10:00:00Z",
      purpose: "newsletter",
    };
    await tell(world, late, goodConsent(), withdrawal);
    const way = wayOutToken(world, late, await sendCampaign(world));
    await ana.post(`/u/${way}`);
    expect(await verdictOf(world, late, "newsletter")).toBe("withdrawn");
    const facts = await onRecord(world, late);
    await ana.post(`/u/${way}`);
    expect(await onRecord(world, late)).toEqual(facts);
  });

  test("a stop that was told for another controller leaves a click its effect", async () => {
    const other = "elsewhere@example.com";
    const at = "2026-11-20T10:00:00Z";
    const foreign = { id: "foreign", type: "consent.withdrawn", at, purpose: "*", controller: "elsewhere" };
    await tell(world, other, goodConsent(), foreign);
    await ana.post(`/u/${wayOutToken(world, other, await sendCampaign(world))}`);
    expect(await verdictOf(world, other, "newsletter")).toBe("withdrawn");
  });
});
