// Sets a form as it was rendered: its fields, its boxes as they were found, and the first layer of the notice, in a frame.
import type { Block } from "./document.ts";
import { heading, listItem, styleOf, textOf } from "./prose.ts";
import type { Sheet, Tag } from "./sheet.ts";
import { paper, styles } from "./style.ts";
import { keyed } from "./table.ts";

type Form = Extract<Block, { kind: "form" }>;

const inset = 18;
const area = { x: paper.text.x + inset, width: paper.text.width - 2 * inset };
const indent = 24;
/** Not a frame with next to nothing in it at the foot of a page. */
const beginning = 200;
/** A heading of two lines, and the space about it. */
const headed = 2 * styles.heading.leading + 35;

export function form(
  sheet: Sheet,
  { heading: above, title, intro, language, fields, boxes, notice }: Form,
): void {
  if (above !== undefined) {
    sheet.need(headed + beginning);
    heading(sheet, { kind: "heading", text: above });
  }
  const all = sheet.tag(sheet.root, "Sect", language ? { lang: language } : {});
  sheet.space(6);
  sheet.need(beginning);
  sheet.beside(frame, () => {
    sheet.move(sheet.y() + inset - 4);
    if (title !== undefined) {
      sheet.flow(sheet.tag(all, "P"), title, styles.caption, area);
      sheet.space(6);
    }
    if (intro !== undefined) {
      sheet.flow(sheet.tag(all, "P"), intro, styles.text, area);
      sheet.space(8);
    }
    for (const { label, value = "" } of fields) {
      sheet.need(styles.key.leading + 2 * styles.text.leading);
      sheet.flow(sheet.tag(all, "P"), label, styles.key, area);
      sheet.flow(sheet.tag(all, "P"), textOf(value), styleOf(value, styles.text), area);
      const bottom = sheet.y() + 1;
      sheet.artifact(() => {
        sheet.pdf
          .moveTo(area.x, bottom)
          .lineTo(area.x + area.width, bottom)
          .lineWidth(0.75)
          .strokeColor(paper.edge)
          .stroke();
      });
      sheet.space(10);
    }
    if (boxes.length > 0) ticks(sheet, sheet.tag(all, "L"), boxes);
    if (notice) {
      sheet.need(4 * styles.value.leading);
      if (notice.title !== undefined) sheet.flow(sheet.tag(all, "P"), notice.title, styles.subheading, area);
      keyed(sheet, all, notice.rows, area);
    }
    sheet.move(Math.min(sheet.y() + inset - 6, paper.bottom));
  });
  all.end();
  sheet.space(14);
}

/** The state of a box is said twice: by the sign, and in words where the language has them. */
function ticks(sheet: Sheet, all: Tag, boxes: Form["boxes"]): void {
  for (const { wording, ticked } of boxes) {
    listItem(sheet, all, ticked ? "☑" : "☐", styles.mark, indent, area, (body) => {
      const beside = { x: area.x + indent, width: area.width - indent };
      sheet.flow(sheet.tag(body, "P"), wording, styles.text, beside);
      const state = ticked ? sheet.words.ticked : sheet.words.notTicked;
      if (state !== "") sheet.flow(sheet.tag(body, "P"), `(${state})`, styles.source, beside);
      body.end();
    });
    sheet.space(8);
  }
  all.end();
}

/** Open where the form goes on over the page. */
const frame: Parameters<Sheet["beside"]>[0] = (pdf, top, bottom, { first, last }) => {
  const { x, width } = paper.text;
  pdf.lineWidth(0.75).strokeColor(paper.edge);
  if (first && last) {
    pdf.roundedRect(x, top, width, bottom - top, 6).stroke();
    return;
  }
  pdf.moveTo(x, top).lineTo(x, bottom).stroke();
  pdf
    .moveTo(x + width, top)
    .lineTo(x + width, bottom)
    .stroke();
  if (first)
    pdf
      .moveTo(x, top)
      .lineTo(x + width, top)
      .stroke();
  if (last)
    pdf
      .moveTo(x, bottom)
      .lineTo(x + width, bottom)
      .stroke();
};
