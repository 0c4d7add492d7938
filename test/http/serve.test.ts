// The server on a real socket: its port, its end, and bodies as they come over the wire.
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let server: Awaited<ReturnType<typeof serve>>;
let key: string;

beforeAll(async () => {
  world = await makeWorld();
  server = await serve(createApp(world, { mailbox: false, ready: () => true }), 0);
  key = (await createApiKey(world, { name: "wire", scopes: ["facts:write"] })).secret;
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** Posts chunks without saying how many bytes will come. */
function postChunks(headers: Record<string, string>, chunk: string, count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`http://127.0.0.1:${server.port}/api/v1/facts`, {
      method: "POST",
      headers: { "content-type": "application/jsonl", "transfer-encoding": "chunked", ...headers },
    });
    let answered = false;
    outgoing.on("response", (response) => {
      answered = true;
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    // Once refused, the server need not read the rest.
    outgoing.on("error", (error) => answered || reject(error));
    for (let i = 0; i < count; i++) outgoing.write(chunk);
    outgoing.end();
  });
}

describe("the server", () => {
  test("answers on the loopback interface", async () => {
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
  });

  test("says that a port is taken, and what to do", async () => {
    await expect(
      serve(createApp(world, { mailbox: false, ready: () => true }), server.port),
    ).rejects.toMatchObject({
      code: "port-taken",
      detail: `\`${server.port}\` of \`LICET_PORT\``,
    });
  });

  test("closes although a client keeps its connection open", async () => {
    const other = await serve(createApp(world, { mailbox: false, ready: () => true }), 0);
    const idle = connect(other.port, "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    await (await fetch(`http://127.0.0.1:${other.port}/healthz`)).text();
    const beganAt = performance.now();
    await other.close();
    expect(performance.now() - beganAt).toBeLessThan(1_000);
    await expect(fetch(`http://127.0.0.1:${other.port}/healthz`)).rejects.toThrow();
    idle.destroy();
  });
});

describe("a body of unknown length", () => {
  test("is read where the key may write", async () => {
    const line = `${JSON.stringify({ email: "wire@example.com", facts: [] })}\n`;
    expect(await postChunks({ authorization: `Bearer ${key}` }, line, 3)).toBe(200);
  });

  test("is refused above the limit, and not read at all without a key", async () => {
    const chunk = `${" ".repeat(999_999)}\n`;
    expect(await postChunks({ authorization: `Bearer ${key}` }, chunk, 40)).toBe(413);
    expect(await postChunks({}, chunk, 40)).toBe(401);
  });
});
