// Reads all bytes of a file once: its hash, what it is, and in which encoding it was written.
import { createHash } from "node:crypto";
import type { Encoding, Surveyed, TableFile, TableFormat } from "./table.ts";

/** Of a text without a mark of its encoding, so much is looked at for the zeros of UTF-16. */
const sampleBytes = 4096;
const zip = Buffer.from("PK\u0003\u0004");

/**
 * UTF-8 and UTF-16 by their marks; UTF-16 without one by its zeros; else UTF-8 where all bytes are, and Windows-1252,
 * which Latin-1 is a part of, where none of the bytes above ASCII are.
 */
export async function surveyFile(file: TableFile): Promise<Surveyed> {
  const hash = createHash("sha256");
  const bytes = new Utf8Count();
  let head: Buffer = Buffer.alloc(0);
  let sizeBytes = 0;
  for await (const chunk of file.open()) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    bytes.add(chunk);
    if (head.length < sampleBytes) head = Buffer.concat([head, chunk.subarray(0, sampleBytes - head.length)]);
  }
  const marked = byMark(head);
  const encoding = marked ?? (bytes.bad > 0 && bytes.good === 0 ? "windows-1252" : "utf-8");
  return {
    hash: hash.digest("hex"),
    sizeBytes,
    format: formatOf(head, encoding),
    encoding,
    mixed: encoding === "utf-8" && bytes.bad > 0,
  };
}

function byMark(head: Buffer): Encoding | null {
  if (head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return "utf-8";
  if (head.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return "utf-16le";
  if (head.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return "utf-16be";
  const zeros = [0, 0];
  for (const [place, byte] of head.entries()) if (byte === 0) zeros[place % 2]! += 1;
  const many = head.length / 8;
  if (zeros[1]! > many && zeros[0]! < many / 4) return "utf-16le";
  return zeros[0]! > many && zeros[1]! < many / 4 ? "utf-16be" : null;
}

function formatOf(head: Buffer, encoding: Encoding): TableFormat {
  if (head.subarray(0, zip.length).equals(zip)) return "xlsx";
  const text = new TextDecoder(encoding).decode(head).trimStart();
  return text.startsWith("{") ? "json-lines" : "csv";
}

/** Counts characters above ASCII that are UTF-8, and bytes that are none, whatever the chunks cut apart. */
class Utf8Count {
  good = 0;
  bad = 0;
  #due = 0;

  add(chunk: Uint8Array): void {
    // Byte by byte without an iterator, which makes an object for each.
    for (let place = 0; place < chunk.length; place += 1) {
      const byte = chunk[place] as number;
      if (this.#due > 0) {
        if ((byte & 0xc0) === 0x80) {
          this.#due -= 1;
          if (this.#due === 0) this.good += 1;
          continue;
        }
        this.#due = 0;
        this.bad += 1;
      }
      if (byte < 0x80) continue;
      this.#due = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : 1;
      if (byte < 0xc2 || byte > 0xf4) {
        this.#due = 0;
        this.bad += 1;
      }
    }
  }
}
