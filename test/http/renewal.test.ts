// Renewal while a permission lives: asked for in its last sixty days, at most twice, by a mail and on the page of all choices.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { previewCampaign, startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { record } from "../../src/app/consent/record.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { loadRegister } from "../../src/app/registers/load-register.ts";
import { explain } from "../../src/app/subjects/explain.ts";
import { days, formatInstant, type Instant, parseInstant } from "../../src/core/instant.ts";
import { rowFor } from "../../src/core/rows.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { type Body, goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { onRecord, subjectOf, tokenIn, type Visitor, visitor, wayOutToken } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(() => {
  world.setClock("2026-01-10T10:00:00Z");
  email = `person-${++number}@example.com`;
});
afterAll(() => world.close());

const begun = parseInstant("2026-01-10T10:00:00Z") as Instant;
const clockAt = (at: number) => world.setClock(formatInstant(at as Instant));
const template = { format: "markdown", subject: "Shall it go on?", body: "{{ links.preferences }}" } as const;
const renewal = { purpose: "newsletter", template, message: { blocks: ["repermission"] } };
const sale: Body = {
  ...{ id: "sale", type: "sale.concluded", at: formatInstant(begun), category: "shoes", paid: true },
  ...{ addressFrom: "customer", optOutOffered: true, form: { version: "1" } },
};
const confirmed: Body = {
  ...{ id: "confirmed", type: "consent.confirmed", at: formatInstant(begun), of: "consent", by: "post" },
};

async function live(country: string, ...facts: readonly Body[]): Promise<void> {
  const subject = await tell(world, email, ...facts);
  await record(world, [{ who: { subject }, recipient: { country, kind: "natural" }, facts: [] }]);
}
/** What became of the mail of a campaign that asks. */
async function asked(): Promise<string | undefined> {
  const { id } = await startCampaign(world, renewal);
  await runCampaign(world, id);
  return (await world.store.campaigns.delivery(id, subjectOf(world, email)))?.state;
}

const newsletter = async () =>
  (await explain(world, parseAddress(email)!, "newsletter", world.clock.now())).purposes[0]?.verdict;

describe("a mail that asks for renewal", () => {
  const consent = goodConsent("consent", formatInstant(begun));
  test.each<[string, string, number, Body[]]>([
    ["an Irish customer, a year after the last mail", "IE", 365, [sale]],
    ["a French consent, three years after the last contact", "FR", 1095, [consent]],
    ["a German consent, two years out of use", "DE", rowFor("DE")!.decayMs / days(1), [consent, confirmed]],
  ])(
    "goes in the last sixty days alone, and to nobody a millisecond after the end: %s",
    async (_, country, term, facts) => {
      await live(country, ...facts);
      const last = begun + days(term);
      clockAt(last - days(60));
      expect(await asked()).toBe("held-back");
      const counts = await previewCampaign(world, renewal);
      expect(counts.permits.size).toBe(0);
      if (country !== "IE") {
        clockAt(last - days(59));
        expect(await asked()).toBe("sent");
        clockAt(last);
        expect(await asked()).toBe("sent");
      }
      clockAt(last + 1);
      expect(await asked()).toBe("refused");
      expect(await newsletter()).toMatchObject({
        code: country === "IE" ? "soft-expired" : "consent-decayed",
      });
    },
  );

  test("goes to an Irish customer once, since the year counts anew from it", async () => {
    await live("IE", sale);
    clockAt(begun + days(364));
    expect(await asked()).toBe("sent");
    expect(await asked()).toBe("held-back");
  });

  test("goes twice and not a third time, however many campaigns ask", async () => {
    await live("FR", consent);
    clockAt(begun + days(1095 - 40));
    expect([await asked(), await asked(), await asked()]).toEqual(["sent", "sent", "held-back"]);
  });

  test("does not take a customer for lapsing because the copy of an exclusion list lives for a day", async () => {
    await live("AT", sale);
    clockAt(begun + days(100));
    const takenAt = world.clock.now();
    const chunks = (async function* () {
      yield createHash("sha1").update("somebody@example.test").digest();
    })();
    await loadRegister(world, { register: "ECG_AT", takenAt, chunks, smaller: true });
    const verdict = await newsletter();
    expect(verdict).toMatchObject({ outcome: "permit", validUntil: takenAt + days(1) });
    expect(await asked()).toBe("held-back");
  });
});

describe("on the page of all choices", () => {
  const path = () => `/p/${wayOutToken(world, email, null)}`;
  const ends = "This ends on 9 January 2029, unless you say so again.";

  test("what ends soon may go on: under the words of today, by a press alone, and it counts anew from then", async () => {
    await live("FR", goodConsent("consent", formatInstant(begun)));
    clockAt(begun + days(1095 - 61));
    expect((await ana.get(path())).page).not.toContain("This ends on");
    clockAt(begun + days(1095 - 10));
    const { page } = await ana.get(path());
    expect(page).toContain(ends);
    expect(page).toContain('name="join" value="newsletter"');
    expect(page).toContain(">Yes, go on</button>");
    const before = (await onRecord(world, email)).length;
    await ana.get(path());
    expect(await onRecord(world, email)).toHaveLength(before);

    await ana.post(path(), { token: tokenIn(page), join: "newsletter" });
    const facts = await world.store.people.facts(subjectOf(world, email));
    expect(facts.findLast(({ type }) => type === "consent.given")).toMatchObject({
      source: "page:preferences",
      shown: { clause: { key: "newsletter", version: 1 } },
    });
    // The form asks the mailbox first; until it answers the old consent carries on.
    expect(await newsletter()).toMatchObject({ outcome: "permit", evidence: ["consent"] });
    while ((await deliverOutbox(world)) > 0);
    const mail = world.caught.findLast(({ forwardPath }) => forwardPath === email);
    const { text } = await readMail(mail?.raw ?? Buffer.alloc(0));
    await ana.post(/127\.0\.0\.1:4000(\/c\/\S+)/.exec(text ?? "")?.[1] ?? "no link");
    expect(await newsletter()).toMatchObject({ validUntil: begun + days(2 * 1095 - 10) });
    expect((await ana.get(path())).page).not.toContain("This ends on");
  });

  test("what has ended is joined like anything else, and is no renewal", async () => {
    await live("FR", goodConsent("consent", formatInstant(begun)));
    clockAt(begun + days(1095) + 1);
    const { page } = await ana.get(path());
    expect(page).not.toContain("This ends on");
    expect(page).toContain('name="join" value="newsletter"');
  });
});
