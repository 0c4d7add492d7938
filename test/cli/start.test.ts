// `licet start`: ready, useful beside other commands, and gone without a trace when told or when its launcher dies.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { type Place, place } from "./run.ts";

let here: Place;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  here = place({ LICET_PORT: String(port) });
});

/** Starts the server and waits for the last line of its banner. */
async function started(...typed: string[]): Promise<{ child: ChildProcess; banner: string }> {
  const child = here.start("start", ...typed);
  let banner = "";
  child.stdout?.on("data", (text) => (banner += text));
  child.stderr?.on("data", (text) => (banner += text));
  while (!banner.includes("Ctrl-C stops all of it.")) {
    if (child.exitCode !== null) throw new Error(banner);
    await sleep(20);
  }
  return { child, banner };
}

/** Waits until neither the server answers nor its PostgreSQL runs; that one takes its pid file away when it has ended well. */
async function gone(): Promise<void> {
  const answers = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
  const running = () => existsSync(join(here.folder, ".licet/postgres/postmaster.pid"));
  for (let waited = 0; waited < 10_000 && (running() || (await answers())); waited += 100) await sleep(100);
  expect({ running: running(), answers: await answers() }).toEqual({ running: false, answers: false });
}

test("says where to look, serves, and shares its database with other commands", async () => {
  const { child, banner } = await started("--demo");
  expect(banner).toContain(`Home      ${url}\n`);
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ready" });
  const audience = await here.licet("audience", "--purpose", "newsletter");
  expect(audience).toMatchObject({ status: 0, stdout: expect.stringMatching(/newsletter · \d{3} people/) });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill("SIGINT");
  await once(child, "close");
  await gone();
});

test("a second start goes on with what is there, and says that the port is taken to a third", async () => {
  const { child, banner } = await started("--demo");
  expect(banner).not.toContain("loaded the demo");
  const third = await here.licet("start");
  expect(third).toMatchObject({ status: 1, stdout: "" });
  expect(third.stderr).toContain("the port is in use");
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([0, null]);
  await gone();
});

test("when the launcher is killed, the server and its PostgreSQL end too", async () => {
  const { child } = await started();
  child.kill("SIGKILL");
  await once(child, "close");
  await gone();
});

test("a server outlives whoever read its banner, and still stops when told", async () => {
  const child = here.start("start");
  child.stdout?.destroy();
  const ready = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await ready())) await sleep(50);
  await sleep(300);
  expect(await ready()).toBe(true);
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([0, null]);
  await gone();
});
