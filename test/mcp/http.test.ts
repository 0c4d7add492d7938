// The tools for agents over HTTP: who is let in, what they see, and what becomes of requests that are none.
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { Writable } from "node:stream";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { toolScopes } from "../../src/mcp/scopes.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { connect, type Generation, keyFor, overHttp } from "./connect.ts";

const now = "2026-11-23T12:00:00Z";
const json = { "content-type": "application/json", accept: "application/json, text/event-stream" };
const all = ["ask", "explain", "preview_audience", "draft_message", "send_message", "show_message"];
const ping = { jsonrpc: "2.0", id: 1, method: "ping" };
const callOf = (name: string, input: object) => ({
  jsonrpc: "2.0",
  id: 1,
  method: "tools/call",
  params: { name, arguments: input },
});

let world: TestWorld;
let app: ReturnType<typeof createApp>;
let lines: string[];
beforeEach(async () => {
  world = await makeWorld({ at: now });
  lines = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  app = createApp(world, { mailbox: false, ready: () => true, logger: pino(sink) });
});
afterEach(() => world.close());

async function post(body: unknown, headers: Readonly<Record<string, string>>) {
  const response = await app.request("/mcp", {
    method: "POST",
    headers: { ...json, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { response, text: await response.text() };
}

describe.each<Generation>(["legacy", "auto"])("a client that opens by `%s`", (generation) => {
  it("is told what Licet is, and finds every tool with its schemas and what it may change", async () => {
    const agent = await overHttp(app, await keyFor(world), generation);
    expect(agent.client.getServerVersion()).toMatchObject({ name: "licet", title: "Licet" });
    expect(agent.client.getInstructions()).toContain("no way around a refusal");
    expect(agent.client.getServerCapabilities()).toEqual({ tools: { listChanged: false } });
    const { tools } = await agent.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(all);
    for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(50);
      expect([inputSchema.type, inputSchema.additionalProperties]).toEqual(["object", false]);
      expect(outputSchema?.type).toBe("object");
      expect(annotations).toMatchObject({
        readOnlyHint: name !== "send_message",
        destructiveHint: name === "send_message",
      });
    }
    await agent.close();
  });

  it("is answered by a tool, and told that a tool is unknown", async () => {
    const agent = await overHttp(app, await keyFor(world), generation);
    expect(await agent.use("ask", { email: "ana@example.com", purpose: "newsletter" })).toMatchObject({
      code: "no-basis",
    });
    await expect(agent.use("record_consent", { email: "ana@example.com" })).rejects.toThrow(
      "record_consent not found",
    );
    await agent.close();
  });
});

describe("the newest revision and the one before", () => {
  it.each([
    ["legacy", "2025-11-25"],
    ["auto", "2026-07-28"],
  ] as const)("of the protocol are spoken: %s, %s", async (generation, revision) => {
    const agent = await overHttp(app, await keyFor(world), generation);
    expect(agent.client.getNegotiatedProtocolVersion()).toBe(revision);
    await agent.close();
  });
});

describe("a key", () => {
  it("must be there, be known and be in use", async () => {
    for (const headers of [{}, { authorization: `Bearer licet_${"A".repeat(43)}` }]) {
      const { response } = await post(ping, headers);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain("Bearer");
    }
  });

  it("without any scope that opens a tool is turned away", async () => {
    const { response, text } = await post(
      ping,
      await keyFor(world, { scopes: ["facts:write", "people:erase", "campaigns:write"] }),
    );
    expect(response.status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ type: "urn:licet:error:scope-missing" });
  });

  it.each([
    ["permits:ask", ["ask", "draft_message"]],
    ["people:read", ["explain"]],
    ["audience:read", ["preview_audience"]],
    ["messages:write", ["send_message"]],
    ["messages:read", ["show_message"]],
  ])("with `%s` opens what belongs to it, and nothing else is there", async (scope, opened) => {
    const agent = await overHttp(app, await keyFor(world, { scopes: [scope, "facts:write"] }));
    expect(await agent.tools()).toEqual(opened);
    for (const other of all.filter((name) => !opened.includes(name)))
      await expect(agent.use(other, {})).rejects.toThrow(`${other} not found`);
    await agent.close();
  });

  it("is asked for with each request: revoked, it opens nothing more", async () => {
    const agent = await overHttp(app, await keyFor(world));
    const [key] = await world.store.apiKeys.list();
    await world.store.apiKeys.revoke(key?.id ?? "", world.clock.now());
    await expect(agent.tools()).rejects.toThrow();
    await agent.close();
  });
});

describe("a page in a browser", () => {
  it.each(["https://evil.test", "http://127.0.0.1.evil.test:4000", "null"])(
    "of the origin `%s` is refused, whatever key it has",
    async (origin) => {
      const { response, text } = await post(callOf("ask", {}), { ...(await keyFor(world)), origin });
      expect(response.status).toBe(403);
      expect(JSON.parse(text)).toMatchObject({ jsonrpc: "2.0", error: { code: expect.any(Number) } });
    },
  );

  it("of this server itself is let in", async () => {
    const origin = "http://127.0.0.1:4000";
    const { response } = await post(ping, { ...(await keyFor(world)), origin });
    expect(response.status).toBe(200);
  });
});

describe("what is no request", () => {
  it.each([
    ["garbage", "ana@example.com {", 400, -32700],
    ["nothing", "", 400, -32700],
    ["a word", '"ping"', 400, -32600],
    ["another protocol", '{"jsonrpc":"1.0","id":1,"method":"ping"}', 400, -32600],
  ])("%s is answered by an error of the protocol", async (_, body, status, code) => {
    const { response, text } = await post(body, await keyFor(world));
    expect({ status: response.status, json: JSON.parse(text) }).toMatchObject({
      status,
      json: { jsonrpc: "2.0", error: { code } },
    });
  });

  it("an unknown method is answered by one too", async () => {
    const { text } = await post({ ...ping, method: "consents/give" }, await keyFor(world));
    expect(text).toContain("-32601");
  });

  it("what is longer than any message is not read to its end", async () => {
    const headers = await keyFor(world);
    const { response, text } = await post(callOf("ask", { email: "a".repeat(1_000_001) }), headers);
    expect(response.status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ error: { message: expect.any(String) } });
  });

  it("what is no JSON by its media type, and what is no POST, is refused", async () => {
    const headers = await keyFor(world);
    expect((await post(ping, { ...headers, "content-type": "text/plain" })).response.status).toBe(415);
    for (const method of ["GET", "DELETE", "PUT"]) {
      const response = await app.request("/mcp", { method, headers });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  it("a call whose fields are not those of the tool fails, and says which", async () => {
    const agent = await overHttp(app, await keyFor(world));
    for (const [input, told] of [
      [{ purpose: "newsletter" }, "email"],
      [{ email: "ana@example.com", purpose: "newsletter", consent: true }, "consent"],
      [{ email: ["ana@example.com"], purpose: "newsletter" }, "email"],
    ] as const)
      expect(await agent.fail("ask", input)).toMatchObject({ text: expect.stringContaining(told) });
    await agent.close();
  });

  it("many calls in one request count each for itself", async () => {
    const headers = await keyFor(world);
    const calls = Array.from({ length: 10 }, (_, id) => ({
      ...callOf("preview_audience", { purpose: "newsletter" }),
      id,
    }));
    const { text } = await post(calls, headers);
    const agent = await overHttp(app, headers);
    expect(text.match(/rate-limited/g)).toHaveLength(4);
    expect(await agent.fail("preview_audience", { purpose: "newsletter" })).toMatchObject({
      error: "rate-limited",
    });
    await agent.close();
  });
});

describe("nothing is told unasked", () => {
  it("and there is nothing to subscribe to", async () => {
    const agent = await overHttp(app, await keyFor(world));
    await expect(agent.client.listen({ toolsListChanged: true })).rejects.toThrow("limit");
    await agent.close();
  });
});

describe("the log", () => {
  it("knows the route, and neither an address nor a key", async () => {
    const headers = await keyFor(world);
    const agent = await overHttp(app, headers);
    await agent.use("ask", { email: "ana@example.com", purpose: "newsletter" });
    await agent.fail("send_message", { email: "ana@example.com" });
    await agent.close();
    expect(lines.join("")).toContain('"path":"/mcp"');
    expect(lines.join("")).not.toMatch(/ana|licet_/);
  });

  it("tells of a failure that nobody expected, and the agent is told nothing of its inside", async () => {
    const store = {
      ...world.store,
      setup: { ...world.store.setup, current: () => Promise.reject(new TypeError("ana@example.com")) },
    };
    const broken = createApp(
      { ...world, store },
      {
        mailbox: false,
        ready: () => true,
        logger: pino(
          { level: "error" },
          new Writable({
            write: (chunk, _, done) => {
              lines.push(String(chunk));
              done();
            },
          }),
        ),
      },
    );
    const agent = await overHttp(broken, await keyFor(world));
    expect(await agent.fail("ask", { email: "ana@example.com", purpose: "newsletter" })).toEqual({
      error: "failed",
      problem: "the server failed; its log says more",
      retry: false,
    });
    await agent.close();
    expect(lines.join("")).toContain("TypeError");
    expect(lines.join("")).not.toContain("ana@");
  });
});

describe("over a real socket", () => {
  it("an agent is served, and a body that never says its length is bounded all the same", async () => {
    const headers = await keyFor(world);
    const server = await serve(app, 0);
    const url = new URL(`http://127.0.0.1:${server.port}/mcp`);
    const agent = await connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    expect(await agent.tools()).toEqual(all);
    await agent.close();

    const sent = httpRequest(url, { method: "POST", headers: { ...json, ...headers } });
    sent.on("error", () => {});
    for (let written = 0; written < 30; written += 1) sent.write("a".repeat(100_000));
    sent.end();
    const [answer] = await once(sent, "response");
    expect(answer.statusCode).toBe(413);
    sent.destroy();
    await server.close();
  });
});

it("each scope that opens a tool opens one", async () => {
  const agent = await overHttp(app, await keyFor(world, { scopes: toolScopes }));
  expect(await agent.tools()).toEqual(all);
  await agent.close();
});
