// Every journey by keyboard alone and without scripts: from the address of a page on, nothing but Tab, Space, Enter and letters.
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { sendCampaign } from "../http/campaign.ts";
import { onRecord, verdictOf } from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

needs("chromium").describe("by keyboard alone", (executablePath) => {
  let world: TestWorld;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let tab: Page;
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
    await tab?.context().close();
    const context = await browser.newContext({ locale: "en-GB", javaScriptEnabled: false });
    tab = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await world?.close();
  });

  const go = (path: string) => tab.goto(`http://127.0.0.1:${server.port}${path}`);
  const title = (name: string) => tab.getByRole("heading", { level: 1, name, exact: true }).waitFor();

  /** Presses Tab until the control of that name has the focus. */
  async function reach(name: RegExp): Promise<void> {
    const passed: string[] = [];
    while (passed.length < 60) {
      await tab.keyboard.press("Tab");
      const here = await tab.evaluate<string>(
        "(({ ariaLabel, labels, textContent }) => (ariaLabel ?? labels?.[0]?.textContent ?? textContent).trim())(document.activeElement)",
      );
      if (name.test(here)) return;
      passed.push(here);
    }
    throw new Error(`${name} is not among ${passed.join(", ")}`);
  }
  async function press(name: RegExp, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await reach(name);
    await tab.keyboard.press(key);
  }
  async function type(name: RegExp, words: string): Promise<void> {
    await reach(name);
    await tab.keyboard.type(words);
  }

  /** Opens the link of that kind in the newest mail that has one, as a mail program does. */
  async function follow(kind: string, to = email): Promise<void> {
    while ((await deliverOutbox(world)) > 0);
    const letters = world.caught.filter(({ forwardPath }) => forwardPath === to);
    const texts = await Promise.all(letters.map(async ({ raw }) => (await readMail(raw)).text ?? ""));
    const links = texts.flatMap((text) => new RegExp(`:4000(/${kind}/[^\\s>]+)`).exec(text)?.[1] ?? []);
    await go(links.at(-1) ?? "/no-link");
  }

  test("sign up, say yes, ask why, and stop", async () => {
    await go("/f/sign-up");
    await type(/^Email address/, email);
    await type(/^Country/, "France");
    await press(/^Yes, I would like/, "Space");
    await press(/^Sign up$/);
    await title("Thank you");
    expect(await onRecord(world, email)).toMatchObject([{ type: "consent.given", country: "FR" }]);
    await follow("c");
    await press(/^Yes, it was me$/);
    await title("Confirmed");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    await sendCampaign(world);
    await follow("w");
    await press(/^The form as it was$/);
    await tab.locator("details[open]").waitFor();
    await follow("u");
    await press(/^Stop them$/);
    await title("Stopped");
    expect(await verdictOf(world, email, "newsletter")).toBe("withdrawn");
  });

  test("order, mend what was wrong, and refuse other mail", async () => {
    await go("/f/order");
    await press(/similar products/, "Space");
    await press(/^Order with/);
    await tab.getByRole("alert").waitFor();
    await press(/^Choose what you would like/);
    // The link has led to the first of the products.
    await tab.keyboard.press("Space");
    await type(/^Email address/, email);
    await press(/^Order with/);
    await title("Thank you for your order");
    expect(await onRecord(world, email)).toMatchObject([
      { type: "contract.started" },
      { type: "sale.negotiated", refused: true },
    ]);
  });

  test("ask for the catalogue, where Enter in the field sends", async () => {
    await go("/f/catalogue");
    await type(/^Email address/, email);
    await tab.keyboard.press("Enter");
    await title("It is on its way");
    expect(await onRecord(world, email)).toMatchObject([{ type: "information.requested" }]);
  });

  test("choose how often, object, speak another language, and take all of it to a new address", async () => {
    await tell(world, email, goodConsent());
    await go("/p");
    await type(/^Email address/, email);
    await tab.keyboard.press("Enter");
    await title("Now look in your mailbox");
    await follow("p");
    await type(/^How often/, "At most once a month");
    await press(/^Save .*Shoe news/);
    await tab.getByRole("status").waitFor();
    expect(await onRecord(world, email)).toContainEqual(
      expect.objectContaining({ type: "frequency.wished" }),
    );
    const moved = `new-${email}`;
    await type(/^New email address/, moved);
    await tab.keyboard.press("Enter");
    await tab.getByText("We have written to the new address").waitFor();
    await follow("a", moved);
    await press(/^Yes, it is mine$/);
    await title("Moved");
    expect(await verdictOf(world, moved, "newsletter")).toBe("consent");
    await press(/^See and change/);
    await title("Your choices");
    await press(/^One right without/);
    await press(/^Object to all/);
    await tab.getByRole("status").waitFor();
    expect(await verdictOf(world, moved, "newsletter")).toBe("objected");
    await type(/^The language we speak/, "Français");
    await press(/^Save$/);
    await title("Vos choix");
  });

  test("see what is held, take it along, restrict and lift, ask, and be erased", async () => {
    await tell(world, email, goodConsent());
    await go("/r");
    await type(/^Email address/, email);
    await tab.keyboard.press("Enter");
    await title("Look in your mailbox");
    await follow("r");
    await press(/^All of it$/);
    const [download] = await Promise.all([tab.waitForEvent("download"), press(/^For programs/)]);
    expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toMatchObject({ language: "en" });
    await press(/^Restrict$/);
    await tab.getByRole("status").waitFor();
    expect(await verdictOf(world, email, "newsletter")).toBe("restricted");
    await press(/^Lift/);
    await tab.getByText("The restriction is lifted").waitFor();
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    await type(/^Your request/, "A copy for my lawyer, please.");
    await press(/^Send$/);
    await tab.getByRole("status").waitFor();
    await press(/^Erase me/);
    await title("Erase all that is personal?");
    await press(/^Yes, erase me$/);
    await title("You are erased");
    expect(await verdictOf(world, email, "newsletter")).toBe("erased");
  });
});
