// A new address: what was chosen goes on there once both mailboxes have spoken, and the old one is no longer written to.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import {
  buy,
  confirmationPath,
  onRecord,
  type Seen,
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
let old: string;
let next: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(async () => {
  world.setClock("2026-11-23T10:00:00Z");
  number += 1;
  [old, next] = [`old-${number}@example.com`, `new-${number}@example.com`];
  await ana.send("sign-up", { email: old, country: "ES", box: "newsletter" });
  await ana.post(await confirmationPath(world, old));
  await deliverOutbox(world);
  world.setClock("2026-11-23T11:00:00Z");
});
afterAll(() => world.close());

async function lettersTo(address: string) {
  while ((await deliverOutbox(world)) > 0);
  return Promise.all(
    world.caught.filter(({ forwardPath }) => forwardPath === address).map(({ raw }) => readMail(raw)),
  );
}
async function linkTo(address: string, begin: string): Promise<string> {
  const letters = await lettersTo(address);
  const link = new RegExp(`http://127\\.0\\.0\\.1:4000(/${begin}/[\\w-]+\\?lang=\\w+)`);
  return letters.flatMap(({ text }) => link.exec(text ?? "")?.[1] ?? []).at(-1) ?? "";
}
async function freshPage(address = old): Promise<string> {
  await ana.post("/p", { token: tokenIn((await ana.get("/p")).page), email: address });
  return linkTo(address, "p");
}
async function askFor(address: string, page?: string): Promise<Seen> {
  return ana.post(page ?? (await freshPage()), { address });
}
async function moveAll(): Promise<Seen> {
  await askFor(next);
  world.setClock("2026-11-23T12:00:00Z");
  return ana.post(await linkTo(next, "a"));
}

describe("before the new mailbox has answered", () => {
  test("nothing moves; it is asked by mail, and the old one is told", async () => {
    const { page } = await askFor(next);
    expect(page).toContain("We have written to the new address.");
    expect((await lettersTo(next)).map(({ subject }) => subject)).toEqual([
      "Is this your new address for Lunaria Calzados, S.L.?",
    ]);
    const notice = (await lettersTo(old)).find(({ subject }) => subject.startsWith("A new address"));
    expect(notice?.text).not.toContain(next);
    expect(await verdictOf(world, old, "newsletter")).toBe("consent");
    expect(await verdictOf(world, next, "newsletter")).toBe("no-basis");
    expect(await onRecord(world, next)).toMatchObject([{ type: "link.requested", page: "address" }]);
    expect(await world.store.log.unproved()).toBeNull();
  });

  test("a link of a mail, which may have been passed on, is not enough to ask", async () => {
    const path = `/p/${wayOutToken(world, old, null)}`;
    expect((await ana.get(path)).page).not.toContain('name="address"');
    expect((await askFor(next, path)).status).toBe(422);
    expect(await lettersTo(next)).toEqual([]);
  });

  test("nor is a link that was asked for more than a day ago", async () => {
    const page = await freshPage();
    world.setClock("2026-11-24T11:30:00Z");
    expect((await askFor(next, page)).status).toBe(422);
    expect(await lettersTo(next)).toEqual([]);
  });

  test("opening the link, or pressing without its page, moves nothing", async () => {
    await askFor(next);
    const link = await linkTo(next, "a");
    expect((await ana.get(link)).page).toContain("Is this your new address?");
    const app = createApp(world, { mailbox: false, ready: () => true });
    for (const body of [{}, { token: "x" }, { token: tokenIn((await ana.get(await freshPage())).page) }])
      await app.request(link, { method: "POST", body: new URLSearchParams(body as Record<string, string>) });
    expect(await verdictOf(world, old, "newsletter")).toBe("consent");
    expect(await verdictOf(world, next, "newsletter")).toBe("no-basis");
  });

  test("after two days the button has expired, and moves nothing", async () => {
    await askFor(next);
    const link = await linkTo(next, "a");
    world.setClock("2026-11-25T12:00:00Z");
    expect((await ana.get(link)).status).toBe(410);
    expect((await ana.post(link)).status).toBe(410);
    expect(await verdictOf(world, next, "newsletter")).toBe("no-basis");
  });

  test("strange mailboxes are not written to without end", async () => {
    const page = await freshPage();
    const strangers = [1, 2, 3, 4, 5].map((one) => `stranger-${number}-${one}@example.com`);
    for (const [index, stranger] of strangers.entries()) {
      const seen = await askFor(stranger, page);
      expect(seen.page).toContain(index < 3 ? "We have written to" : "You gave several addresses today");
    }
    for (const [index, stranger] of strangers.entries())
      expect(await lettersTo(stranger)).toHaveLength(index < 3 ? 1 : 0);
  });

  test.each([
    ["", 200],
    ["no address", 422],
  ])("what is none (`%s`) is said", async (typed, status) => {
    expect((await askFor(typed)).status).toBe(status);
  });
});

