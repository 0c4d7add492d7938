// What would be lost on paper is made visible: a character that nobody could see, or that no font has, becomes its number.
import { type Face, type FontName, fontFor } from "./faces.ts";

/** A stretch of text that one font draws. */
export type Stretch = { readonly font: FontName; readonly text: string };

/** Controls, directional and zero-width characters, lone surrogates, private and unassigned ones, and what is drawn as nothing. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}]/u;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

const numbered = (character: string) =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** Line ends become one line feed, a tab a space, and every other unseen character its number. */
export function visible(text: string): string {
  const plain = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replaceAll("\t", " ");
  return unseen.test(plain)
    ? plain.replace(/[^\n]/gu, (one) => (unseen.test(one) ? numbered(one) : one))
    : plain;
}

const known = new Map<string, Stretch>();

/** One grapheme in the first font that can draw it whole; else character by character, or as numbers. */
function cluster(face: Face, text: string): readonly Stretch[] {
  const key = `${face} ${text}`;
  const before = known.get(key);
  if (before) return [before];
  const characters = [...text];
  // A letter under thousands of marks is no letter of any language.
  const font = characters.length > 32 ? undefined : fontFor(face, text);
  if (font !== undefined) {
    const found = { font, text };
    // Bounded: hostile text may hold any number of different graphemes.
    if (known.size < 20_000) known.set(key, found);
    return [found];
  }
  if (characters.length > 1) return characters.flatMap((one) => cluster(face, one));
  return [{ font: fontFor(face, "[") ?? "text", text: numbered(text) }];
}

/** Cuts visible text into graphemes, each with its font. */
export function clusters(face: Face, text: string): Stretch[] {
  const cut = /^[\x20-\x7e]*$/.test(text)
    ? [...text]
    : [...graphemes.segment(text)].map(({ segment }) => segment);
  return cut.flatMap((one) => cluster(face, one));
}

/** Joins neighbours of the same font. */
export function joined(stretches: Iterable<Stretch>): Stretch[] {
  const all: { font: FontName; text: string }[] = [];
  for (const { font, text } of stretches) {
    const last = all.at(-1);
    if (last?.font === font) last.text += text;
    else all.push({ font, text });
  }
  return all;
}
