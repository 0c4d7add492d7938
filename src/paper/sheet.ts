// The sheets that blocks are drawn on, one line at a time: the place reached, page breaks, tags for screen readers, footers.
import type PDFKit from "pdfkit";
import { placed } from "./direction.ts";
import type { PaperDocument } from "./document.ts";
import { type FontName, fontNames, fontOf, speaks } from "./faces.ts";
import { breakLines, type Line, type Ruler } from "./lines.ts";
import { type Area, paper, type Style, styles } from "./style.ts";
import type { Stretch } from "./visible.ts";
import { wordsIn } from "./words.ts";

type Pdf = PDFKit.PDFDocument;
/** A place in the structure that a screen reader follows; ended when all it holds has been set. */
export type Tag = { readonly type: string; readonly element: PDFKit.PDFStructureElement; end(): void };
export type Attributes = { readonly lang?: string; readonly scope?: "Column" | "Row"; readonly alt?: string };

export type Sheet = ReturnType<typeof openSheet>;

/** Draws something beside what stands from `top` to `bottom`; the first and last pages of it are told. */
type Beside = (pdf: Pdf, top: number, bottom: number, ends: { first: boolean; last: boolean }) => void;

export function openSheet(pdf: Pdf, document: PaperDocument) {
  for (const name of fontNames) pdf.registerFont(name, fontOf(name));
  const write = gathered(pdf);
  const ruler: Ruler = { widthOf: measuring(pdf) };
  const root = tagOf("Document");
  pdf.addStructure(root.element);
  const besides: { draw: Beside; top: number; first: boolean }[] = [];
  const headers: (() => void)[] = [];
  let y: number = paper.top;
  let marked: Tag | null = null;
  pdf.addPage();

  function tagOf(type: string, attributes: Attributes = {}): Tag {
    const element = pdf.struct(type, attributes);
    return { type, element, end: () => element.end() };
  }

  function unmark(): void {
    if (marked !== null) pdf.endMarkedContent();
    marked = null;
  }

  /** Draws what is no part of the text: rules, frames, footers, repeated titles. */
  function artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    unmark();
    pdf.markContent("Artifact", { type });
    draw();
    pdf.endMarkedContent();
  }

  function drawBeside(): void {
    for (const one of besides) {
      artifact(() => one.draw(pdf, one.top, y, { first: one.first, last: false }));
      Object.assign(one, { top: paper.top, first: false });
    }
  }

  function turn(): void {
    drawBeside();
    unmark();
    write();
    pdf.addPage();
    y = paper.top;
    for (const header of headers) artifact(header);
  }

  function stretches(line: Line, { size, colour }: Style, x: number, baseline: number): void {
    const words = placed(line.stretches.flatMap(spoken), line.fromRight);
    const from: number[] = [];
    let at = x;
    for (const { font, drawn, place } of words.toSorted((one, other) => one.place - other.place)) {
      from[place] = at;
      at += ruler.widthOf(font, drawn, size);
    }
    for (const { font, text, drawn, place } of words) {
      pdf.font(font, size).fillColor(colour);
      const said = drawn === text && speaks(font, text);
      if (!said) pdf.markContent("Span", { actual: text });
      pdf.text(drawn, from[place], baseline, { lineBreak: false, baseline: "alphabetic" });
      if (!said) pdf.endMarkedContent();
    }
  }

  const sheet = {
    pdf,
    ruler,
    root,
    words: wordsIn(document.language),
    y: () => y,
    room: () => paper.bottom - y,
    lines: (text: string, style: Style, width: number) => breakLines(text, style, width, ruler),

    tag(parent: Tag, type: string, attributes: Attributes = {}): Tag {
      const tag = tagOf(type, attributes);
      parent.element.add(tag.element);
      return tag;
    },

    /** White space above what follows; none at the head of a page. */
    space(height: number): void {
      if (y > paper.top) y = Math.min(y + height, paper.bottom);
    },
    move(to: number): void {
      y = to;
    },
    /** Turns the page unless this much is left. */
    need(height: number): void {
      if (y > paper.top && y + height > paper.bottom) turn();
    },
    turn,
    artifact,

    /** Draws one line with its upper edge at `top`, as content of a tag; `null` where a tag has said it already. */
    line(tag: Tag | null, line: Line, style: Style, area: Area, top: number = y): void {
      const x = style.align === "right" || line.fromRight ? area.x + area.width - line.width : area.x;
      const baseline = top + style.leading / 2 + style.size * 0.34;
      if (tag !== null && tag !== marked) {
        unmark();
        const content = pdf.markStructureContent(tag.type);
        tag.element.add(content);
        marked = tag;
      }
      stretches(line, style, x, baseline);
    },

    /** Sets text in lines across pages: never one line alone at the foot or the head of a page. */
    flow(tag: Tag, text: string, style: Style, area: Area): void {
      const lines = breakLines(text, style, area.width, ruler);
      for (const [index, line] of lines.entries()) {
        const left = lines.length - index;
        // Three lines cannot be parted without leaving one alone.
        const together =
          index === 0 ? Math.min(left, left === 3 ? 3 : 2) : left === 2 && lines.length > 3 ? 2 : 1;
        sheet.need(together * style.leading);
        sheet.line(tag, line, style, area);
        y += style.leading;
      }
      unmark();
      tag.end();
    },

    /** Draws something beside all that `body` sets, on each page that it reaches. */
    beside(draw: Beside, body: () => void): void {
      besides.push({ draw, top: y, first: true });
      body();
      const one = besides.pop();
      if (one) artifact(() => one.draw(pdf, one.top, y, { first: one.first, last: true }));
    },

    /** Repeats `header` at the head of each page that `body` reaches. */
    headed(header: () => void, body: () => void): void {
      headers.push(header);
      body();
      headers.pop();
    },

    /** Ends the text and puts a footer on every page. */
    close(): void {
      unmark();
      write();
      root.end();
      const { start, count } = pdf.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        pdf.switchToPage(start + page);
        artifact(() => footer(page + 1, count), "Pagination");
        write();
      }
    },
  };

  function footer(page: number, pages: number): void {
    const { x, width } = paper.text;
    pdf
      .moveTo(x, paper.foot)
      .lineTo(x + width, paper.foot)
      .lineWidth(0.5)
      .strokeColor(paper.line)
      .stroke();
    const style = styles.footer;
    const number = breakLines(sheet.words.page(page, pages), style, width, ruler)[0];
    const lines = breakLines(document.footer ?? document.organisation ?? "", style, width * 0.75, ruler);
    for (const [index, line] of lines.slice(0, 2).entries()) {
      const more = index === 1 && lines.length > 2 ? [{ font: "text" as const, text: " …" }] : [];
      const shown = { ...line, stretches: [...line.stretches, ...more] };
      sheet.line(null, shown, style, paper.text, paper.foot + 8 + index * style.leading);
    }
    if (number) sheet.line(null, number, { ...style, align: "right" }, paper.text, paper.foot + 8);
  }

  return sheet;
}

/**
 * pdfkit keeps each drawing operation as bytes of its own, which is tens of times their size; a page's are gathered here
 * and written as one. Answers what writes them, which must be called before another page is drawn on.
 */
function gathered(pdf: Pdf): () => void {
  const add = pdf.addContent.bind(pdf);
  let operations: string[] = [];
  pdf.addContent = (operation: string) => {
    operations.push(operation);
    return pdf;
  };
  return () => {
    if (operations.length > 0) add(operations.join("\n"));
    operations = [];
  };
}

/** Words whose glyphs do not say them stand alone, so that the words around them keep their places. */
function spoken({ font, text }: Stretch): Stretch[] {
  if (speaks(font, text)) return [{ font, text }];
  return text.split(/(?<= )|(?= )/).map((word) => ({ font, text: word }));
}

/** Measures with the document's own fonts, and remembers: tables repeat their words. */
function measuring(pdf: Pdf) {
  const known = new Map<string, number>();
  return (font: FontName, text: string, size: number): number => {
    if (text === "") return 0;
    const key = `${font} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before * size;
    const width = pdf.font(font, 1000).widthOfString(text) / 1000;
    if (known.size < 50_000) known.set(key, width);
    return width * size;
  };
}
