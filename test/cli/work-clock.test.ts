// Whoever left is known by the moment at which they did: a machine whose clock is behind would still write to them.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { place, repository } from "./run.ts";

const workers: ChildProcess[] = [];
let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
  await tellMany(world, 1);
});
afterAll(async () => {
  for (const worker of workers)
    if (worker.exitCode === null && worker.signalCode === null) {
      worker.kill("SIGTERM");
      await once(worker, "exit");
    }
  await world.close();
});

/** A worker on a machine whose clock is a minute behind as soon as this file is there. */
function work(behind: (folder: string) => string): { worker: ChildProcess; setBack: () => void } {
  const { folder, environment } = place({
    DATABASE_URL: world.databaseUrl,
    LICET_SMTP_URL: `smtp://${world.post.name}`,
    LICET_SECRET: "5e".repeat(32),
    LICET_MASTER_KEY: "4d".repeat(32),
    LICET_PUBLIC_URL: "https://licet.lunaria.example",
  });
  const file = behind(folder);
  const clock = join(folder, "clock.mjs");
  writeFileSync(
    clock,
    `import { existsSync } from "node:fs";
    const now = Date.now;
    Date.now = () => now() - (existsSync(${JSON.stringify(file)}) ? 60_000 : 0);`,
  );
  const worker = spawn(process.execPath, ["--import", clock, join(repository, "src/cli/main.ts"), "work"], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  workers.push(worker);
  return { worker, setBack: () => writeFileSync(file, "") };
}

async function ends(worker: ChildProcess): Promise<{ status: number; said: string }> {
  let said = "";
  worker.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [status] = await once(worker, "close");
  return { status, said };
}

test("a worker with a clock that is behind sends nothing", { timeout: 60_000 }, async () => {
  const { worker } = work(() => repository);
  expect(await ends(worker)).toMatchObject({ status: 1, said: expect.stringMatching(/clocks/) });
});

test("a worker whose clock is set back ends", { timeout: 60_000 }, async () => {
  const { worker, setBack } = work((folder) => join(folder, "behind"));
  const { id } = await startCampaign(world, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body: "Hello" },
  });
  while (!(await world.store.campaigns.progress(id)).finished) await sleep(50);
  setBack();
  expect(await ends(worker)).toMatchObject({ status: 1, said: expect.stringMatching(/clocks/) });
});
