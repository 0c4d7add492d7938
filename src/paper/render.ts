// Makes a PDF of a document: tagged, in its language, with its fonts inside; the same document, the same bytes.
import PDFDocument from "pdfkit";
import type { Block, PaperDocument } from "./document.ts";
import { form } from "./form.ts";
import { heading, list, note, paragraph, quotation } from "./prose.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import { paper, styles } from "./style.ts";
import { keyedRows, table } from "./table.ts";
import { visible } from "./visible.ts";

/**
 * Renders a document as a PDF file.
 *
 * @param createdAt - milliseconds since the Unix epoch, UTC: the only clock there is. The same document with the same
 *   instant gives the same bytes.
 * @returns the bytes of the file. Whatever the text holds, it is drawn: what no font has is drawn as its number.
 * @example
 * const bytes = await renderPdf({ title: "Receipt", language: "en", blocks: [] }, { createdAt: 0 });
 */
export async function renderPdf(
  document: PaperDocument,
  { createdAt }: { readonly createdAt: number },
): Promise<Uint8Array> {
  const { title, organisation, language } = document;
  const author = organisation === undefined ? {} : { Author: visible(organisation) };
  const pdf = new PDFDocument({
    size: [...paper.size],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // It would keep every word of the document.
    fontLayoutCache: false,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language,
    info: {
      Title: visible(title),
      ...author,
      Creator: "Licet",
      Producer: "Licet",
      CreationDate: new Date(createdAt),
    },
  });
  escapeMetadata(pdf);
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.once("end", resolve).once("error", reject));
  const sheet = openSheet(pdf, document);
  head(sheet, document);
  for (const block of document.blocks) set(sheet, block);
  sheet.close();
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function head(sheet: Sheet, { title, subtitle, organisation }: PaperDocument): void {
  if (organisation !== undefined) {
    sheet.flow(sheet.tag(sheet.root, "P"), organisation, styles.organisation, paper.text);
    sheet.space(22);
  }
  sheet.flow(sheet.tag(sheet.root, "H1"), title, styles.title, paper.text);
  sheet.space(4);
  if (subtitle !== undefined) sheet.flow(sheet.tag(sheet.root, "P"), subtitle, styles.subtitle, paper.text);
  sheet.space(18);
}

const setters: {
  readonly [Kind in Block["kind"]]: (sheet: Sheet, block: Extract<Block, { kind: Kind }>) => void;
} = {
  heading,
  paragraph,
  rows: keyedRows,
  table,
  quotation,
  form,
  list,
  note,
};

function set<Kind extends Block["kind"]>(sheet: Sheet, block: Extract<Block, { kind: Kind }>): void {
  setters[block.kind as Kind](sheet, block);
}

/** pdfkit writes title and author into the XMP metadata as they are; there, `&` and `<` would break the XML. */
function escapeMetadata(pdf: PDFKit.PDFDocument): void {
  const write = pdf.endMetadata.bind(pdf);
  const escaped = (text: string | undefined) => text?.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  pdf.endMetadata = () => {
    const { Title, Author } = pdf.info;
    for (const [key, value] of Object.entries({ Title, Author }))
      if (value !== undefined) pdf.info = { ...pdf.info, [key]: escaped(value) };
    write();
  };
}
