// Rows of a text with separated values (RFC 4180), each known by its number, whatever is wrong with the ones before it.
import { cutRecord } from "./cut-record.ts";
import { type RawRecord, splitRecords } from "./split-records.ts";
import { longestRowChars, type ReadRow, type Surveyed, type Table, type TableFile } from "./table.ts";

/** The separators that are tried, the likeliest first. */
const separators = [",", ";", "\t", "|"];
const replacement = "\uFFFD";

/** Decodes bytes; what is no character becomes U+FFFD, by which its row is found. */
async function* decoded(file: TableFile, { encoding }: Pick<Surveyed, "encoding">): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of file.open()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** @param separator - absent: the one that cuts the first lines best. */
export async function readCsv(file: TableFile, surveyed: Surveyed, separator?: string): Promise<Table> {
  const chosen = separator ?? separatorOf(await beginning(file, surveyed));
  const records = () => splitRecords(decoded(file, surveyed), chosen, longestRowChars);
  let columns: readonly string[] = [];
  for await (const [first] of records()) {
    columns = first === undefined ? [] : (cutRecord(first.text, chosen) ?? []).map((name) => name.trim());
    break;
  }
  return {
    columns,
    separator: chosen,
    async *rows() {
      let row = 0;
      for await (const some of records()) {
        const read = readSome(some, chosen, columns.length, row + 1);
        yield row === 0 ? read.slice(1) : read;
        row += some.length;
      }
    },
  };
}

function readSome(records: readonly RawRecord[], separator: string, width: number, from: number): ReadRow[] {
  const rows: ReadRow[] = [];
  for (const [nth, record] of records.entries()) {
    if (record.fault === null && record.text.trim() === "") continue;
    const row = from + nth;
    const cells = cutRecord(record.text, separator);
    const problem = problemIn(record, cells, width);
    if (problem === null) rows.push({ row, cells: cells as string[] });
    else rows.push({ row, problem, cells: cells ?? [record.text] });
  }
  return rows;
}

function problemIn(record: RawRecord, cells: readonly string[] | null, width: number): string | null {
  const lines = record.fault && `lines ${record.firstLine} to ${record.lastLine}`;
  if (record.fault === "too-long")
    return `it is longer than ${longestRowChars.toLocaleString("en")} characters (${lines})`;
  if (record.fault === "unclosed")
    return `a quote that opens in it is never closed (${lines}); is the file whole?`;
  if (cells === null) return "its quotes do not fit together";
  if (record.text.includes(replacement))
    return "it holds bytes that are no characters in the file's encoding";
  return cells.length === width ? null : `expected ${width} cells, got ${cells.length}`;
}

const beginningChars = 65_536;

async function beginning(file: TableFile, surveyed: Surveyed): Promise<string> {
  let text = "";
  for await (const part of decoded(file, surveyed)) {
    text += part;
    if (text.length >= beginningChars) break;
  }
  return text.slice(0, beginningChars);
}

/** The separator that cuts most of the first lines into as many cells as the first one, and that into the most. */
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/).slice(0, 50);
  const scored = separators.map((separator) => {
    const widths = lines
      .filter((line) => line !== "")
      .map((line) => line.replaceAll(/"[^"]*"/g, "").split(separator).length);
    const first = widths[0] ?? 1;
    const alike = widths.filter((width) => width === first).length;
    return { separator, score: first === 1 ? 0 : alike * 100 + first };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}
