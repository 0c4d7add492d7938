// Files for tests, from what stands in them.
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from "fflate";
import { type OpenTable, openTable } from "../../src/app/imports/tables/open-table.ts";
import { isBad, type ReadRow, type TableFile } from "../../src/app/imports/tables/table.ts";

/** @param chunkBytes - how it comes in: small chunks cut everything apart. */
export function fileOf(content: string | Uint8Array, chunkBytes = 7): TableFile {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    name: "list.csv",
    async *open() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

export const tableOf = (content: string | Uint8Array, chunkBytes?: number): Promise<OpenTable> =>
  openTable(fileOf(content, chunkBytes));

export async function rowsOf(table: OpenTable): Promise<ReadRow[]> {
  const all: ReadRow[] = [];
  for await (const rows of table.rows()) all.push(...rows);
  return all;
}

/** Each row as its cells, or as its number and what is wrong with it. */
export async function readAll(content: string | Uint8Array, chunkBytes?: number): Promise<unknown[]> {
  const rows = await rowsOf(await tableOf(content, chunkBytes));
  return rows.map((row) => (isBad(row) ? `row ${row.row}: ${row.problem}` : row.cells));
}

/** A workbook of one sheet without texts apart, its XML as it is given. */
export function sheetOf(rows: string, end = "</sheetData></worksheet>"): Uint8Array {
  return zipSync({
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${rows}${end}`),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`,
    ),
  });
}

/** A workbook as Excel writes it: texts apart from the sheet, empty cells left out. */
export function workbook(
  rows: readonly (readonly (string | number | null)[])[],
  date1904 = false,
): Uint8Array {
  const shared: string[] = [];
  const letter = (column: number) => String.fromCharCode(65 + column);
  const cell = (value: string | number | null, column: number, row: number) => {
    if (value === null) return "";
    const place = `r="${letter(column)}${row + 1}"`;
    if (typeof value === "number") return `<c ${place} s="1"><v>${value}</v></c>`;
    shared.push(value);
    return `<c ${place} t="s"><v>${shared.length - 1}</v></c>`;
  };
  const lines = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((value, column) => cell(value, column, row)).join("")}</row>`,
  );
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "xl/worksheets/sheet1.xml": xml(
      `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`,
    ),
    "xl/sharedStrings.xml": xml(
      `<sst xmlns="${main}">${shared.map((text) => `<si><t>${escaped(text)}</t><rPh><t>x</t></rPh></si>`).join("")}</sst>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`,
    ),
  });
}

/** The same archive as a program writes it that does not go back: how long each part is stands behind it. */
export function streamed(archive: Uint8Array): Uint8Array {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(written);
}
