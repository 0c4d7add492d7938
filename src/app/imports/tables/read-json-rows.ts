// Rows of a file of JSON Lines: each object is a row, and a field inside of another is a column of its own, `a.b`.
import { parseJson } from "../sound-json.ts";
import { splitLines } from "../split-lines.ts";
import { longestRowChars, type ReadRow, type Table, type TableFile } from "./table.ts";

const sampleRows = 5000;
const rowsAtOnce = 500;

export async function readJsonRows(file: TableFile): Promise<Table> {
  const found = new Set<string>();
  let seen = 0;
  for await (const line of splitLines(file.open())) {
    const fields = fieldsOf(line);
    if (fields instanceof Map) for (const name of fields.keys()) found.add(name);
    seen += 1;
    if (seen === sampleRows) break;
  }
  const columns = [...found];
  return {
    columns,
    separator: null,
    async *rows() {
      let some: ReadRow[] = [];
      // As in a spreadsheet, whose first row names the columns.
      let row = 1;
      for await (const line of splitLines(file.open())) {
        row += 1;
        if (line.trim() !== "") some.push(readRow(line, row, columns, found));
        if (some.length === rowsAtOnce) {
          yield some;
          some = [];
        }
      }
      if (some.length > 0) yield some;
    },
  };
}

function readRow(line: string, row: number, columns: readonly string[], known: ReadonlySet<string>): ReadRow {
  const fields = fieldsOf(line);
  if (typeof fields === "string") return { row, problem: fields, cells: [line.slice(0, longestRowChars)] };
  const strange = [...fields.keys()].find((name) => !known.has(name));
  if (strange !== undefined)
    return {
      row,
      problem: `it has the field \`${strange.slice(0, 60)}\`, which none of the first ${sampleRows.toLocaleString("en")} rows has`,
      cells: [line],
    };
  return { row, cells: columns.map((name) => fields.get(name) ?? "") };
}

/** The fields of a line, or what is wrong with it. */
function fieldsOf(line: string): Map<string, string> | string {
  if (line.length > longestRowChars)
    return `it is longer than ${longestRowChars.toLocaleString("en")} characters`;
  const json = parseJson(line);
  if (!json.ok) return json.problem;
  const fields = new Map<string, string>();
  if (typeof json.value !== "object" || json.value === null || Array.isArray(json.value))
    return "expected an object";
  flatten(json.value, "", fields);
  return fields;
}

function flatten(value: object, under: string, fields: Map<string, string>): void {
  for (const [name, item] of Object.entries(value)) {
    if (item === null || item === undefined) fields.set(under + name, "");
    else if (typeof item === "object" && !Array.isArray(item)) flatten(item, `${under}${name}.`, fields);
    else fields.set(under + name, typeof item === "string" ? item : JSON.stringify(item));
  }
}
