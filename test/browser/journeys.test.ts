// The public pages in a real browser, with scripts and without.
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { sendCampaign } from "../http/campaign.ts";
import { verdictOf, wayOutToken } from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

needs("chromium").describe("in a browser", (executablePath) => {
  let world: TestWorld;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let number = 0;

  beforeAll(async () => {
    world = await makeWorld();
    const limits = { posts: { requests: 10_000, windowSeconds: 60 } };
    server = await serve(createApp(world, { mailbox: true, ready: () => true, limits }), 0);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await world?.close();
  });

  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  const someone = () => `person-${++number}@example.com`;

  async function page(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    return context.newPage();
  }

  /** The paths of the links that begin so in the mails to somebody, the newest last. */
  async function linksIn(email: string, begin: string): Promise<readonly string[]> {
    const letters = world.caught.filter(({ forwardPath }) => forwardPath === email);
    const bodies = await Promise.all(letters.map(async ({ raw }) => (await readMail(raw)).html ?? ""));
    const link = new RegExp(`${world.publicUrl}(${begin}[^"]+)"`);
    return bodies.flatMap((body) => link.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? []);
  }

  async function linkIn(email: string, begin: string): Promise<string> {
    return (await linksIn(email, begin)).at(-1) ?? "";
  }

  for (const javaScriptEnabled of [true, false]) {
    test(`the whole way round, scripts ${javaScriptEnabled ? "on" : "off"}: sign up, confirm, get a mail, ask why, stop`, async () => {
      const email = someone();
      const tab = await page({ javaScriptEnabled });
      await tab.goto(at("/f/sign-up"));
      expect(await tab.getByRole("checkbox", { checked: true }).count()).toBe(0);

      await tab.getByRole("button", { name: "Sign up" }).click();
      expect(await tab.title()).toMatch(/^Please check: /);
      expect(await tab.getByRole("alert").textContent()).toContain("Type your email address.");

      await tab.getByLabel("Email address").fill(email);
      await tab.getByLabel("Country").selectOption("FR");
      await tab.getByRole("checkbox", { name: /shoe news and offers/ }).check();
      await tab.getByRole("button", { name: "Sign up" }).click();
      expect(await tab.getByRole("heading", { level: 1 }).textContent()).toBe("Thank you");

      await deliverOutbox(world);
      await tab.goto(at(await linkIn(email, "/c/")));
      expect(await verdictOf(world, email, "newsletter")).toBe("doi-unconfirmed");
      await tab.getByRole("button", { name: "Yes, it was me" }).click();
      expect(await tab.getByRole("heading", { level: 1 }).textContent()).toBe("Confirmed");
      expect(await verdictOf(world, email, "newsletter")).toBe("consent");

      await sendCampaign(world);
      await tab.goto(at(await linkIn(email, "/w/")));
      expect(await tab.locator("blockquote").textContent()).toContain("to email me its shoe news and offers");

      await tab.goto(at(await linkIn(email, "/u/")));
      expect(await verdictOf(world, email, "newsletter")).toBe("consent");
      await tab.getByRole("button", { name: "Stop them" }).click();
      expect(await tab.getByRole("heading", { level: 1 }).textContent()).toBe("Stopped");
      expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
      await tab.context().close();
    });
  }

  test("a mistake takes the focus, and its link leads to the field", async () => {
    const tab = await page();
    await tab.goto(at("/f/order"));
    await tab.getByRole("button", { name: /Order/ }).click();
    // The browser moves the focus once it has laid the page out.
    await expect.poll(() => tab.evaluate("document.activeElement?.className")).toBe("summary");
    await tab.getByRole("link", { name: "Type your email address." }).click();
    expect(await tab.evaluate("document.activeElement?.id")).toBe("email");
    await tab.context().close();
  });

  test("on the page of all choices one button stops one purpose", async () => {
    const email = someone();
    const tab = await page({ javaScriptEnabled: false });
    await tab.goto(at("/f/order"));
    await tab.getByRole("radio").first().check();
    await tab.getByLabel("Email address").fill(email);
    await tab.getByLabel("Country").selectOption("FR");
    await tab.getByRole("button", { name: /Order/ }).click();
    await deliverOutbox(world);
    await tab.goto(at(await linkIn(email, "/c/")));
    await tab.getByRole("button", { name: "Yes, it was me" }).click();
    expect(await verdictOf(world, email, "newsletter")).toBe("soft-opt-in");
    await tab.goto(at(`/p/${wayOutToken(world, email, null)}`));
    await tab.getByRole("button", { name: "Stop “Shoe news and offers”" }).click();
    expect(await tab.getByRole("status").textContent()).toContain("Done");
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
    await tab.context().close();
  });
});
