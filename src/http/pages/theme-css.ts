// What a theme adds to the stylesheet: its colours as the values of the variables, and its fonts.
import { coloursOf, darkOf } from "../../app/setup/palette.ts";
import type { Controller, Form } from "../../app/setup/setup.ts";
import type { FontName, Palette, Theme } from "../../app/setup/theme.ts";

/** Headings, and text. They are on the reader's machine already, so nobody is asked for them. */
const fonts: Readonly<Record<FontName, readonly [display: string, text: string]>> = {
  classic: ["", ""],
  plain: ["var(--text)", ""],
  humanist: stack('Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",sans-serif'),
  geometric: stack('Avenir,Montserrat,Corbel,"URW Gothic","DejaVu Sans",sans-serif'),
  serif: ["", "var(--display)"],
};

function stack(families: string): readonly [string, string] {
  return [families, families];
}

/** The controller's theme, and what the form has instead. */
export function themeOf(controller: Controller, form: Pick<Form, "theme">): Theme | undefined {
  return form.theme ? { ...controller.theme, ...form.theme } : controller.theme;
}

/** Empty where there is no theme. */
export function themeCss(theme: Theme | undefined): string {
  if (!theme) return "";
  const { colours, font = "classic", fontFile } = theme;
  const [display, text] = fonts[font];
  const own = fontFile === undefined ? "" : "own,";
  const families = [
    ...declaration("--display", display, own && `own,${display || classicDisplay}`),
    ...declaration("--text", text, own && `own,${text || classicText}`),
  ].join("");
  return [
    fontFile === undefined
      ? ""
      : `\n@font-face{font-family:own;src:url(/assets/${fontFile}) format("woff2");font-display:swap}`,
    families === "" ? "" : `\n:root{${families}}`,
    colours === undefined
      ? ""
      : `\n:root{${variables(colours.light)}}\n@media (prefers-color-scheme:dark){:root{${variables(colours.dark ?? darkOf(colours.light))}}}`,
  ].join("");
}

const classicDisplay = "Charter,Georgia,serif";
const classicText = "system-ui,sans-serif";

const declaration = (name: string, value: string, instead: string): readonly string[] =>
  instead || value ? [`${name}:${instead || value};`] : [];

const variables = (palette: Palette): string =>
  Object.entries(coloursOf(palette))
    .map(([name, colour]) => `--${name}:${colour};`)
    .join("");
