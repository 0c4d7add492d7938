// The page of one's own choices in a real browser: by few presses, in two tabs, with the back button, twice, and over a slow line.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import {
  confirmationPath,
  onRecord,
  type Visitor,
  verdictOf,
  visitor,
  wayOutToken,
} from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

needs("chromium").describe("the page of all choices", (executablePath) => {
  let world: TestWorld;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let context: BrowserContext;
  let ana: Visitor;
  let number = 0;
  let email: string;
  let path: string;

  beforeAll(async () => {
    world = await makeWorld();
    const limits = { posts: { requests: 10_000, windowSeconds: 60 } };
    server = await serve(createApp(world, { mailbox: true, ready: () => true, limits }), 0);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    ana = visitor(world);
  });
  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({ locale: "en-GB", javaScriptEnabled: false });
    email = `person-${++number}@example.com`;
    await ana.send("sign-up", { email, country: "ES", box: "newsletter" });
    await ana.post(await confirmationPath(world, email));
    path = `/p/${wayOutToken(world, email, null)}`;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await world?.close();
  });

  const at = (where: string) => `http://127.0.0.1:${server.port}${where}`;
  async function open(where = path): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(at(where));
    return tab;
  }
  const stop = (tab: Page) => tab.getByRole("button", { name: "Stop “Shoe news and offers”" });
  const join = (tab: Page) => tab.getByRole("button", { name: "Sign up for “Shoe news and offers”" });
  const count = async (type: string) =>
    (await onRecord(world, email)).filter((fact) => fact.type === type).length;

  test("to leave takes no more presses than to join", async () => {
    let presses = 0;
    const press = async (button: ReturnType<typeof stop>) => {
      presses += 1;
      await button.click();
    };
    const tab = await open();
    await press(stop(tab));
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
    const toLeave = presses;

    presses = 0;
    await press(join(tab));
    await tab.goto(at(await confirmationPath(world, email)));
    await press(tab.getByRole("button", { name: "Yes, it was me" }));
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    expect(toLeave).toBeLessThanOrEqual(presses);
  });

  test("in two tabs, what was stopped in one is not brought back by the other", async () => {
    const [one, other] = [await open(), await open()];
    await stop(one).click();
    await stop(other).click();
    expect(await other.getByRole("status").textContent()).toContain("Done");
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
    expect(await count("consent.withdrawn")).toBe(1);
    expect(await join(other).isVisible()).toBe(true);
  });

  test("after leaving, the back button shows what holds now", async () => {
    const tab = await open();
    await stop(tab).click();
    // Only when the answer stands there is there a page to go back from.
    expect(await tab.getByRole("status").textContent()).toContain("Done");
    await tab.goBack();
    await tab.reload();
    expect(await join(tab).isVisible()).toBe(true);
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
  });

  test("a double click is one act, over a slow line too", async () => {
    const tab = await open();
    const line = await context.newCDPSession(tab);
    await line.send("Network.enable");
    const slow = { offline: false, latency: 400, downloadThroughput: 20_000, uploadThroughput: 20_000 };
    await line.send("Network.emulateNetworkConditions", slow);
    await stop(tab).dblclick();
    await tab.getByRole("status").waitFor();
    expect(await count("consent.withdrawn")).toBe(1);
    await join(tab).dblclick();
    await tab.getByText("Now look in your mailbox").waitFor();
    expect(await count("consent.given")).toBe(2);
  });

  test("by keyboard alone: the wording is read with the button, and Enter joins", async () => {
    const tab = await open();
    const button = tab.getByRole("button", { name: "Sign up for “Measuring opens and clicks”" });
    await button.focus();
    const described = await button.getAttribute("aria-describedby");
    expect(await tab.locator(`#${described}`).textContent()).toContain("may record when I open its emails");
    await tab.keyboard.press("Enter");
    expect(await tab.getByRole("status").textContent()).toContain("Now look in your mailbox");
    expect(await verdictOf(world, email, "email-tracking")).toBe("doi-unconfirmed");
  });
});
