// Whoever sends beside a server writes letters that lead to that server, and not to wherever they run themselves.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { freePort } from "../support/free-port.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

const request = {
  purpose: "newsletter",
  template: { format: "markdown", subject: "Spring", body: "Hello" },
} as const;
const running: ChildProcess[] = [];

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
  await tellMany(world, 3);
});
afterAll(async () => {
  await Promise.all(running.map(end));
  await world.close();
});

/** A machine with what `docs/operate/workers.md` says that a worker needs. */
function machine(settings: Readonly<Record<string, string>> = {}): Place {
  return place({
    DATABASE_URL: world.databaseUrl,
    LICET_SMTP_URL: `smtp://${world.post.name}`,
    LICET_SECRET: "5e".repeat(32),
    LICET_MASTER_KEY: "4d".repeat(32),
    ...settings,
  });
}

function run({ environment }: Place, ...typed: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(repository, "src/cli/main.ts"), ...typed], {
    env: environment,
    stdio: "ignore",
  });
  running.push(child);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

test("a worker begins nothing before it is known where letters lead", { timeout: 60_000 }, async () => {
  const [status] = await once(run(machine(), "work"), "exit");
  expect(status).toBe(1);
});

test("letters of a worker, and of the command, lead to the server", { timeout: 60_000 }, async () => {
  const port = await freePort();
  const serving = machine({
    LICET_PORT: String(port),
    LICET_PUBLIC_URL: "https://letters.lunaria.example",
    LICET_BOUNCE_ADDRESS: "bounces@mail.lunaria.example",
  });
  const server = run(serving, "start");
  while ((await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null))?.status !== 200) await sleep(50);
  await end(server);

  run(machine(), "work");
  await startCampaign(world, request);
  while (world.caught.length < 3) await sleep(50);
  await Promise.all(running.map(end));
  const { template } = request;
  const message = ["---", `subject: ${template.subject}`, "---", template.body, ""].join("\n");
  const here = machine();
  const file = join(here.folder, "spring.md");
  await writeFile(file, message);
  const [status] = await once(
    run(here, "campaign", "send", "--purpose", "newsletter", "--template", file),
    "exit",
  );
  expect(status).toBe(0);

  expect(world.caught).toHaveLength(6);
  for (const { raw, reversePath } of world.caught) {
    expect(raw.toString()).toMatch(/^List-Unsubscribe: <https:\/\/letters\.lunaria\.example\/u\/[\w-]{64}>/m);
    expect(reversePath).toMatch(/^bounces\+[a-z2-7]{52}@mail\.lunaria\.example$/);
  }
});
