// What holds for every address: readiness, limits, failures, and a log that knows no one.
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { type AppOptions, createApp } from "../../src/http/app.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
});
afterAll(() => world.close());

function open(options: Partial<AppOptions> = {}) {
  return createApp(world, { mailbox: false, ready: () => true, ...options });
}

/** An app whose log lines can be read. */
function logged(of: TestWorld = world) {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { app: createApp(of, { mailbox: false, ready: () => true, logger: pino(sink) }), lines };
}

const form = { "content-type": "application/x-www-form-urlencoded" };

describe("readiness", () => {
  test("is told once the app is ready, and not before", async () => {
    let ready = false;
    const app = open({ ready: () => ready });
    expect((await app.request("/healthz")).status).toBe(503);
    ready = true;
    expect(await (await app.request("/healthz")).json()).toEqual({ status: "ready" });
  });
});

describe("limits on what anybody may post", () => {
  const proxy = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
  const post = (app: ReturnType<typeof open>, path: string, from: string) =>
    app.request(path, { method: "POST", headers: { ...form, "x-forwarded-for": from }, body: "a=b" }, proxy);
  const limits = { posts: { requests: 1, windowSeconds: 60 } };
  const trustedProxies = ["127.0.0.0/8"];

  test("count by client address, the proxy's own word last, and an IPv6 network as one", async () => {
    const app = open({ limits, trustedProxies });
    const statuses = [];
    for (const from of [
      "192.0.2.1",
      "192.0.2.2",
      "192.0.2.9, 192.0.2.1",
      "2001:db8::1",
      "2001:db8:0:0:5::2",
      "2001:db8:0:1::1",
    ])
      statuses.push((await post(app, "/f/nothing", from)).status);
    expect(statuses).toEqual([404, 404, 429, 404, 429, 404]);
  });

  test("end with their window", async () => {
    const app = open({ limits });
    world.setClock("2026-11-23T12:00:00Z");
    await post(app, "/f/nothing", "192.0.2.1");
    const refused = await post(app, "/f/nothing", "192.0.2.1");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    world.setClock("2026-11-23T12:01:00Z");
    expect((await post(app, "/f/nothing", "192.0.2.1")).status).toBe(404);
  });

  test("never turn away a way out", async () => {
    const app = open({ limits });
    for (let i = 0; i < 3; i++) expect((await post(app, "/u/nothing", "192.0.2.1")).status).not.toBe(429);
  });

  test("refuse a body above a megabyte", async () => {
    const response = await open().request("/f/sign-up", {
      method: "POST",
      headers: form,
      body: "x".repeat(1_000_001),
    });
    expect(response.status).toBe(413);
  });
});

describe("failures outside the API are pages", () => {
  test.each([
    ["/nothing", "GET", 404],
    ["/healthz", "DELETE", 405],
  ])("%s by %s", async (path, method, status) => {
    const response = await open().request(path, { method });
    expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([
      status,
      "text/html",
    ]);
  });
});

describe("the log", () => {
  test("holds templates of paths, never a token, a query or a body", async () => {
    const { app, lines } = logged();
    await app.request("/u/SECRETTOKEN?email=jane@example.com");
    await app.request("/jane@example.com");
    await app.request("/f/sign-up", { method: "POST", headers: form, body: "email=jane@example.com" });
    await app.request("/api/v1/campaigns/jane@example.com");
    expect(lines.map((line) => JSON.parse(line)).map(({ method, path }) => [method, path])).toEqual([
      ["GET", "/u/:token"],
      ["GET", "none"],
      ["POST", "/f/:form"],
      ["GET", "/api/v1/campaigns/:id"],
    ]);
    expect(lines.join("")).not.toMatch(/@|SECRETTOKEN/);
  });

  test("tells where an unexpected failure arose, without the address in its words; the answer tells nothing", async () => {
    const { key, secret } = await createApiKey(world, { name: "log", scopes: ["campaigns:read"] });
    const campaigns = {
      ...world.store.campaigns,
      list: () => Promise.reject(new Error("row (jane@example.com) is broken")),
    };
    const { app, lines } = logged({ ...world, store: { ...world.store, campaigns } });
    const response = await app.request("/api/v1/campaigns", {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(await response.json()).toEqual({
      type: "about:blank",
      title: "the server failed; its log says more",
      status: 500,
    });
    const failure = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === "request failed");
    expect(failure).toMatchObject({ path: "/api/v1/campaigns", error: { message: "row … is broken" } });
    expect(failure.error.frames[0]).toContain("app.test.ts");
    expect(lines.join("")).not.toMatch(new RegExp(`@example|${secret}|${key.id}`));
  });
});
