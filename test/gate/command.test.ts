// `licet gate` and `licet verdicts`: what they say to whoever has mistaken a name, and until when a credential observes.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { place } from "../cli/run.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let here: ReturnType<typeof place>;
beforeAll(async () => {
  world = await makeWorld();
  here = place({
    DATABASE_URL: world.databaseUrl,
    LICET_SECRET: "5e".repeat(32),
    LICET_MASTER_KEY: "4d".repeat(32),
  });
});
afterAll(() => world.close());

test.each(["gate", "retention", "ledger"])(
  "`licet %s` knows no command that it does not have",
  async (group) => {
    const { status, stderr } = await here.licet(group, "frobnicate", "now");
    expect(status).toBe(2);
    expect(stderr).toBe(`licet: unknown command \`frobnicate\`\n  see \`licet ${group} --help\`\n`);
  },
);

test("says of an asker that there is none, and of one that has asked nothing yet no such thing", async () => {
  expect((await here.licet("verdicts", "--asker", "nobody")).stderr).toContain("is called `nobody`");
  await here.licet("gate", "create", "shop", "--purpose", "orders");
  expect((await here.licet("verdicts", "--asker", "shop")).stderr).toBe("");
});

test("says until when a credential observes, and that it refuses from then on", async () => {
  const day = /it observes until 20\d\d-\d\d-\d\d \d\d:\d\d UTC, and refuses from then on/;
  const made = await here.licet(
    "gate",
    "create",
    "listmonk",
    "--purpose",
    "newsletter",
    "--observe-days",
    "14",
  );
  expect(made.stderr).toMatch(day);
  expect((await here.licet("gate", "observe", "listmonk", "--days", "3")).stdout).toMatch(day);
});

test("warns where anybody may have a mailbox of the sender's domain", async () => {
  const file = join(here.folder, "licet.yaml");
  writeFileSync(file, lunaria().replaceAll("hola@lunaria.example", "lunaria@gmail.com"));
  expect((await here.licet("apply", file)).status).toBe(0);
  const { stderr } = await here.licet("gate", "create", "crm", "--purpose", "orders");
  expect(stderr).toContain("anybody may have a mailbox of `gmail.com`");
  expect(stderr).not.toContain("lunaria@");
});
