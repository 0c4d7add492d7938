// Sets tables: widths by what the cells hold, titles repeated on every page, rows kept whole unless a page cannot hold one.
import type { Block, Row, Text } from "./document.ts";
import { extent } from "./lines.ts";
import { styleOf, textOf } from "./prose.ts";
import type { Attributes, Sheet, Tag } from "./sheet.ts";
import { type Area, paper, type Style, styles } from "./style.ts";

type Table = Extract<Block, { kind: "table" }>;
type Cell = {
  readonly type: "TH" | "TD";
  readonly attributes: Attributes;
  readonly text: Text;
  readonly style: Style;
};

const gutter = 14;
const above = 4;
const below = 4;
/** Widths follow from this many rows at the head; later ones are wrapped into them. */
const sampled = 200;

export function table(sheet: Sheet, { caption, columns, rows }: Table): void {
  const all = sheet.tag(sheet.root, "Table");
  const each = rows[Symbol.iterator]();
  const head: (readonly Text[])[] = [];
  for (let next = each.next(); !next.done; next = each.next()) {
    if (next.value.length !== columns.length)
      throw new Error(`a row has ${next.value.length} cells where the table has ${columns.length} columns`);
    head.push(next.value);
    if (head.length === sampled) break;
  }
  const titles: Cell[] = columns.map(({ title, align = "left" }) => ({
    type: "TH",
    attributes: { scope: "Column" },
    text: title,
    style: { ...styles.columnTitle, align },
  }));
  const cells = (row: readonly Text[]): Cell[] =>
    columns.map(({ align = "left" }, index) => {
      const text = row[index] ?? "";
      return { type: "TD", attributes: {}, text, style: { ...styleOf(text, styles.cell), align } };
    });
  const areas = columnAreas(sheet, [titles, ...head.map(cells)], paper.text);

  if (caption !== undefined) {
    sheet.need(styles.caption.leading + 4 * styles.cell.leading);
    sheet.flow(sheet.tag(all, "Caption"), caption, styles.caption, paper.text);
    sheet.space(2);
  }
  sheet.need(4 * styles.cell.leading + 4 * above);
  rowOf(sheet, all, titles, areas, paper.edge);
  const repeat = () => rowOf(sheet, null, titles, areas, paper.edge);
  sheet.headed(repeat, () => {
    for (const row of head) rowOf(sheet, all, cells(row), areas, paper.line);
    for (let next = each.next(); !next.done; next = each.next())
      rowOf(sheet, all, cells(next.value), areas, paper.line);
  });
  all.end();
  sheet.space(14);
}

export function keyedRows(sheet: Sheet, { rows }: Extract<Block, { kind: "rows" }>): void {
  keyed(sheet, sheet.root, rows, paper.text);
  sheet.space(14);
}

/** Keys and values: a table without titles, whose first cell heads its row. */
export function keyed(sheet: Sheet, parent: Tag, rows: readonly Row[], area: Area): void {
  const all = sheet.tag(parent, "Table");
  const keyWidth = Math.min(140, area.width * 0.32);
  const areas = [
    { x: area.x, width: keyWidth - gutter },
    { x: area.x + keyWidth, width: area.width - keyWidth },
  ];
  rows.forEach(({ key, value }) => {
    const cells: Cell[] = [
      { type: "TH", attributes: { scope: "Row" }, text: key, style: styles.key },
      { type: "TD", attributes: {}, text: value, style: styleOf(value, styles.value) },
    ];
    rowOf(sheet, all, cells, areas, paper.line);
  });
  all.end();
}

/** One row with a rule below it. Without a tag it repeats, as an artifact, what has been said. */
function rowOf(
  sheet: Sheet,
  parent: Tag | null,
  cells: readonly Cell[],
  areas: readonly Area[],
  rule: string,
): void {
  const tagged = parent && sheet.tag(parent, "TR");
  const columns = cells.map(({ type, attributes, text, style }, index) => {
    const area = areas[index] ?? paper.text;
    return {
      tag: tagged && sheet.tag(tagged, type, attributes),
      lines: sheet.lines(textOf(text), style, area.width),
      style,
      area,
    };
  });
  const leading = Math.max(...columns.map(({ style }) => style.leading));
  const height = Math.max(...columns.map(({ lines }) => lines.length)) * leading;
  // A repeated title stands at the head of a page already, and may not turn it again.
  if (tagged && above + height + below <= paper.bottom - paper.top - 40) sheet.need(above + height + below);
  let from = 0;
  const drawn = (count: number) => {
    const top = sheet.y() + above;
    for (const { tag, lines, style, area } of columns)
      for (const [index, line] of lines.slice(from, from + count).entries())
        sheet.line(tag, line, style, area, top + index * leading);
    from += count;
    sheet.move(top + count * leading + below);
  };
  const total = Math.round(height / leading);
  while (from < total) {
    const fits = Math.floor((sheet.room() - above - below) / leading);
    if (fits < 1 && tagged) sheet.turn();
    else drawn(Math.max(1, Math.min(fits, total - from)));
    if (!tagged) break;
  }
  const bottom = sheet.y();
  const [first, last] = [areas[0], areas.at(-1)];
  const draw = () => {
    if (first && last)
      sheet.pdf
        .moveTo(first.x, bottom)
        .lineTo(last.x + last.width, bottom)
        .lineWidth(0.5)
        .strokeColor(rule)
        .stroke();
  };
  if (tagged) sheet.artifact(draw);
  else draw();
  tagged?.end();
}

/** Shares the width: each column what it needs where that is possible, else by how much it would like. */
function columnAreas(sheet: Sheet, rows: readonly (readonly Cell[])[], area: Area): Area[] {
  const count = rows[0]?.length ?? 0;
  const room = area.width - gutter * (count - 1);
  const wants = Array.from({ length: count }, (_, index) => {
    const extents = rows.map((row) => extentOf(sheet, row[index]));
    const natural = Math.max(...extents.map((one) => one.natural), 1);
    return {
      least: Math.min(Math.max(...extents.map((one) => one.least), 1), room / count),
      natural: Math.min(natural, room * 0.6),
    };
  });
  const least = wants.reduce((sum, one) => sum + one.least, 0);
  const natural = wants.reduce((sum, one) => sum + Math.max(one.natural, one.least), 0);
  let x = area.x;
  return wants.map((one) => {
    const spare = Math.max(one.natural, one.least) - one.least;
    const width =
      natural <= room
        ? one.least + spare + (room - natural) / count
        : one.least + (room - least) * (spare / Math.max(natural - least, 1));
    const placed = { x, width };
    x += width + gutter;
    return placed;
  });
}

/** A long cell is judged by its head: it will be wrapped in any case. */
function extentOf(sheet: Sheet, cell: Cell | undefined) {
  if (!cell) return { least: 0, natural: 0 };
  const { least, natural } = extent(textOf(cell.text).slice(0, 400), cell.style, sheet.ruler);
  return { least: cell.style.anywhere ? Math.min(natural, 60) : least, natural };
}
