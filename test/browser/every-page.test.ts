// Every public page in each of its states, for people who see it small, large or dark, without scripts, by keyboard alone.
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applySetup } from "../../src/app/setup/apply.ts";
import { needs } from "../support/needs.ts";
import { withComic } from "../support/with-comic.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { complaints, controlsOf, overflow, walk } from "./look.ts";
import { lunariaInGerman } from "./lunaria-in-german.ts";
import { type ServedPages, servePages } from "./served-pages.ts";
import { tour } from "./tour.ts";

const languages = ["en", "de", "fr"] as const;
/**
 * Where `LICET_RUNS=all`, each page in each language. Else in one, which is another one for the next page and the next day,
 * and axe, which takes the longest, looks at every other page: the next day at the others.
 */
const all = process.env.LICET_RUNS === "all";
const tours = all ? languages.length : 1;
const seed = Number(process.env.LICET_SEED ?? Math.floor(Date.now() / 86_400_000));

/** The smallest screen there is, and one of 1280 px at 200 % (WCAG 2.2, 1.4.4 and 1.4.10). */
const widths = [320, 640] as const;

needs("chromium").describe(`every page (LICET_SEED=${seed})`, (executablePath) => {
  let world: TestWorld;
  let pages: ServedPages;
  let browser: Browser;
  let stops = 0;
  const found = {
    byAxe: [] as string[],
    tooWide: [] as string[],
    byKeyboard: [] as string[],
    unread: [] as string[],
  };

  beforeAll(async () => {
    world = await makeWorld({ setup: false });
    await applySetup(world, withComic(lunariaInGerman()));
    pages = await servePages(world);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    for (let round = 0; round < tours; round++) await lookAround(round);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
    await world?.close();
  });

  async function lookAround(round: number): Promise<void> {
    const context = await browser.newContext({ viewport: { width: widths[0], height: 640 } });
    const tab = await context.newPage();
    const line = await context.newCDPSession(tab);
    /** The pages themselves have none; axe is one. */
    const scripts = (on: boolean) => line.send("Emulation.setScriptExecutionDisabled", { value: !on });
    const walked = new Set<string>();
    let turn = seed + round;
    const language = () => languages[turn++ % languages.length] ?? "en";
    await scripts(false);
    for await (const stop of tour({ world, pages, tab, language, email: `ana-${round}@example.com` })) {
      stops += 1;
      const read = (await tab.textContent("body")) ?? "";
      if (/undefined|\[object|\bNaN\b|=>|\$\{/.test(read)) found.unread.push(`${stop}: ${read}`);
      const keys = (await controlsOf(tab)).join();
      if (!walked.has(keys)) found.byKeyboard.push(...(await walk(tab)).map((what) => `${stop}: ${what}`));
      walked.add(keys);
      await scripts(true);
      if (all || (stops + seed) % 2 === 0)
        found.byAxe.push(...(await seen(tab)).map((what) => `${stop}: ${what}`));
      for (const width of widths) {
        await tab.setViewportSize({ width, height: 640 });
        if ((await overflow(tab)) > 0) found.tooWide.push(`${stop}, at ${width} px`);
      }
      await tab.setViewportSize({ width: widths[(turn + round) % 2] ?? 320, height: 640 });
      await scripts(false);
    }
    await context.close();
  }

  /** In light and in dark, which differ in nothing but colours. */
  async function seen(tab: Page): Promise<readonly string[]> {
    const light = await complaints(tab);
    await tab.emulateMedia({ colorScheme: "dark" });
    const dark = await complaints(tab, ["color-contrast"]);
    await tab.emulateMedia({ colorScheme: "light" });
    return [...light, ...dark.map((what) => `in the dark, ${what}`)];
  }

  test("axe finds nothing to complain of, in the dark neither", () => {
    expect(stops).toBeGreaterThan(70);
    expect(found.byAxe).toEqual([]);
  });

  test("nothing is wider than a screen of 320 px, nor than one of 1280 px at 200 %", () => {
    expect(found.tooWide).toEqual([]);
  });

  test("nothing stands there that only programs read", () => {
    expect(found.unread).toEqual([]);
  });

  test("Tab reaches every control in its turn, and shows where it is", () => {
    expect(found.byKeyboard).toEqual([]);
  });

  test("and no page was left out: whoever adds one adds it to the tour", () => {
    expect(pages.routes.length).toBeGreaterThan(20);
    expect(pages.routes.filter((route) => !pages.visited.has(route))).toEqual([]);
  });

  test("where something is wrong, it is found", async () => {
    const tab = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await tab.setContent(`<html lang="en"><title>Wrong</title><main><h1>Wrong</h1>
<p style="color:#999;background:#fff">Pale</p><div style="width:400px">Wide</div>
<a href="/" style="outline:none">Unmarked</a><button tabindex="-1">Unreached</button></main>`);
    expect(await complaints(tab)).toMatchObject([expect.stringContaining("color-contrast")]);
    expect(await overflow(tab)).toBeGreaterThan(0);
    expect(await walk(tab)).toMatchObject([
      expect.stringContaining("without a sign of the focus: <a"),
      expect.stringContaining("<button"),
    ]);
    await tab.close();
  });
});
