// The README as a newcomer follows it: every command, in order, beside a running server, and between them what one does in a browser.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { type Place, place, repository } from "./run.ts";

/** A command block, and what the block after it says that one sees; `…` stands for what is left out. */
const snippets = [
  ...readFileSync(join(repository, "README.md"), "utf8").matchAll(
    /^```sh\n(.+?)^```\n(?:```console\n(.+?)^```\n)?/gms,
  ),
].map(([, command = "", seen = ""]) => ({
  command,
  lines: seen.split("\n").filter((line) => line !== "" && line !== "…"),
}));

const ana = "ana@example.com";
/** What she does in the browser before the README asks about her, each time. */
const visits = [signUp, pressUnsubscribe];
let here: Place;
let url: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  here = place({ LICET_PORT: String(port) });
  for (const name of ["bin", "examples"]) symlinkSync(join(repository, name), join(here.folder, name));
  const started = here.start("start", "--demo");
  server = started;
  let told = "";
  started.stdout?.on("data", (text) => (told += text));
  started.stderr?.on("data", (text) => (told += text));
  for (; !told.includes("Ctrl-C"); await sleep(20)) if (started.exitCode !== null) throw new Error(told);
});
afterAll(async () => {
  server?.kill("SIGINT");
  if (server?.exitCode === null) await once(server, "close");
  rmSync(here.folder, { recursive: true, force: true });
});

test("it holds commands to try", () => {
  expect(snippets.length).toBeGreaterThan(4);
  expect(snippets.filter(({ command }) => command.includes(ana))).toHaveLength(visits.length);
});

test.each(snippets)("$command", async ({ command, lines }) => {
  if (command.includes(ana)) await visits.shift()?.();
  const { status, stdout, stderr } = await inShell(command.replaceAll("http://127.0.0.1:4000", url));
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("licet:") });
  const printed = withoutDates(stdout).split("\n");
  // In the order of the page: what has been found is passed.
  for (const line of lines) {
    const at = printed.indexOf(withoutDates(line));
    expect(printed, `in this order: ${line}`).toContain(withoutDates(line));
    printed.splice(0, at + 1);
  }
});

function inShell(command: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-euc", command], {
      cwd: here.folder,
      env: here.environment,
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

/** The day on which somebody reads it is not the day on which it was written. */
function withoutDates(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\d/g, "0000-00-00").replaceAll(/\d\d:\d\d UTC/g, "00:00 UTC");
}

function tokenIn(text: string): string {
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? "";
}

async function signUp(): Promise<void> {
  const form = await page("/f/sign-up?lang=en");
  await post("/f/sign-up", { token: tokenIn(form), email: ana, country: "ES", box: "newsletter" });
  const link = await inMail("Please confirm", /"(http[^"]+\/c\/[^"]+)"/);
  await post(link, { token: tokenIn(await page(link)) });
}

async function pressUnsubscribe(): Promise<void> {
  const way = await inMail("Soft leather", /"(http[^"]+\/u\/[^"]+)"/);
  expect(await page(way.replace("/u/", "/w/"))).toContain("Yes, I would like Lunaria Calzados");
  await post(way, { "List-Unsubscribe": "One-Click" });
}

/** Waits for a mail to Ana with this subject, and finds the link in it. */
async function inMail(subject: string, link: RegExp): Promise<string> {
  for (;;) {
    const number = new RegExp(`/mailbox/(\\d+)">${subject}`).exec(await page(`/mailbox?to=${ana}`))?.[1];
    if (number !== undefined) return link.exec(await page(`/mailbox/${number}/body`))?.[1] ?? "";
    await sleep(50);
  }
}

async function page(path: string): Promise<string> {
  const answer = await fetch(new URL(path, url), { headers: { "accept-language": "en" } });
  expect(answer.status).toBe(200);
  return answer.text();
}

async function post(path: string, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(new URL(path, url), { method: "POST", body: new URLSearchParams(fields) });
  expect(answer.status).toBe(200);
}
