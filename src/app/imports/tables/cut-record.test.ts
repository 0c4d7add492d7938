import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutRecord } from "./cut-record.ts";

const separators = fc.constantFrom(",", ";", "\t", "|");
const texts = fc
  .array(fc.constantFrom('"', '""', ",", ";", "\t", "|", " ", "a", "é", "x,y", '"q"', "\r", "'"), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

/** As the library reads it; null: it refuses. */
function read(text: string, delimiter: string): string[] | null {
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: "\n" })[0] ?? [""];
  } catch {
    return null;
  }
}

describe("a record", () => {
  it("is cut as the library cuts it, or left to it", () => {
    fc.assert(
      fc.property(texts, separators, (text, separator) => {
        expect(cutRecord(text, separator)).toEqual(read(text, separator));
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps what its quotes hold: separators, line ends, and quotes that are doubled", () => {
    expect(cutRecord('a,"b,c","d ""e""",,"f\ng"', ",")).toEqual(["a", "b,c", 'd "e"', "", "f\ng"]);
    expect(cutRecord('"a",', ",")).toEqual(["a", ""]);
    expect(cutRecord("", ",")).toEqual([""]);
  });

  it("is not cut where a quote stands in the middle of a cell or is never closed", () => {
    for (const text of ['a"b,c', '"a"b,c', '"a', '"a""']) expect(cutRecord(text, ",")).toBeNull();
  });
});
