// What `licet import` and `licet triage` ask of a list alike: how it is read, and what is claimed of the people in it.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Evidence } from "../app/imports/claims.ts";
import type { Wishes } from "../app/imports/declare-import.ts";
import { FIELDS, type Field, type Mapping } from "../app/imports/mapping.ts";
import type { SourceKind } from "../app/imports/plan.ts";
import type { OpenTable } from "../app/imports/tables/open-table.ts";
import type { TableFile } from "../app/imports/tables/table.ts";
import { CodedError } from "../errors.ts";
import { collect } from "./command.ts";
import { UsageError } from "./failure.ts";

export interface ListOptions {
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
}

export function withListOptions(command: Command): Command {
  return command
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
    .option("--declare <text>", "what they declare, in their words");
}

export interface List {
  readonly table: OpenTable;
  readonly wishes: Wishes;
  /** How many rows there are, guessed from the bytes read so far; null: nothing was read. */
  total(rows: number): number | null;
}

/** Opens the file and reads what else the options name. */
export async function openList(
  path: string,
  options: ListOptions,
  purposes: readonly string[],
): Promise<List> {
  const { openTable } = await import("../app/imports/tables/open-table.ts");
  const { presets, recognise } = await import("../app/imports/presets/presets.ts");
  const { readMappingFile, noMapping } = await import("../app/imports/claims.ts");
  const named =
    options.preset === undefined ? undefined : presets.find(({ name }) => name === options.preset);
  if (options.preset !== undefined && !named)
    throw new UsageError(
      `there is no preset \`${options.preset}\`; there are ${presets.map(({ name }) => `\`${name}\``).join(", ")}`,
    );
  await readable(path);
  const mapping = options.mapping === undefined ? noMapping : readMappingFile(await text(options.mapping));
  const evidence = await Promise.all((options.evidence ?? []).map(evidenceOf));
  let bytes = 0;
  const file: TableFile = {
    name: basename(path),
    async *open() {
      bytes = 0;
      for await (const chunk of createReadStream(path)) {
        bytes += chunk.length;
        yield chunk;
      }
    },
  };
  const table = await openTable(file, options.separator);
  return {
    table,
    wishes: {
      fileName: file.name,
      purposes: [...new Set(purposes)],
      preset: named ?? recognise(table.columns),
      file: { ...mapping, ...(options.dates && { dates: options.dates }) },
      said: Object.fromEntries((options.map ?? []).map(columnAndField)),
      everybody: options.everybody,
      source: options.source,
      evidence,
      declaredBy: options.declaredBy ?? null,
      text: options.declare ?? null,
    },
    total: (rows) => (bytes === 0 ? null : Math.round((rows * table.surveyed.sizeBytes) / bytes)),
  };
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
