// Where the master key may come from, what happens without it, and that nobody is erased by a slip.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { goodConsent } from "../support/people.ts";
import { place, repository } from "./run.ts";

const [older, newer] = ["0a".repeat(32), "0b".repeat(32)];

test("a key-management service gives the keys, an erased key is missed, and a rotation goes over to the one in front", {
  timeout: 120_000,
}, async () => {
  const printing = (...keys: string[]) => ({ LICET_MASTER_KEY_COMMAND: `echo ${keys.join(" ")}` });
  const first = place(printing(older));
  const data = { LICET_DATA: join(first.folder, ".licet") };
  await first.licet("apply", join(repository, "examples", "lunaria", "licet.yaml"));
  const line = `${JSON.stringify({ email: "ana@example.com", facts: [goodConsent()] })}\n`;
  expect((await first.feed(line, "record", "-")).status).toBe(0);
  expect(existsSync(join(first.folder, ".licet", "master-key"))).toBe(false);

  const without = await place({ ...data, LICET_MASTER_KEY: newer }).licet(
    "audience",
    "--purpose",
    "newsletter",
  );
  expect(without).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("a master key that this database needs"),
  });

  const both = place({ ...data, ...printing(newer, older) });
  expect((await both.licet("keys", "rotate", "--json")).json()).toEqual([{ keys: 1, seen: 1, rewrapped: 1 }]);
  const after = await place({ ...data, LICET_MASTER_KEY: newer }).licet(
    "audience",
    "--purpose",
    "newsletter",
    "--json",
  );
  expect(after.json()).toMatchObject([{ email: "ana@example.com" }]);
  expect((await first.licet("audience", "--purpose", "newsletter")).status).toBe(1);
});

test("a master key is not the secret, and comes from one place", async () => {
  const same = { LICET_SECRET: older, LICET_MASTER_KEY: older };
  expect((await place(same).licet("audience", "--purpose", "newsletter")).stderr).toContain(
    "another one than the secret",
  );
  const twice = { LICET_MASTER_KEY: older, LICET_MASTER_KEY_COMMAND: "true" };
  expect((await place(twice).licet("settings")).stderr).toContain("only one of");
  const failing = await place({ LICET_MASTER_KEY_COMMAND: "exit 3" }).licet(
    "audience",
    "--purpose",
    "newsletter",
  );
  expect(failing.stderr).toContain("the command of `LICET_MASTER_KEY_COMMAND` failed");
});

test("nobody is erased unasked", async () => {
  const { status, stderr } = await place().licet("erase", "ana@example.com");
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("say `--yes`") });
});
