// How documents look: A4, the colours of the public pages, two weights, and the sizes of each kind of text in points.
import type { Face } from "./faces.ts";

const margin = 76;
const size = [595.28, 841.89] as const;

/** All in points, from the upper left corner. */
export const paper = {
  size,
  top: 72,
  bottom: size[1] - 92,
  foot: size[1] - 66,
  text: { x: margin, width: size[0] - 2 * margin },
  ink: "#1c211e",
  soft: "#565e59",
  line: "#dcd8ce",
  edge: "#7d847f",
  deep: "#17553f",
} as const;

export type Area = { readonly x: number; readonly width: number };

export type Style = {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
  readonly align?: "left" | "right";
  readonly anywhere?: boolean;
};

const { ink, soft, deep } = paper;

export const styles = {
  organisation: { face: "quoted", size: 12, leading: 17, colour: ink },
  title: { face: "display", size: 25, leading: 31, colour: ink },
  subtitle: { face: "text", size: 11, leading: 17, colour: soft },
  heading: { face: "display", size: 15.5, leading: 21, colour: ink },
  subheading: { face: "strong", size: 10, leading: 15.5, colour: ink },
  text: { face: "text", size: 10, leading: 15.5, colour: ink },
  strong: { face: "strong", size: 10, leading: 15.5, colour: ink },
  key: { face: "text", size: 9, leading: 14, colour: soft },
  value: { face: "text", size: 9, leading: 14, colour: ink },
  columnTitle: { face: "strong", size: 8.5, leading: 13, colour: ink },
  cell: { face: "text", size: 8.5, leading: 13, colour: ink },
  caption: { face: "display", size: 11.5, leading: 17, colour: ink },
  quotation: { face: "quoted", size: 12, leading: 18, colour: ink },
  source: { face: "text", size: 8.5, leading: 13, colour: soft },
  mark: { face: "symbols", size: 13, leading: 15.5, colour: deep },
  footer: { face: "text", size: 8, leading: 12, colour: soft },
} as const satisfies Record<string, Style>;

/** The same style for text of fixed width, which is a little smaller and breaks anywhere. */
export const monospaced = (style: Style): Style => ({
  ...style,
  face: "mono",
  size: style.size * 0.86,
  anywhere: true,
});
