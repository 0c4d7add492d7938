// `licet simulate`, as somebody who considers a stricter rule meets it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { cloneDatabase } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

const noon = ["--at", "2026-11-23T12:00:00Z"];
const whatIf = join(repository, "examples/lunaria/what-if.yaml");

let here: Place;
beforeAll(async () => {
  here = place({ DATABASE_URL: await cloneDatabase(), LICET_SECRET: "5e".repeat(32) });
  writeFileSync(join(here.folder, "change.yaml"), "retention: { consentDays: 30 }\n");
  writeFileSync(join(here.folder, "wrong.yaml"), "retention:\n  consentDays: 5000\n");
  await here.licet("apply", join(repository, "examples/lunaria/licet.yaml"));
  const people = readFileSync(join(repository, "test/corpus/people.jsonl"), "utf8").split("\n").slice(0, 200);
  await here.feed(people.join("\n"), "record", "-");
});

test("counts who would lose and who would gain, by what they have and what they would have", async () => {
  const { status, stdout } = await here.licet("simulate", "--change", "change.yaml", ...noon);
  expect(status).toBe(0);
  expect(stdout).toContain("change.yaml · 200 people · 2026-11-23 12:00 UTC · nothing was changed");
  expect(stdout).toMatch(/newsletter\n +permitted now +\d+ +[\d.]+ %\n +permitted then +\d+/);
  expect(stdout).toMatch(/lose permission +\d+ +[\d.]+ %\n +consent → consent-decayed +\d+/);
  expect(stdout).toMatch(/gain permission +0 +0\.0 %/);
});

test("`--list` names them", async () => {
  const typed = ["simulate", "--change", "change.yaml", "--purpose", "newsletter", "--list", ...noon];
  expect((await here.licet(...typed)).stdout).toMatch(
    /^ {2}- \S+@\S+ {2}newsletter {2}consent → consent-decayed$/m,
  );
});

test("`--json` is one line for each answer that changes, as many as are counted", async () => {
  const typed = ["simulate", "--change", "change.yaml", "--purpose", "newsletter", ...noon];
  const lines = (await here.licet(...typed, "--json")).json();
  expect(lines[0]).toMatchObject({ purpose: "newsletter", before: { rules: "2026-11-23" }, after: {} });
  const lost = lines.filter(({ effect }) => effect === "loses").length;
  expect((await here.licet(...typed)).stdout).toMatch(new RegExp(`lose permission +${lost} `));
});

test("the example is sound", async () => {
  expect(await here.licet("simulate", "--change", whatIf)).toMatchObject({ status: 0, stderr: "" });
});

test("what would loosen the law is refused, with its line and what the law says", async () => {
  const { status, stdout, stderr } = await here.licet("simulate", "--change", "wrong.yaml");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^wrong\.yaml:2:3: `retention\.consentDays` would loosen the law.*1095 days/);
});
