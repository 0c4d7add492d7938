// The pages of docs/law are made from the law as data; `npx vitest run test/house/law-pages.test.ts -u` writes them anew.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COUNTRIES } from "../../src/core/rows.ts";
import { lawPages } from "../support/law-pages.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "law");
const pages = lawPages();

test.each([...pages])("docs/law/%s says what the data say", async (path, text) => {
  await expect(text).toMatchFileSnapshot(join(folder, path));
});

test("docs/law holds nothing else", () => {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  expect(found.toSorted()).toEqual([...pages.keys()].toSorted());
});

test("every page says that it is no legal advice, and every country's what counsel must confirm", () => {
  for (const [path, text] of pages) expect(text, path).toContain("This is not legal advice");
  for (const { code } of COUNTRIES)
    expect(pages.get(`countries/${code}.md`)).toMatch(/## What counsel must confirm\n\n.+\n\n- \*\*/);
});

test("every page has its cases, and every link leads to a page", () => {
  for (const [path, text] of pages) {
    if (path !== "README.md") expect(text, path).toMatch(/## Cases\n\n.+\n\n\| the case .*\n\| ---.*\n\| \S/);
    for (const [, link = ""] of text.matchAll(/\]\(([^)]+\.md)\)/g))
      expect(pages.has(join(path, "..", link)), `${path}: ${link}`).toBe(true);
  }
});
