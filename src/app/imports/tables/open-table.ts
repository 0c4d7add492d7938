// Opens a file as a table, whichever of the formats it has.
import { CodedError } from "../../../errors.ts";
import { parseAddress } from "../../../ledger/address.ts";
import { readCsv } from "./read-csv.ts";
import { readJsonRows } from "./read-json-rows.ts";
import { readXlsx } from "./read-xlsx.ts";
import { surveyFile } from "./survey.ts";
import type { Surveyed, Table, TableFile } from "./table.ts";

export interface OpenTable extends Table {
  readonly surveyed: Surveyed;
  readonly from1904: boolean;
}

/**
 * @param separator - of a text file; absent: found out.
 * @throws CodedError `table-unreadable`
 */
export async function openTable(file: TableFile, separator?: string): Promise<OpenTable> {
  const surveyed = await surveyFile(file);
  const table =
    surveyed.format === "xlsx"
      ? await readXlsx(file)
      : surveyed.format === "json-lines"
        ? await readJsonRows(file)
        : await readCsv(file, surveyed, separator);
  if (table.columns.length === 0) throw new CodedError("table-unreadable", "it is empty");
  if (table.columns.some((name) => parseAddress(name) !== null))
    throw new CodedError(
      "table-unreadable",
      "its first row holds an address and not the names of the columns",
    );
  const twice = table.columns.find((name, place) => name !== "" && table.columns.indexOf(name) < place);
  if (twice !== undefined)
    throw new CodedError("table-unreadable", `two columns are named \`${twice.slice(0, 60)}\``);
  return { from1904: false, ...table, surveyed };
}
