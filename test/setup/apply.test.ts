// Applying a set-up to a real PostgreSQL: twice is once, a new wording is a new version, and two at once never mix.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applySetup, previewSetup } from "../../src/app/setup/apply.ts";
import type { Plan } from "../../src/app/setup/plan.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const text = readFileSync(new URL("../../examples/lunaria/licet.yaml", import.meta.url), "utf8");

function declare(replaced = "", by = "") {
  const file = readSetupFile(text.replace(replaced, by));
  if (!file.ok) throw new Error(file.mistakes[0]?.problem);
  return file.declared;
}

/** `clause newsletter: newVersion 2`, leaving out what is unchanged. */
function told(plan: Plan): string[] {
  return plan.changes
    .filter(({ change }) => change !== "unchanged")
    .map(({ kind, key, change, version }) => `${kind} ${key}: ${change} ${version}`);
}

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

test("what was applied is found in force, hash for hash", async () => {
  expect(told(await previewSetup(world.store.setup, declare()))).toEqual([]);
  expect(told(await applySetup(world, declare()))).toEqual([]);
});

test("a new wording is a new version of the clause and of the forms that show it", async () => {
  const plan = await applySetup(
    world,
    declare("me envíe por correo electrónico", "me escriba por correo electrónico"),
  );
  expect(told(plan)).toEqual([
    "clause newsletter: newVersion 2",
    "form sign-up: newVersion 2",
    "form order: newVersion 2",
  ]);
  const setup = await world.store.setup.current();
  expect(setup?.forms["sign-up"]?.content.pinned).toEqual({
    notice: 1,
    clauses: { newsletter: 2, "email-tracking": 1 },
  });
  expect((await world.store.setup.version("clause", "newsletter", 1))?.content.text.es).toContain("me envíe");
});

test("of two that are applied at once, none stands under the other's hash", async () => {
  const before = "address: Calle de la Luna Nueva, 14, 28004 Madrid, España";
  const addresses = ["Calle del Sol, 1, 28004 Madrid", "Calle del Mar, 2, 28004 Madrid"];
  await Promise.allSettled(
    addresses.map((address) => applySetup(world, declare(before, `address: ${address}`))),
  );
  const inForce = (await world.store.setup.current())?.controller;
  const onRecord = await world.store.setup.version("controller", "lunaria", inForce?.version ?? 0);
  expect(onRecord).toEqual(inForce);
  const winner = addresses.find((address) => address === inForce?.content.address) ?? "";
  expect(
    told(await previewSetup(world.store.setup, declare(before, `address: ${winner}`))).filter((line) =>
      line.startsWith("controller"),
    ),
  ).toEqual([]);
});
