// Files as other systems and spreadsheets write them, whole and broken: every row is read, or refused by its number.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLines } from "../../src/app/imports/write-csv.ts";
import { fileOf, readAll, rowsOf, sheetOf, streamed, tableOf, workbook } from "./files.ts";

const utf16 = (text: string, mark = true) => Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");

describe("the encoding is found out", () => {
  const text = "Name;E-Mail\nJosé;jose@example.com\n";
  test.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["Windows-1252", Buffer.from(text, "latin1"), "windows-1252"],
    ["UTF-16 with a mark", utf16(text), "utf-16le"],
    ["UTF-16 without one", utf16(text, false), "utf-16le"],
    ["UTF-16, the large end first", utf16(text).swap16(), "utf-16be"],
  ])("%s", async (_, bytes, encoding) => {
    const table = await tableOf(bytes);
    expect(table.surveyed).toMatchObject({ encoding, mixed: false });
    expect(table.columns).toEqual(["Name", "E-Mail"]);
    expect(await readAll(bytes)).toEqual([["José", "jose@example.com"]]);
  });

  test("a row in another encoding than the rest is refused, and no other", async () => {
    const mixed = Buffer.concat([
      Buffer.from("email,name\na@example.com,Zoë\nb@example.com,Jos"),
      Buffer.from([0xe9]),
      Buffer.from("\nc@example.com,Ana\n"),
    ]);
    expect((await tableOf(mixed)).surveyed.mixed).toBe(true);
    expect(await readAll(mixed)).toEqual([
      ["a@example.com", "Zoë"],
      "row 3: it holds bytes that are no characters in the file's encoding",
      ["c@example.com", "Ana"],
    ]);
  });
});

test.each([",", ";", "\t", "|"])("the separator `%s` is found out", async (separator) => {
  const lines = [
    ["email", "name, first"],
    ["a@example.com", "Ana"],
    ["b@example.com", "Bo, Jr."],
  ];
  const quoted = (cell: string) => (cell.includes(",") ? `"${cell}"` : cell);
  const text = lines.map((cells) => cells.map(quoted).join(separator)).join("\r\n");
  expect((await tableOf(text)).columns).toEqual(["email", "name, first"]);
  expect(await readAll(text)).toEqual(lines.slice(1));
});

describe("a row that is wrong is refused by its number, and the next ones are read", () => {
  test("with too few or too many cells", async () => {
    expect(await readAll("a,b\n1\n1,2\n1,2,3\n\n4,5\n")).toEqual([
      "row 2: expected 2 cells, got 1",
      ["1", "2"],
      "row 4: expected 2 cells, got 3",
      ["4", "5"],
    ]);
  });

  test("with quotes that do not fit", async () => {
    expect(await readAll('a,b\n1,x"y\n"1"z,2\n3,4\n')).toEqual([
      "row 2: its quotes do not fit together",
      "row 3: its quotes do not fit together",
      ["3", "4"],
    ]);
  });

  test("where the file stops in the middle of a quoted cell", async () => {
    expect(await readAll('a,b\n1,2\n3,"half\n5,6\n')).toEqual([
      ["1", "2"],
      "row 3: a quote that opens in it is never closed (lines 3 to 5); is the file whole?",
    ]);
  });

  test("where the file stops in the middle of a row", async () => {
    expect(await readAll("a,b\n1,2\n3")).toEqual([["1", "2"], "row 3: expected 2 cells, got 1"]);
  });

  test("with a cell of 100 MB, in little memory", async () => {
    const file = {
      name: "big.csv",
      async *open() {
        yield Buffer.from('a,b\n1,2\n3,"');
        for (let i = 0; i < 100; i += 1) yield Buffer.alloc(1_000_000, 'x""\n');
        yield Buffer.from('"\n5,6\n');
      },
    };
    const { openTable } = await import("../../src/app/imports/tables/open-table.ts");
    const table = await openTable(file);
    const read: unknown[] = [];
    let most = 0;
    for await (const rows of table.rows()) {
      for (const row of rows) read.push("problem" in row ? [row.row, row.problem] : row.cells);
      most = Math.max(most, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.length)));
    }
    expect(read).toEqual([
      ["1", "2"],
      [3, "it is longer than 1,000,000 characters (lines 3 to 25000003)"],
      ["5", "6"],
    ]);
    expect(most).toBeLessThanOrEqual(1_000_000);
  });
});

test("whatever stands in the cells comes back, however the bytes come in", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", "\r\n", ";", " ", "x") });
  // A record of nothing but blanks is an empty line of a file.
  const table = fc.array(
    fc.tuple(cell, cell).map(([one, other]) => [`k${one}`, other]),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, chunkBytes) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [["a", "b"], ...rows].map((cells) => cells.map(quoted).join(",")).join("\n");
      expect(await readAll(text, chunkBytes)).toEqual(rows);
    }),
  );
});

