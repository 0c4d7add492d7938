// Belgium wants a stop acknowledged by mail: whichever way it came, once, in the person's language, and nowhere else.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Entry } from "../../src/app/consent/entry.ts";
import { newFact } from "../../src/app/consent/new-fact.ts";
import { record } from "../../src/app/consent/record.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import type { Instant } from "../../src/core/instant.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { signAddressToken, signLinkToken } from "../../src/mail/tokens.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { applyLunaria, lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import { tokenIn, type Visitor, visitor, wayOutToken } from "./visitor.ts";

const now = "2026-11-23T10:10:00Z";

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
  await live("BE");
  world.setClock(now);
});
afterAll(() => world.close());

/** Somebody in this country who consented and speaks French. */
async function live(country: string): Promise<void> {
  email = `person-${++number}@example.com`;
  await tell(world, email, goodConsent());
  await put({ language: "fr", recipient: { country }, facts: [] });
}
async function put(entry: Pick<Entry, "facts" | "language" | "recipient">): Promise<void> {
  await record(world, [{ who: { subject: subjectOf(world, email) }, ...entry }]);
}

/** What came to this address, but for campaigns. */
async function answers(address = email) {
  while ((await deliverOutbox(world)) > 0);
  const letters = world.caught.filter(({ forwardPath }) => forwardPath === address);
  const read = await Promise.all(letters.map(({ raw }) => readMail(raw)));
  return read.filter(({ headers }) => !headers.some(([name]) => name.toLowerCase() === "list-id"));
}
const subjects = async () => (await answers()).map(({ subject }) => subject);
const acknowledged = "Lunaria Calzados, S.L. ne vous écrira plus";

const rights = async () => {
  const expiresAt = (world.clock.now() + 3_600_000) as Instant;
  const link = { subject: subjectOf(world, email), page: "rights", expiresAt } as const;
  const path = `/r/${signLinkToken(link, world.secrets.tokenKey)}`;
  await ana.post(path, { token: tokenIn((await ana.get(path)).page), act: "object" });
};

const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["one click", async () => ana.post(`/u/${await way()}`, { "List-Unsubscribe": "One-Click" })],
  ["the button of the way out", async () => ana.post(`/u/${await way()}`)],
  ["one purpose on the page of choices", async () => ana.post(`/p/${await way()}`, { leave: "newsletter" })],
  ["everything on the page of choices", async () => ana.post(`/p/${await way()}`, { leave: "*" })],
  ["a withdrawal alone", async () => ana.post(`/p/${await way()}`, { right: "withdrawal" })],
  ["an objection alone", async () => ana.post(`/p/${await way()}`, { right: "objection" })],
  ["a withdrawal that another system tells", () => told("consent.withdrawn", { purpose: "newsletter" })],
  ["an objection that another system tells", () => told("objection.raised", { scope: "direct-marketing" })],
];

async function way(): Promise<string> {
  return wayOutToken(world, email, await sendCampaign(world));
}
/** As another system tells it. */
async function told(type: string, fields: object, at = now): Promise<void> {
  await put({ facts: [newFact({ id: `${type}-${number}`, type, at, ...fields }, "api:shop")] });
}

describe("in Belgium", () => {
  test.each(ways)("%s is acknowledged once, in the person's language", async (_, stop) => {
    await stop();
    await stop();
    expect(await subjects()).toEqual([acknowledged]);
  });

  test("an objection is acknowledged in the words of what it stops", async () => {
    await told("objection.raised", { scope: "newsletter" });
    const [answer] = await answers();
    expect(answer?.text).toContain("Nouveautés et offres de chaussures");
  });

  test("stops that come before the mail has gone are acknowledged in one", async () => {
    await ana.post(`/p/${await way()}`, { leave: "newsletter" });
    await ana.post(`/p/${await way()}`, { leave: "email-tracking" });
    const [answer, ...others] = await answers();
    expect(others).toEqual([]);
    expect(answer?.text).toContain("Nouveautés et offres de chaussures");
    expect(answer?.text).toContain("Mesure des ouvertures et des clics");
  });

  test("an objection on the page of one's rights is acknowledged by the reply to it", async () => {
    await rights();
    expect((await answers()).length).toBe(1);
    expect(await subjects()).not.toContain(acknowledged);
  });

  test("a stop of more than 48 hours ago is history, and told again calls for no mail", async () => {
    await told("consent.withdrawn", { purpose: "newsletter" }, "2026-11-21T10:09:59Z");
    expect(await subjects()).toEqual([]);
  });

  test("a complaint, a stop at another controller and one that is still to come call for none", async () => {
    await told("complaint.received", {});
    await told("consent.withdrawn", { purpose: "*", controller: "acme" });
    await told("objection.raised", { scope: "direct-marketing" }, "2026-11-24T10:00:00Z");
    expect(await subjects()).toEqual([]);
  });

  test("a new address takes its stops along, and nobody is told of them again", async () => {
    await told("consent.withdrawn", { purpose: "email-tracking" });
    expect(await subjects()).toEqual([acknowledged]);
    const next = `next-${number}@example.com`;
    await tell(world, next);
    const token = signAddressToken(
      {
        from: subjectOf(world, email),
        to: subjectOf(world, next),
        change: `change-${number}`,
        expiresAt: (world.clock.now() + 1000) as Instant,
      },
      world.secrets.tokenKey,
    );
    await ana.post(`/a/${token}`);
    expect(await subjects()).toEqual([acknowledged]);
    expect(await answers(next)).toEqual([]);
  });
});

describe("elsewhere", () => {
  test.each(ways.slice(0, 6))("%s is acknowledged by the page alone", async (_, stop) => {
    await live("FR");
    await stop();
    expect(await subjects()).toEqual([]);
  });

  test("it is acknowledged where the controller is as strict by a rule of its own", async () => {
    const own =
      "\ntightenings:\n  told:\n    jurisdiction: FR\n    cells: { ack: true }\n    reason: Board decision 9\n";
    const file = readSetupFile(lunaria() + own);
    if (!file.ok) throw new Error(file.mistakes[0]?.problem);
    await applySetup(world, file.declared);
    await live("FR");
    await ana.post(`/p/${await way()}`, { leave: "*" });
    expect(await subjects()).toEqual([acknowledged]);
    await applyLunaria(world);
  });
});
