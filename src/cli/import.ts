// `licet import`: takes a list over, and says of everybody in it whether they may be written to, and why.
import type { Command } from "commander";
import { collect, command } from "./command.ts";
import { UsageError } from "./failure.ts";
import { importListCommand } from "./import-list.ts";
import { importUndoCommand } from "./import-undo.ts";
import { type List, type ListOptions, openList, withListOptions } from "./list-options.ts";
import { type Sorted, showSorted, sortList, type WrittenFiles } from "./sort-list.ts";
import { understood } from "./understood.ts";

interface Options extends ListOptions, WrittenFiles {
  readonly purpose?: readonly string[];
  readonly dryRun?: true;
  readonly json?: true;
}

export function importCommand(): Command {
  return withListOptions(
    command("import", "Take over a list of people, and sort it by who may be written to.", [
      [
        "licet import members.csv --purpose newsletter --dry-run",
        "what would come of it; nothing is recorded",
      ],
      ["licet import members.csv --purpose newsletter", "the same, recorded; once more changes nothing"],
      ["licet import list.xlsx --purpose newsletter --map 'E-Mail=email'", "a file that no preset fits"],
      ["licet import list", "which imports there were; `licet import undo ID` takes one back"],
    ])
      .argument("<file>", "CSV, TSV, Excel (.xlsx) or JSON Lines, with the names of the columns")
      .option("--purpose <key>", "what they may be written to for; may be given several times", collect),
  )
    .option("--verdicts <file>", "write a line for each row and purpose")
    .option("--rejects <file>", "where rows go that cannot be read; default: beside the file")
    .option(
      "--report <file>",
      "write a report, `.html`, `.pdf` or `.json`; may be given several times",
      collect,
    )
    .option("--dry-run", "record nothing")
    .option("--json", "the summary as one JSON line")
    .addCommand(importListCommand())
    .addCommand(importUndoCommand())
    .action((path: string, options: Options) => runIt(path, options));
}

async function runIt(path: string, options: Options): Promise<void> {
  if (options.purpose === undefined)
    throw new UsageError("say what these people may be written to for, with `--purpose KEY`");
  const { declareImport, prepareImport } = await import("../app/imports/declare-import.ts");
  const { withWorld } = await import("./with-world.ts");
  const opened = await openList(path, options, options.purpose);
  const written = { rejects: `${path}.rejects.csv`, ...options };
  const json = options.json === true;
  await withWorld(async ({ world, signal }) => {
    const importIt = async (list: List, dry: boolean) => {
      const declared = await (dry ? prepareImport : declareImport)(world, list.table, list.wishes);
      const into = dry ? null : { world, id: declared.id };
      const sorted: Sorted = await sortList(world, list, declared, into, written, signal);
      if (!dry) await world.store.imports.finish(declared.id, world.clock.now());
      await showSorted(list, declared, { ...sorted, dry }, json);
    };
    await understood(opened, json, async (list, asked) => {
      const dry = options.dryRun === true;
      await importIt(list, dry || asked);
      // Whoever was asked what the file holds sees what comes of it before it counts.
      if (dry || !asked) return;
      const { askToRecord } = await import("./import-wizard.ts");
      if (await askToRecord()) await importIt(list, false);
    });
  });
}
