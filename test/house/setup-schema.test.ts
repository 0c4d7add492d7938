// The schema that editors read says what the reader of licet.yaml says. `npx vitest run -u test/house/setup-schema.test.ts` writes it anew.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { fileSchema } from "../../src/app/setup/file-schema.ts";

const place = new URL("../../schema/licet.schema.json", import.meta.url);

test("the published schema is that of the reader", async () => {
  const { $schema, ...schema } = z.toJSONSchema(fileSchema(null), { target: "draft-7", io: "input" });
  const published = { $schema, title: "licet.yaml, the set-up of Licet", ...schema };
  await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(place.pathname);
});

test("the published schema finds the example sound, and a mistyped word in it wrong", () => {
  const published = z.fromJSONSchema(JSON.parse(readFileSync(place, "utf8")));
  const example = readFileSync(new URL("../../examples/lunaria/licet.yaml", import.meta.url), "utf8");
  expect(published.safeParse(parse(example)).success).toBe(true);
  expect(published.safeParse(parse(example.replace("kind: marketing", "kind: marketting"))).success).toBe(
    false,
  );
});
