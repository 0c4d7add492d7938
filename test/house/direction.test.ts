// Who may import whom: each of the three checks passes the tree as it is, and bites when a fault is planted.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyTree } from "../support/tree.ts";

const clean = copyTree();
afterAll(clean.remove);

const imports = (path: string) => `import * as planted from "${path}";\nexport const use = planted;\n`;
const constant = (value: string) => `export const use = ${value};\n`;

/** Plants every fault at once, runs the check once, and answers what it said of one file. */
function planted(
  faults: readonly (readonly [string, string, string, string])[],
  check: "compileCore" | "lint" | "graph",
) {
  const copy = copyTree();
  let lines: string[] = [];
  beforeAll(() => {
    for (const [, , file, text] of faults) copy.plant(file, text);
    lines = copy[check]().lines;
  });
  afterAll(copy.remove);
  return (file: string) => lines.filter((line) => line.includes(file));
}

describe("the compiler, over core,", () => {
  const faults = [
    ["TS2591", "a Node module", "src/core/a.ts", imports("node:fs")],
    ["TS6059", "another floor", "src/core/b.ts", imports("../errors.ts")],
    ["TS2304", "a clock of the machine", "src/core/c.ts", constant("performance.now()")],
    ["TS2591", "the process", "src/core/d.ts", constant("process.pid")],
  ] as const;
  const said = planted(faults, "compileCore");

  test("passes the tree as it is", () => expect(clean.compileCore()).toEqual({ status: 0, lines: [] }));
  test.each(faults)("refuses by %s %s", (rule, _, file) => {
    expect(said(file)).toContainEqual(expect.stringContaining(rule));
  });
});

describe("Biome", () => {
  const faults = [
    ["noRestrictedImports", "a Node module in core", "src/core/a.ts", imports("node:fs")],
    ["noRestrictedImports", "a package in core", "src/core/b.ts", imports("zod")],
    ["noRestrictedImports", "another floor in core", "src/core/c.ts", imports("../errors.ts")],
    [
      "noRestrictedImports",
      "another floor in a folder of core",
      "src/core/bases/d.ts",
      imports("../../errors.ts"),
    ],
    ["noRestrictedGlobals", "a clock in core", "src/core/e.ts", constant("Date.now()")],
    [
      "noRestrictedGlobals",
      "a clock in core, by a longer name",
      "src/core/f.ts",
      constant("globalThis.Date.now()"),
    ],
    ["noRestrictedGlobals", "randomness in core", "src/core/g.ts", constant("crypto.randomUUID()")],
    [
      "noImportCycles",
      "one half of a cycle of types",
      "src/app/h.ts",
      'import type { I } from "./i.ts";\nexport type H = I;\n',
    ],
    [
      "noImportCycles",
      "the other half",
      "src/app/i.ts",
      'import type { H } from "./h.ts";\nexport type I = H;\n',
    ],
  ] as const;
  const said = planted(faults, "lint");

  test("passes the tree as it is", () => expect(clean.lint()).toMatchObject({ status: 0 }));
  test.each(faults)("refuses by %s %s", (rule, _, file) => {
    expect(said(file)).toContainEqual(expect.stringContaining(rule));
  });
});

describe("the graph", () => {
  const faults = [
    ["core", "a package in core", "src/core/a.ts", imports("hono")],
    ["core", "another floor in core", "src/core/b.ts", imports("../errors.ts")],
    ["ledger", "app in the ledger", "src/ledger/a.ts", imports("../app/ports.ts")],
    ["mail", "app in mail", "src/mail/a.ts", imports("../app/ports.ts")],
    ["paper", "the ledger in paper", "src/paper/a.ts", imports("../ledger/leaf.ts")],
    ["app", "the store in app", "src/app/a.ts", imports("../store/a.ts")],
    ["no-io-below-the-ports", "files in app", "src/app/b.ts", imports("node:fs/promises")],
    ["no-io-below-the-ports", "sockets in mail", "src/mail/b.ts", imports("node:net")],
    ["no-io-below-the-ports", "files in paper, but for the fonts", "src/paper/b.ts", imports("node:fs")],
    ["store", "smtp in the store", "src/store/a.ts", imports("../smtp/a.ts")],
    ["http", "the store in http", "src/http/a.ts", imports("../store/b.ts")],
    ["agents", "a record of facts for agents", "src/mcp/b.ts", imports("../app/consent/record.ts")],
    ["mcp", "http in what agents use", "src/mcp/a.ts", imports("../http/a.ts")],
    [
      "mcp-packages",
      "the protocol of agents in http",
      "src/http/e.ts",
      imports("@modelcontextprotocol/server"),
    ],
    ["smtp", "http in smtp", "src/smtp/a.ts", imports("../http/a.ts")],
    ["ground", "a floor below errors.ts", "src/config.ts", imports("./core/b.ts")],
    ["top", "compose.ts in http", "src/http/b.ts", imports("../compose.ts")],
    ["top", "servers.ts in compose.ts", "src/compose.ts", imports("./servers.ts")],
    ["store-packages", "SQL outside the store", "src/http/c.ts", imports("kysely")],
    ["store-packages", "the driver outside the store", "src/cli/a.ts", imports("pg")],
    ["smtp-and-mail-packages", "nodemailer in app", "src/app/c.ts", imports("nodemailer")],
    ["paper-packages", "PDF outside paper", "src/app/k.ts", imports("pdfkit")],
    ["faces", "the sources in the widget", "widget/a.ts", imports("../src/errors.ts")],
    ["no-test-in-the-product", "a test in the product", "src/app/d.ts", imports("../store/b.test.ts")],
    [
      "no-cycle",
      "a cycle of types",
      "src/app/e.ts",
      'import type { F } from "./f.ts";\nexport type E = F;\n',
    ],
    ["no-barrel", "the published index, from within", "src/http/d.ts", imports("../core/index.ts")],
    ["no-dead-file", "a file that nobody imports", "src/app/g.ts", constant("1")],
    ["no-dead-end", "an import of nothing", "src/app/h.ts", imports("./nothing.ts")],
    ["no-borrowed-package", "a development package", "src/app/i.ts", imports("fast-check")],
    ["reserved", "a Permit read back outside the store", "src/app/j.ts", constant('"permitFromRecord"')],
    ["reserved", "randomness in core", "src/core/c.ts", constant("Math.random()")],
  ] as const;
  const props = [
    ["", "", "src/app/f.ts", 'import type { E } from "./e.ts";\nexport type F = E;\n'],
    ["", "", "src/store/b.ts", constant("1")],
    ["", "", "src/store/b.test.ts", constant("1")],
  ] as const;
  const said = planted([...faults, ...props], "graph");

  test("passes the tree as it is", () => expect(clean.graph()).toMatchObject({ status: 0 }));
  test.each(faults)("refuses by `%s` %s", (rule, _, file) => {
    expect(said(file)).toContainEqual(expect.stringContaining(`${rule}: \`${file}\``));
  });
  test("fails without the parser that reads TypeScript", () => {
    const { status, lines } = clean.graphWithoutSwc();
    expect(status).toBe(1);
    expect(lines).toContainEqual(expect.stringContaining("unread: `src/errors.ts`"));
  });
  test("fails where there is nothing to read", () => {
    const empty = copyTree([".dependency-cruiser.cjs", "package.json"]);
    const { status } = empty.graph();
    empty.remove();
    expect(status).toBe(1);
  });
});
