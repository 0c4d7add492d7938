// Sets what is read from left to right and on: headings, paragraphs, lists, quotations, notes.
import type { Block, Text } from "./document.ts";
import type { Sheet, Tag } from "./sheet.ts";
import { type Area, monospaced, paper, type Style, styles } from "./style.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

export const textOf = (text: Text): string => (typeof text === "string" ? text : text.mono);
export const styleOf = (text: Text, style: Style): Style =>
  typeof text === "string" ? style : monospaced(style);

/** A heading takes the next lines along: it never stands alone at the foot of a page. */
const kept = 5 * styles.text.leading;

export function heading(sheet: Sheet, { text, level = 1 }: Of<"heading">): void {
  const style = level === 1 ? styles.heading : styles.subheading;
  const lines = sheet.lines(text, style, paper.text.width).length;
  sheet.space(level === 1 ? 24 : 14);
  sheet.need(lines * style.leading + kept);
  sheet.flow(sheet.tag(sheet.root, level === 1 ? "H2" : "H3"), text, style, paper.text);
  sheet.space(level === 1 ? 5 : 2);
}

export function paragraph(sheet: Sheet, { text }: Of<"paragraph">): void {
  sheet.flow(sheet.tag(sheet.root, "P"), textOf(text), styleOf(text, styles.text), paper.text);
  sheet.space(8);
}

export function list(sheet: Sheet, { items, numbered = false }: Of<"list">): void {
  const indent = numbered ? 24 : 14;
  const all = sheet.tag(sheet.root, "L");
  items.forEach((item, index) => {
    listItem(sheet, all, numbered ? `${index + 1}.` : "•", styles.text, indent, paper.text, (body) => {
      const area = { x: paper.text.x + indent, width: paper.text.width - indent };
      sheet.flow(body, textOf(item), styleOf(item, styles.text), area);
    });
    sheet.space(2);
  });
  all.end();
  sheet.space(6);
}

/** One item: its label, and beside it what `set` puts into the tag of its body. */
export function listItem(
  sheet: Sheet,
  parent: Tag,
  label: string,
  style: Style,
  indent: number,
  area: Area,
  set: (body: Tag) => void,
): void {
  const item = sheet.tag(parent, "LI");
  // The label stays with the first lines of its text, of which three may belong together.
  sheet.need(3 * style.leading);
  const tag = sheet.tag(item, "Lbl");
  for (const line of sheet.lines(label, style, indent))
    sheet.line(tag, line, style, { ...area, width: indent });
  set(sheet.tag(item, "LBody"));
  item.end();
}

export function quotation(sheet: Sheet, { text, source, language }: Of<"quotation">): void {
  const area = { x: paper.text.x + 18, width: paper.text.width - 18 };
  const quote = sheet.tag(sheet.root, "BlockQuote");
  sheet.space(4);
  sheet.need(styles.quotation.leading * 2);
  beside(sheet, paper.deep, () => {
    sheet.flow(sheet.tag(quote, "P", language ? { lang: language } : {}), text, styles.quotation, area);
    if (source !== undefined) sheet.space(3);
    if (source !== undefined) sheet.flow(sheet.tag(quote, "P"), source, styles.source, area);
  });
  quote.end();
  sheet.space(12);
}

export function note(sheet: Sheet, { text }: Of<"note">): void {
  sheet.space(4);
  sheet.need(styles.value.leading * 2);
  const area = { x: paper.text.x + 18, width: paper.text.width - 18 };
  beside(sheet, paper.line, () => sheet.flow(sheet.tag(sheet.root, "Note"), text, styles.value, area));
  sheet.space(12);
}

function beside(sheet: Sheet, colour: string, body: () => void): void {
  sheet.beside((pdf, top, bottom) => {
    pdf.rect(paper.text.x, top, 2.25, bottom - top).fill(colour);
  }, body);
}
