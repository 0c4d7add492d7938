// `licet triage`: who in a list may be written to, with no set-up, no database, and nothing stored.
import { randomUUID } from "node:crypto";
import { type Command, InvalidArgumentError } from "commander";
import type { Instant } from "../core/instant.ts";
import { collect, command } from "./command.ts";
import { type ListOptions, openList, withListOptions } from "./list-options.ts";
import { showSorted, sortList, type WrittenFiles } from "./sort-list.ts";
import { paint, say } from "./terminal.ts";
import { understood } from "./understood.ts";

interface Options extends ListOptions, WrittenFiles {
  readonly country?: string;
  readonly json?: true;
}

export function triageCommand(): Command {
  return withListOptions(
    command("triage", "Sort a list by who may be written to, with no set-up and nothing stored.", [
      ["licet triage customers.csv", "a table, and a report beside the file"],
      ["licet triage customers.csv --report customers.pdf", "the report on paper"],
      ["licet triage list.xlsx --map 'E-Mail=email' --country ES", "a file without a column of the country"],
    ]).argument("<file>", "CSV, TSV, Excel (.xlsx) or JSON Lines, with the names of the columns"),
  )
    .option(
      "--country <code>",
      "where the people live, if no column says so; without it the strictest rules hold",
      readCountry,
    )
    .option(
      "--report <file>",
      "`.html`, `.pdf` or `.json`, may be given several times; default: FILE.html",
      collect,
    )
    .option("--verdicts <file>", "write a line for each row")
    .option("--rejects <file>", "write the rows that cannot be read")
    .option("--json", "the summary as one JSON line")
    .action((path: string, options: Options) => runIt(path, options));
}

async function runIt(path: string, options: Options): Promise<void> {
  const { prepareImport } = await import("../app/imports/declare-import.ts");
  const { nothingKnown, triagePurpose } = await import("../app/triage/nothing-known.ts");
  const { deriveSecrets } = await import("../ledger/secrets.ts");
  const opened = await openList(path, options, [triagePurpose]);
  const world = nothingKnown({
    clock: { now: () => Date.now() as Instant },
    ids: { next: randomUUID },
    secrets: deriveSecrets(randomUUID().replaceAll("-", "").repeat(2)),
  });
  const json = options.json === true;
  await understood(opened, json, async (list) => {
    const prepared = await prepareImport(world, list.table, list.wishes);
    const report = options.report ?? [`${path}.html`];
    const plan = { ...prepared.plan, ...(options.country && { country: options.country }) };
    const sorted = await sortList(world, list, { ...prepared, plan }, null, { ...options, report });
    await showSorted(list, prepared, { ...sorted, dry: true }, json);
    if (!json) await say(`  report: ${paint("bold", report.join(", "))}\n`);
  });
}

function readCountry(text: string): string {
  if (!/^[A-Z]{2}$/.test(text))
    throw new InvalidArgumentError("It should be two capital letters, as in ISO 3166-1: `ES`.");
  return text;
}
