// `licet forms`, as somebody who writes their first form meets it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { cloneDatabase } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

const lunaria = readFileSync(join(repository, "examples/lunaria/licet.yaml"), "utf8");
const words =
  "Yes, I would like Lunaria Calzados, S.L. to email me its shoe news and offers, at most twice a month.";
const bundled = lunaria.replace(words, `I accept the terms and conditions. ${words}`);
const hasty = lunaria.replace("confirmationHours: 48", "confirmationHours: 2");

describe("licet forms lint", () => {
  const here = place();
  const write = (text: string | Buffer) => writeFileSync(join(here.folder, "licet.yaml"), text);

  test("finds nothing in the example shop", async () => {
    write(lunaria);
    expect(await here.licet("forms", "lint", "licet.yaml")).toMatchObject({
      status: 0,
      stdout: "nothing found; counsel still has to read it\n",
    });
  });

  test("names place, law and better words of what makes a consent invalid, and ends with 1", async () => {
    write(bundled);
    const { status, stdout } = await here.licet("forms", "lint", "licet.yaml");
    // The place is that of the key, on the line above its words.
    const line = bundled.split("\n").findIndex((text) => text.includes("I accept"));
    expect(status).toBe(1);
    expect(stdout).toContain(
      `licet.yaml:${line}:7: error \`clauses.newsletter.text.en\` accepts something else`,
    );
    expect(stdout).toContain("law     GDPR 7(2)");
    expect(stdout).toContain("write   Yes, Lunaria Calzados, S.L. may email me its newsletter");
    expect(stdout).toContain("1 error, 0 warnings; `licet apply` would refuse it");
  });

  test("tells a program the same as JSON Lines", async () => {
    const { status, json } = await here.licet("forms", "lint", "licet.yaml", "--json");
    expect(status).toBe(1);
    expect(json()).toMatchObject([
      {
        file: "licet.yaml",
        rule: "bundled-with-terms",
        severity: "error",
        articles: expect.arrayContaining(["GDPR 7(2)"]),
      },
    ]);
  });

  test("ends with 0 where it only warns", async () => {
    write(hasty);
    const { status, stdout } = await here.licet("forms", "lint", "licet.yaml");
    expect(status).toBe(0);
    expect(stdout).toContain("0 errors, 1 warning\n");
  });

  test.each<[string, string | Buffer, RegExp]>([
    ["another encoding", Buffer.from("name: Espa\xf1a", "latin1"), /is not UTF-8; save it as that/],
    ["more than anybody writes", "a".repeat(1024 * 1024 + 1), /is larger than a megabyte/],
    ["no YAML", "a: [", /licet\.yaml:1:\d+: this is not YAML/],
    [
      "a bomb",
      `a: &a [1]\nb: &b [${"*a, ".repeat(99)}*a]\nc: [${"*b, ".repeat(99)}*b]\n`,
      /repeats too much/,
    ],
  ])("says what is wrong with %s", async (_, text, told) => {
    write(text);
    const { status, stdout, stderr } = await here.licet("forms", "lint", "licet.yaml");
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(told);
  });

  test("does not read without end", async () => {
    expect((await here.licet("forms", "lint", "/dev/zero")).stderr).toContain("is larger than a megabyte");
  });

  test("says that a file is not there", async () => {
    expect(await here.licet("forms", "lint", "nowhere.yaml")).toMatchObject({
      status: 1,
      stderr: "licet: the file cannot be read: `nowhere.yaml` (ENOENT)\n",
    });
  });
});

describe("what is in force", () => {
  let here: Place;
  beforeAll(async () => {
    here = place({ DATABASE_URL: await cloneDatabase(), LICET_SECRET: "5e".repeat(32) });
  });

  test("cannot be read before there is any", async () => {
    expect((await here.licet("forms", "lint")).stderr).toContain("nothing is set up yet");
  });

  test("is not changed by a file with an error", async () => {
    writeFileSync(join(here.folder, "licet.yaml"), bundled);
    const { status, stderr } = await here.licet("apply", "licet.yaml");
    expect(status).toBe(1);
    expect(stderr).toContain("GDPR 7(2)");
    expect(stderr).toContain("1 mistake; nothing was changed");
    expect((await here.licet("forms", "lint")).stderr).toContain("nothing is set up yet");
  });

  test("is read too, once it was published with its warnings shown", async () => {
    writeFileSync(join(here.folder, "licet.yaml"), hasty);
    const applied = await here.licet("apply", "licet.yaml");
    expect(applied).toMatchObject({ status: 0, stdout: expect.stringContaining("in force now") });
    expect(applied.stderr).toContain("warning `forms.sign-up.confirmationHours` gives 2 hours");
    const { status, stdout } = await here.licet("forms", "lint");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^warning `forms\.sign-up\.confirmationHours`/);
  });
});

describe("the approval of a wording", () => {
  let here: Place;
  const approved = lunaria.replace(
    "    purpose: newsletter\n    text:",
    "    purpose: newsletter\n    approval: { by: Marta Ruiz, at: 2026-11-25 }\n    text:",
  );
  const apply = (text: string) => {
    writeFileSync(join(here.folder, "licet.yaml"), text);
    return here.licet("apply", "licet.yaml");
  };
  beforeAll(async () => {
    here = place({ DATABASE_URL: await cloneDatabase(), LICET_SECRET: "5e".repeat(32) });
  });

  test("is published with it, and told to be too old for other words", async () => {
    expect(await apply(approved)).toMatchObject({ status: 0, stderr: "" });
    const { status, stderr } = await apply(
      approved.replace("at most twice a month. I can", "at most once a month. I can"),
    );
    expect(status).toBe(0);
    expect(stderr).toContain("warning `clauses.newsletter` has other words than those that were approved");
  });

  test("is of these words once it is renewed with them", async () => {
    const renewed = approved
      .replace("at: 2026-11-25", "at: 2026-11-26")
      .replace("me its shoe news", "me shoe news");
    expect(await apply(renewed)).toMatchObject({ status: 0, stderr: "" });
  });

  test("is a day that there is", async () => {
    expect((await apply(approved.replace("at: 2026-11-25", "at: 2026-02-30"))).stderr).toContain(
      "a day such as",
    );
  });
});

describe("licet forms wordings", () => {
  const here = place();

  test("prints YAML with the wording, marked as needing counsel's approval", async () => {
    const { status, stdout } = await here.licet(
      ...[
        "forms",
        "wordings",
        "--language",
        "de",
        "fi",
        "--purpose",
        "newsletter",
        "--controller",
        "Lunaria GmbH",
      ],
    );
    expect(status).toBe(0);
    expect(stdout).toContain(
      "# Ready wordings, to be pasted into licet.yaml. Every one needs counsel's approval",
    );
    expect(parse(stdout)).toMatchObject({
      clauses: {
        newsletter: {
          purpose: "newsletter",
          text: {
            de: expect.stringContaining("Ja, Lunaria GmbH darf mir"),
            fi: expect.stringContaining("Kyllä"),
          },
        },
      },
      notices: { "sign-up": { withdrawalStated: true } },
    });
  });

  test("prints all of them where nobody chooses", async () => {
    const { stdout } = await here.licet("forms", "wordings");
    expect(Object.keys((parse(stdout) as { purposes: object }).purposes)).toHaveLength(9);
    expect(stdout.match(/^ {6}\w\w: /gm)?.length).toBeGreaterThan(9 * 12);
  });

  test("says what there is for whoever asks for something else", async () => {
    expect(await here.licet("forms", "wordings", "--language", "xx")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("`xx`; there are for fr, es, en, de"),
    });
  });
});
