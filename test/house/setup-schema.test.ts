// The schemas that editors read say what the readers of our files say. `npx vitest run test/house/setup-schema.test.ts -u` writes them anew.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { changeSchema } from "../../src/app/setup/change-file.ts";
import { fileSchema } from "../../src/app/setup/file-schema.ts";
import { receiptSchema } from "../../src/http/api/receipt-schema.ts";

const place = new URL("../../schema/licet.schema.json", import.meta.url);
const receiptPlace = new URL("../../schema/receipt.schema.json", import.meta.url);
const changePlace = new URL("../../schema/change.schema.json", import.meta.url);

test.each([
  ["licet.yaml, the set-up of Licet", fileSchema(null), place],
  ["a change to simulate with Licet", changeSchema, changePlace],
  ["a receipt of Licet", receiptSchema, receiptPlace],
])("the published schema of %s is that of the reader", async (title, schema, published) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  const text = `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(published.pathname);
});

test("the published schema finds the example sound, and a mistyped word in it wrong", () => {
  const published = z.fromJSONSchema(JSON.parse(readFileSync(place, "utf8")));
  const example = readFileSync(new URL("../../examples/lunaria/licet.yaml", import.meta.url), "utf8");
  expect(published.safeParse(parse(example)).success).toBe(true);
  expect(published.safeParse(parse(example.replace("kind: marketing", "kind: marketting"))).success).toBe(
    false,
  );
});

test("the published schema of a change finds the example sound", () => {
  const published = z.fromJSONSchema(JSON.parse(readFileSync(changePlace, "utf8")));
  const example = readFileSync(new URL("../../examples/lunaria/what-if.yaml", import.meta.url), "utf8");
  expect(published.safeParse(parse(example)).success).toBe(true);
  expect(published.safeParse({ retention: { consentDays: "a year" } }).success).toBe(false);
});
