// The pictures of docs/screenshots: none is missing or heavy, and `npm run screenshots` draws all of them anew.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect, test } from "vitest";
import { issueReceipt } from "../../src/app/ledger/issue-receipt.ts";
import { printReceipt } from "../../src/app/ledger/print-receipt.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { heldData } from "../../src/app/rights/held.ts";
import { heldPaper } from "../../src/app/rights/held-paper.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import type { Instant } from "../../src/core/instant.ts";
import type { Language } from "../../src/core/languages.ts";
import { triagePage } from "../../src/http/report/triage-page.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { renderPdf } from "../../src/paper/render.ts";
import { confirmationPath, subjectOf, visited, visitor } from "../http/visitor.ts";
import { needs, tools } from "../support/needs.ts";
import { withComic } from "../support/with-comic.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { listOf, reportOn } from "../triage/list.ts";
import { lunariaInGerman } from "./lunaria-in-german.ts";
import { index, type Picture, pictures } from "./pictures.ts";
import { type ServedPages, servePages } from "./served-pages.ts";
import { tour } from "./tour.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "screenshots");
const people = { en: "ana@example.com", de: "lena@example.com", fr: "chloe@example.com" } as const;

if (process.env.LICET_WRITE_SCREENSHOTS)
  needs("chromium").describe("drawing", (executablePath) => {
    test("every picture", async () => {
      const world = await openWorld();
      const pages = await servePages(world);
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const language of Object.keys(people) as (keyof typeof people)[]) {
        await drawPages(world, pages, browser, language);
        await drawMails(world, pages, browser, language);
      }
      await drawPapers(world, browser);
      await drawReports(browser);
      writeFileSync(join(folder, "README.md"), index());
      await browser.close();
      await pages.close();
      await world.close();
    }, 300_000);
  });

test("no picture is missing or heavy, and the index shows them all", () => {
  const files = pictures.map(({ file }) => file);
  expect(readdirSync(folder).sort()).toEqual(["README.md", ...files].sort());
  expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(index());
  const sizes = files.map((file) => statSync(join(folder, file)).size);
  expect(Math.min(...sizes)).toBeGreaterThan(1_000);
  expect(Math.max(...sizes)).toBeLessThan(100_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_500_000);
});

async function openWorld(): Promise<TestWorld> {
  const made = await makeWorld({ setup: false });
  const ahead = Date.parse("2026-11-25T09:30:00Z") - Date.now();
  const clock = { now: () => (Date.now() + ahead) as Instant };
  const post = {
    name: "smtp.lunaria.example:587",
    width: made.post.width,
    deliver: made.post.deliver.bind(made.post),
    close: () => made.post.close(),
  };
  const world = { ...made, post, clock, publicUrl: "https://mail.lunaria.example" };
  const declared = withComic(lunariaInGerman());
  const { comic } = declared.forms;
  if (!comic) throw new Error("the shop has changed");
  const title = {
    en: "The comic of Lunaria",
    de: "Der Comic von Lunaria",
    fr: "La bande dessinée de Lunaria",
  };
  await applySetup(world, { ...declared, forms: { ...declared.forms, comic: { ...comic, title } } });
  return world;
}

const drawnIn = (language: Language) => pictures.filter((picture) => picture.language === language);

async function drawPages(
  world: TestWorld,
  pages: ServedPages,
  browser: Browser,
  language: keyof typeof people,
): Promise<void> {
  const context = await browser.newContext({ deviceScaleFactor: 2 });
  const tab = await context.newPage();
  const wanted = drawnIn(language).filter(({ stop }) => stop !== null);
  const drawn = new Set<string>();
  for await (const stop of tour({ world, pages, tab, language: () => language, email: people[language] }))
    for (const picture of wanted.filter((one) => one.stop === stop)) {
      await draw(tab, picture);
      drawn.add(picture.file);
    }
  expect(wanted.map(({ file }) => file).filter((file) => !drawn.has(file))).toEqual([]);
  await context.close();
}

/** What only such a mail holds. */
const marks = { "mail-confirmation": "/c/", "mail-campaign": "List-Unsubscribe" } as const;

async function drawMails(
  world: TestWorld,
  pages: ServedPages,
  browser: Browser,
  language: keyof typeof people,
): Promise<void> {
  const tab = await browser.newPage({ deviceScaleFactor: 2 });
  const to = subjectOf(world, people[language]);
  const mails = await world.store.mailbox.list({ before: null, to }, 50);
  for (const [name, mark] of Object.entries(marks))
    for (const picture of drawnIn(language).filter(({ file }) => file.startsWith(name))) {
      const mail = mails.find(({ raw }) => raw.toString().replaceAll("=\r\n", "").includes(mark));
      await tab.goto(pages.at(`/mailbox/${mail?.number}/body`));
      await draw(tab, picture);
    }
  await tab.close();
}

async function drawPapers(world: TestWorld, browser: Browser): Promise<void> {
  const typed = "paula@example.com";
  const address = parseAddress(typed) ?? expect.fail("not an address");
  const paula = visitor(world, { networkAddress: "192.0.2.7", userAgent: "Mozilla/5.0" }, visited(world));
  await paula.send("sign-up", { email: typed, country: "ES", box: "newsletter" });
  await paula.post(await confirmationPath(world, typed));
  await sequence(world);
  const held = await heldData(world, subjectOf(world, typed), "en");
  const papers = {
    "receipt.webp": await printReceipt(world, await issueReceipt(world, address, "newsletter"), "en"),
    "held-data.webp": await renderPdf(heldPaper(held), { createdAt: world.clock.now() }),
  };
  const tab = await browser.newPage();
  for (const [file, pdf] of Object.entries(papers)) {
    const picture = pictures.find((one) => one.file === file) ?? expect.fail(`no picture ${file}`);
    const { stdout } = spawnSync(
      tools.pdftoppm.at ?? expect.fail("no pdftoppm"),
      ["-png", "-r", "100", "-f", "1", "-l", "1"],
      { input: pdf },
    );
    await tab.setContent(
      `<body style="margin:0"><img src="data:image/png;base64,${stdout.toString("base64")}">`,
    );
    await draw(tab, picture);
  }
  await tab.close();
}

async function drawReports(browser: Browser): Promise<void> {
  const tab = await browser.newPage({ deviceScaleFactor: 2 });
  await tab.setContent(await triagePage(await reportOn(listOf(50_000))));
  for (const picture of pictures.filter(({ file }) => file.startsWith("triage"))) await draw(tab, picture);
  await tab.close();
}

const screens = {
  phone: { width: 390, height: 600, scale: 0.7 },
  desktop: { width: 960, height: 600, scale: 0.6 },
  paper: { width: 700, height: 400, scale: 1 },
} as const;

async function draw(tab: Page, { file, on, dark }: Picture): Promise<void> {
  const { width, height, scale } = screens[on];
  await tab.setViewportSize({ width, height });
  await tab.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  const line = await tab.context().newCDPSession(tab);
  const whole = await tab.evaluate<{ width: number; height: number }>(
    "({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight })",
  );
  const { data } = await line.send("Page.captureScreenshot", {
    format: "webp",
    quality: 70,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, ...whole, scale },
  });
  writeFileSync(join(folder, file), Buffer.from(data, "base64"));
  await line.detach();
}
