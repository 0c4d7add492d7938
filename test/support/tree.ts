// A copy of the sources outside the repository, in which a test may plant faults and run the three direction checks.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");
const read = ["src", "biome.json", "package.json", "tsconfig.json", ".dependency-cruiser.cjs", ".gitignore"];
const directionRules = [
  "style/noRestrictedImports",
  "style/noRestrictedGlobals",
  "suspicious/noImportCycles",
];

/** Copies what the checks read. A check answers its exit status and what it said, a line each. */
export function copyTree(copied = read) {
  const root = mkdtempSync(join(tmpdir(), "licet-tree-"));
  for (const name of copied) cpSync(join(repository, name), join(root, name), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));

  function run(program: string, ...args: string[]) {
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: "utf8" });
    if (error) throw error;
    return { status, lines: (stdout + stderr).split("\n").filter((line) => line !== "") };
  }
  const bin = (name: string) => join(root, "node_modules", ".bin", name);
  const graph = join(repository, "test/support/graph.ts");
  return {
    plant(file: string, text: string) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    remove: () => rmSync(root, { recursive: true }),
    compileCore: () => run(bin("tsc"), "-p", "src/core", "--pretty", "false"),
    lint: () =>
      run(bin("biome"), "lint", "--reporter=github", ...directionRules.map((rule) => `--only=${rule}`)),
    graph: () => run(process.execPath, graph),
    graphWithoutSwc: () =>
      run(process.execPath, "--import", `data:text/javascript,${encodeURIComponent(withoutSwc)}`, graph),
  };
}

const withoutSwc = `import { registerHooks } from "node:module";
registerHooks({
  resolve(name, context, next) {
    if (name.startsWith("@swc/core")) throw new Error("absent");
    return next(name, context);
  },
});`;
