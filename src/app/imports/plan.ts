// How the rows of one file are read: what its columns mean here, how its dates are written, what is claimed of its people.

import type { SourceDeclared } from "../../core/facts.ts";
import type { Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { type Evidence, evidenceFor, type MappingFile } from "./claims.ts";
import { dateFields, type Field, type Mapping, mappingOf, type Preset, stopFields } from "./mapping.ts";
import { proposeColumns } from "./propose.ts";
import { type DayOrder, orderOf } from "./tables/dates.ts";
import type { OpenTable } from "./tables/open-table.ts";
import { isBad } from "./tables/table.ts";

export type SourceKind = Exclude<NonNullable<SourceDeclared["kind"]>, "own-form">;

export interface Plan {
  /** The places of the columns that hold a field. */
  readonly places: Readonly<Partial<Record<Field, readonly number[]>>>;
  readonly width: number;
  readonly states: Mapping["states"];
  readonly everybody: Mapping["everybody"];
  readonly dates: DayOrder;
  readonly from1904: boolean;
  /** Of a row of facts, where the parts of what is known of the recipient stand. */
  readonly recipient: readonly (readonly [name: string, place: number])[];
  readonly claims: Pick<MappingFile, "consents" | "sales">;
  readonly evidence: ReadonlyMap<string, string>;
  readonly purposes: readonly string[];
  readonly source: SourceKind;
  readonly controller: string;
  /** Of the facts, before the number of the row. */
  readonly idPrefix: string;
  readonly told: string;
  /** Of everybody whose country the file does not say. */
  readonly country?: string;
  /** The moment of the import: what an export says without a time holds from then on. */
  readonly at: Instant;
}

export interface Meaning {
  readonly preset: Preset | null;
  readonly mapping: Mapping;
  readonly dates: DayOrder;
}

const sampleRows = 5000;
const recipientPrefix = "recipient.";

/**
 * What the columns mean, by preset, mapping file and options, the later the stronger.
 *
 * @param said - `column=field` options.
 * @throws CodedError `mapping-missing`, `mapping-malformed`, `dates-ambiguous`.
 */
export async function findMeaning(
  table: OpenTable,
  preset: Preset | null,
  file: MappingFile,
  said: Readonly<Record<string, Field>>,
  everybody: Mapping["everybody"],
): Promise<Meaning> {
  const own = { ...file.columns, ...said };
  const unknown = Object.keys(own).find((name) => !table.columns.includes(name));
  if (unknown !== undefined)
    throw new CodedError("mapping-malformed", `the file has no column \`${unknown.slice(0, 60)}\``);
  const base = preset ? mappingOf(preset, table.columns) : { columns: {}, states: {} };
  const states = Object.entries({ ...base.states, ...file.states });
  const mapping: Mapping = {
    columns: { ...base.columns, ...own },
    states: Object.fromEntries(states.map(([word, state]) => [word.toLowerCase(), state])),
    ...((everybody ?? base.everybody) && { everybody: everybody ?? base.everybody }),
  };
  if (!Object.values(mapping.columns).includes("email"))
    throw new CodedError("mapping-missing", await proposal(table));
  return { preset, mapping, dates: await findDates(table, mapping, file.dates) };
}

/** What the columns seem to hold, as options that can be typed. */
async function proposal(table: OpenTable): Promise<string | undefined> {
  const named = (await proposeColumns(table)).filter(({ field }) => field !== null);
  const options = named.map(({ column, field }) => `\`--map "${column.slice(0, 60)}=${field}"\``);
  return options.length === 0 ? undefined : `they seem to be ${options.join(", ")}`;
}

/** One order for the whole file, from the values of all its dates. */
async function findDates(table: OpenTable, { columns }: Mapping, said?: DayOrder): Promise<DayOrder> {
  if (said !== undefined) return said;
  const places = table.columns.flatMap((name, place) =>
    dateFields.includes(columns[name] as Field) ? [{ name, place }] : [],
  );
  const values = places.map((): string[] => []);
  let seen = 0;
  if (places.length > 0)
    for await (const rows of table.rows()) {
      for (const row of rows)
        if (!isBad(row))
          for (const [nth, { place }] of places.entries()) values[nth]!.push(row.cells[place] ?? "");
      seen += rows.length;
      if (seen >= sampleRows) break;
    }
  const found = values.map(orderOf);
  const contradicting = found.indexOf("contradicting");
  if (contradicting !== -1)
    throw new CodedError(
      "dates-ambiguous",
      `column \`${places[contradicting]?.name}\` is written in both ways`,
    );
  const decided = new Set(found.filter((order) => order === "day-first" || order === "month-first"));
  if (decided.size > 1) throw new CodedError("dates-ambiguous", "its columns are written in different ways");
  const [order] = decided;
  if (order !== undefined) return order;
  const open = found.indexOf("either");
  if (open === -1) return "day-first";
  const example = values[open]!.find((value) => orderOf([value]) === "either") ?? "";
  throw new CodedError("dates-ambiguous", `\`${example.slice(0, 30)}\` in column \`${places[open]?.name}\``);
}

/** @throws CodedError `evidence-missing` */
export function planOf(
  table: OpenTable,
  { mapping, dates }: Meaning,
  file: MappingFile,
  evidence: readonly Evidence[],
  rest: Pick<Plan, "purposes" | "source" | "controller" | "idPrefix" | "told" | "at">,
): Plan {
  const places: Partial<Record<Field, number[]>> = {};
  for (const [place, name] of table.columns.entries()) {
    const field = Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : undefined;
    if (field === undefined) continue;
    const found = places[field] ?? [];
    found.push(place);
    places[field] = found;
  }
  return {
    ...rest,
    places,
    width: table.columns.length,
    states: mapping.states,
    everybody: mapping.everybody,
    dates,
    from1904: table.from1904,
    recipient: table.columns.flatMap((name, place) =>
      name.startsWith(recipientPrefix) ? [[name.slice(recipientPrefix.length), place] as const] : [],
    ),
    claims: { consents: file.consents, ...(file.sales && { sales: file.sales }) },
    evidence: evidenceFor(file, evidence),
  };
}

/** Whether a row may say that somebody has left, so that such rows are looked for first. */
export function canStop({ places, everybody }: Plan): boolean {
  return everybody !== undefined || stopFields.some((field) => places[field] !== undefined);
}