describe("once it has", () => {
  test("what was consented to goes on there, and cites where its proof stands", async () => {
    expect((await moveAll()).page).toContain("Moved");
    expect(await verdictOf(world, next, "newsletter")).toBe("consent");
    const [consent] = (await world.store.people.facts(subjectOf(world, old))).filter(
      ({ type }) => type === "consent.given",
    );
    const [moved] = (await world.store.people.facts(subjectOf(world, next))).filter(
      ({ type }) => type === "consent.given",
    );
    expect(moved).toMatchObject({
      at: consent?.at,
      shown: consent?.shown,
      source: "page:address",
      body: {
        clause: consent?.body.clause,
        movedFrom: { subject: subjectOf(world, old), fact: consent?.id, position: consent?.position },
      },
    });
    expect((await world.store.people.find([subjectOf(world, next)])).values().next().value).toMatchObject({
      recipient: { country: "ES" },
      language: "en",
    });
  });

  test("the old address gets nothing more, and the new one gets it once", async () => {
    await moveAll();
    await sendCampaign(world);
    const spring = async (address: string) =>
      (await lettersTo(address)).filter(({ subject }) => subject === "Spring").length;
    expect(await spring(old)).toBe(0);
    expect(await spring(next)).toBe(1);
  });

  test("every refusal goes along, and a purchase alone opens nothing there", async () => {
    await buy(world, ana, { email: old, country: "FR", product: "boots" });
    await ana.post(`/p/${wayOutToken(world, old, null)}`, { leave: "newsletter" });
    await moveAll();
    expect(await verdictOf(world, next, "newsletter")).toBe("withdrawn");
    expect((await onRecord(world, next)).some(({ type }) => type === "sale.concluded")).toBe(false);

    const customer = `customer-${number}@example.com`;
    await buy(world, ana, { email: customer, country: "FR", product: "boots" });
    expect(await verdictOf(world, customer, "newsletter")).toBe("soft-opt-in");
    await askFor(`later-${number}@example.com`, await freshPage(customer));
    await ana.post(await linkTo(`later-${number}@example.com`, "a"));
    expect(await verdictOf(world, `later-${number}@example.com`, "newsletter")).toBe("no-basis");
    expect(await verdictOf(world, customer, "newsletter")).toBe("objected");
  });

  test("no refusal of the new address is lifted by a consent of the old one", async () => {
    await tell(
      world,
      next,
      { id: "no", type: "consent.withdrawn", at: "2026-11-01T10:00:00Z", purpose: "newsletter" },
      { id: "still", type: "restriction.applied", at: "2026-11-01T10:00:00Z" },
    );
    await tell(
      world,
      old,
      { id: "r", type: "restriction.applied", at: "2026-11-02T10:00:00Z" },
      { id: "l", type: "restriction.lifted", at: "2026-11-03T10:00:00Z" },
    );
    await moveAll();
    expect(await verdictOf(world, next, "newsletter")).toBe("restricted");
    expect((await onRecord(world, next)).map(({ type }) => type)).not.toContain("consent.given");
  });

  test("an old mail's way out stops the new address too", async () => {
    const campaign = await sendCampaign(world);
    await moveAll();
    world.setClock("2026-11-23T13:00:00Z");
    await ana.post(`/u/${wayOutToken(world, old, campaign)}`, { "List-Unsubscribe": "One-Click" });
    expect(await verdictOf(world, next, "newsletter")).toBe("withdrawn");
  });

  test("who has come back to the old address since is stopped there alone", async () => {
    await moveAll();
    world.setClock("2026-11-23T13:00:00Z");
    await tell(world, old, goodConsent("back", "2026-11-23T12:30:00Z"));
    expect(await verdictOf(world, old, "newsletter")).toBe("consent");
    await ana.post(`/u/${wayOutToken(world, old, await sendCampaign(world))}`);
    expect(await verdictOf(world, old, "newsletter")).toBe("withdrawn");
    expect(await verdictOf(world, next, "newsletter")).toBe("consent");
  });

  test("pressed again, twice at once and later, it is one move", async () => {
    await askFor(next);
    world.setClock("2026-11-23T12:00:00Z");
    const link = await linkTo(next, "a");
    const token = tokenIn((await ana.get(link)).page);
    const seen = await Promise.all([1, 2, 3].map(() => ana.post(link, { token })));
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200]);
    const facts = await onRecord(world, next);
    world.setClock("2026-11-23T12:30:00Z");
    await ana.post(link, { token });
    expect(await onRecord(world, next)).toEqual(facts);
    expect((await onRecord(world, old)).filter(({ type }) => type === "objection.raised")).toHaveLength(1);
  });

  test("there and back again ends, and a stop ends with it", async () => {
    await moveAll();
    world.setClock("2026-11-23T14:00:00Z");
    await askFor(old, await freshPage(next));
    await ana.post(await linkTo(old, "a"));
    await ana.post(`/p/${wayOutToken(world, old, null)}`, { leave: "*" });
    expect(await verdictOf(world, next, "newsletter")).toBe("objected");
    expect(await verdictOf(world, old, "newsletter")).toBe("objected");
  });
});

test("after the old address was erased its link has ended", async () => {
  await askFor(next);
  const link = await linkTo(next, "a");
  const address = parseAddress(old);
  if (!address) throw new Error("not an address");
  await erase(world, address, "command");
  expect((await ana.get(link)).status).toBe(410);
  expect((await ana.post(link)).status).toBe(410);
  expect(await onRecord(world, next)).toMatchObject([{ type: "link.requested" }]);
});
