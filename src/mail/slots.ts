// Texts that are the same for everybody but for a few slots, each filled for each person.
import { hash } from "node:crypto";
import type { LetterVariables } from "./letter-variables.ts";

/** A place in a text that is filled for each person. */
export interface Slot {
  readonly fill: (variables: LetterVariables) => string;
  /** Never empty, without a line break, and no space at its ends: whoever tidies the text around it need not see it. */
  readonly solid: boolean;
}

/** A text, in the order of its parts. */
export type Parts = readonly (string | Slot)[];

/** What stands for a slot in a text. */
export const slotWord = /z[0-9a-f]{24}n\d+z/;

/** Words that stand for slots in a text, so that it can be worked on as a plain one. */
export interface Marks<Marked> {
  mark(slot: Marked): string;
  split(text: string): (string | Marked)[];
}

/** @param text - every text that the marks may not be taken for. */
export function openMarks<Marked>(text: string): Marks<Marked> {
  // Survives Markdown, HTML and quoted-printable, and no text holds a hash of itself.
  const word = `z${hash("sha256", text, "hex").slice(0, 24)}n`;
  const slots: Marked[] = [];
  return {
    mark: (slot) => `${word}${slots.push(slot) - 1}z`,
    split: (marked) =>
      marked
        .split(new RegExp(`${word}(\\d+)z`))
        .map((piece, index) => (index % 2 === 0 ? piece : (slots[Number(piece)] as Marked)))
        .filter((piece) => piece !== ""),
  };
}

/** Works on a text with slots as on one without; `mark` puts a further slot into it. */
export function across(parts: Parts, work: (text: string, mark: Marks<Slot>["mark"]) => string): Parts {
  const { mark, split } = openMarks<Slot>(JSON.stringify(parts));
  return split(work(parts.map((part) => (typeof part === "string" ? part : mark(part))).join(""), mark));
}

export function isSolid(parts: Parts): boolean {
  return parts.every((part) => typeof part === "string" || part.solid);
}
