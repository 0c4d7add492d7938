// Lists over the API: the same as by the command, with files in a form.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { createApp } from "../../src/http/app.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let app: Hono;
let key: string;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-25T12:00:00Z" });
  app = createApp(world, { mailbox: false, ready: () => true });
  key = (await createApiKey(world, { name: "crm", scopes: ["imports:read", "imports:write"] })).secret;
});
afterAll(() => world.close());

const klaviyo = readFileSync(join(import.meta.dirname, "..", "imports", "fixtures", "klaviyo.csv"));
const proof = {
  mapping:
    "consents: [{ form: Footer, purpose: newsletter, wording: footer.txt, notice: privacy.pdf, withdrawalStated: true, version: '1' }]",
  declaredBy: "Inés Ortega",
};
const evidence = ["footer.txt", "privacy.pdf"];

async function post(
  fields: Readonly<Record<string, string>>,
  files: readonly string[] = [],
  content: Uint8Array = klaviyo,
) {
  const body = new FormData();
  body.append("file", new File([new Uint8Array(content)], "klaviyo.csv"));
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const name of files) body.append("evidence", new File([name], name));
  const response = await app.request("/api/v1/imports", {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body,
  });
  return { status: response.status, json: JSON.parse(await response.text()) };
}
const get = async (path: string, method = "GET") => {
  const response = await app.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: response.status, json: JSON.parse(await response.text()) };
};

test("a dry run says what would come of it, and records nothing", async () => {
  const { status, json } = await post({ purpose: "newsletter", dryRun: "true" });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    id: null,
    preset: "klaviyo",
    rows: 4,
    purposes: { newsletter: { proven: {}, ask: { "no-proof": 1, "no-basis": 1 }, never: { objected: 2 } } },
  });
  expect((await get("/imports")).json).toEqual({ imports: [] });
});

test("with evidence it is recorded, listed, the same when sent again, and taken back", async () => {
  const first = await post({ purpose: "newsletter", ...proof }, evidence);
  expect(first).toMatchObject({
    status: 200,
    json: { purposes: { newsletter: { proven: { consent: 1 } } } },
  });
  expect(await post({ purpose: "newsletter", ...proof }, evidence)).toEqual(first);
  const { imports } = (await get("/imports")).json as { imports: { id: string; declared: unknown }[] };
  expect(imports).toMatchObject([
    {
      id: first.json.id,
      undoneAt: null,
      declared: { declaredBy: "Inés Ortega", evidence: evidence.map((name) => ({ name })) },
    },
  ]);
  expect(await get(`/imports/${first.json.id}/undo`, "POST")).toMatchObject({
    status: 200,
    json: { kept: 2 },
  });
  expect((await get("/imports")).json).toMatchObject({ imports: [{ undoneAt: "2026-11-25T12:00:00.000Z" }] });
});

test("rows that cannot be read are told by number and reason, and no address", async () => {
  const content = Buffer.from(
    "email,note\nnobody@,x\nana@example.com,y\nleo@example.com\nbea@example.com,z\nmia@example.com,z\n",
  );
  const { status, json } = await post({ purpose: "newsletter", map: "email=email" }, [], content);
  expect(status).toBe(207);
  expect(json.problems).toMatchObject([
    { row: 2, code: "address-malformed" },
    { row: 4, code: "row-malformed", problem: "expected 2 cells, got 1" },
  ]);
});

test.each([
  [{ purpose: "nothing" }, 422, "purpose-unknown"],
  [{ purpose: "newsletter", map: "Email=mail" }, 422, "mapping-malformed"],
  [{ purpose: "newsletter", mapping: "consents: 3" }, 422, "mapping-malformed"],
  [{ purpose: "newsletter", ...proof }, 422, "evidence-missing"],
  [{ purpose: "newsletter", other: "x" }, 400, "body-malformed"],
  [{}, 400, "body-malformed"],
])("what is not understood is a problem: %j", async (fields, status, code) => {
  const answer = await post(fields);
  expect(answer.status).toBe(status);
  expect(answer.json.type).toBe(`urn:licet:error:${code}`);
});

test("a form is asked for, and an import that never was cannot be taken back", async () => {
  const text = await app.request("/api/v1/imports", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "text/csv" },
    body: "email\n",
  });
  expect(text.status).toBe(415);
  expect(await get("/imports/01981d3e-7c4b-8d2a-9f00-3b1f6a2c4d5e/undo", "POST")).toMatchObject({
    status: 404,
  });
});
