// Sorts a list and shows what came of it: the table in the terminal, the verdicts, the report, and what could not be read.
import type { Declared } from "../app/imports/declare-import.ts";
import { summarise } from "../app/imports/import-summary.ts";
import type { PartTally } from "../app/imports/import-tally.ts";
import type { SortingWorld } from "../app/imports/sorting-world.ts";
import type { World } from "../app/ports.ts";
import { exit } from "./failure.ts";
import { openImportFiles } from "./import-files.ts";
import { importTable } from "./import-table.ts";
import type { List } from "./list-options.ts";
import { counted, paint, say, sayJson, warn } from "./terminal.ts";
import { reportKinds, saveReports } from "./triage-report.ts";

/** What is written beside the summary. */
export interface WrittenFiles {
  readonly verdicts?: string;
  readonly rejects?: string;
  readonly report?: readonly string[];
}

export interface Sorted {
  readonly tally: PartTally;
  /** Where rows went that could not be read; null: there were none, or nobody wanted them. */
  readonly rejects: string | null;
}

/** @param into - where the facts go; null: nothing is recorded. */
export async function sortList(
  world: SortingWorld,
  { table, wishes, total }: List,
  { plan, meaning }: Declared,
  into: { readonly world: World; readonly id: string } | null,
  { verdicts, rejects, report = [] }: WrittenFiles,
  signal?: AbortSignal,
): Promise<Sorted> {
  const { runImport } = await import("../app/imports/run-import.ts");
  const { startFigures } = await import("../app/triage/figures.ts");
  const { startProgress } = await import("./progress.ts");
  const kinds = reportKinds(report);
  const at = world.clock.now();
  const figures = startFigures(wishes.purposes, at);
  const files = await openImportFiles(rejects ?? null, verdicts ?? null, table.columns);
  const progress = startProgress(2000);
  try {
    const tally = await runImport(world, table, plan, into, {
      ...(signal && { signal }),
      onPart: async (refused, triaged) => {
        figures.add(triaged);
        await files.add(refused, triaged);
      },
      onProgress: (pass, rows, { refused }) =>
        progress.update({
          done: rows,
          total: total(rows),
          note:
            pass === "stops"
              ? "those who have left come first"
              : `${counted(refused, "row", "rows")} that cannot be read`,
        }),
    });
    await saveReports(kinds, {
      file: wishes.fileName,
      hash: table.surveyed.hash,
      at,
      readAs: meaning.preset?.title ?? "columns named by you",
      source: wishes.source,
      rows: tally.rows,
      refused: tally.refused,
      purposes: figures.result(),
    });
    return { tally, rejects: files.rejects() };
  } finally {
    progress.end();
    await files.close();
  }
}

export async function showSorted(
  { table, wishes }: List,
  declared: Declared,
  sorted: Sorted & { readonly dry: boolean },
  json: boolean,
): Promise<void> {
  if (sorted.tally.refused > 0) process.exitCode = exit.refused;
  if (json) {
    const { tally, dry, rejects } = sorted;
    return sayJson({ ...summarise(table, wishes, declared, tally, dry), rejects });
  }
  const shown = { table, wishes, declared, ...sorted };
  for (const line of importTable(shown)) await say(line);
  if (declared.meaning.preset?.note) warn(`${paint("dim", "note:")} ${declared.meaning.preset.note}`);
}
