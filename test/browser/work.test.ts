// When too many forms come: a browser with scripts works for its mail by itself, and one without waits for it, no more.
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { onRecord, tokenIn } from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

needs("chromium").describe("under pressure", (executablePath) => {
  let world: TestWorld;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;

  beforeAll(async () => {
    world = await makeWorld();
    const few = { requests: 1, windowSeconds: 600 };
    const limits = { forms: { network: few, form: few } };
    server = await serve(createApp(world, { mailbox: false, ready: () => true, limits }), 0);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    // Above the limit, and so that the next turn of this form is some seconds away.
    for (let bot = 0; bot < 30; bot++)
      await post({ token: tokenIn(await get()), email: `bot-${bot}@example.com`, box: "newsletter" });
    while ((await deliverOutbox(world)) > 0);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await world?.close();
  });

  const at = () => `http://127.0.0.1:${server.port}/f/sign-up?lang=en`;
  const get = async () => (await fetch(at())).text();
  const post = (fields: Record<string, string>) =>
    fetch(at(), { method: "POST", body: new URLSearchParams(fields) });

  async function sentTo(email: string): Promise<boolean> {
    while ((await deliverOutbox(world)) > 0);
    return world.caught.some(({ forwardPath }) => forwardPath === email);
  }

  async function open(javaScriptEnabled: boolean): Promise<Page> {
    const tab = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await tab.goto(at());
    return tab;
  }

  async function fillIn(tab: Page, email: string): Promise<void> {
    await tab.getByLabel("Email address").fill(email);
    await tab.getByRole("checkbox", { name: /shoe news/ }).check();
    await tab.getByRole("button", { name: "Sign up" }).click();
    await tab.getByRole("heading", { level: 1, name: "Thank you" }).waitFor();
    expect(await onRecord(world, email)).toHaveLength(1);
  }

  test("a browser with scripts does the task while the form is filled in, and its mail goes at once", async () => {
    const tab = await open(true);
    const task = tab.locator('input[name="work"]');
    await expect.poll(() => task.inputValue(), { timeout: 30_000 }).toContain("solution");
    const work = await task.inputValue();
    const token = await tab.locator('input[name="token"]').inputValue();
    await fillIn(tab, "worked@example.com");
    expect(await sentTo("worked@example.com")).toBe(true);

    const again = { token, work, email: "second@example.com", box: "newsletter" };
    expect((await post(again)).status).toBe(200);
    expect(await onRecord(world, "second@example.com")).toHaveLength(1);
    expect(await sentTo("second@example.com")).toBe(false);
    await tab.context().close();
  });

  test("work for one page is none for another, and what is no work at all harms nobody", async () => {
    const tab = await open(true);
    const task = tab.locator('input[name="work"]');
    await expect.poll(() => task.inputValue(), { timeout: 30_000 }).toContain("solution");
    const work = await task.inputValue();
    await tab.context().close();
    const easier = JSON.stringify({ ...JSON.parse(work), solution: { counter: 1, derivedKey: "00" } });
    for (const [index, told] of [work, easier, "{", "[]", '{"challenge":{}}', "a".repeat(10_000)].entries()) {
      const email = `unworked-${index}@example.com`;
      const answer = await post({ token: tokenIn(await get()), work: told, email, box: "newsletter" });
      expect(answer.status).toBe(200);
      expect(await onRecord(world, email)).toHaveLength(1);
      expect(await sentTo(email)).toBe(false);
    }
  });

  test("the only script that may run is Licet's own", async () => {
    const { headers } = await fetch(at());
    expect(headers.get("content-security-policy")).toMatch(/script-src 'self';/);
    const path = /<script type="module" src="([^"]+)">/.exec(await get())?.[1] ?? "";
    expect(path).toMatch(/^\/assets\/work-[0-9a-f]{12}\/solve\.js$/);
    const base = `http://127.0.0.1:${server.port}${path.replace("solve.js", "")}`;
    let bytes = 0;
    for (const name of ["solve.js", "pow.js", "helpers.js", "types.js", "algorithms/web/pbkdf2.js"]) {
      const script = await fetch(base + name);
      expect(script.headers.get("cache-control")).toContain("immutable");
      bytes += (await script.text()).length;
    }
    expect(bytes).toBeLessThan(30_000);
    expect((await fetch(`${base}..%2f..%2fpackage.json`)).status).toBe(404);
  });

  test("a browser without scripts sends the same form the same way; only its mail comes later", async () => {
    const tab = await open(false);
    await fillIn(tab, "unscripted@example.com");
    expect(await sentTo("unscripted@example.com")).toBe(false);
    const waiting = new Date(world.clock.now() + 10 * 60_000).toISOString();
    world.setClock(waiting);
    expect(await sentTo("unscripted@example.com")).toBe(true);
    await tab.context().close();
  });
});
