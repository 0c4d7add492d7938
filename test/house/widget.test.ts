// The module that is served: made from its sources, small, and with nothing in it that could tick a box.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { expect, test } from "vitest";

const file = "widget/licet-consent.js";
const served = readFileSync(file, "utf8");

test("it is what its sources make; `npm run widget` makes it anew", async () => {
  const { output } = await build({
    input: "widget/licet-consent.ts",
    platform: "browser",
    output: { format: "esm", file: join("dist", "licet-consent.js"), minify: true },
    write: false,
  });
  expect(output.map(({ type }) => type)).toEqual(["chunk"]);
  expect(served).toBe(output[0].code);
});

test("it weighs less than 8 kB compressed, and needs nothing else", () => {
  expect(gzipSync(served).byteLength).toBeLessThan(8_000);
  expect(served).not.toMatch(/\bimport\s*[({"]|\bfrom\s*"/);
});

test("whatever it writes to a box makes it unticked", () => {
  const written = [...served.matchAll(/(?:checked|defaultChecked)\b\s*(?:=(?!=)|:)\s*([^,;)}]+)/g)].map(
    ([, value]) => value,
  );
  expect(written).toEqual(["!1"]);
  expect(served).not.toMatch(/setAttribute\([`"']checked|\.click\(|innerHTML|\brequired\b/);
});
