// Lines of CSV that a spreadsheet may open: no cell is a formula, whoever wrote it into a form.
import { stringify } from "csv-stringify/sync";

/** Cells that begin as formulas do get an apostrophe before them (OWASP, "CSV Injection"). */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );
}
