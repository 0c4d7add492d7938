// `licet relays`: each relay is tried, nothing is sent, and no password is shown.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type ScriptedServer, scriptedServer } from "../smtp/scripted-server.ts";
import { type Place, place } from "./run.ts";

const servers: ScriptedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A place with this file of relays in its data folder. */
function withRelays(text: string): Place {
  const here = place();
  mkdirSync(join(here.folder, ".licet"));
  writeFileSync(join(here.folder, ".licet", "relays.yaml"), text);
  return here;
}

test("says which relay is ready and which is not, and why, and ends with 1 where one is not", async () => {
  const ready = await scriptedServer(() => ({ ehlo: "250-x\r\n250 AUTH PLAIN" }));
  const closed = await scriptedServer(() => ({ ehlo: "250-x\r\n250 AUTH PLAIN", auth: "535 5.7.8 no" }));
  servers.push(ready, closed);
  const url = (port: number) => `smtp://licet:s3cret@127.0.0.1:${port}`;
  const here = withRelays(
    `relays:\n  own:\n    url: ${url(ready.port)}\n  spare:\n    url: ${url(closed.port)}\n`,
  );
  const tried = await here.licet("relays", "--json");
  expect(tried.status).toBe(1);
  expect(tried.json()).toMatchObject([
    { name: "own", at: `127.0.0.1:${ready.port}`, ready: true, encrypted: false, signedIn: true },
    { name: "spare", ready: false, problem: expect.stringContaining("535 5.7.8") },
  ]);
  const said = await here.licet("relays");
  expect(`${said.stdout}${said.stderr}`).not.toContain("s3cret");
  expect(ready.heard.some((line) => line.includes("MAIL"))).toBe(false);
});

test("a mistake in the file is told with its line", async () => {
  const here = withRelays("relays:\n  own:\n    url: https://mail.example\n");
  const tried = await here.licet("relays");
  expect(tried.status).toBe(1);
  expect(tried.stderr).toContain("relays.yaml:3:5: `relays.own.url` should be an address such as");
});
