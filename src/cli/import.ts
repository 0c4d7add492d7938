// `licet import`: takes a list over, and says of everybody in it whether they may be written to, and why.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Evidence } from "../app/imports/claims.ts";
import type { Wishes } from "../app/imports/declare-import.ts";
import type { PartTally } from "../app/imports/import-tally.ts";
import { FIELDS, type Field, type Mapping } from "../app/imports/mapping.ts";
import type { SourceKind } from "../app/imports/plan.ts";
import type { OpenTable } from "../app/imports/tables/open-table.ts";
import type { TableFile } from "../app/imports/tables/table.ts";
import type { World } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import { collect, command } from "./command.ts";
import { exit, UsageError } from "./failure.ts";
import { openImportFiles } from "./import-files.ts";
import { importListCommand } from "./import-list.ts";
import { importAsJson, importTable } from "./import-table.ts";
import { importUndoCommand } from "./import-undo.ts";
import { counted, paint, say, sayJson, warn } from "./terminal.ts";

interface Options {
  readonly purpose?: readonly string[];
  readonly preset?: string;
  readonly mapping?: string;
  readonly map?: readonly string[];
  readonly dates?: "day-first" | "month-first";
  readonly separator?: string;
  readonly everybody?: NonNullable<Mapping["everybody"]>;
  readonly source: SourceKind;
  readonly evidence?: readonly string[];
  readonly declaredBy?: string;
  readonly declare?: string;
  readonly verdicts?: string;
  readonly rejects?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export function importCommand(): Command {
  return command("import", "Take over a list of people, and sort it by who may be written to.", [
    ["licet import members.csv --purpose newsletter --dry-run", "what would come of it; nothing is recorded"],
    ["licet import members.csv --purpose newsletter", "the same, recorded; once more changes nothing"],
    ["licet import list.xlsx --purpose newsletter --map 'E-Mail=email'", "a file that no preset fits"],
    ["licet import list", "which imports there were; `licet import undo ID` takes one back"],
  ])
    .argument("<file>", "CSV, TSV, Excel (.xlsx) or JSON Lines, with the names of the columns")
    .option("--purpose <key>", "what they may be written to for; may be given several times", collect)
    .addOption(
      new Option("--preset <name>", "the system that exported the file; default: told by its columns"),
    )
    .option("--map <column=field>", "what a column holds; may be given several times", collect)
    .option("--mapping <file>", "a YAML file with columns, states, and what people saw")
    .addOption(
      new Option("--dates <order>", "how dates such as 03/04/2024 are written").choices([
        "day-first",
        "month-first",
      ]),
    )
    .option("--separator <character>", "what stands between the cells; default: found out", oneCharacter)
    .addOption(
      new Option("--everybody <state>", "what every row of the file says").choices([
        "stopped",
        "bounced",
        "complained",
      ]),
    )
    .addOption(
      new Option("--source <kind>", "where the addresses came from")
        .choices(["import", "bought", "scraped", "referral", "public-register"])
        .default("import"),
    )
    .option(
      "--evidence <file>",
      "what proves it: a form, a notice, a contract; may be given several times",
      collect,
    )
    .option("--declared-by <name>", "who answers for what is claimed")
    .option("--declare <text>", "what they declare, in their words")
    .option("--verdicts <file>", "write a line for each row and purpose")
    .option("--rejects <file>", "where rows go that cannot be read; default: beside the file")
    .option("--dry-run", "record nothing")
    .option("--json", "the summary as one JSON line")
    .addCommand(importListCommand())
    .addCommand(importUndoCommand())
    .action((path: string, options: Options) => runIt(path, options));
}

async function runIt(path: string, options: Options): Promise<void> {
  const { openTable } = await import("../app/imports/tables/open-table.ts");
  if (options.purpose === undefined)
    throw new UsageError("say what these people may be written to for, with `--purpose KEY`");
  await readable(path);
  const read = { bytes: 0 };
  const file: TableFile = {
    name: basename(path),
    async *open() {
      read.bytes = 0;
      for await (const chunk of createReadStream(path)) {
        read.bytes += chunk.length;
        yield chunk;
      }
    },
  };
  const table = await openTable(file, options.separator);
  const wishes = await wishesOf(file.name, table, options, options.purpose);
  const { withWorld } = await import("./with-world.ts");
  await withWorld(async (opened) => {
    const work = { ...opened, path, options, table, read };
    const watched = process.stdin.isTTY && process.stdout.isTTY && !options.json;
    if (!watched) return importOnce(work, wishes, options.dryRun === true);
    const { askDates, askMapping, askToRecord } = await import("./import-wizard.ts");
    let told = wishes;
    const named = told.preset ?? Object.keys({ ...told.said, ...told.file.columns })[0];
    if (named === undefined) {
      const { proposeColumns } = await import("../app/imports/propose.ts");
      told = { ...told, file: { ...told.file, ...(await askMapping(await proposeColumns(table))) } };
    }
    const first = named === undefined || options.dryRun === true;
    await importOnce(work, told, first).catch(async (error: unknown) => {
      if (!(error instanceof CodedError && error.code === "dates-ambiguous")) throw error;
      told = { ...told, file: { ...told.file, dates: await askDates(error.message) } };
      await importOnce(work, told, first);
    });
    // Whoever was asked what the file holds sees what comes of it before it counts.
    if (named === undefined && options.dryRun !== true && (await askToRecord()))
      await importOnce(work, told, false);
  });
}

async function wishesOf(
  fileName: string,
  table: OpenTable,
  options: Options,
  purposes: readonly string[],
): Promise<Wishes> {
  const { presets, recognise } = await import("../app/imports/presets/presets.ts");
  const { readMappingFile, noMapping } = await import("../app/imports/claims.ts");
  const named =
    options.preset === undefined ? undefined : presets.find(({ name }) => name === options.preset);
  if (options.preset !== undefined && !named)
    throw new UsageError(
      `there is no preset \`${options.preset}\`; there are ${presets.map(({ name }) => `\`${name}\``).join(", ")}`,
    );
  const mapping = options.mapping === undefined ? noMapping : readMappingFile(await text(options.mapping));
  return {
    fileName,
    purposes: [...new Set(purposes)],
    preset: named ?? recognise(table.columns),
    file: { ...mapping, ...(options.dates && { dates: options.dates }) },
    said: Object.fromEntries((options.map ?? []).map(columnAndField)),
    everybody: options.everybody,
    source: options.source,
    evidence: await Promise.all((options.evidence ?? []).map(evidenceOf)),
    declaredBy: options.declaredBy ?? null,
    text: options.declare ?? null,
  };
}

interface Work {
  readonly world: World;
  readonly signal: AbortSignal;
  readonly path: string;
  readonly options: Options;
  readonly table: OpenTable;
  /** How much of the file is read. */
  readonly read: { readonly bytes: number };
}

async function importOnce(work: Work, wishes: Wishes, dry: boolean): Promise<void> {
  const { declareImport } = await import("../app/imports/declare-import.ts");
  const { runImport } = await import("../app/imports/run-import.ts");
  const { startProgress } = await import("./progress.ts");
  const { world, signal, path, options, table, read } = work;
  const declared = await declareImport(world, table, wishes, !dry);
  const files = await openImportFiles(
    options.rejects ?? `${path}.rejects.csv`,
    options.verdicts ?? null,
    table.columns,
  );
  const progress = startProgress(2000);
  let tally: PartTally;
  try {
    tally = await runImport(world, table, declared.plan, dry ? null : declared.id, {
      signal,
      onPart: files.add,
      onProgress: (pass, rows, { refused }) =>
        progress.update({
          done: rows,
          total: read.bytes === 0 ? null : Math.round((rows * table.surveyed.sizeBytes) / read.bytes),
          note:
            pass === "stops"
              ? "those who have left come first"
              : `${counted(refused, "row", "rows")} that cannot be read`,
        }),
    });
  } finally {
    progress.end();
    await files.close();
  }
  if (!dry) await world.store.imports.finish(declared.id, world.clock.now());
  if (tally.refused > 0) process.exitCode = exit.refused;
  const shown = { table, wishes, declared, tally, dry, rejects: files.rejects() };
  if (options.json) return sayJson(importAsJson(shown));
  for (const line of importTable(shown)) await say(line);
  if (declared.meaning.preset?.note) warn(`${paint("dim", "note:")} ${declared.meaning.preset.note}`);
}

function columnAndField(option: string): [string, Field] {
  const at = option.lastIndexOf("=");
  const field = option.slice(at + 1) as Field;
  if (at < 1 || !FIELDS.includes(field))
    throw new UsageError(`\`--map ${option}\`: expected COLUMN=FIELD, the field one of ${FIELDS.join(", ")}`);
  return [option.slice(0, at), field];
}

function oneCharacter(value: string): string {
  const character = value === "\\t" || value === "tab" ? "\t" : value;
  if (character.length !== 1) throw new InvalidArgumentError("It should be one character, or `tab`.");
  return character;
}

async function evidenceOf(path: string): Promise<Evidence> {
  await readable(path);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { name: basename(path), hash: hash.digest("hex"), sizeBytes };
}

async function text(path: string): Promise<string> {
  await readable(path);
  return readFile(path, "utf8");
}

async function readable(path: string): Promise<void> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CodedError("file-unreadable", `\`${path}\` (${cause.code})`, { cause });
  });
  if (!found.isFile()) throw new CodedError("file-unreadable", `\`${path}\` (it is no file)`);
}
