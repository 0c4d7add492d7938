// Whatever three colours a controller takes, all that a page can show with them can be read, or they are refused with better ones.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coloursOf, contrast, darkOf, faults, pairs } from "./palette.ts";
import type { Palette } from "./theme.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);
const palette = fc.record({ paper: colour, ink: colour, accent: colour });

function worst(taken: Palette): number {
  const colours = coloursOf(taken);
  return Math.min(...pairs.map(({ colour, on, least }) => contrast(colours[colour], colours[on]) / least));
}

describe("contrast", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#ffffff", "#ffffff", 1],
  ])("of %s and %s is %d to 1, as in WCAG", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe("three colours", () => {
  test("are taken only where every pair of the page passes", () => {
    fc.assert(
      fc.property(palette, (taken) => {
        expect(faults(taken).length === 0).toBe(worst(taken) >= 1);
      }),
    );
  });

  test("that are refused pass with what is proposed in their place", () => {
    fc.assert(
      fc.property(palette, (taken) => {
        const found = faults(taken);
        const better = Object.fromEntries(found.map(({ of, proposed }) => [of, proposed]));
        expect(faults({ ...taken, ...better })).toEqual([]);
      }),
    );
  });

  test("have a dark page that can be read, if none is given", () => {
    fc.assert(
      fc.property(palette, (taken) => {
        expect(worst(darkOf(taken))).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test("that are good are left as they are", () => {
    const good = { paper: "#faf8f4", ink: "#1c211e", accent: "#17553f" };
    expect(faults(good)).toEqual([]);
    expect(coloursOf(good)).toMatchObject({ paper: good.paper, ink: good.ink, deep: good.accent });
  });

  test("that nearly pass are changed as little as can be", () => {
    const [fault] = faults({ paper: "#ffffff", ink: "#1c211e", accent: "#ff9900" });
    expect(fault).toMatchObject({ of: "accent", colour: "deep", proposed: "#a96600" });
  });
});
