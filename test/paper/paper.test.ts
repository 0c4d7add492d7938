// What a PDF says is what its document says: read back by a tool that is not ours.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Block, PaperDocument } from "../../src/paper/document.ts";
import { renderPdf } from "../../src/paper/render.ts";
import { needs } from "../support/needs.ts";

const createdAt = Date.UTC(2026, 10, 25, 9, 30);
const hash = createHash("sha256").update("leaf").digest("hex");
const wording =
  "Sí, deseo que Lunaria Calzados, S.L. me envíe novedades y ofertas de calzado, dos veces al mes.";

const paperOf = (...blocks: Block[]): PaperDocument => ({ title: "Receipt", language: "en", blocks });
const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
/** The words of text in which lines were broken inside words: without any space. */
const letters = (text: string) => text.replace(/\s/g, "");

needs("pdftotext").describe("a document on paper", (pdftotext) => {
  /** `-raw`: in the order of the file, which is that of its tags; without it, pdftotext guesses at columns. */
  async function read(document: PaperDocument, ...options: string[]): Promise<string> {
    const input = await renderPdf(document, { createdAt });
    const { stdout, stderr } = spawnSync(pdftotext, ["-raw", ...options, "-", "-"], {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    expect(stderr).toBe("");
    return stdout;
  }

  test("says everything once and in the order of the document", async () => {
    const said = await read({
      title: "Nachweis einer Einwilligung",
      subtitle: "Ausgestellt am 25. November 2026",
      language: "de",
      organisation: "Lunaria Calzados, S.L.",
      footer: "Fuß",
      blocks: [
        { kind: "heading", text: "Was gezeigt wurde" },
        { kind: "quotation", text: wording, source: "Fassung 3", language: "es" },
        {
          kind: "form",
          title: "Suscripción",
          fields: [{ label: "Correo", value: "ana@example.com" }, { label: "Nombre" }],
          boxes: [
            { wording, ticked: true },
            { wording: "Encuestas.", ticked: false },
          ],
          notice: { title: "Información básica", rows: [{ key: "Responsable", value: "Lunaria" }] },
        },
      ],
    });
    expect(words(said)).toEqual(
      words(`Lunaria Calzados, S.L. Nachweis einer Einwilligung Ausgestellt am 25. November 2026
        Was gezeigt wurde ${wording} Fassung 3
        Suscripción Correo ana@example.com Nombre ☑ ${wording} (angekreuzt) ☐ Encuestas. (nicht angekreuzt)
        Información básica Responsable Lunaria Fuß Seite 1 von 1`),
    );
  });

  test("says rows, lists and tables as they are read", async () => {
    const said = await read({
      ...paperOf(),
      blocks: [
        { kind: "rows", rows: [{ key: "Blatt", value: { mono: hash } }] },
        { kind: "list", numbered: true, items: ["Erstens", "Zweitens"] },
        {
          kind: "table",
          caption: "Sendungen",
          columns: [{ title: "Wann" }, { title: "Was" }],
          rows: [["heute", "Brief"]],
        },
        { kind: "note", text: "Kein Rechtsrat." },
      ],
    });
    expect(words(said)).toEqual(
      words(
        `Receipt Blatt ${hash} 1. Erstens 2. Zweitens Sendungen Wann Was heute Brief Kein Rechtsrat. Page 1 of 1`,
      ),
    );
  });

  test("has every letter of the Latin, Greek and Cyrillic scripts, in every face", async () => {
    const all = Array.from({ length: 0x2000 }, (_, index) => String.fromCodePoint(index)).filter(
      (letter) =>
        (letter < "\u0530" || letter >= "\u1e00") &&
        /(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter),
    );
    expect(all.length).toBeGreaterThan(1000);
    const text = all.join(" ");
    for (const blocks of [
      [{ kind: "paragraph", text }],
      [{ kind: "quotation", text }],
      [{ kind: "paragraph", text: { mono: text } }],
      [{ kind: "heading", text }],
      [{ kind: "heading", text, level: 2 }],
    ] satisfies Block[][]) {
      const said = words((await read(paperOf(...blocks))).replaceAll(/Page \d+ of \d+|Receipt/g, ""));
      expect(said.map((word) => word.normalize("NFC"))).toEqual(all.map((word) => word.normalize("NFC")));
    }
  });

  test("shows what cannot be seen, or drawn, as its number", async () => {
    const said = await read(
      paperOf({ kind: "paragraph", text: "a\u0007b \u202Ec\u200Bd \uD800 漢 ok\u00ADay 😀" }),
    );
    expect(said).toContain("a[U+0007]b [U+202E]c[U+200B]d [U+D800] [U+6F22] ok[U+00AD]ay 😀");
  });

  test("keeps every character of a paragraph of 100 kB without a space, and all of it on the page", async () => {
    const text = Array.from({ length: 100_000 }, (_, index) =>
      String.fromCodePoint(97 + ((index * 7) % 26)),
    ).join("");
    const document = paperOf(
      { kind: "paragraph", text },
      { kind: "rows", rows: [{ key: text.slice(0, 9000), value: "v" }] },
    );
    const said = (await read(document)).replaceAll(/Page \d+ of \d+|Receipt|\f/g, "");
    expect(letters(said)).toHaveLength(100_000 + 9000 + 1);
    const boxes = await read(document, "-bbox");
    const edges = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g)];
    expect(edges.length).toBeGreaterThan(1000);
    for (const [, left, top, right, bottom] of edges) {
      expect(Number(left)).toBeGreaterThan(70);
      expect(Number(top)).toBeGreaterThan(60);
      expect(Number(right)).toBeLessThan(595 - 70);
      expect(Number(bottom)).toBeLessThan(842 - 40);
    }
  });

  test("repeats the titles of a table on each of its pages, and tells each row once", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [
      `row-${index}`,
      "sent",
      { mono: hash.slice(0, 16) },
    ]);
    const columns = [{ title: "Delivery" }, { title: "Outcome" }, { title: "Leaf" }];
    const pages = (await read(paperOf({ kind: "table", columns, rows }))).split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter((page) => !page.includes("Delivery"))).toEqual([]);
    expect([...pages.join("").matchAll(/row-(\d+)/g)].map(([, row]) => Number(row))).toEqual(
      rows.map((_, row) => row),
    );
  });

  test("never leaves a heading alone at the foot of a page", async () => {
    for (let lines = 20; lines < 50; lines++) {
      const text = Array.from({ length: lines }, () => "line").join("\n");
      const pages = (
        await read(
          paperOf(
            { kind: "paragraph", text },
            { kind: "heading", text: "Heading" },
            { kind: "paragraph", text: "after" },
          ),
        )
      ).split("\f");
      expect(pages.find((page) => page.includes("Heading"))).toContain("after");
    }
  });

  test("sets names that run from right to left, whole and in their order", async () => {
    const said = await read(paperOf({ kind: "paragraph", text: "called דוד (בן) כהן, born 1990" }));
    const plain = said.replaceAll(/[\u202a-\u202e]/g, "").replaceAll(/\s+/g, " ");
    expect(letters(plain)).toContain(letters("called דוד (בן) כהן, born 1990"));
  });

  test("leaves no label and no single line behind at the foot of a page", async () => {
    for (let lines = 38; lines < 46; lines++) {
      const text = Array.from({ length: lines }, () => "line").join("\n");
      const item = { kind: "list", items: ["one\ntwo\nthree"], numbered: true } as const;
      const pages = (await read(paperOf({ kind: "paragraph", text }, item))).split("\f");
      expect(pages.find((page) => page.includes("1."))).toMatch(/one\s+two\s+three/);
    }
  });

  test("says a letter as itself, whatever the fonts have drawn before", async () => {
    const plain = paperOf({ kind: "paragraph", text: "minh nam office difficult" });
    const first = await renderPdf(plain, { createdAt });
    expect(await read(paperOf({ kind: "paragraph", text: "Thị ǹ ḿ ﬁ minh" }))).toMatch(
      /Thị\s+ǹ\s+ḿ\s+ﬁ\s+minh/,
    );
    expect(Buffer.compare(await renderPdf(plain, { createdAt }), first)).toBe(0);
    expect(await read(plain)).toContain("minh nam office difficult");
  });

  test("ends a footer that is too long with a sign that it goes on", async () => {
    const said = await read({ ...paperOf(), footer: "word ".repeat(100) });
    expect(said).toMatch(/word …\s+Page 1 of 1/);
  });

  test("is the same to the byte when it is rendered again", async () => {
    const document = paperOf({ kind: "quotation", text: wording }, { kind: "note", text: "ẹ 😀 שלום" });
    const first = await renderPdf(document, { createdAt });
    expect(Buffer.compare(await renderPdf(document, { createdAt }), first)).toBe(0);
  });
});

