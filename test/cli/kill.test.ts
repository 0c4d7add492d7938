// Invariant 7 on the real thing: the server is killed in mid-campaign, and so is PostgreSQL.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { openMailbox } from "../../src/smtp/mailbox.ts";
import { freePort } from "../support/free-port.ts";
import { address, goodConsent } from "../support/people.ts";
import { type Place, place, repository } from "./run.ts";

const people = 240;
let server: ChildProcess | undefined;
let here: Place | undefined;

afterEach(async () => {
  if (server && server.exitCode === null) {
    const gone = new Promise((resolve) => server?.once("exit", resolve));
    server.kill("SIGTERM");
    await gone;
  }
  if (here) rmSync(here.folder, { recursive: true, force: true });
});

it("a server killed twice in mid-campaign, once with PostgreSQL, writes to nobody twice and skips nobody", async () => {
  const received: string[] = [];
  const sink = await openMailbox(async ({ forwardPath }) => {
    await sleep(20);
    received.push(forwardPath);
  });
  const port = await freePort();
  here = place({ LICET_PORT: String(port), LICET_SMTP_URL: sink.url });
  const lines = Array.from({ length: people }, (_, person) =>
    JSON.stringify({
      email: address(person),
      recipient: { country: "ES", kind: "natural" },
      facts: [goodConsent()],
    }),
  );
  writeFileSync(join(here.folder, "people.jsonl"), `${lines.join("\n")}\n`);
  expect(await here.licet("apply", join(repository, "examples/lunaria/licet.yaml"))).toMatchObject({
    status: 0,
  });
  expect(await here.licet("record", "people.jsonl")).toMatchObject({ status: 0 });
  const created = await here.licet(
    "api-key",
    "create",
    "--name",
    "test",
    "--scope",
    "campaigns:write",
    "--scope",
    "campaigns:read",
    "--json",
  );
  const { key } = created.json()[0] as { key: string };
  const api = connectApi(port, key);

  await start(here, port);
  const { id } = await api("POST", "/campaigns", {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body: "Hello" },
  });
  await until(() => received.length > 30);
  server?.kill("SIGKILL");
  await start(here, port);
  await until(() => received.length > 120);
  server?.kill("SIGKILL");
  process.kill(postmaster(here), "SIGKILL");
  await start(here, port);

  let campaign = await api("GET", `/campaigns/${id}`);
  for (let waited = 0; campaign.state !== "finished" && waited < 60; waited += 1) {
    await sleep(500);
    campaign = await api("GET", `/campaigns/${id}`);
  }
  await sink.close();
  const progress = campaign.progress as { sent: number; uncertain: number; failed: number; inFlight: number };
  expect(campaign.state).toBe("finished");
  expect(new Set(received).size).toBe(received.length);
  expect(progress).toMatchObject({ failed: 0, inFlight: 0 });
  expect(progress.sent + progress.uncertain).toBe(people);
  // Who was not reached is among the uncertain, whom two crashes left: at most what was begun with and not concluded.
  expect(people - received.length).toBeLessThanOrEqual(progress.uncertain);
  expect(progress.uncertain).toBeGreaterThan(0);
  expect(progress.uncertain).toBeLessThanOrEqual(2 * 60);
  // Nor has either kill left a mark in the log.
  const [audit] = (await here.licet("verify", "--json")).json();
  expect(audit).toMatchObject({ sound: true, fault: null, people });
  expect(audit?.leaves).toBeGreaterThan(people);
}, 120_000);

/** The server itself, not its launcher: what is killed must be what sends. */
async function start({ folder, environment }: Place, port: number): Promise<void> {
  server = spawn(process.execPath, [join(repository, "src/cli/main.ts"), "start"], {
    cwd: folder,
    env: environment,
    stdio: "ignore",
  });
  await until(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    return answer?.status === 200;
  });
}

function postmaster({ folder }: Place): number {
  return Number.parseInt(readFileSync(join(folder, ".licet/postgres/postmaster.pid"), "utf8"), 10);
}

function connectApi(port: number, key: string) {
  return async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 600; waited += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error("waited for half a minute in vain");
}
