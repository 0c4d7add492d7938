// Runs the third direction check over the folder it is started in, and fails when it did not read every source file.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";

/** Words that only some files may hold: what an import graph cannot see. */
const reserved = [
  {
    word: "permitFromRecord",
    home: /^src\/(store\/|core\/verdict\.)/,
    because: "only the store reads a Permit back",
  },
  { word: "Math.random", home: /^src\/(?!core\/)/, because: "core has no randomness" },
];

const folders = ["src", "test", "bench", "admin", "widget"].filter((folder) => existsSync(folder));
const files = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const options = await extractOptions(join(process.cwd(), ".dependency-cruiser.cjs"));
const { output } = await cruise(folders, options);
if (typeof output === "string") throw new Error("dependency-cruiser answered with text instead of a graph");

const bare = (imported: string) => imported.replace(/^node:/, "");
const seen = new Map(
  output.modules.map(({ source, dependencies }) => [source, dependencies.map(({ module }) => bare(module))]),
);
/** Whether the graph holds this file and every import that its text shows. */
const wasRead = ({ path, text }: { path: string; text: string }) =>
  seen.has(path) &&
  [...text.matchAll(/^(?:import|export|\}) .*from "([^"]+)";$/gm)].every(([, imported = ""]) =>
    seen.get(path)?.includes(bare(imported)),
  );

const faults = [
  ...output.summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle?.map((step) => step.name).join(" -> ") ?? to;
    const because = options.ruleSet?.forbidden?.find(({ name }) => name === rule.name)?.comment;
    return `${rule.name}: \`${from}\`${from === to ? "" : ` imports \`${path}\``}; ${because}`;
  }),
  ...files
    .filter((file) => !wasRead(file))
    .map(({ path }) => `unread: \`${path}\`; it, or an import it holds, was not seen by the check`),
  ...reserved.flatMap(({ word, home, because }) =>
    files
      .filter(({ path, text }) => path.startsWith("src/") && !home.test(path) && text.includes(word))
      .map(({ path }) => `reserved: \`${path}\` says \`${word}\`; ${because}`),
  ),
];

for (const fault of faults) console.error(fault);
console.log(
  `${files.length} files, ${output.summary.totalDependenciesCruised ?? 0} imports, ${faults.length} faults`,
);
if (faults.length > 0 || files.length === 0) process.exitCode = 1;
