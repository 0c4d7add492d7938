// `licet mcp` as the host of an agent starts it: a process that speaks the protocol on standard input and output, and nothing else.
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { type Place, place, repository } from "../cli/run.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { type Connected, connect, type Generation } from "./connect.ts";

const ana = "ana@example.com";
const all = ["ask", "explain", "preview_audience", "draft_message", "send_message", "show_message"];
let world: TestWorld;
let here: Place;
beforeAll(async () => {
  world = await makeWorld();
  here = place({
    DATABASE_URL: world.databaseUrl,
    LICET_SECRET: "5e".repeat(32),
    LICET_MASTER_KEY: "4d".repeat(32),
  });
  await tell(world, ana, goodConsent("consent", "2026-11-01T10:00:00Z"), {
    ...{ id: "start", type: "contract.started", contract: "ORDER-17", at: "2026-11-21T10:00:00Z" },
  });
});
afterAll(() => world.close());

async function host(typed: readonly string[] = [], generation?: Generation): Promise<Connected> {
  const { environment: env, folder: cwd } = here;
  const args = [join(repository, "bin", "licet"), "mcp", ...typed];
  return connect(new StdioClientTransport({ command: process.execPath, args, env, cwd }), generation);
}

/** The process with its input open, line by line. */
function raw(...typed: string[]) {
  const child = here.start("mcp", ...typed);
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    child,
    stderr: () => stderr,
    say: (text: string) => child.stdin?.write(`${text}\n`),
    hear: async () => JSON.parse((await lines.next()).value ?? "") as Record<string, unknown>,
    ended: once(child, "close").then(([status]) => status),
    rest: async () => (await lines.next()).done,
  };
}
const ping = (id: number) => JSON.stringify({ jsonrpc: "2.0", id, method: "ping" });

describe.each<Generation>(["legacy", "auto"])("a host that opens by `%s`", (generation) => {
  it("has its agent asked for, answered and on record as `mcp`", { timeout: 60_000 }, async () => {
    const agent = await host([], generation);
    expect(await agent.tools()).toEqual(all);
    const { id } = await agent.use("ask", { email: ana, purpose: "newsletter" });
    expect(await world.store.verdicts.list({ subject: subjectOf(world, ana) }, 9)).toContainEqual(
      expect.objectContaining({ id, via: "mcp", asker: "mcp", basis: "consent" }),
    );
    await agent.close();
  });
});

it("what it sends goes when a server runs, and is permitted once more then", {
  timeout: 60_000,
}, async () => {
  const agent = await host();
  const order = {
    ...{ email: ana, purpose: "orders", contract: "ORDER-17", blocks: ["service"] },
    ...{ subject: "Order 17", body: "It has left.", idempotencyKey: "order-17" },
  };
  const { id } = await agent.use("send_message", order);
  expect(await agent.use("show_message", { id })).toMatchObject({ state: "waiting" });
  while ((await deliverOutbox(world)) > 0);
  expect(await agent.use("show_message", { id })).toMatchObject({ state: "sent", evidence: ["start"] });
  expect(world.caught.map(({ forwardPath }) => forwardPath)).toEqual([ana]);
  await agent.close();
});

it("with `--scope` the agent has what that opens and no more", { timeout: 60_000 }, async () => {
  const agent = await host(["--scope", "audience:read", "--scope", "people:read"]);
  expect(await agent.tools()).toEqual(["explain", "preview_audience"]);
  await expect(agent.use("send_message", {})).rejects.toThrow("send_message not found");
  await agent.close();
});

it("leaves out what is no message, says so without its words, and goes on", { timeout: 60_000 }, async () => {
  const { say, hear, stderr, child, ended } = raw();
  say("ana@example.com {");
  say('{"jsonrpc":"2.0"}');
  say(ping(1));
  expect(await hear()).toMatchObject({ id: 1, result: {} });
  say(
    JSON.stringify({ jsonrpc: "2.0", id: 2, method: "tools/call", params: { name: "erase", arguments: {} } }),
  );
  expect(await hear()).toMatchObject({ id: 2, error: { code: -32602 } });
  say(JSON.stringify({ jsonrpc: "2.0", id: 3, method: "consents/give" }));
  expect(await hear()).toMatchObject({ id: 3, error: { code: -32601 } });
  child.stdin?.end();
  expect(await ended).toBe(0);
  expect(stderr()).toContain("no message of the protocol");
  expect(stderr()).not.toContain("ana");
});

it("ends when a message is longer than any is", { timeout: 60_000 }, async () => {
  const { say, hear, stderr, ended, rest, child } = raw();
  child.stdin?.on("error", () => {});
  say(ping(1));
  await hear();
  say("a".repeat(1_100_000));
  expect(await ended).toBe(1);
  expect(await rest()).toBe(true);
  expect(stderr()).toContain("at most 1 MB");
});

it("ends well when its host leaves in the middle of a call", { timeout: 60_000 }, async () => {
  const { say, hear, stderr, ended, child } = raw();
  say(ping(1));
  await hear();
  const params = { name: "explain", arguments: { email: ana } };
  for (let id = 2; id < 12; id += 1)
    say(JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params }));
  child.stdin?.end();
  expect([await ended, stderr()]).toEqual([0, ""]);
});

it("answers all that it was asked before its input ended", { timeout: 60_000 }, async () => {
  const { say, stderr, ended, child } = raw();
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  const clientInfo = { name: "shell", version: "1" };
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo };
  say(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params }));
  for (let id = 2; id < 6; id += 1)
    say(
      JSON.stringify({
        jsonrpc: "2.0",
        id,
        method: "tools/call",
        params: { name: "explain", arguments: { email: ana } },
      }),
    );
  child.stdin?.end();
  expect([await ended, stderr()]).toEqual([0, ""]);
  const answers = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5]);
  for (const { id, result } of answers) if (id > 1) expect(result).toMatchObject({ structuredContent: {} });
});

it("ends when it is told to", { timeout: 60_000 }, async () => {
  const { say, hear, ended, child } = raw();
  say(ping(1));
  await hear();
  child.kill("SIGTERM");
  expect(await ended).toBe(143);
});

it("where there is no database, it says so beside the protocol", { timeout: 60_000 }, async () => {
  const nowhere = place({ DATABASE_URL: "postgres://127.0.0.1:1/none" });
  expect(await nowhere.licet("mcp")).toMatchObject({
    ...{ status: 1, stdout: "" },
    stderr: expect.stringContaining("licet: "),
  });
});
