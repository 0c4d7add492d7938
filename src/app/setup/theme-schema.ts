// The shape of a theme in licet.yaml.
import { z } from "zod";
import { choice, group, line } from "./schema-parts.ts";
import type { Localised } from "./setup.ts";
import { FONTS } from "./theme.ts";

const colourExpected = "a colour such as `#17553f`";
const colour = z
  .string({ error: colourExpected })
  .regex(/^#[0-9a-f]{6}$/i, { error: colourExpected })
  .toLowerCase();

const palette = (description: string) =>
  group(description, {
    paper: colour.describe("What everything stands on."),
    ink: colour.describe("Text."),
    accent: colour.describe("Links, buttons, and what has the focus."),
  });

export const themeSchema = (label: z.ZodType<Localised>) =>
  group("How the public pages look. All other colours follow from these, and all are held to WCAG 2.2 AA.", {
    colours: group("Colours, for light and for dark surroundings.", {
      light: palette("In light surroundings."),
      dark: palette(
        "In dark surroundings. Absent: a dark page with the accent of the light one.",
      ).exactOptional(),
    }).exactOptional(),
    font: choice(FONTS).describe("Fonts of the reader's own machine. Absent: `classic`.").exactOptional(),
    fontFile: line("the path of a woff2 file beside this one, at most 100 kB").exactOptional(),
    logo: group("Stands at the head of each page instead of the name.", {
      file: line("the path of an SVG, PNG or JPEG file beside this one, at most 50 kB"),
      alt: label.describe("What it says, for whoever cannot see it."),
    }).exactOptional(),
  });
