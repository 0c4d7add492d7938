// The two thousand people of the acceptance, as a table: the same verdicts as line by line.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvLines } from "../../src/app/imports/write-csv.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { type Imported, importFile } from "./world-import.ts";

interface Person {
  readonly email: string;
  readonly recipient?: Readonly<Record<string, unknown>>;
  readonly facts: readonly unknown[];
}

const lines = <Line>(file: string) =>
  readFileSync(join(import.meta.dirname, "..", "corpus", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
const people = lines<Person>("people.jsonl");
const expected = lines<{ email: string; outcome: string; basis?: string; code?: string }>(
  "people-expected.jsonl",
);
const fields = ["country", "kind", "soleTrader", "address", "freeMail", "legalPersonProof", "birthDate"];

/** As a spreadsheet holds it: the recipient in columns of their own, the facts as JSON in one cell. */
function asCsv(): string {
  return csvLines([
    ["email", ...fields.map((field) => `recipient.${field}`), "facts"],
    ...people.map(({ email, recipient = {}, facts }) => [
      email,
      ...fields.map((field) => (recipient[field] === undefined ? "" : String(recipient[field]))),
      JSON.stringify(facts),
    ]),
  ]);
}

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
});
afterAll(() => world.close());

const words = ({ verdicts }: Imported) =>
  new Map(Object.entries(verdicts).map(([email, { newsletter = "" }]) => [email, newsletter.split(" ")[1]]));
const told = new Map(expected.map(({ email, basis, code }) => [email, basis ?? code]));

test("everybody gets the verdict that the law gives, beforehand and recorded", async () => {
  const dry = await importFile(world, asCsv(), { dry: true });
  expect(dry.preset).toBe("facts");
  expect(words(dry)).toEqual(told);
  const imported = await importFile(world, asCsv());
  expect(words(imported)).toEqual(told);
  expect(imported.tally).toMatchObject({ rows: 2000, refused: 0, notRevived: 0, contradicting: 0 });
});

test("and so does who is asked for afterwards", async () => {
  const { explain } = await import("../../src/app/subjects/explain.ts");
  for (const { email, outcome } of expected.filter((_, index) => index % 40 === 0)) {
    const { purposes } = await explain(world, parseAddress(email)!, "newsletter", world.clock.now());
    expect(purposes[0]?.verdict.outcome).toBe(outcome);
  }
});

test("a file of JSON Lines, as `licet record` takes it, comes to the same", async () => {
  const other = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  const text = people.map((person) => JSON.stringify(person)).join("\n");
  expect(words(await importFile(other, text))).toEqual(told);
  await other.close();
});
