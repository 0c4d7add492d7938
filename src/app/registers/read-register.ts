// Reads the files in which exclusion lists come.
import { CsvError, parse } from "csv-parse/sync";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import { type RegisterNaming, registerNamings } from "../../ledger/register-entry.ts";
import { splitLines } from "../imports/split-lines.ts";
import type { RegisterEntryRow } from "./registers-table.ts";

export interface Format {
  /** For whoever has to choose. */
  readonly words: string;
  readonly naming: RegisterNaming;
  /** Whether the file is the whole list, or the answer to a question about some addresses. */
  readonly whole: boolean;
  /** @throws CodedError `register-malformed`, with the place. */
  readonly read: (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<RegisterEntryRow>;
}

const sha1Bytes = 20;

/** By the name that `--format` takes. */
export const registerFormats = {
  "ecg-hashes": {
    words: "SHA-1 of each address and domain, 20 bytes one after the other",
    naming: "ecg-sha1",
    whole: true,
    read: readHashes,
  },
  "robinson-answer": {
    words: "the CSV that Adigital's client makes of the addresses that it was given",
    naming: "robinson",
    whole: false,
    read: readAnswer,
  },
  addresses: {
    words: "text, in each line an address, or `@` and a domain",
    naming: "plain",
    whole: true,
    read: readAddresses,
  },
} as const satisfies Record<string, Format>;

export type RegisterFormat = keyof typeof registerFormats;

async function* readHashes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RegisterEntryRow> {
  let rest: Uint8Array = Buffer.alloc(0);
  let [read, legible] = [0, 0];
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    if (read < longestMark && archives.some((mark) => bytes.subarray(0, mark.length).equals(mark)))
      throw malformed("it is packed: unpack it first");
    read += chunk.length;
    for (const byte of chunk) if (isLegible(byte)) legible += 1;
    const end = bytes.length - (bytes.length % sha1Bytes);
    for (let at = 0; at < end; at += sha1Bytes) yield listed(bytes.subarray(at, at + sha1Bytes));
    rest = bytes.subarray(end);
  }
  // Of the bytes of hashes 98 in 256 are; of an error page, or of a list of addresses, nearly all.
  if (read > 0 && legible / read > 0.6) throw malformed("it is text, not hashes");
  if (rest.length > 0) throw malformed(`it ends within a hash, ${rest.length} of ${sha1Bytes} bytes`);
}

/** How gzip and zip begin. */
const archives = [Buffer.from([0x1f, 0x8b, 0x08]), Buffer.from("PK\x03\x04")];
const longestMark = 4;

/** Printable ASCII, tabs and line ends. */
function isLegible(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127);
}

/** The lines of a file that ends with a line end: one that does not may stop halfway. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let last = 0x0a;
  async function* watched() {
    for await (const chunk of chunks) {
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
  }
  yield* splitLines(watched());
  if (last !== 0x0a) throw malformed("its last line has no end: is the file whole?");
}

/**
 * What was asked, then `1` where it is listed and else `0`, the sectors that the entry is about, and the proof of the
 * question. Whoever objects for some sectors counts as listed: which one is ours the list does not know.
 */
async function* readAnswer(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RegisterEntryRow> {
  let number = 0;
  for await (const line of wholeLines(chunks)) {
    number += 1;
    if (line.trim() === "") continue;
    const cells = cellsOf(line);
    const [found, , proof] = cells.slice(-3);
    if (cells.length < 4 || (found !== "0" && found !== "1") || proof === "")
      throw malformed(`line ${number}: expected the address, \`0\` or \`1\`, the sectors and the proof`);
    const asked = cells.slice(0, -3).findLast((cell) => cell.includes("@"));
    const address = asked === undefined ? null : parseAddress(asked);
    // A file for several channels names the channel first.
    if (address === null && cells[0] !== "Email" && channels.includes(cells[0] ?? "")) continue;
    if (address === null) throw malformed(`line ${number}: there is no address in it`);
    const [entry] = registerNamings.robinson(address.typed.toLowerCase());
    yield { entry: entry as Buffer, listed: found === "1", effectiveAt: null };
  }
}

/** Those of Adigital's client that are not email. */
const channels = ["PhoneFull", "PhoneSimple", "SmsFull", "SmsSimple", "Postal", "DNI_NIF_NIE"];

function cellsOf(line: string): string[] {
  try {
    const [cells = []] = parse(line, { relax_column_count: true }) as string[][];
    return cells;
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

async function* readAddresses(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RegisterEntryRow> {
  let number = 0;
  for await (const line of wholeLines(chunks)) {
    number += 1;
    const text = line.trim();
    if (text === "" || text.startsWith("#")) continue;
    const address = parseAddress(text.startsWith("@") ? `any${text}` : text);
    if (address === null) throw malformed(`line ${number} is neither an address nor \`@\` and a domain`);
    const [whole, domain] = registerNamings.plain(address.normalised);
    yield listed((text.startsWith("@") ? domain : whole) as Buffer);
  }
}

function listed(entry: Buffer): RegisterEntryRow {
  return { entry, listed: true, effectiveAt: null };
}

function malformed(where: string): CodedError {
  return new CodedError("register-malformed", where);
}
