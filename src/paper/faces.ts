// The faces that documents are set in, and the fonts behind each: the first that has a character draws it.
// The font files come with their packages and are read once; nothing else in this room touches a file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

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

const opened = new Map<FontName, { readonly bytes: Buffer; readonly font: Font }>();

function open(name: FontName) {
  const before = opened.get(name);
  if (before) return before;
  const bytes = readFileSync(files[name]());
  const font = create(bytes);
  if (!("layout" in font)) throw new Error(`\`${name}\` is a collection of fonts, not one font`);
  const now = { bytes, font };
  opened.set(name, now);
  return now;
}

export const fontBytes = (name: FontName): Buffer => open(name).bytes;

/** Characters that Source Serif draws with the glyph of another: copied from the page, they would come out as that one. */
const borrowed = new Set("\u00a0\u00ad\u2010\u00b5\u02bb\u02bc\u2206\u2126\u2215");
const has = (name: FontName, character: string) =>
  open(name).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) &&
  !((name === "display" || name === "quoted") && borrowed.has(character));

/** The first font of a face that has all of these characters; none has them where it is undefined. */
export function fontFor(face: Face, characters: string): FontName | undefined {
  return chains[face].find((name) => [...characters].every((character) => has(name, character)));
}

const spoken = new Map<string, boolean>();

/** Whether the glyphs of a text say its characters again; some are composed of parts, and Arabic is drawn from its end. */
export function speaks(name: FontName, text: string): boolean {
  if (/^[\x20-\x7e]*$/.test(text)) return true;
  const key = `${name} ${text}`;
  const before = spoken.get(key);
  if (before !== undefined) return before;
  const { font } = open(name);
  const { glyphs } = font.layout(text);
  const said =
    String.fromCodePoint(...glyphs.flatMap((glyph) => glyph.codePoints)) === text &&
    // A part that another character is drawn with as well would say that one.
    glyphs.every(
      ({ id, codePoints: [one = 0, ...more] }) => more.length > 0 || font.glyphForCodePoint(one).id === id,
    );
  // Bounded: a document may hold any number of different words.
  if (spoken.size < 20_000) spoken.set(key, said);
  return said;
}
