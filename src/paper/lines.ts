// Breaks text into lines of a given width: where Unicode allows it, and inside a word only where the word alone is too wide.
import LineBreaker from "linebreak";
import { beginsRight } from "./direction.ts";
import type { Face, FontName } from "./faces.ts";
import { clusters, joined, type Stretch, visible } from "./visible.ts";

/** Widths of text in points. */
export interface Ruler {
  widthOf(font: FontName, text: string, size: number): number;
}

/** `fromRight`: its paragraph begins with a letter of a script that runs from right to left. */
export type Line = {
  readonly stretches: readonly Stretch[];
  readonly width: number;
  readonly fromRight: boolean;
};

/** `anywhere` breaks at every character, as a hash wants it. */
export type Setting = { readonly face: Face; readonly size: number; readonly anywhere?: boolean };

type Piece = { readonly stretches: readonly Stretch[]; readonly width: number; readonly bare: number };

/** Longer pieces are cut before they are measured as a whole, so that no input is laid out at one go. */
const longestPiece = 64;

export function breakLines(text: string, setting: Setting, width: number, ruler: Ruler): Line[] {
  return visible(text)
    .split("\n")
    .flatMap((paragraph) => breakParagraph(paragraph, setting, width, ruler));
}

/** The width of the widest piece that is not broken, and that of the whole on one line. */
export function extent(text: string, setting: Setting, ruler: Ruler): { least: number; natural: number } {
  let least = 0;
  let natural = 0;
  for (const paragraph of visible(text).split("\n")) {
    let line = 0;
    for (const { width, bare } of pieces(paragraph, setting, ruler)) {
      least = Math.max(least, bare);
      natural = Math.max(natural, line + bare);
      line += width;
    }
  }
  return { least, natural };
}

function breakParagraph(paragraph: string, setting: Setting, width: number, ruler: Ruler): Line[] {
  const lines: Line[] = [];
  const fromRight = beginsRight(paragraph);
  let line: Stretch[] = [];
  let used = 0;
  const end = () => {
    lines.push({ stretches: joined(line), width: used, fromRight });
    line = [];
    used = 0;
  };
  for (const piece of pieces(paragraph, setting, ruler)) {
    if (used > 0 && used + piece.bare > width) end();
    if (piece.bare <= width) {
      line.push(...piece.stretches);
      used += piece.width;
      continue;
    }
    for (const stretch of piece.stretches.flatMap(({ text }) => clusters(setting.face, text))) {
      const wide = ruler.widthOf(stretch.font, stretch.text, setting.size);
      if (used > 0 && used + wide > width) end();
      line.push(stretch);
      used += wide;
    }
  }
  end();
  return lines;
}

function* pieces(paragraph: string, { face, size, anywhere }: Setting, ruler: Ruler): Generator<Piece> {
  for (const text of anywhere ? paragraph : words(paragraph)) {
    const all = clusters(face, text);
    for (let from = 0; from < all.length; from += longestPiece) {
      const stretches = joined(all.slice(from, from + longestPiece));
      const width = measure(stretches, size, ruler);
      const last = stretches.at(-1);
      const rest = last?.text.trimEnd();
      const bare =
        last === undefined || rest === last.text
          ? width
          : width -
            measure([last], size, ruler) +
            measure([{ font: last.font, text: rest ?? "" }], size, ruler);
      yield { stretches, width, bare };
    }
  }
}

const measure = (stretches: readonly Stretch[], size: number, ruler: Ruler) =>
  stretches.reduce((sum, { font, text }) => sum + ruler.widthOf(font, text, size), 0);

function* words(paragraph: string): Generator<string> {
  const breaker = new LineBreaker(paragraph);
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    yield paragraph.slice(from, next.position);
    from = next.position;
  }
}
