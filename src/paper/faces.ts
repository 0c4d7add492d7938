// The faces that documents are set in, and the fonts behind each: the first that has a character draws it.
// The font files come with their packages and are read once; nothing else in this room touches a file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font, type GlyphRun } from "fontkit";

const require = createRequire(import.meta.url);

/** Noto Sans has every Latin, Greek and Cyrillic letter; DejaVu the symbols, the boxes, Hebrew and Arabic. */
const files = {
  text: () => require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  strong: () => require.resolve("@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf"),
  display: () => require.resolve("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
  quoted: () =>
    require.resolve("@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf"),
  mono: () => require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf"),
  symbols: () => require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
} as const;

export type FontName = keyof typeof files;

const chains = {
  text: ["text", "symbols"],
  strong: ["strong", "text", "symbols"],
  display: ["display", "text", "symbols"],
  quoted: ["quoted", "text", "symbols"],
  mono: ["mono", "text", "symbols"],
  symbols: ["symbols"],
} as const satisfies Record<string, readonly FontName[]>;

export type Face = keyof typeof chains;

export const fontNames = Object.keys(files) as FontName[];

const opened = new Map<FontName, Font>();

/** A font, read once for all documents. */
export function fontOf(name: FontName): Font {
  const before = opened.get(name);
  if (before) return before;
  const font = create(readFileSync(files[name]()));
  if (!("layout" in font)) throw new Error(`\`${name}\` is a collection of fonts, not one font`);
  settle(font);
  const remembering = remember(font);
  opened.set(name, remembering);
  return remembering;
}

/**
 * The same font, which lays a word out once: pdfkit asks for it four times to draw it, and writes over the positions it
 * gets. Bounded, where pdfkit's own memory keeps every word of a document.
 */
function remember(font: Font): Font {
  let known = new Map<string, GlyphRun>();
  const layout: Font["layout"] = (text, ...rest) => {
    if (rest.some((one) => one !== undefined)) return font.layout(text, ...rest);
    const run = known.get(text) ?? font.layout(text);
    if (known.size >= 4000) known = new Map();
    known.set(text, run);
    return Object.create(run, { positions: { value: run.positions.map((position) => ({ ...position })) } });
  };
  return Object.create(font, { layout: { value: layout } });
}

/** What fonts may draw as one glyph, and what shares one with a rarer character: these are what such a glyph says. */
const common = "ffi ffl ffj ffb ffh ffk fft fff ff fi fl fj fb fh fk ft tt ti Th ‘ ’ μ".split(" ");

/**
 * fontkit lets a glyph say the characters that it was first drawn for, in whichever document that was; a letter without its
 * accent could so come to say the accented one. Asked for all at once, each says the first character that it stands for.
 */
function settle(font: Font): void {
  for (const text of common) font.layout(text);
  for (const character of font.characterSet.toSorted((one, other) => one - other))
    font.glyphForCodePoint(character);
  for (let id = 0; id < font.numGlyphs; id++) font.getGlyph(id, [0xfffd]);
}

/** The first font of a face that has all of these characters; none has them where it is undefined. */
export function fontFor(face: Face, characters: string): FontName | undefined {
  return chains[face].find((name) =>
    [...characters].every((character) => fontOf(name).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  );
}

const spoken = new Map<string, boolean>();

/** Whether the glyphs of a text say its characters: composed letters and the joined ones of Arabic may not. */
export function speaks(name: FontName, text: string): boolean {
  if (/^[\x20-\x7e]*$/.test(text)) return true;
  const key = `${name} ${text}`;
  const before = spoken.get(key);
  if (before !== undefined) return before;
  const characters = fontOf(name)
    .layout(text)
    .glyphs.flatMap((glyph) => glyph.codePoints);
  const plain = text.replaceAll("\u00a0", " ");
  const said =
    String.fromCodePoint(...characters) === plain ||
    // Drawn from its end, which readers of PDF turn round again.
    (/^\p{Script=Hebrew}+$/u.test(text) && String.fromCodePoint(...characters.toReversed()) === plain);
  // Bounded: a document may hold any number of different words.
  if (spoken.size < 20_000) spoken.set(key, said);
  return said;
}
