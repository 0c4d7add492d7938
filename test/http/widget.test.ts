// How the element's module is served: to pages of any origin, under a name that stays and under its own hash.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const script = readFileSync("widget/licet-consent.js", "utf8");
const hash = createHash("sha256").update(script).digest("hex").slice(0, 12);

let world: TestWorld;
let get: (path: string, headers?: Record<string, string>) => Promise<Response>;

beforeAll(async () => {
  world = await makeWorld();
  const app = createApp(world, { mailbox: false, ready: () => true });
  get = async (path, headers = {}) => app.request(`/widget/${path}`, { headers });
});
afterAll(() => world.close());

test.each([
  ["licet-consent.js", "public, max-age=600"],
  [`licet-consent-${hash}.js`, "public, max-age=31536000, immutable"],
])("%s is a script that pages of any origin may load", async (path, cacheControl) => {
  const answer = await get(path, { origin: "https://shop.example" });
  expect(await answer.text()).toBe(script);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": cacheControl,
    "x-content-type-options": "nosniff",
  });
});

test("whoever has it is told so", async () => {
  const { status } = await get("licet-consent.js", { "if-none-match": `"${hash}"` });
  expect(status).toBe(304);
});

test("a version that is served no longer leads to the one that is", async () => {
  const answer = await get("licet-consent-0123456789ab.js");
  expect([answer.status, answer.headers.get("location")]).toEqual([307, "licet-consent.js"]);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect((await get("licet-consent-nothing.js")).status).toBe(404);
});
