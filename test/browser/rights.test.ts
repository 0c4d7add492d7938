// The page of one's rights in a real browser: by keyboard, in two tabs, with the back button, twice.
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { onRecord, verdictOf } from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

needs("chromium").describe("the page of one's rights", (executablePath) => {
  let world: TestWorld;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let number = 0;
  let email: string;

  beforeAll(async () => {
    world = await makeWorld();
    const limits = { posts: { requests: 10_000, windowSeconds: 60 } };
    server = await serve(createApp(world, { mailbox: true, ready: () => true, limits }), 0);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  beforeEach(async () => {
    email = `person-${++number}@example.com`;
    await tell(world, email, goodConsent());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await world?.close();
  });

  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  async function newTab(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB", javaScriptEnabled: false, ...options });
    return context.newPage();
  }
  async function letters(): Promise<readonly string[]> {
    while ((await deliverOutbox(world)) > 0);
    const mine = world.caught.filter(({ forwardPath }) => forwardPath === email);
    return Promise.all(mine.map(async ({ raw }) => (await readMail(raw)).text ?? ""));
  }
  /** Asks for the link on the page, and opens the one that came. */
  async function open(tab: Page, language = "en"): Promise<string> {
    await tab.goto(at(`/r?lang=${language}`));
    await tab.locator("#email").fill(email);
    await tab.locator("main button").click();
    const link = /:4000(\/r\/\S+?\?lang=\w+)/.exec((await letters()).at(-1) ?? "")?.[1] ?? "/no-link";
    await tab.goto(at(link));
    return link;
  }
  const count = async (type: string) =>
    (await onRecord(world, email)).filter((fact) => fact.type === type).length;

  test("by keyboard alone: somebody has themselves erased, and gets one last mail", async () => {
    const tab = await newTab();
    await open(tab);
    await tab.getByRole("button", { name: "Erase me …" }).focus();
    await tab.keyboard.press("Enter");
    await tab.getByRole("heading", { name: "Erase all that is personal?" }).waitFor();
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    await tab.getByRole("button", { name: "Yes, erase me" }).focus();
    await tab.keyboard.press("Enter");
    await tab.getByRole("heading", { name: "You are erased" }).waitFor();
    expect(await verdictOf(world, email, "newsletter")).toBe("erased");
    expect((await letters()).at(-1)).toContain("has erased all that was personal");
    await tab.context().close();
  });

  test("what is held comes as a PDF and as JSON, which are downloaded and not shown", async () => {
    const tab = await newTab();
    await open(tab);
    for (const [name, begin] of [
      ["To read (PDF)", "%PDF-"],
      ["For programs (JSON)", "{"],
    ] as const) {
      const [download] = await Promise.all([
        tab.waitForEvent("download"),
        tab.getByRole("button", { name }).click(),
      ]);
      expect(readFileSync(await download.path(), "latin1").startsWith(begin)).toBe(true);
    }
    expect(await count("rights.requested")).toBe(1);
    await tab.context().close();
  });

  test("in two tabs, an erasure in one ends the other, whose words are not put on record", async () => {
    const [one, other] = [await newTab(), await newTab()];
    const link = await open(one);
    await other.goto(at(link));
    await one.getByRole("button", { name: "Erase me …" }).click();
    await one.getByRole("button", { name: "Yes, erase me" }).click();
    await one.getByRole("heading", { name: "You are erased" }).waitFor();
    await other.getByLabel("Your request").fill("Too late");
    await other.getByRole("button", { name: "Send" }).last().click();
    await other.getByRole("heading", { name: "This link has ended" }).waitFor();
    expect(await count("rights.requested")).toBe(1);
    await one.context().close();
    await other.context().close();
  });

  test("a double click is one request, and so is the same page sent again after the back button", async () => {
    const tab = await newTab();
    await open(tab);
    await tab.getByLabel("Your request").fill("A copy for my lawyer, please.");
    await tab.getByRole("button", { name: "Send" }).last().dblclick();
    await tab.getByRole("status").waitFor();
    expect(await count("rights.requested")).toBe(1);
    await tab.getByRole("button", { name: "Restrict", exact: true }).click();
    await tab.getByText("From now on your data are kept and not used.").waitFor();
    expect(await verdictOf(world, email, "newsletter")).toBe("restricted");
    await tab.context().close();
  });
});
