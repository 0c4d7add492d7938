// Colours that cannot be read, each with the nearest that can.
import type { Finding } from "./lawfulness.ts";
import { type Fault, faults } from "./palette.ts";
import type { DeclaredSetup } from "./setup.ts";
import type { Theme } from "./theme.ts";

/** Source: WCAG 2.2, 1.4.3 and 1.4.11 (AA); EN 301 549; Directive (EU) 2019/882. */
export function misthemed({ controller, forms }: DeclaredSetup): Finding[] {
  return [
    ...unreadable(controller.theme, ["theme"]),
    ...Object.entries(forms).flatMap(([key, { theme }]) => unreadable(theme, ["forms", key, "theme"])),
  ];
}

function unreadable(theme: Theme | undefined, path: readonly string[]): Finding[] {
  return Object.entries(theme?.colours ?? {}).flatMap(([scheme, palette]) =>
    faults(palette).map((fault) => ({
      path: [...path, "colours", scheme, fault.of],
      problem: words(fault, palette[fault.of]),
    })),
  );
}

function words({ ratio, on, least, proposed }: Fault, colour: string): string {
  const ground = on === "paper" ? "on the paper" : `on \`${on}\`, which follows from the three,`;
  return `cannot be read well enough: \`${colour}\` ${ground} has a contrast of ${ratio.toFixed(1)} to 1, and ${least} is the least (WCAG 2.2 AA); the nearest that will do is \`${proposed}\``;
}
