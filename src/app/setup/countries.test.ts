// The list of countries is that of ISO 3166-1.
import { expect, test } from "vitest";
import { countries } from "./countries.ts";

test("the list has every country once, in order", () => {
  expect(countries).toHaveLength(249);
  expect(countries).toEqual([...new Set(countries)].sort());
});

test("every code has a name of its own", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(new Set(countries.map((code) => names.of(code)))).toHaveProperty("size", 249);
});
