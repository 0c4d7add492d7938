// `licet receipt`, and `licet verify FILE` somewhere else: without the data folder, the database or the server.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { email, journeyed } from "../receipts/journey.ts";
import type { TestWorld } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

let world: TestWorld;
let here: Place;
let elsewhere: Place;
let file: string;
let key: string;

beforeAll(async () => {
  world = await journeyed();
  const keys = { LICET_SECRET: "5e".repeat(32), LICET_MASTER_KEY: "4d".repeat(32) };
  here = place({ DATABASE_URL: world.databaseUrl, ...keys });
  elsewhere = place();
  file = join(elsewhere.folder, "ana.json");
});
afterAll(() => world.close());

test("writes a file for its owner alone, and says what is in it and how to check it", async () => {
  const { status, stdout, stderr } = await here.licet(
    "receipt",
    email,
    "--purpose",
    "newsletter",
    "--out",
    file,
  );
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: "it holds the address: hand it to nobody who need not know it\n",
  });
  expect(stdout).toContain("may be written to for `newsletter` (consent)");
  expect(stdout).toMatch(
    /in it: \d acts and 1 message, each with its proof, and 1 message of which the log holds nothing/,
  );
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [verifierKey = ""] = (await here.licet("ledger", "key")).stdout.split("\n");
  key = verifierKey;
});

test("puts it on paper too, and says that the paper alone proves nothing", async () => {
  const pdf = join(here.folder, "ana.pdf");
  const { status, stdout } = await here.licet(
    ...["receipt", email, "--purpose", "newsletter", "--pdf", pdf, "--language", "fr"],
  );
  expect(status).toBe(0);
  expect(stdout).toContain("the paper alone proves nothing; `--out` writes the file that does");
  expect(readFileSync(pdf, "latin1").startsWith("%PDF-")).toBe(true);
  expect(statSync(pdf).mode & 0o777).toBe(0o600);
});

test("has the shape that the published schema gives", () => {
  const published = z.fromJSONSchema(
    JSON.parse(readFileSync(join(repository, "schema", "receipt.schema.json"), "utf8")),
  );
  const receipt = JSON.parse(readFileSync(file, "utf8"));
  expect(published.safeParse(receipt).error).toBeUndefined();
  expect(published.safeParse({ ...receipt, evidence: {} }).success).toBe(false);
});

describe("on another machine", () => {
  test("the check says line by line what is proved and what is not, and needs nothing", async () => {
    const { status, stdout, stderr } = await elsewhere.licet("verify", file, "--key", key);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^ {2}sound$/m);
    expect(stdout).toMatch(
      /^ {2}proved$[\s\S]*`Ana\.Typed@Example\.com`[\s\S]*^ {2}not proved$[\s\S]*who they say they are/m,
    );
    expect(existsSync(join(elsewhere.folder, ".licet"))).toBe(false);
    expect(readdirSync(elsewhere.folder)).toEqual(["ana.json"]);
  });

  test("without the key it says that nothing is known of who signed", async () => {
    const { status, stdout } = await elsewhere.licet("verify", file);
    expect(status).toBe(0);
    expect(stdout).toContain("who signed this file: the key was taken from the file itself");
  });

  test("a changed byte is found, with status 1, and programs are told the same", async () => {
    const changed = join(elsewhere.folder, "changed.json");
    writeFileSync(changed, readFileSync(file, "utf8").replace("dpv:ConsentGiven", "dpv:ConsentGivem"));
    const { status, stdout } = await elsewhere.licet("verify", changed, "--key", key);
    expect(status).toBe(1);
    expect(stdout).toContain("not sound");
    expect((await elsewhere.licet("verify", changed, "--key", key, "--json")).json()).toMatchObject([
      { sound: false, findings: [{ is: "wrong" }] },
    ]);
  });

  test("`licet/verify` does so for other programs, with Node alone", async () => {
    const entry = join(repository, "src", "ledger", "verify-receipt.ts");
    const script = `
      import { readFileSync } from "node:fs";
      import { verifyReceipt } from ${JSON.stringify(entry)};
      console.log(verifyReceipt(readFileSync(${JSON.stringify(file)}, "utf8"), { key: ${JSON.stringify(key)} }).sound);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      cwd: elsewhere.folder,
      env: {},
    });
    expect(stdout).toBe("true\n");
  });
});

test("what is mistyped is told: no purpose, a key without a file, a file that is not there", async () => {
  expect((await here.licet("receipt", email)).status).toBe(2);
  expect(await here.licet("verify", "--key", key)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("name its file"),
  });
  expect((await here.licet("verify", "nowhere.json")).stderr).toContain("the file cannot be read");
  expect((await here.licet("receipt", "nobody@example.com", "--purpose", "newsletter")).stderr).toContain(
    "nobody with this address is on record",
  );
});
