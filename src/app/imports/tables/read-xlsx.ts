// Rows of the first sheet of an Excel workbook (ECMA-376), read as a stream: neither the archive nor the sheet is ever held whole.
import { Unzip, UnzipInflate } from "fflate";
import sax from "sax";
import { CodedError } from "../../../errors.ts";
import { longestRowChars, type ReadRow, type Table, type TableFile } from "./table.ts";

/** An archive that grows beyond this was made to exhaust whoever opens it. */
const mostBytes = 4_000_000_000;
/** Texts of a workbook that stand once and are pointed to. They have to be held. */
const mostSharedChars = 200_000_000;
const mostColumns = 16_384;
/** No sheet has a row after this one. */
const mostRows = 1_048_576;

interface Book {
  readonly shared: readonly string[];
  /** Path of the first sheet. */
  readonly sheet: string;
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
}

export async function readXlsx(file: TableFile): Promise<Table & { readonly from1904: boolean }> {
  const book = await readBook(file);
  let columns: readonly string[] = [];
  for await (const [first] of sheetRows(file, book)) {
    columns = first?.cells.map((name) => name.trim()) ?? [];
    break;
  }
  return {
    columns,
    separator: null,
    from1904: book.from1904,
    async *rows() {
      let header = true;
      for await (const some of sheetRows(file, book)) {
        yield (header ? some.slice(1) : some).map((row) => fitted(row, columns.length));
        header = false;
      }
    },
  };
}

/** Cells at the end that are empty are not written at all, so a row may be shorter; what stands beyond the names is strange. */
function fitted(row: ReadRow, width: number): ReadRow {
  if ("problem" in row) return row;
  const cells =
    row.cells.length < width
      ? [...row.cells, ...Array<string>(width - row.cells.length).fill("")]
      : row.cells;
  if (cells.slice(width).some((cell) => cell !== ""))
    return { row: row.row, problem: `expected ${width} cells, got ${cells.length}`, cells };
  return { row: row.row, cells: cells.slice(0, width) };
}

async function readBook(file: TableFile): Promise<Book> {
  const shared: string[] = [];
  let chars = 0;
  let [firstSheet, from1904] = ["", false];
  const targets = new Map<string, string>();
  const text = textOf(["t"], ["rPh"]);
  const strings = parser({
    open: text.open,
    text: text.add,
    close(name) {
      text.close(name);
      if (name !== "si") return;
      const value = text.take();
      chars += value.length;
      if (chars > mostSharedChars) throw unreadable("its texts are too long to be held");
      shared.push(value);
    },
  });
  const workbook = parser({
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name === "sheet" && firstSheet === "") firstSheet = attributes["r:id"] ?? "";
    },
  });
  const relations = parser({
    open(name, { Id = "", Target = "" }) {
      if (name === "Relationship") targets.set(Id, Target);
    },
  });
  const parts = {
    "xl/sharedStrings.xml": strings,
    "xl/workbook.xml": workbook,
    "xl/_rels/workbook.xml.rels": relations,
  };
  for await (const [name, bytes] of entries(file, (name) => Object.hasOwn(parts, name)))
    parts[name as keyof typeof parts].write(bytes);
  for (const part of Object.values(parts)) part.end();
  const target = targets.get(firstSheet);
  if (target === undefined) throw unreadable("it is no workbook, or it has no sheet");
  return { shared, sheet: target.startsWith("/") ? target.slice(1) : `xl/${target}`, from1904 };
}

