// `<licet-consent>` in the three example shops, in a real browser against a real Licet: from the order to the permission.
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { explain } from "../../src/app/subjects/explain.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { complaints } from "../browser/look.ts";
import { onRecord, verdictOf } from "../http/visitor.ts";
import { needs, tools } from "../support/needs.ts";
import { type Kind, openStreet, type ShoppingStreet } from "./shops.ts";

needs("chromium").describe("in a browser", (executablePath) => {
  let street: ShoppingStreet;
  let browser: Browser;
  let number = 0;

  beforeAll(async () => {
    street = await openStreet(tools.php.at);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await street?.close();
  });

  const someone = () => `person-${++number}@example.com`;
  const ofPerson = async (email: string) =>
    (await onRecord(street.world, email)).map(({ type }) => type).toSorted();
  const orderedBy = (kind: Kind, email: string) =>
    street.shops[kind].orders().filter((order) => order.email === email).length;

  async function open(kind: Kind, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    const tab = await context.newPage();
    await tab.goto(street.shops[kind].url);
    return tab;
  }
  const ready = (tab: Page) => tab.locator("licet-consent[data-state=ready]").waitFor();
  const news = (tab: Page) => tab.locator("licet-consent [part=box] input");
  const refusal = (tab: Page) => tab.locator("licet-consent [part=refusal] input");
  /** What would be sent now. */
  const sends = (tab: Page) =>
    tab.evaluate<string[]>(
      "[...new FormData(document.querySelector('form')).keys()].filter((name) => name.startsWith('licet'))",
    );

  async function buy(tab: Page, email: string): Promise<void> {
    await tab.locator("input[type=email]").fill(email);
    await tab.locator("form button").click();
  }

  async function confirm(email: string): Promise<void> {
    await deliverOutbox(street.world);
    const letter = street.world.caught.findLast(({ forwardPath }) => forwardPath === email);
    const { html } = await readMail(letter?.raw ?? Buffer.alloc(0));
    const link = new RegExp(`${street.licetUrl}/c/[^"]+`).exec(html ?? "")?.[0] ?? "";
    const tab = await (await browser.newContext({ locale: "en-GB" })).newPage();
    await tab.goto(link.replaceAll("&amp;", "&"));
    await tab.locator("main button").click();
    await tab.locator("h1").waitFor();
    await tab.context().close();
  }

  async function wholeWay(kind: Kind, sentence: RegExp): Promise<void> {
    const email = someone();
    const tab = await open(kind);
    await ready(tab);
    expect(await tab.locator("licet-consent").getByRole("checkbox", { checked: true }).count()).toBe(0);
    await news(tab).check();
    await buy(tab, email);
    await tab.getByText(sentence).waitFor();
    expect(orderedBy(kind, email)).toBe(1);
    expect(await onRecord(street.world, email)).toMatchObject([
      { type: "sale.concluded", paid: true, optOutOffered: true, refused: false },
      { type: "consent.given", purpose: "newsletter", prechecked: false },
    ]);
    await confirm(email);
    const address = parseAddress(email);
    const { purposes } = await explain(
      street.world,
      address as NonNullable<typeof address>,
      "newsletter",
      street.world.clock.now(),
    );
    const verdict = purposes[0]?.verdict;
    expect([verdict?.outcome, verdict?.basis]).toEqual(["permit", "consent"]);
    await tab.context().close();
  }

  test("the shop in plain HTML: an order, a tick, a yes from the mailbox, and the mail is permitted", () =>
    wholeWay("node", /We send a mail with a button to confirm/));
  test("the single-page shop: the same, without leaving the page", () =>
    wholeWay("spa", /un botón para confirmar/));
  needs("php").describe("with PHP", () => {
    test("the shop in PHP: the same, through its hooks", () => wholeWay("php", /un bouton de confirmation/));

    test("there it is hidden inputs, which whoever reads fields one by one finds too", async () => {
      const tab = await open("php");
      await ready(tab);
      await news(tab).check();
      await refusal(tab).check();
      const names = await tab.evaluate<string[]>(
        "[...document.querySelector('form').elements].filter(({ localName, name }) => localName === 'input' && name).map(({ name }) => name)",
      );
      expect(names).toEqual(["reference", "billing_email", "licet-token", "licet-box[]", "licet-refused"]);
      expect(await sends(tab)).toEqual(["licet-token", "licet-box[]", "licet-refused"]);
      await tab.context().close();
    });
  });

  test("an order without a tick is an order alone, and a refusal counts at once", async () => {
    const [plain, refusing] = [someone(), someone()];
    for (const email of [plain, refusing]) {
      const tab = await open("node");
      await ready(tab);
      if (email === refusing) await refusal(tab).check();
      await buy(tab, email);
      await tab.getByRole("heading", { name: "Thank you" }).waitFor();
      await tab.context().close();
    }
    expect(await ofPerson(plain)).toEqual(["sale.concluded"]);
    expect(await ofPerson(refusing)).toEqual(["sale.concluded", "sale.negotiated"]);
    expect(await verdictOf(street.world, refusing, "newsletter")).toBe("refused-at-collection");
  });

  test("with scripts off the shop sells all the same, and a link leads to the page on Licet", async () => {
    const email = someone();
    const tab = await open("node", { javaScriptEnabled: false });
    await tab.getByRole("link", { name: "Sign up here." }).click();
    expect(tab.url()).toContain(`${street.licetUrl}/f/sign-up`);
    await tab.goto(street.shops.node.url);
    await buy(tab, email);
    await tab.getByRole("heading", { name: "Thank you" }).waitFor();
    expect(orderedBy("node", email)).toBe(1);
    expect(await onRecord(street.world, email)).toEqual([]);
    await tab.context().close();
  });

  describe("no tick but the person's", () => {
    test.each([
      [
        "an attribute",
        `for (const name of ["checked", "ticked", "value", "prechecked"]) element.setAttribute(name, "newsletter")`,
      ],
      [
        "a property",
        `for (const name of ["checked", "ticked", "value", "boxes"]) element[name] = ["newsletter"]`,
      ],
      ["a click of a script", "input.click()"],
      ["a click of a script on the words beside it", "input.parentElement.click()"],
      ["what a script writes into the box", "input.checked = true"],
      [
        "that, and the event that would tell of it",
        "input.checked = true; input.dispatchEvent(new Event('change', { bubbles: true }))",
      ],
      [
        "that, and a click that never was",
        "input.checked = true; input.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
      ],
      ["what a browser restores", "element.formStateRestoreCallback?.(state, 'restore')"],
    ])("%s ticks no box that counts", async (_, attempt) => {
      const tab = await open("node");
      await ready(tab);
      await tab.evaluate(`{
        const element = document.querySelector("licet-consent");
        const input = element.shadowRoot.querySelector("[part=box] input");
        const state = new FormData();
        state.append("licet-box", "newsletter");
        ${attempt};
      }`);
      await ready(tab);
      expect(await sends(tab)).toEqual(["licet-token"]);
      await tab.context().close();
    });

    test("a reset, another language and another form show it anew, unticked and under another token", async () => {
      const tab = await open("node");
      const seen = new Set<string>();
      for (const change of [
        "",
        "form.reset()",
        "element.lang = 'fr'",
        "element.setAttribute('form', 'sign-up')",
      ]) {
        if (change !== "")
          await tab.evaluate(
            `{ const form = document.querySelector("form"), element = document.querySelector("licet-consent"); ${change} }`,
          );
        await ready(tab);
        expect(await sends(tab)).toEqual(["licet-token"]);
        seen.add(await tab.evaluate("new FormData(document.querySelector('form')).get('licet-token')"));
        await news(tab).first().check();
        expect(await sends(tab)).toEqual(["licet-token", "licet-box"]);
      }
      expect(seen.size).toBe(4);
      expect(await tab.locator("licet-consent [part=box]").count()).toBe(2);
      await tab.context().close();
    });

    test("a page that is drawn again around it keeps what the person ticked", async () => {
      const tab = await open("spa");
      await ready(tab);
      await news(tab).check();
      await tab.evaluate("document.querySelector('main').append(document.querySelector('form'))");
      expect(await sends(tab)).toEqual(["licet-token", "licet-box"]);
      expect(await news(tab).isChecked()).toBe(true);
      await tab.context().close();
    });

    test("back by the button: nothing is ticked, and the next order is an act of its own", async () => {
      const email = someone();
      const tab = await open("node");
      await ready(tab);
      await news(tab).check();
      const before = await tab.evaluate("new FormData(document.querySelector('form')).get('licet-token')");
      await buy(tab, email);
      await tab.getByRole("heading", { name: "Thank you" }).waitFor();
      await tab.evaluate("setTimeout(() => history.back())");
      await tab.getByRole("heading", { name: "Checkout" }).waitFor();
      await ready(tab);
      await vi.waitFor(async () => {
        expect(await sends(tab)).toEqual(["licet-token"]);
        expect(
          await tab.evaluate("new FormData(document.querySelector('form')).get('licet-token')"),
        ).not.toBe(before);
      }, 5_000);
      expect(await news(tab).isChecked()).toBe(false);
      await tab.context().close();
    });
  });

  test("a double click is one order and one act", async () => {
    const email = someone();
    const tab = await open("node");
    await ready(tab);
    await news(tab).check();
    await tab.locator("input[type=email]").fill(email);
    await tab.locator("form button").dblclick();
    await tab.getByRole("heading", { name: "Thank you" }).waitFor();
    expect(orderedBy("node", email)).toBe(1);
    await vi.waitFor(async () => expect(await ofPerson(email)).toEqual(["consent.given", "sale.concluded"]));
    await tab.context().close();
  });

  test("of two tabs each is an act of its own, and the untouched one takes nothing back", async () => {
    const email = someone();
    const [one, other] = [await open("node"), await open("node")];
    for (const tab of [one, other]) await ready(tab);
    await news(one).check();
    for (const tab of [one, other]) {
      await buy(tab, email);
      await tab.getByRole("heading", { name: "Thank you" }).waitFor();
      await tab.context().close();
    }
    expect(await ofPerson(email)).toEqual(["consent.given", "sale.concluded", "sale.concluded"]);
  });

  describe("while Licet is slow or away", () => {
    test("the page waits for nothing: an order before it came is an order alone", async () => {
      const email = someone();
      const context = await browser.newContext();
      const tab = await context.newPage();
      const slow = await context.newCDPSession(tab);
      await slow.send("Network.enable");
      const conditions = {
        offline: false,
        latency: 1_500,
        downloadThroughput: 20_000,
        uploadThroughput: 20_000,
      };
      await slow.send("Network.emulateNetworkConditions", conditions);
      await tab.goto(street.shops.node.url, { waitUntil: "commit" });
      await tab.locator("form button").waitFor();
      const roomBefore = await tab.locator("form button").boundingBox();
      await tab.locator("licet-consent[data-state=loading]").waitFor();
      expect((await tab.locator("form button").boundingBox())?.y).toBeCloseTo(roomBefore?.y ?? 0, -1);
      await buy(tab, email);
      await tab.getByRole("heading", { name: "Thank you" }).waitFor();
      expect(orderedBy("node", email)).toBe(1);
      expect(await onRecord(street.world, email)).toEqual([]);
      await context.close();
    });

    test("it says so quietly, claims nothing, and comes by itself when the network is back", async () => {
      const context = await browser.newContext({ locale: "en-GB" });
      const tab = await context.newPage();
      await tab.route("**/api/v1/forms/**", (route) => route.abort());
      await tab.goto(street.shops.node.url);
      await tab.getByText("The choices about emails could not be loaded.").waitFor();
      expect(await sends(tab)).toEqual([]);
      expect(await complaints(tab)).toEqual([]);
      await tab.unroute("**/api/v1/forms/**");
      await tab.evaluate("dispatchEvent(new Event('online'))");
      await ready(tab);
      expect(await sends(tab)).toEqual(["licet-token"]);
      await context.close();
    });

    test("the order is saved, and what was ticked is handed over when Licet is back", async () => {
      const email = someone();
      const tab = await open("node");
      await ready(tab);
      await news(tab).check();
      await street.down();
      try {
        await buy(tab, email);
        await tab.getByRole("heading", { name: "Thank you" }).waitFor();
        expect(orderedBy("node", email)).toBe(1);
        expect(street.shops.node.waiting()).toBe(1);
      } finally {
        await street.up();
      }
      await vi.waitFor(
        async () => expect(await ofPerson(email)).toEqual(["consent.given", "sale.concluded"]),
        { timeout: 20_000, interval: 250 },
      );
      await tab.context().close();
    });
  });

  describe("for everybody", () => {
    test("by keyboard alone", async () => {
      const email = someone();
      const tab = await open("node");
      await ready(tab);
      await tab.locator("input[type=email]").focus();
      await tab.keyboard.type(email);
      for (const key of ["Tab", "Space", "Tab", "Tab", "Tab", "Enter"]) await tab.keyboard.press(key);
      await tab.getByRole("heading", { name: "Thank you" }).waitFor();
      expect(await ofPerson(email)).toEqual(["consent.given", "sale.concluded"]);
      await tab.context().close();
    });

    test.each([
      ["node", "light"],
      ["spa", "dark"],
    ] as const)("axe finds nothing in the shop %s, which is %s", async (kind, colorScheme) => {
      const tab = await open(kind, { colorScheme });
      await ready(tab);
      expect(await complaints(tab)).toEqual([]);
      await tab.context().close();
    });

    test("nothing is wider than a screen of 320 px", async () => {
      const tab = await open("node", { viewport: { width: 320, height: 640 } });
      await ready(tab);
      expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(320);
      await tab.context().close();
    });

    test("the words are in the page's language, and every part can be styled", async () => {
      const tab = await open("spa");
      await ready(tab);
      expect(await tab.locator("licet-consent legend").first().textContent()).toBe("¿Podemos escribirle?");
      const parts = await tab.evaluate<string[]>(
        "[...new Set([...document.querySelector('licet-consent').shadowRoot.querySelectorAll('[part]')].map((node) => node.part.value))]",
      );
      expect(parts.toSorted()).toEqual(partsInDocs());
      await tab.context().close();
    });
  });
});

/** The parts that docs/integrate/widget.md lists, but for those of the failure. */
function partsInDocs(): readonly string[] {
  const text = readFileSync("docs/integrate/widget.md", "utf8");
  const [, listed = ""] = /^Parts: (.*)$/m.exec(text) ?? [];
  return [...listed.matchAll(/`([a-z-]+)`/g)]
    .map(([, part = ""]) => part)
    .filter((part) => part !== "failed" && part !== "retry")
    .toSorted();
}
