// A table as other systems export it: named columns, and rows of texts that each know where they stood.

/** A file that can be read from its beginning as often as is needed. */
export interface TableFile {
  readonly name: string;
  /** The bytes from the beginning. */
  open(): AsyncIterable<Uint8Array>;
}

/** One row; `row` counts as spreadsheets do, the names of the columns being row 1. */
export interface TableRow {
  readonly row: number;
  /** One for each column; empty where nothing stands. */
  readonly cells: readonly string[];
}

/** A row that cannot be read; what stood there is kept as far as it is known. */
export interface BadRow {
  readonly row: number;
  readonly problem: string;
  readonly cells: readonly string[];
}

export type ReadRow = TableRow | BadRow;

export type TableFormat = "csv" | "xlsx" | "json-lines";

/** What was found out about a file by reading all of its bytes once. */
export interface Surveyed {
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  readonly sizeBytes: number;
  readonly format: TableFormat;
  readonly encoding: Encoding;
  /** UTF-8, and in places something else: rows that hold such bytes are refused. */
  readonly mixed: boolean;
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface Table {
  readonly columns: readonly string[];
  /** Of a text file, what stands between the cells. */
  readonly separator: string | null;
  /** Rows in their order, some hundreds at a time. Each call begins anew. */
  rows(): AsyncIterable<readonly ReadRow[]>;
}

/** No cell and no row of a person is longer; one that is, is refused by its number. */
export const longestRowChars = 1_000_000;

export function isBad(row: ReadRow): row is BadRow {
  return "problem" in row;
}