async function* sheetRows(file: TableFile, { shared, sheet }: Book): AsyncGenerator<ReadRow[]> {
  let done: ReadRow[] = [];
  let cells: string[] = [];
  let [row, column, type] = [0, 0, ""];
  let problem: string | null = null;
  const text = textOf(["v", "t"], ["rPh", "f"]);
  const parse = parser({
    open(name, attributes) {
      text.open(name);
      if (name === "row") {
        // Part of the ids of facts, so none twice, whatever the file says.
        const said = Number(attributes.r);
        row = Number.isInteger(said) && said > row && said <= mostRows ? said : row + 1;
        [cells, column, problem] = [[], 0, null];
      }
      if (name !== "c") return;
      type = attributes.t ?? "n";
      column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
      if (!(column > 0 && column <= mostColumns)) throw unreadable("a cell stands nowhere");
    },
    text: text.add,
    close(name) {
      text.close(name);
      if (name === "c") {
        const raw = text.take();
        if (type === "e") problem ??= `a cell holds the error \`${raw.slice(0, 20)}\``;
        if (raw.length > longestRowChars) problem ??= "a cell is too long";
        const held = type === "s" && raw !== "" ? shared[Number(raw)] : raw;
        if (held === undefined) problem ??= "a cell points to a text that the file does not hold";
        const value = type === "b" ? (raw === "1" ? "true" : "false") : (held ?? "");
        while (cells.length < column) cells.push("");
        cells[column - 1] = value;
      }
      if (name !== "row" || (problem === null && cells.every((cell) => cell === ""))) return;
      done.push(problem === null ? { row, cells } : { row, problem, cells });
    },
  });
  for await (const [, bytes] of entries(file, (name) => name === sheet)) {
    parse.write(bytes);
    if (done.length > 0) yield done;
    done = [];
  }
  parse.end();
}

/** Collects what stands in some elements, and not in some inside of them. */
function textOf(of: readonly string[], without: readonly string[]) {
  let [value, inside, outside] = ["", 0, 0];
  return {
    open(name: string) {
      if (of.includes(name)) inside += 1;
      if (without.includes(name)) outside += 1;
    },
    close(name: string) {
      if (of.includes(name)) inside -= 1;
      if (without.includes(name)) outside -= 1;
    },
    add(text: string) {
      if (inside > 0 && outside === 0 && value.length <= longestRowChars) value += text;
    },
    take(): string {
      const taken = value;
      value = "";
      return taken;
    },
  };
}

/** `B7` is in column 2. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(place)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

interface Heard {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

function parser(heard: Heard) {
  const xml = sax.parser(true);
  const decoder = new TextDecoder();
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  xml.onopentag = ({ name, attributes }) => heard.open(bare(name), attributes as Record<string, string>);
  xml.ontext = (text) => heard.text?.(text);
  xml.oncdata = (text) => heard.text?.(text);
  xml.onclosetag = (name) => heard.close?.(bare(name));
  xml.onerror = (error) => {
    throw unreadable(error.message.split("\n")[0] ?? "");
  };
  return {
    write: (bytes: Uint8Array) => void xml.write(decoder.decode(bytes, { stream: true })),
    /** Refuses what stops before its root element does. */
    end: () => void xml.close(),
  };
}

/** The bytes of some entries of the archive, in its order; an archive that is cut off is refused at its end. */
async function* entries(
  file: TableFile,
  wanted: (name: string) => boolean,
): AsyncGenerator<[name: string, bytes: Uint8Array]> {
  let inflated: [string, Uint8Array][] = [];
  let bytes = 0;
  const unzip = new Unzip((entry) => {
    entry.ondata = (error, data) => {
      if (error) throw unreadable(error.message);
      bytes += data.length;
      if (bytes > mostBytes) throw unreadable("what is packed in it is too large");
      if (wanted(entry.name)) inflated.push([entry.name, data]);
    };
    // Whoever is not started is held in memory.
    entry.start();
  });
  unzip.register(UnzipInflate);
  const push = (chunk: Uint8Array, final: boolean) => {
    try {
      unzip.push(chunk, final);
    } catch (error) {
      throw error instanceof CodedError ? error : unreadable(error instanceof Error ? error.message : "");
    }
    const some = inflated;
    inflated = [];
    return some;
  };
  let tail = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    yield* push(chunk, false);
    tail = Buffer.concat([tail, chunk]).subarray(-longestEnd);
  }
  yield* push(new Uint8Array(0), true);
  if (!holdsEnd(tail)) throw unreadable("it is cut off");
}

/** The record that ends an archive, with a comment of 16 bits of length behind it (APPNOTE 4.3.16). */
const endBytes = 22;
const longestEnd = endBytes + 0xffff;

function holdsEnd(tail: Buffer): boolean {
  const at = tail.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  return (
    at !== -1 && at + endBytes <= tail.length && at + endBytes + tail.readUInt16LE(at + 20) <= tail.length
  );
}

function unreadable(why: string): CodedError {
  return new CodedError("table-unreadable", why);
}
