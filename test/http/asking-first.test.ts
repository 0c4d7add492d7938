// Where the law of a country demands double opt-in, a form asks the mailbox first, even one that says no.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { record } from "../../src/app/consent/record.ts";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { createApp } from "../../src/http/app.ts";
import { goodConsent, tell } from "../support/people.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import { confirmationPath, subjectOf, type Visitor, verdictOf, visitor, wayOutToken } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T10:00:00Z" });
  ana = visitor(world);
  // The form asks nobody's mailbox by itself.
  const off = lunaria().replaceAll("doubleOptIn: true", "doubleOptIn: false");
  const own =
    "\ntightenings:\n  ours:\n    jurisdiction: PT\n    cells: { doi: required }\n    reason: Board decision 7\n";
  const file = readSetupFile(off.replace(/&countries \[[^\]]*\]/, "&countries [ES, FR, PT]") + own);
  if (!file.ok) throw new Error(file.mistakes[0]?.problem);
  await applySetup(world, file.declared);
});
beforeEach(() => {
  email = `person-${++number}@example.com`;
});
afterAll(() => world.close());

async function mails(): Promise<number> {
  while ((await deliverOutbox(world)) > 0);
  return world.caught.filter(({ forwardPath }) => forwardPath === email).length;
}

describe("a form that asks for no confirmation", () => {
  test.each([
    ["no country is given, and the strictest law counts", ""],
    ["the controller is stricter than the law", "PT"],
  ])("asks for it all the same where %s", async (_, country) => {
    const { page } = await ana.send("sign-up", { email, country, box: "newsletter" });
    expect(page).toContain("Now look in your mailbox");
    expect(await verdictOf(world, email, "newsletter")).toBe("doi-unconfirmed");
    expect(await mails()).toBe(1);
    await ana.post(await confirmationPath(world, email));
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });

  test.each(["ES", "FR"])("takes the tick as it is where the law lets it: %s", async (country) => {
    const { page } = await ana.send("sign-up", { email, country, box: "newsletter" });
    expect(page).toContain("Your choice is on record");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    expect(await mails()).toBe(0);
  });

  test("asks whoever is known to live where the law does, and its page tells nobody so", async () => {
    await tell(world, email, goodConsent());
    await record(world, [
      { who: { subject: subjectOf(world, email) }, recipient: { country: "DE" }, facts: [] },
    ]);
    const known = await ana.send("sign-up", { email, country: "ES", box: "newsletter" });
    const strange = await ana.send("sign-up", { email: `x-${email}`, country: "ES", box: "newsletter" });
    expect(known.page).toBe(strange.page);
    expect(await mails()).toBe(1);
  });

  test.each([
    ["PT", true],
    ["ES", false],
  ])("says so beside the button on the page of one's choices: %s", async (country, asks) => {
    await tell(world, email);
    await record(world, [{ who: { subject: subjectOf(world, email) }, recipient: { country }, facts: [] }]);
    const path = `/p/${wayOutToken(world, email, null)}`;
    const { page } = await ana.get(path);
    expect(page).toContain('name="join" value="newsletter"');
    expect(page.includes("We then send you one mail with a button.")).toBe(asks);
    await ana.post(path, { join: "newsletter" });
    expect(await verdictOf(world, email, "newsletter")).toBe(asks ? "doi-unconfirmed" : "consent");
  });

  test("answers the same to the server of an embedding page: the box waits", async () => {
    const app = createApp(world, { mailbox: false, ready: () => true });
    const { secret } = await createApiKey(world, { name: `shop-${number}`, scopes: ["submissions:write"] });
    const origin = "https://lunaria.example";
    const hand = async (country: string, to: string) => {
      const form = await app.request(`/api/v1/forms/sign-up?lang=en&page=${origin}/`, {
        headers: { origin },
      });
      const { token } = (await form.json()) as { token: string };
      const answer = await app.request("/api/v1/submissions", {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
        body: JSON.stringify({ email: to, token, boxes: ["newsletter"], recipient: { country } }),
      });
      return (await answer.json()) as { boxes: { outcome: string }[] };
    };
    expect(JSON.stringify(await hand("DE", email))).toContain('"waiting"');
    expect(JSON.stringify(await hand("ES", `x-${email}`))).toContain('"recorded"');
  });
});
