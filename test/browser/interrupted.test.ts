// What browsers and lines do to a form: the same one in two tabs, the back button, a page sent again, a double click, an answer never seen.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { confirmationPath, onRecord, verdictOf, wayOutToken } from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

needs("chromium").describe("a form", (executablePath) => {
  let world: TestWorld;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let context: BrowserContext;
  let number = 0;
  let email: string;

  beforeAll(async () => {
    world = await makeWorld();
    const limits = { posts: { requests: 10_000, windowSeconds: 60 } };
    server = await serve(createApp(world, { mailbox: true, ready: () => true, limits }), 0);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({ locale: "en-GB", javaScriptEnabled: false });
    email = `person-${++number}@example.com`;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await world?.close();
  });

  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  async function open(path: string): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(at(path));
    return tab;
  }
  async function filledIn(): Promise<Page> {
    const tab = await open("/f/sign-up");
    await fill(tab);
    return tab;
  }
  async function fill(tab: Page): Promise<void> {
    await tab.getByLabel("Email address").fill(email);
    await tab.getByRole("checkbox", { name: /shoe news/ }).check();
  }
  const sign = (tab: Page) => tab.getByRole("button", { name: "Sign up" });
  const yes = (tab: Page) => tab.getByRole("button", { name: "Yes, it was me" });
  const heading = (tab: Page, name: string) => tab.getByRole("heading", { level: 1, name }).waitFor();
  const count = async (type: string) =>
    (await onRecord(world, email)).filter((fact) => fact.type === type).length;
  async function mails(): Promise<number> {
    while ((await deliverOutbox(world)) > 0);
    return world.caught.filter(({ forwardPath }) => forwardPath === email).length;
  }
  async function slow(tab: Page): Promise<void> {
    const line = await context.newCDPSession(tab);
    await line.send("Network.enable");
    const conditions = { offline: false, latency: 400, downloadThroughput: 20_000, uploadThroughput: 20_000 };
    await line.send("Network.emulateNetworkConditions", conditions);
  }

  test("in two tabs: the one that is sent after the yes takes nothing of it back", async () => {
    const [one, other] = [await filledIn(), await filledIn()];
    await sign(one).click();
    await heading(one, "Thank you");
    await one.goto(at(await confirmationPath(world, email)));
    await yes(one).click();
    await heading(one, "Confirmed");
    await sign(other).click();
    await heading(other, "Thank you");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    expect(await count("consent.confirmed")).toBe(1);
  });

  test("in two tabs: the way out in one, and the yes of before in the other starts nothing", async () => {
    const one = await filledIn();
    await sign(one).click();
    await heading(one, "Thank you");
    const other = await open(await confirmationPath(world, email));
    await one.goto(at(`/u/${wayOutToken(world, email, null)}`));
    await one.locator("main button").click();
    await heading(one, "Stopped");
    await yes(other).click();
    await heading(other, "Confirmed");
    await other.getByText("You asked us to stop after").waitFor();
    expect(await verdictOf(world, email, "newsletter")).not.toBe("consent");
  });

  test("after the back button comes back without a tick, and sent again changes nothing", async () => {
    const tab = await filledIn();
    await sign(tab).click();
    await heading(tab, "Thank you");
    await tab.goBack();
    await sign(tab).waitFor();
    expect(await tab.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await fill(tab);
    await sign(tab).click();
    await heading(tab, "Thank you");
    expect(await verdictOf(world, email, "newsletter")).toBe("doi-unconfirmed");
  });

  test("sent again by reloading its answer is the same act, on record once, with one mail", async () => {
    const tab = await filledIn();
    await sign(tab).click();
    await heading(tab, "Thank you");
    await tab.reload();
    await heading(tab, "Thank you");
    expect(await count("consent.given")).toBe(1);
    expect(await mails()).toBe(1);
  });

  test("after the way out, the back button leads to a button that does no more", async () => {
    const tab = await filledIn();
    await sign(tab).click();
    await heading(tab, "Thank you");
    await tab.goto(at(await confirmationPath(world, email)));
    await yes(tab).click();
    await heading(tab, "Confirmed");
    await tab.goto(at(`/u/${wayOutToken(world, email, null)}`));
    for (const _press of ["first", "after going back"]) {
      await tab.locator("main button").click();
      await heading(tab, "Stopped");
      await tab.goBack();
      await tab.locator("main button").waitFor();
    }
    const stopped = (await onRecord(world, email)).map(({ type }) => String(type));
    expect(stopped.filter((type) => /withdrawn|raised/.test(type)).sort()).toEqual([
      "consent.withdrawn",
      "objection.raised",
    ]);
  });

  test("a double click over a slow line is one consent, one mail and one yes", async () => {
    const tab = await filledIn();
    await slow(tab);
    await sign(tab).dblclick();
    await heading(tab, "Thank you");
    expect(await count("consent.given")).toBe(1);
    expect(await mails()).toBe(1);
    await tab.goto(at(await confirmationPath(world, email)));
    await yes(tab).dblclick();
    await heading(tab, "Confirmed");
    expect(await count("consent.confirmed")).toBe(1);
  });

  test("left before its answer came is on record all the same, and sent once more it is no worse", async () => {
    const tab = await filledIn();
    await slow(tab);
    await sign(tab).click({ noWaitAfter: true });
    await expect.poll(() => count("consent.given")).toBe(1);
    await tab.close();
    const again = await filledIn();
    await sign(again).click();
    await heading(again, "Thank you");
    await again.goto(at(await confirmationPath(world, email)));
    await yes(again).first().click();
    await heading(again, "Confirmed");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });
});
