// Where the words of a line stand if some run from right to left: Unicode Standard Annex 9, by bidi-js.
import bidiFactory from "bidi-js";
import type { Stretch } from "./visible.ts";

// Node gives the function itself, where the types of the package promise a module around it.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Whether a paragraph begins from the right: by its first letter. */
export const beginsRight = (paragraph: string): boolean =>
  rightToLeft.test(/\p{L}/u.exec(paragraph)?.[0] ?? "");

/** A stretch of one direction: `drawn` is what stands on paper, mirrored where it is a bracket. */
export type Placed = Stretch & { readonly drawn: string; readonly place: number };

/** The words of a line in the order in which they are read, each with its place from the left. */
export function placed(stretches: readonly Stretch[], fromRight: boolean): Placed[] {
  const text = stretches.map((stretch) => stretch.text).join("");
  if (!rightToLeft.test(text)) return stretches.map((one, place) => ({ ...one, drawn: one.text, place }));
  const { levels } = bidi.getEmbeddingLevels(text, fromRight ? "rtl" : "ltr");
  const units = [...unitsOf(stretches, levels)];
  const order = units.map((_, index) => index);
  // Rule L2: from the highest level down, what stands at it or above is reversed.
  for (let level = Math.max(...units.map((unit) => unit.level)); level > 0; level--)
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (units[order[to] as number]?.level ?? 0) >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  return units.map(({ font, text, level }, index) => {
    const mirrored = level % 2 === 1 ? bidi.getMirroredCharacter(text) : null;
    return { font, text, drawn: mirrored ?? text, place: order.indexOf(index) };
  });
}

/** Words, spaces and signs of one font and one level: within a word the font itself turns the letters round. */
function* unitsOf(stretches: readonly Stretch[], levels: Uint8Array) {
  let at = 0;
  for (const { font, text } of stretches) {
    for (const [part] of text.matchAll(/[\p{L}\p{M}\p{N}]+|\s+|./gsu)) {
      for (let from = 0, to = 1; from < part.length; from = to, to = from + 1) {
        const level = levels[at + from] ?? 0;
        while (to < part.length && levels[at + to] === level) to++;
        yield { font, text: part.slice(from, to), level };
      }
      at += part.length;
    }
  }
}
