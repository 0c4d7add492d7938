// The controller's own look on every public page: what of it is served, and what is refused because it could not be read.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applySetup } from "../../src/app/setup/apply.ts";
import { contrast, pairs } from "../../src/app/setup/palette.ts";
import type { ReadAsset } from "../../src/app/setup/read-assets.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import { type Visitor, visitor, wayOutToken } from "./visitor.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';
const files: Readonly<Record<string, Buffer>> = {
  "logo.svg": Buffer.from(svg),
  "script.svg": Buffer.from(svg.replace("<circle", "<script>alert(1)</script><circle")),
  "load.svg": Buffer.from(svg.replace("<circle", '<image href="https://third.example/x.png"/><circle')),
  "own.woff2": Buffer.concat([Buffer.from("wOF2"), Buffer.alloc(200)]),
  "large.png": Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(60_000)]),
  "page.png": Buffer.from("<html></html>"),
};
const readAsset: ReadAsset = (path) => files[path] ?? null;

/** The demo shop with another theme. */
const themed = (theme: string) => {
  const text = lunaria();
  const [before, after] = [text.indexOf("\ntheme:"), text.indexOf("\nsenders:")];
  return readSetupFile(`${text.slice(0, before)}\ntheme: ${theme}\n${text.slice(after)}`, readAsset);
};

function problems(theme: string): readonly string[] {
  const read = themed(theme);
  return read.ok ? [] : read.mistakes.map(({ problem }) => problem);
}

describe("a theme that is refused", () => {
  test("has a colour that cannot be read: the nearest that can is named, with its line", () => {
    const read = themed('{ colours: { light: { paper: "#ffffff", ink: "#231c18", accent: "#ff9900" } } }');
    expect(read).toMatchObject({
      ok: false,
      mistakes: [{ path: "theme.colours.light.accent", line: expect.any(Number) }],
    });
    expect(
      problems('{ colours: { light: { paper: "#ffffff", ink: "#231c18", accent: "#ff9900" } } }'),
    ).toEqual([
      "`theme.colours.light.accent` cannot be read well enough: `#ff9900` on the paper has a contrast of 2.1 to 1, and 4.5 is the least (WCAG 2.2 AA); the nearest that will do is `#a96600`",
    ]);
  });

  test.each([
    ["no file", "gone.svg", "names a file that cannot be read"],
    ["a page in the dress of a picture", "page.png", "should name a file of the kind `png`, `jpg`, `svg`"],
    ["a font in the place of a picture", "own.woff2", "should name a file of the kind"],
    ["a picture that is too large", "large.png", "of 61 kB; at most 50 kB"],
    ["an SVG with a script", "script.svg", "holds a script"],
    ["an SVG that would ask a third party", "load.svg", "a way to another file"],
  ])("names %s", (_, file, problem) => {
    const [told] = problems(`{ logo: { file: ${file}, alt: { es: L, fr: L, en: L } } }`);
    expect(told).toContain(problem);
  });
});

describe("a theme in force", () => {
  let world: TestWorld;
  let ana: Visitor;

  beforeAll(async () => {
    world = await makeWorld();
    ana = visitor(world);
    const read = themed(
      '{ colours: { light: { paper: "#f4f7fb", ink: "#101820", accent: "#0b4f9e" } }, fontFile: own.woff2, logo: { file: logo.svg, alt: { es: La Luna, fr: La Lune, en: The Moon } } }',
    );
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    await applySetup(world, read.declared);
  });
  afterAll(() => world.close());

  const styleOf = async (page: string) =>
    (await ana.get(/href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? "")).page;

  test("is that of every public page, in light and dark, and nobody else is asked for anything", async () => {
    const token = wayOutToken(world, "somebody@example.com", null);
    for (const path of [
      "/f/sign-up?lang=fr",
      "/f/order",
      "/n/sign-up/1",
      `/p/${token}`,
      `/u/${token}`,
      "/f/nothing",
    ]) {
      const { page, headers } = await ana.get(path);
      expect(page).toMatch(/<img class="logo" src="\/assets\/[0-9a-f]{24}\.svg" alt="(The Moon|La Lune)">/);
      const css = await styleOf(page);
      expect(css).toContain("--deep:#0b4f9e");
      expect(css).toMatch(/@media \(prefers-color-scheme:dark\)\{:root\{--paper:#131715;/);
      expect(css).toMatch(/url\(\/assets\/[0-9a-f]{24}\.woff2\)/);
      expect(css).not.toMatch(/url\((?!\/assets\/)|@import/);
      expect(page).not.toMatch(/<(img|link|script|iframe)[^>]+(src|href)="(https?:)?\/\//);
      expect(headers.get("content-security-policy")).toContain("font-src 'self'");
    }
  });

  test("has its logo and font kept by browsers for good, in a sandbox", async () => {
    const { page } = await ana.get("/f/sign-up");
    const path = /src="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? "";
    const logo = await ana.get(path);
    expect(logo.page).toBe(svg);
    expect(logo.headers.get("content-type")).toBe("image/svg+xml");
    expect(logo.headers.get("cache-control")).toContain("immutable");
    expect(logo.headers.get("content-security-policy")).toContain("sandbox");
    expect((await ana.get("/assets/000000000000000000000000.svg")).status).toBe(404);
  });

  test("can be another one on a single form", async () => {
    const read = readSetupFile(
      lunaria().replace(
        "    kind: informationRequest\n",
        '    kind: informationRequest\n    theme: { colours: { light: { paper: "#ffffff", ink: "#000000", accent: "#5b2a86" } } }\n',
      ),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    await applySetup(world, read.declared);
    expect(await styleOf((await ana.get("/f/catalogue")).page)).toContain("--deep:#5b2a86");
    expect(await styleOf((await ana.get("/f/sign-up")).page)).toContain("--deep:#8a3b1e");
  });

  test("leaves page and stylesheet together under twenty kilobytes, compressed or not", async () => {
    for (const form of ["sign-up", "order", "catalogue"]) {
      const { page } = await ana.get(`/f/${form}`);
      const css = await styleOf(page);
      expect(page.length + css.length).toBeLessThan(20_000);
      expect(gzipSync(page).length + gzipSync(css).length).toBeLessThan(8_000);
    }
  });
});

test("the look without a theme can be read too, in light and dark", () => {
  const source = readFileSync(join(import.meta.dirname, "../../src/http/pages/style.ts"), "utf8");
  const schemes = [...source.matchAll(/:root\{(?:color-scheme:light dark;)?([^}]+)\}/g)].slice(0, 2);
  expect(schemes).toHaveLength(2);
  const [light = new Map(), dark = new Map()] = schemes.map(
    ([, body = ""]) =>
      new Map(
        [...body.matchAll(/--([a-z-]+):(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name, long(value)]),
      ),
  );
  for (const colours of [light, new Map([...light, ...dark])])
    for (const { colour, on, least } of pairs)
      expect(contrast(colours.get(colour), colours.get(on)), `${colour} on ${on}`).toBeGreaterThanOrEqual(
        least,
      );
});

/** `#fff` in full. */
function long(colour: string | undefined): string {
  return (colour ?? "").replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
}
