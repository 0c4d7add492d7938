// A form in a frame on the controller's own page, in a real browser that blocks the cookies of third parties.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { onRecord } from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";

needs("chromium").describe("a form in a frame", (executablePath) => {
  let world: TestWorld;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  const shops: { readonly server: Server; readonly origin: string }[] = [];

  /** A page of somebody's, with the snippet of docs/operate/forms.md. */
  async function openShop(): Promise<string> {
    const shop = createServer((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<!doctype html><html lang="en"><title>Shop</title><h1>Our shop</h1>
<iframe src="http://127.0.0.1:${server.port}/f/sign-up?embed&amp;lang=en" title="News from Lunaria"
  style="width:100%;height:60rem;border:0"></iframe></html>`);
    });
    await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
    const origin = `http://localhost:${(shop.address() as AddressInfo).port}`;
    shops.push({ server: shop, origin });
    return origin;
  }

  beforeAll(async () => {
    world = await makeWorld();
    server = await serve(createApp(world, { mailbox: false, ready: () => true }), 0);
    const allowed = await openShop();
    await openShop();
    const read = readSetupFile(lunaria());
    const form = read.ok ? read.declared.forms["sign-up"] : undefined;
    if (!read.ok || !form) throw new Error("the demo shop is malformed");
    const forms = { ...read.declared.forms, "sign-up": { ...form, embedding: { origins: [allowed] } } };
    await applySetup(world, { ...read.declared, forms });
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--test-third-party-cookie-phaseout"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    for (const shop of shops) await new Promise((resolve) => shop.server.close(resolve));
    await server?.close();
    await world?.close();
  });

  async function visit(shop: number, javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled, locale: "en-GB" });
    const tab = await context.newPage();
    await tab.goto(shops[shop]?.origin ?? "");
    return tab;
  }

  for (const javaScriptEnabled of [true, false])
    test(`is filled in there without a cookie, mistakes included, scripts ${javaScriptEnabled ? "on" : "off"}`, async () => {
      const email = `framed-${javaScriptEnabled}@example.com`;
      const tab = await visit(0, javaScriptEnabled);
      const form = tab.frameLocator("iframe");
      await form.getByRole("heading", { level: 1, name: "News from Lunaria" }).waitFor();
      expect(await form.locator("header, footer").count()).toBe(0);
      await form.getByText("Basic information on data protection").waitFor();

      await form.getByRole("button", { name: "Sign up" }).click();
      await form.getByRole("link", { name: "Type your email address." }).waitFor();
      await form.getByLabel("Email address").fill(email);
      await form.getByRole("checkbox", { name: /shoe news/ }).check();
      await form.getByRole("button", { name: "Sign up" }).click();
      await form.getByRole("heading", { level: 1, name: "Thank you" }).waitFor();
      expect(await onRecord(world, email)).toHaveLength(1);
      expect(await tab.context().cookies()).toEqual([]);
      await tab.context().close();
    });

  test("is shown to nobody whom the form does not name", async () => {
    const tab = await visit(1, true);
    await tab.waitForLoadState("networkidle");
    expect(await tab.frameLocator("iframe").getByRole("heading").count()).toBe(0);
    await tab.context().close();
  });

  test("only where it was asked for: any other page of the same server can be framed by nobody", async () => {
    const policy = async (path: string, init?: RequestInit) => {
      const { headers } = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
      return /frame-ancestors ([^;]+)/.exec(headers.get("content-security-policy") ?? "")?.[1];
    };
    const allowed = shops[0]?.origin;
    expect(await policy("/f/sign-up?embed")).toBe(allowed);
    expect(await policy("/f/sign-up?embed", { method: "POST" })).toBe(allowed);
    expect(await policy("/f/sign-up?embed", { method: "DELETE" })).toBe(allowed);
    for (const path of ["/f/sign-up", "/f/catalogue?embed", "/f/nothing?embed", "/p?embed", "/"])
      expect(await policy(path)).toBe("'none'");
  });
});