describe("a workbook", () => {
  test("is read by its first sheet, numbers as they stand, missing cells empty", async () => {
    const bytes = workbook([
      ["Email", "Name", "Since"],
      ["a@example.com", "Ana & Co <x>", 45_778.5],
      ["b@example.com", null, null],
      [null, null, null],
      ["c@example.com", "Cé", 1],
    ]);
    expect((await tableOf(bytes)).columns).toEqual(["Email", "Name", "Since"]);
    expect(await readAll(bytes)).toEqual([
      ["a@example.com", "Ana & Co <x>", "45778.5"],
      ["b@example.com", "", ""],
      ["c@example.com", "Cé", "1"],
    ]);
  });

  test("that counts from 1904 says so", async () => {
    expect(await tableOf(workbook([["a"], ["x"]], true))).toMatchObject({ from1904: true });
  });

  test.each([
    ["at once", (whole: Uint8Array) => whole],
    ["as a stream", streamed],
  ])("written %s is read whole, and refused where it is cut off", async (_, written) => {
    const rows = Array.from({ length: 400 }, (_, nth) => [`p${nth}@example.com`, "yes", nth * 7919]);
    const whole = written(workbook([["Email", "Left", "Points"], ...rows]));
    for (const chunk of [7, 1000, 65_536]) expect(await readAll(whole, chunk)).toHaveLength(400);
    const cuts = Array.from({ length: 60 }, (_, nth) => Math.floor((whole.length * nth) / 60));
    for (const length of [...cuts, whole.length - 1])
      await expect(readAll(whole.subarray(0, length), 4096)).rejects.toMatchObject({
        code: "table-unreadable",
      });
  });

  test("whose sheet stops before its end is refused", async () => {
    const open = sheetOf(
      `<row r="1"><c t="str"><v>Email</v></c></row><row r="2"><c t="str"><v>a@example.com</v></c></row>`,
      "",
    );
    await expect(readAll(open)).rejects.toMatchObject({ code: "table-unreadable" });
  });

  test("refuses a row that points to a text that is not there, and numbers each row once", async () => {
    const row = (r: string, cell: string) => `<row ${r}><c t="str"><v>x</v></c>${cell}</row>`;
    const rows =
      row("", `<c t="str"><v>y</v></c>`) +
      row(`r="7"`, `<c t="s"><v>3</v></c>`) +
      row(`r="7"`, "") +
      row(`r="x"`, "");
    expect(await readAll(sheetOf(rows))).toEqual([
      "row 7: a cell points to a text that the file does not hold",
      ["x", ""],
      ["x", ""],
    ]);
    expect((await rowsOf(await tableOf(sheetOf(rows)))).map((one) => one.row)).toEqual([7, 8, 9]);
  });

  test("that is none is refused", async () => {
    await expect(tableOf(Buffer.from("PK\u0003\u0004 and nothing"))).rejects.toMatchObject({
      code: "table-unreadable",
    });
    await expect(tableOf(workbook([["a"], ["x"]]).subarray(0, 300))).rejects.toMatchObject({
      code: "table-unreadable",
    });
  });
});

test("a file of JSON Lines has a column for each field, also inside of another", async () => {
  const lines = [
    { email: "a@example.com", recipient: { country: "ES" }, facts: [] },
    { email: "b@example.com" },
  ];
  const text = `${lines.map((line) => JSON.stringify(line)).join("\n")}\nno JSON\n`;
  expect((await tableOf(text)).columns).toEqual(["email", "recipient.country", "facts"]);
  expect(await readAll(text)).toEqual([
    ["a@example.com", "ES", "[]"],
    ["b@example.com", "", ""],
    "row 4: expected JSON",
  ]);
});

test("two columns of one name, or none at all, are refused", async () => {
  await expect(tableOf("a,a\n1,2\n")).rejects.toMatchObject({ code: "table-unreadable" });
  await expect(tableOf("")).rejects.toMatchObject({ code: "table-unreadable" });
});

test("a file that begins with a person instead of names is refused, and the person is not named", async () => {
  const refused = await tableOf("ana@example.com,Ana\nleo@example.com,Leo\n").catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ code: "table-unreadable" });
  expect(String(refused)).not.toContain("@");
});

test("no cell that is written is a formula", () => {
  const cells = ["=1+1", "+1", "-1", "@x", "\tx", "plain", "a=b"];
  const lines = csvLines(cells.map((cell) => [cell])).split("\n");
  expect(lines.slice(0, 5).every((line) => /^"?'/.test(line))).toBe(true);
  expect(lines.slice(5, 7)).toEqual(["plain", "a=b"]);
});

test("the hash is that of the bytes", async () => {
  const { createHash } = await import("node:crypto");
  const text = "a,b\n1,2\n";
  const { surveyFile } = await import("../../src/app/imports/tables/survey.ts");
  expect((await surveyFile(fileOf(text))).hash).toBe(createHash("sha256").update(text).digest("hex"));
});