test("a document of more than two hundred pages takes less than 96 MB of heap", () => {
  const script = `
    const { renderPdf } = await import(${JSON.stringify(new URL("../../src/paper/render.ts", import.meta.url))});
    function* rows() { for (let row = 0; row < 4000; row++) yield ["refused, an objection stands", { mono: String(row ** 9).padEnd(64, "0") }]; }
    const columns = [{ title: "Outcome" }, { title: "Leaf" }];
    const bytes = await renderPdf({ title: "T", language: "en", blocks: [
      { kind: "paragraph", text: "a line\\n".repeat(6000) }, { kind: "table", columns, rows: rows() }] }, { createdAt: 0 });
    console.log(Buffer.from(bytes).toString("latin1").match(/Type \\/Page\\b/g).length);`;
  const options = ["--max-old-space-size=96", "--input-type=module", "--eval", script];
  const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(Number(stdout)).toBeGreaterThan(200);
}, 120_000);

needs("pdfinfo").describe("the file", (pdfinfo) => {
  const ask = async (document: PaperDocument, ...options: string[]) =>
    spawnSync(pdfinfo, [...options, "-"], {
      input: await renderPdf(document, { createdAt }),
      encoding: "utf8",
    }).stdout;

  test("bears title, author, date and language, whatever the title holds", async () => {
    const document = { ...paperOf(), title: "A & B <c> Ω", organisation: "Łódź" };
    const said = await ask(document);
    expect(said).toMatch(/^Title: +A & B <c> Ω$/m);
    expect(said).toMatch(/^Author: +Łódź$/m);
    expect(said).toMatch(/^CreationDate: +Wed Nov 25 09:30:00 2026/m);
    expect(await ask(document, "-meta")).toContain(">A &amp; B &lt;c> Ω<");
  });

  test("is tagged: headings, tables and quotations in the order of reading", async () => {
    const said = await ask(
      paperOf(
        { kind: "heading", text: "One" },
        { kind: "quotation", text: wording, language: "es" },
        { kind: "table", columns: [{ title: "T" }], rows: [["d"]] },
      ),
      "-struct-text",
    );
    const tags = [...said.matchAll(/^ *(\w+)(?: \(block\)| \(inline\)|:|$)/gm)].map(([, tag]) => tag);
    expect(tags.filter((tag) => /^[A-Z]/.test(tag ?? ""))).toEqual([
      "Document",
      "H1",
      "H2",
      "BlockQuote",
      "P",
      "Table",
      "TR",
      "TH",
      "TR",
      "TD",
    ]);
  });
});
