// `licet apply`: puts a set-up file in force, showing what it changes and which versions it makes.
import type { Command } from "commander";
import type { Change, Plan } from "../app/setup/plan.ts";
import { command } from "./command.ts";
import { showMistakes, showWarnings } from "./mistakes.ts";
import { assetsBeside, readSetupText } from "./setup-text.ts";
import { columns, paint, say, sayJson } from "./terminal.ts";

export function applyCommand(): Command {
  return command("apply", "Put a set-up file in force: purposes, wordings, forms.", [
    ["licet apply licet.yaml --dry-run", "what it would change; nothing is written"],
    ["licet apply licet.yaml", "put it in force; a second time changes nothing"],
  ])
    .argument("<file>", "the set-up file, such as licet.yaml")
    .option("--dry-run", "show what would change and write nothing")
    .option("--json", "one JSON line a change, or a mistake")
    .action(async (file: string, options: { dryRun?: true; json?: true }) => {
      const { readSetupFile } = await import("../app/setup/setup-file.ts");
      const read = readSetupFile(await readSetupText(file), assetsBeside(file));
      if (!read.ok) return showMistakes(file, read.mistakes, options.json === true);
      if (!options.json) await showWarnings(file, read.warnings);
      const { withWorld } = await import("./with-world.ts");
      const { applySetup, previewSetup } = await import("../app/setup/apply.ts");
      const plan = await withWorld(({ world }) =>
        options.dryRun ? previewSetup(world.store.setup, read.declared) : applySetup(world, read.declared),
      );
      if (options.json) {
        for (const change of plan.changes) await sayJson(change);
        return;
      }
      await showPlan(plan, options.dryRun === true);
      const { withoutPlace } = await import("../app/lint/finding.ts");
      const { outdatedApprovals } = await import("../app/lint/outdated-approvals.ts");
      await showWarnings(null, outdatedApprovals(plan).map(withoutPlace));
    });
}

const marks = {
  added: paint("green", "+"),
  newVersion: paint("yellow", "~"),
  retired: paint("red", "-"),
  unchanged: " ",
} as const satisfies Record<Change["change"], string>;

const verbs = {
  added: "added",
  newVersion: "in a new version",
  retired: "retired",
  unchanged: "unchanged",
} as const;

async function showPlan({ changes }: Plan, dryRun: boolean): Promise<void> {
  const changed = changes.filter(({ change }) => change !== "unchanged");
  if (changed.length === 0) return say("everything in the file is in force already");
  const rows = changed.map(({ kind, key, change, version }) => [
    `${marks[change]} ${kind}`,
    paint("bold", key),
    paint(
      "dim",
      change === "newVersion"
        ? `version ${version - 1} → ${version}`
        : change === "retired"
          ? "retired"
          : `version ${version}`,
    ),
  ]);
  await say();
  for (const [i, row] of columns(rows).entries()) {
    await say(`  ${row}`);
    for (const { path, before, after } of changed[i]?.differences ?? []) {
      await say(`      ${paint("dim", path)}`);
      for (const line of before) await say(`      ${paint("red", `- ${line}`)}`);
      for (const line of after) await say(`      ${paint("green", `+ ${line}`)}`);
    }
  }
  const totals = (Object.keys(verbs) as Change["change"][])
    .map((change) => ({ change, total: changes.filter((one) => one.change === change).length }))
    .filter(({ total }) => total > 0)
    .map(({ change, total }) => `${total} ${verbs[change]}`);
  await say();
  await say(`  ${totals.join(paint("dim", " · "))}`);
  await say(
    `  ${dryRun ? "nothing was written; run it without `--dry-run` to put it in force" : "in force now"}`,
  );
  await say();
}
