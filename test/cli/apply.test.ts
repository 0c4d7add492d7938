// `licet apply`, as somebody who writes their first licet.yaml meets it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cloneDatabase } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

const lunaria = readFileSync(join(repository, "examples/lunaria/licet.yaml"), "utf8");

describe("a file with mistakes", () => {
  const here = place();
  beforeAll(() => {
    writeFileSync(join(here.folder, "licet.yaml"), lunaria.replace("kind: marketing", "kind: marketting"));
  });

  test("names each with its place, in a form that editors open, and changes nothing", async () => {
    const { status, stdout, stderr } = await here.licet("apply", "licet.yaml");
    const line = lunaria.split("\n").findIndex((text) => text.includes("kind: marketing")) + 1;
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^licet\\.yaml:${line}:\\d+: .*marketting`));
    expect(stderr).toContain("licet: 1 mistake; nothing was changed");
    expect(existsSync(join(here.folder, ".licet"))).toBe(false);
  });

  test("names them as JSON Lines to a program", async () => {
    const { status, json } = await here.licet("apply", "licet.yaml", "--json");
    expect(status).toBe(1);
    expect(json()).toMatchObject([{ file: "licet.yaml", path: expect.stringMatching(/kind$/) }]);
  });
});

describe("a sound file", () => {
  let here: Place;
  beforeAll(async () => {
    here = place({ DATABASE_URL: await cloneDatabase(), LICET_SECRET: "5e".repeat(32) });
    writeFileSync(join(here.folder, "licet.yaml"), lunaria);
  });

  test("is only shown with --dry-run", async () => {
    const { status, stdout } = await here.licet("apply", "licet.yaml", "--dry-run");
    expect(status).toBe(0);
    expect(stdout).toContain("nothing was written");
    expect(stdout).toMatch(/\+ purpose +newsletter +version 1/);
  });

  test("is put in force, and a second time changes nothing", async () => {
    expect((await here.licet("apply", "licet.yaml")).stdout).toContain("in force now");
    expect(await here.licet("apply", "licet.yaml")).toMatchObject({
      status: 0,
      stdout: "everything in the file is in force already\n",
    });
  });

  test("changed, becomes a new version, and the old and new lines are shown", async () => {
    writeFileSync(join(here.folder, "licet.yaml"), lunaria.replace("category: shoes", "category: boots"));
    const { stdout } = await here.licet("apply", "licet.yaml");
    expect(stdout).toMatch(/~ purpose +newsletter +version 1 → 2\n +category\n +- shoes\n +\+ boots\n/);
  });
});
