// Cuts the rows of a file into parts, each of which is recorded in a transaction of its own.
import type { OpenTable } from "./tables/open-table.ts";
import type { ReadRow } from "./tables/table.ts";

export interface Part {
  readonly firstRow: number;
  /** How many rows of the file it takes in. */
  readonly length: number;
  /** Those of them that its pass is about. */
  readonly rows: readonly ReadRow[];
}

const partRows = 2000;
/** Of those who have left there are few: a part that holds less of them is one of so many rows. */
const longestPart = 10_000;

/**
 * The same parts whenever the file is read.
 *
 * @param isAbout - which rows a part holds; null: all of them.
 */
export async function* partsOf(
  table: OpenTable,
  isAbout: ((row: ReadRow) => boolean) | null,
): AsyncGenerator<Part> {
  let [firstRow, length] = [0, 0];
  let rows: ReadRow[] = [];
  for await (const some of table.rows())
    for (const row of some) {
      if (length === 0) firstRow = row.row;
      length += 1;
      if (isAbout === null || isAbout(row)) rows.push(row);
      if (rows.length < partRows && length < longestPart) continue;
      yield { firstRow, length, rows };
      [length, rows] = [0, []];
    }
  if (length > 0) yield { firstRow, length, rows };
}
