// The colours of a page, made from three, and the contrast that each must have with what it stands on. Pure.
import type { Palette } from "./theme.ts";

type Rgb = readonly [red: number, green: number, blue: number];

/** Every colour of the stylesheet, by the name of its variable. */
export type Colours = Readonly<Record<ColourName, string>>;
export type ColourName =
  | "paper"
  | "sheet"
  | "ink"
  | "soft"
  | "line"
  | "edge"
  | "deep"
  | "deep-hover"
  | "on-deep"
  | "tint"
  | "wrong"
  | "wrong-tint";

/** What stands on what, and the least contrast between them. `line` is ornament: nothing is told by it alone. */
export interface Pair {
  readonly colour: ColourName;
  readonly on: ColourName;
  readonly least: number;
}

/** WCAG 2.2, 1.4.3 (AA): text. Large text would need less, and gets the same. */
const text = 4.5;
/** WCAG 2.2, 1.4.11: borders of fields, and the ring around what has the focus (2.4.7). */
const shape = 3;

const on = (colour: ColourName, least: number, ...grounds: readonly ColourName[]): Pair[] =>
  grounds.map((ground) => ({ colour, on: ground, least }));

export const pairs: readonly Pair[] = [
  ...on("ink", text, "paper", "sheet", "tint", "wrong-tint"),
  ...on("soft", text, "paper", "sheet", "tint"),
  ...on("deep", text, "paper", "sheet", "tint"),
  ...on("on-deep", text, "deep", "deep-hover"),
  ...on("wrong", text, "paper", "sheet", "wrong-tint"),
  ...on("edge", shape, "paper", "sheet"),
];

/** From 1 to 21. Source: WCAG 2.2, definition of contrast ratio. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** All colours that follow from three. The three themselves are taken as they are; see `faults`. */
export function coloursOf({ paper, ink, accent }: Palette): Colours {
  const dark = luminance(paper) < 0.18;
  // Each ground is as far from the paper as it may be for text to be read on it as on the paper itself.
  const sheet = ground(paper, "#ffffff", dark ? 0.04 : 0.6, [ink, accent]);
  const tint = ground(paper, accent, 0.08, [ink, accent]);
  const onDeep = contrast("#ffffff", accent) >= contrast("#000000", accent) ? "#ffffff" : "#000000";
  const alarm = dark ? "#ffa79c" : "#a1261d";
  const wrong = nearest(alarm, text, [paper, sheet], ink);
  return {
    paper,
    ink,
    sheet,
    tint,
    soft: fadeAsFarAs(ink, paper, 0.35, text, [paper, sheet, tint]),
    line: mix(paper, ink, 0.14),
    edge: fadeAsFarAs(ink, paper, 0.5, shape, [paper, sheet]),
    deep: accent,
    // Away from what stands on it: hovered over, it can only be read better.
    "deep-hover": mix(accent, onDeep === "#ffffff" ? "#000000" : "#ffffff", 0.14),
    "on-deep": onDeep,
    wrong,
    "wrong-tint": ground(paper, alarm, 0.08, [ink, wrong]),
  };
}

export interface Fault extends Pair {
  /** Which of those that were chosen is at fault. */
  readonly of: "ink" | "accent";
  readonly ratio: number;
  /** The nearest colour that passes, towards black or white; one of these passes on any paper. */
  readonly proposed: string;
}

/** The worst pair of ink and of accent, where one cannot be read; none: every pair passes. */
export function faults(palette: Palette): readonly Fault[] {
  const colours = coloursOf(palette);
  const of = { ink: ["ink", "soft", "edge", "wrong"], accent: ["deep", "on-deep"] } as const;
  return (["ink", "accent"] as const).flatMap((name): Fault[] => {
    const [worst] = pairs
      .filter(({ colour }) => (of[name] as readonly string[]).includes(colour))
      .map((pair) => ({ ...pair, ratio: contrast(colours[pair.colour], colours[pair.on]) }))
      .filter(({ ratio, least }) => ratio < least)
      .sort((one, other) => one.ratio / one.least - other.ratio / other.least);
    return worst
      ? [{ ...worst, of: name, proposed: nearest(palette[name], text, [palette.paper], "#000000") }]
      : [];
  });
}

/** A dark page for a palette that has none: the usual one, with the accent as near as can be read there. */
export function darkOf({ accent }: Palette): Palette {
  const dark = { paper: "#131715", ink: "#ecebe5", accent };
  return { ...dark, accent: faults(dark).find(({ of }) => of === "accent")?.proposed ?? accent };
}

/** A ground towards another colour, at most so far, on which all of these can be read. */
function ground(paper: string, towards: string, most: number, inks: readonly string[]): string {
  for (let share = most; share > 0; share -= 0.01) {
    const mixed = mix(paper, towards, share);
    if (inks.every((ink) => contrast(ink, mixed) >= text)) return mixed;
  }
  return paper;
}

/** A quieter ink, at most so quiet, and only as far as it can still be read. */
function fadeAsFarAs(
  colour: string,
  ground: string,
  most: number,
  least: number,
  grounds: readonly string[],
): string {
  for (let share = most; share > 0; share -= 0.01) {
    const faded = mix(colour, ground, share);
    if (grounds.every((each) => contrast(faded, each) >= least)) return faded;
  }
  return colour;
}

/** The least change towards black or white with which the colour can be read on all of these. */
function nearest(colour: string, least: number, grounds: readonly string[], otherwise: string): string {
  for (let share = 0; share <= 1; share += 1 / 128)
    for (const end of ["#000000", "#ffffff"]) {
      const candidate = mix(colour, end, share);
      if (grounds.every((each) => contrast(candidate, each) >= least)) return candidate;
    }
  return otherwise;
}

/** @param share - of the second, from 0 to 1. */
function mix(one: string, other: string, share: number): string {
  const [a, b] = [rgb(one), rgb(other)];
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function rgb(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Source: WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = rgb(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
