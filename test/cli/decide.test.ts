// `licet decide`, as other programs use it.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { place, repository } from "./run.ts";

const cases = readFileSync(join(repository, "test/corpus/decisions.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { question: object; expect: Record<string, unknown> });
const question = JSON.stringify(cases[0]?.question);
const { feed, licet, start, folder } = place();

test("every question gets its answer, in the same order", async () => {
  const answered = await feed(
    cases.map(({ question }) => `${JSON.stringify(question)}\n`).join(""),
    "decide",
  );
  expect(answered.json().map(({ outcome, basis, code }) => ({ outcome, reason: basis ?? code }))).toEqual(
    cases.map(({ expect }) => ({ outcome: expect.outcome, reason: expect.basis ?? expect.code })),
  );
});

test("a line that is no question is refused in its place, the others are answered, and the exit status says so", async () => {
  const answered = await feed(`${question}\nnonsense\n\n${question}`, "decide");
  expect(answered.status).toBe(1);
  expect(answered.json().map(({ outcome, code }) => code ?? outcome)).toEqual([
    "permit",
    "input-invalid",
    "input-invalid",
    "permit",
  ]);
  expect(answered.json()[1]).toEqual({
    id: null,
    outcome: "refusal",
    code: "input-invalid",
    problem: "expected JSON",
  });
});

test("a line of a megabyte is refused in few words, and the next one is answered", async () => {
  const long = JSON.stringify({ id: "long", at: "x".repeat(1_000_000) });
  const answered = await feed(`${long}\n${question}\n`, "decide");
  expect(answered.json().map(({ outcome, code }) => code ?? outcome)).toEqual(["input-invalid", "permit"]);
  expect(answered.stdout.length).toBeLessThan(2000);
});

test("good questions alone end with status 0", async () => {
  expect((await feed(`${question}\n`, "decide")).status).toBe(0);
});

test("no questions are no mistake", async () => {
  expect(await feed("", "decide")).toMatchObject({ status: 0, stdout: "", stderr: "" });
});

test("a program that asks one question and waits gets its answer at once", async () => {
  const child = start("decide");
  child.stdin?.write(`${question}\n`);
  const [answer] = (await once(child.stdout!, "data")) as [Buffer];
  expect(JSON.parse(String(answer))).toMatchObject({ outcome: "permit" });
  child.stdin?.end();
  await once(child, "close");
});

test("it ends quietly when the reader has seen enough", async () => {
  const child = start("decide");
  child.stdin?.on("error", () => {});
  child.stdin?.end(`${question}\n`.repeat(20_000));
  let told = "";
  child.stderr?.on("data", (text) => (told += text));
  await once(child.stdout!, "data");
  child.stdout?.destroy();
  const [status] = (await once(child, "close")) as [number];
  expect({ status, told }).toEqual({ status: 0, told: "" });
});

test("`--rules` answers by the rules of that day", async () => {
  const [answer] = (await feed(`${question}\n`, "decide", "--rules", "2026-03-01")).json();
  expect(answer).toMatchObject({ rules: "2026-02-05" });
});

test("`--rules` that is no day is wrong usage, and nothing is answered", async () => {
  const { status, stdout, stderr } = await feed(`${question}\n`, "decide", "--rules", "spring");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("should be a day such as `2026-11-23`");
});

test("it opens no database and makes no folder", async () => {
  await feed(`${question}\n`, "decide");
  await expect(licet("--version")).resolves.toMatchObject({ status: 0 });
  expect((await import("node:fs")).readdirSync(folder)).toEqual([]);
});
