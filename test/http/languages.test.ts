// In which language a page or a mail speaks: that of the link, else of the person, else of the browser, else the controller's first.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordLines } from "../../src/app/imports/record-lines.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import type { Language } from "../../src/core/languages.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { publishedIn } from "../support/published-in.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { tokenIn, type Visitor, visitor, wayOutToken } from "./visitor.ts";

const french = "camille@example.com";

let world: TestWorld;
let ana: Visitor;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T10:00:00Z" });
  ana = visitor(world);
  const { page } = await ana.get("/f/sign-up?lang=fr");
  await ana.post("/f/sign-up", { token: tokenIn(page), email: french, box: "newsletter" });
});
afterAll(() => world.close());

async function languageOf(path: string, accepted = ""): Promise<string | null> {
  const { headers, page } = await ana.get(path, { "accept-language": accepted });
  const language = headers.get("content-language");
  expect(page).toContain(`<html lang="${language}">`);
  return language;
}

describe("a page about a person", () => {
  const preferences = (email: string, lang = "") => `/p/${wayOutToken(world, email, null)}${lang}`;

  test("speaks the language of the link before any other", async () => {
    expect(await languageOf(preferences(french, "?lang=en"), "es")).toBe("en");
    expect(await languageOf(preferences(french, "?lang=en-GB"), "es")).toBe("en");
  });

  test("speaks the person's own before that of the browser", async () => {
    expect(await languageOf(preferences(french), "en")).toBe("fr");
    expect(await languageOf(preferences(french, "?lang=xx"), "en")).toBe("fr");
  });

  test("speaks that of the browser where the person's is not known", async () => {
    expect(await languageOf(preferences("nobody@example.com"), "xx, en-IE;q=0.4, fr-CA;q=0.9")).toBe("fr");
  });

  test("speaks the controller's first where nobody says anything", async () => {
    expect(await languageOf(preferences("nobody@example.com"))).toBe("es");
    expect(await languageOf(preferences("nobody@example.com"), "fr;q=0, zz")).toBe("es");
  });
});

test("whatever a browser sends as the languages it accepts, the page is shown in one", async () => {
  const printable = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  });
  const parts = fc.array(
    fc.oneof(printable, fc.constantFrom("fr", "q=", ";q=1e9", ";q=-1", "*", ",", ";", '"', "en;q=x")),
  );
  await fc.assert(
    fc.asyncProperty(
      parts.map((all) => all.join("")),
      async (accepted) => {
        expect(["es", "fr", "en"]).toContain(await languageOf("/nothing/here", accepted));
      },
    ),
    { numRuns: 60 },
  );
});

async function* lines(email: string) {
  const facts = [{ id: "crm-1", type: "address.restored", at: "2026-01-02T03:04:05Z" }];
  yield { email, language: "fr", facts };
}

test("the confirmation mail and the page that it leads to speak one language, that of the form", async () => {
  const email = "chloe@example.com";
  await recordLines(world, lines(email), "api:crm");
  const { page } = await ana.get("/f/sign-up?lang=en");
  await ana.post("/f/sign-up", { token: tokenIn(page), email, box: "newsletter" });
  await deliverOutbox(world);
  const mails = await Promise.all(
    world.caught.filter(({ forwardPath }) => forwardPath === email).map(({ raw }) => readMail(raw)),
  );
  const mail = mails.find(({ subject }) => subject.startsWith("Please confirm"));
  const path = /http:\/\/127\.0\.0\.1:4000(\/c\/[^>\s]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  expect(await languageOf(path, "fr")).toBe("en");
});

describe("where a controller publishes in other languages than before", () => {
  const publish = async (...languages: readonly [Language, ...Language[]]) => {
    await applySetup(world, publishedIn(...languages));
  };

  test("a form is offered in the new ones, and its old notice in its own", async () => {
    await publish("fr");
    expect(await languageOf("/f/sign-up", "es")).toBe("fr");
    expect(await languageOf("/n/sign-up/1", "fr")).toBe("fr");
    await publish("en");
    expect(await languageOf("/f/sign-up?lang=fr", "es")).toBe("en");
    expect(await languageOf("/n/sign-up/2?lang=en", "en")).toBe("fr");
  });

  test("a mail that is already asked for is in a language in which all that it says exists", async () => {
    await publish("fr");
    const { page } = await ana.get("/f/catalogue");
    await ana.post("/f/catalogue", { token: tokenIn(page), email: "late@example.com" });
    await publish("en");
    const before = world.caught.length;
    await deliverOutbox(world);
    const [letter] = world.caught
      .slice(before)
      .filter(({ forwardPath }) => forwardPath === "late@example.com");
    const { html } = await readMail(letter?.raw ?? Buffer.alloc(0));
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain("parce que vous l’avez demandé");
    expect(html).not.toContain("because you asked");
  });
});
