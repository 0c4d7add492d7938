// What a stranger reads first: short enough to be read, the same in both languages, and without a link that leads nowhere.
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const read = (path: string) => readFileSync(path, "utf8");
const english = read("README.md");
const french = read("README.fr.md");
const architecture = read("ARCHITECTURE.md");
const records = globSync("docs/adr/*.md").sort();

/** Every fenced block with its kind. Words that were shown to a person, in curly quotes, are in that person's language. */
function blocks(page: string): string[] {
  return [...page.matchAll(/^```.*?^```$/gms)].map(([block]) => block.replaceAll(/“.*$/gm, "“…”"));
}

/** Addresses of files, as they stand in the page. */
function fileLinks(page: string): string[] {
  const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !/^(https?:|mailto:|#)/.test(link)).map((link) => link.replace(/#.*$/, ""));
}

describe("the README", () => {
  test.each([
    ["README.md", english],
    ["README.fr.md", french],
  ])("%s is read in one sitting", (_, page) => {
    expect(page.split("\n").length).toBeLessThan(121);
  });

  test("shows the same commands, files and output in French", () => {
    expect(blocks(english).length).toBeGreaterThan(0);
    expect(blocks(french)).toEqual(blocks(english));
  });

  test("has the same parts, in the same order, and leads to the same places in French", () => {
    const levels = (page: string) => page.match(/^#+ /gm);
    expect(levels(french)).toEqual(levels(english));
    const places = (page: string) => fileLinks(page).map((link) => link.replace(/^README.*/, "README"));
    expect(places(french)).toEqual(places(english));
  });

  test.each([
    ["README.md", english],
    ["README.fr.md", french],
  ])("%s quotes the shop's own words", (_, page) => {
    const shop = read("examples/lunaria/licet.yaml").replaceAll(/\s+/g, " ");
    const quoted = [...page.matchAll(/“(.+)$/gm)].map(([, words]) => words);
    expect(quoted).toHaveLength(1);
    for (const words of quoted) expect(shop).toContain(words);
  });
});

test("no link leads nowhere", () => {
  const pages = globSync("{*.md,{docs,examples,bench}/**/*.md}");
  const missing = pages.flatMap((page) =>
    fileLinks(read(page))
      .filter((link) => !existsSync(join(dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  );
  expect(pages.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

test("each of the seven invariants names a test that holds it", () => {
  const [, list = ""] = /^## The seven invariants\n(.*?)^## /ms.exec(architecture) ?? [];
  const invariants = list.split(/^\d\. /m).slice(1);
  expect(invariants).toHaveLength(7);
  for (const invariant of invariants)
    expect(fileLinks(invariant)).toContainEqual(expect.stringMatching(/[.]test[.]ts$/));
});

test("the tables that ARCHITECTURE.md explains are those of the schema", () => {
  const [, section = ""] = /^## Shape of the data\n(.*?)^## /ms.exec(architecture) ?? [];
  const explained = [...section.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, names = ""]) => names.match(/\w+/g));
  const tables = [...read("migrations/schema.sql").matchAll(/^create table (\w+)/gm)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual(tables.filter((name) => name !== "migrations").toSorted());
});

test("decisions are numbered without a gap, and each fits a screen", () => {
  const numbers = records.map((path) => Number(/(\d{4})-/.exec(path)?.[1]));
  expect(numbers).toEqual(records.map((_, index) => index + 1));
  for (const [index, path] of records.entries()) {
    expect(read(path)).toMatch(new RegExp(`^# ${index + 1}\\. `));
    expect(read(path).split("\n").length, path).toBeLessThan(45);
  }
});
