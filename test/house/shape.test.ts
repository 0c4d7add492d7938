// The shape of the tree: what CONTRIBUTING.md says of files and names, held by a test.
import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { packages } from "../support/needs.ts";

const files = globSync("{src,test,bench,widget}/**/*.ts").map((path) => ({
  path,
  text: readFileSync(path, "utf8"),
}));
const pathsOf = (some: typeof files) => some.map(({ path }) => path);

const sources = files.filter(({ path }) => /^(src|widget)\//.test(path) && !path.endsWith(".test.ts"));

test("every source file opens by saying what it is", () => {
  expect(sources.length).toBeGreaterThan(0);
  expect(pathsOf(sources.filter(({ text }) => !/^(\/\/|\/\*\*)[\s*]+\S/.test(text)))).toEqual([]);
});

test("no source file is longer than 400 lines", () => {
  expect(pathsOf(sources.filter(({ text }) => text.split("\n").length > 401))).toEqual([]);
});

test("no file or folder is a drawer for what has no name", () => {
  const drawer = /^(utils?|helpers?|common|lib|libs|services?|types|misc|shared)$/;
  const names = (path: string) => [basename(path, ".ts"), ...dirname(path).split("/")];
  expect(pathsOf(files).filter((path) => names(path).some((name) => drawer.test(name)))).toEqual([]);
});

test("the checks of the pipeline install every package that a test may need", () => {
  const [, listed = ""] = /^packages=\((.*)\)$/m.exec(readFileSync(".ci/run", "utf8")) ?? [];
  expect(listed.split(" ").toSorted()).toEqual(packages.toSorted());
});
