// The API against a real database: who is let in, what is taken, and how failures are told.
import type { Hono } from "hono";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { revokeApiKey } from "../../src/app/keys/revoke-api-key.ts";
import { scopes } from "../../src/app/keys/scopes.ts";
import { createApp } from "../../src/http/app.ts";
import { verifyReceipt } from "../../src/ledger/verify-receipt.ts";
import { subjectOf } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let app: Hono;
let database: pg.Client;
let everything: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  database = new pg.Client(world.databaseUrl);
  await database.connect();
  app = createApp(world, { mailbox: false, ready: () => true });
  everything = (await createApiKey(world, { name: "everything", scopes: Object.keys(scopes) })).secret;
});
afterAll(async () => {
  await database.end();
  await world.close();
});

interface Call {
  readonly key?: string | null;
  readonly type?: string;
  readonly method?: string;
}

/** Calls the API; a body that is no text goes as JSON. */
async function call(
  path: string,
  body?: unknown,
  { key = everything, type = "application/json", method }: Call = {},
) {
  const response = await app.request(`/api/v1${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text === "" ? null : JSON.parse(text),
  };
}

function consent(id: string, more: object = {}) {
  return {
    id,
    type: "consent.given",
    at: "2026-10-01T10:00:00Z",
    purpose: "newsletter",
    channel: "email",
    by: "subject",
    method: "checkout",
    clause: { hash: "sha256:00", version: "1" },
    form: { version: "1" },
    notice: { version: "1", withdrawalStated: true },
    ...more,
  };
}

function person(email: string, ...facts: object[]) {
  return { email, recipient: { country: "ES", kind: "natural" }, facts };
}

describe("who is let in", () => {
  test("nobody without a key", async () => {
    const { status, json, headers } = await call("/campaigns", undefined, { key: null });
    expect([status, json.type, headers.get("content-type")]).toEqual([
      401,
      "urn:licet:error:api-key-missing",
      "application/problem+json",
    ]);
    expect(headers.get("www-authenticate")).toContain("Bearer");
  });

  test.each(["licet_nonsense", `licet_${"A".repeat(43)}`])(
    "nobody with a key that is unknown: %s",
    async (key) => {
      expect((await call("/campaigns", undefined, { key })).json.type).toBe(
        "urn:licet:error:api-key-unknown",
      );
    },
  );

  test("nobody with a revoked key, from the moment it is revoked", async () => {
    const { key, secret } = await createApiKey(world, { name: "to revoke", scopes: ["campaigns:read"] });
    expect((await call("/campaigns", undefined, { key: secret })).status).toBe(200);
    expect(await revokeApiKey(world, key.id)).toBe(true);
    expect((await call("/campaigns", undefined, { key: secret })).status).toBe(401);
  });

  test("nobody beyond the scopes of the key, and the answer names the one that is needed", async () => {
    const { secret } = await createApiKey(world, { name: "reader", scopes: ["campaigns:read"] });
    const { status, json } = await call("/facts", person("jane@example.com"), { key: secret });
    expect([status, json.detail]).toEqual([403, "it needs `facts:write`"]);
  });

  test("a key is kept only as its hash, and its last use is shown", async () => {
    const { key, secret } = await createApiKey(world, { name: "used", scopes: ["campaigns:read"] });
    const find = async () => (await world.store.apiKeys.list()).find(({ id }) => id === key.id);
    expect((await find())?.lastUsedAt).toBeNull();
    await call("/campaigns", undefined, { key: secret });
    expect((await find())?.lastUsedAt).toBe(world.clock.now());
    expect(JSON.stringify(await world.store.apiKeys.list())).not.toContain(secret);
  });

  test.each([
    ["an unknown scope", { name: "odd", scopes: ["facts:read"] }],
    ["no scope", { name: "odd", scopes: [] }],
    ["an address for a name", { name: "jane@example.com", scopes: ["facts:write"] }],
    ["a name that is taken", { name: "everything", scopes: ["facts:write"] }],
  ])("no key is made with %s", async (_, request) => {
    await expect(createApiKey(world, request)).rejects.toMatchObject({ code: "api-key-malformed" });
  });

  test("a key that asks too often is told when to come back, and others are not held up", async () => {
    const strict = createApp(world, {
      mailbox: false,
      ready: () => true,
      limits: { api: { requests: 2, windowSeconds: 30 } },
    });
    const { secret } = await createApiKey(world, { name: "busy", scopes: ["campaigns:read"] });
    const ask = (key: string) =>
      strict.request("/api/v1/campaigns", { headers: { authorization: `Bearer ${key}` } });
    expect((await ask(secret)).headers.get("ratelimit-remaining")).toBe("1");
    expect((await ask(secret)).status).toBe(200);
    const refused = await ask(secret);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
    expect(await refused.json()).toMatchObject({ type: "urn:licet:error:rate-limited", status: 429 });
    expect((await ask(everything)).status).toBe(200);
  });
});

describe("facts", () => {
  test("of one person are taken, and the same again changes nothing", async () => {
    const body = person("one@example.com", consent("o1"));
    expect(await call("/facts", body)).toMatchObject({
      status: 200,
      json: { lines: 1, recorded: 1, unchanged: 0, refused: 0, problems: [] },
    });
    expect((await call("/facts", body)).json).toMatchObject({ recorded: 0, unchanged: 1 });
  });

  test("cite the key that told them", async () => {
    await call("/facts", person("cited@example.com", consent("k1")));
    const { json } = await call("/explain", { email: "cited@example.com" });
    expect(json.facts).toMatchObject([{ id: "k1", source: "api:everything" }]);
  });

  test("come as an array too; bad items are told by number and the good ones kept", async () => {
    const { status, json } = await call("/facts", [
      person("array@example.com", consent("a1")),
      person("not an address", consent("a2")),
      JSON.stringify(person("quoted@example.com", consent("a3"))),
    ]);
    expect([status, json.recorded, json.refused]).toEqual([207, 1, 2]);
    expect(json.problems).toMatchObject([
      { line: 2, code: "address-malformed" },
      { line: 3, code: "line-malformed" },
    ]);
  });

  test.each(["application/x-ndjson", "application/jsonl; charset=utf-8"])(
    "come as a stream of lines: %s",
    async (type) => {
      const lines = [
        person(`${type.length}@example.com`, consent("s1")),
        "{",
        person(`b${type.length}@example.com`, consent("s2")),
      ];
      const body = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
      const { status, json } = await call("/facts", body, { type });
      expect([
        status,
        json.lines,
        json.recorded,
        json.problems.map(({ line }: { line: number }) => line),
      ]).toEqual([207, 3, 2, [2]]);
    },
  );

  test("of which none is kept are answered with the problem of the first, and the report", async () => {
    const { status, json, headers } = await call("/facts", [person("nobody"), 7]);
    expect([status, json.type, json.refused]).toEqual([422, "urn:licet:error:address-malformed", 2]);
    expect(headers.get("content-type")).toBe("application/problem+json");
    await call("/facts", person("same-id@example.com", consent("x1")));
    expect(
      (await call("/facts", person("same-id@example.com", consent("x1", { purpose: "other" })))).status,
    ).toBe(409);
  });

  test.each([
    ["no JSON", '{"email":', "application/json", 400],
    ["nothing", "", "application/jsonl", 400],
    ["no line", "[]", "application/json", 400],
    ["a form", "email=jane", "application/x-www-form-urlencoded", 415],
    [
      "a field named `__proto__`",
      '{"email":"p@example.com","facts":[],"__proto__":{}}',
      "application/json",
      422,
    ],
  ])("are refused where the body is %s", async (_, body, type, status) => {
    expect((await call("/facts", body, { type })).status).toBe(status);
  });

  test("fit in a body of 10 MB, not in one above 32 MB", async () => {
    const line = JSON.stringify(person("big@example.com", consent("b1", { extra: "x".repeat(900_000) })));
    const ten = await call("/facts", `${line}\n`.repeat(11), { type: "application/jsonl" });
    expect(ten.json).toMatchObject({ lines: 11, recorded: 1, unchanged: 10 });
    const more = await call("/facts", `${line}\n`.repeat(36), { type: "application/jsonl" });
    expect([more.status, more.json.detail]).toEqual([413, "at most 32 MB"]);
  });

  test("that are all bad are counted to the last, and the first thousand problems told", async () => {
    const { json } = await call("/facts", "x\n".repeat(2_500), { type: "application/jsonl" });
    expect([json.refused, json.problems.length]).toEqual([2_500, 1_000]);
  });
});

describe("times", () => {
  test("of an act and of its coming are both kept; what has not happened opens nothing", async () => {
    const email = "times@example.com";
    const told = consent("old", { at: "2019-05-06T07:08:09.123Z" });
    expect((await call("/facts", person(email, told))).status).toBe(200);
    const { rows } = await database.query(
      `select at, recorded_at, written_at > now() - interval '1 minute' as stamped from facts
       where subject_id = $1 and fact_id = 'old'`,
      [subjectOf(world, email)],
    );
    expect(rows).toEqual([
      {
        at: new Date("2019-05-06T07:08:09.123Z"),
        recorded_at: new Date("2026-11-23T12:00:00Z"),
        stamped: true,
      },
    ]);
    const { status, json } = await call(
      "/facts",
      person(email, consent("ahead", { at: "2026-11-23T12:05:01Z" })),
    );
    expect([status, json.type, json.detail]).toEqual([
      422,
      "urn:licet:error:fact-ahead",
      expect.stringContaining("`ahead` is dated `2026-11-23T12:05:01.000Z`"),
    ]);
  });
});

describe("who may be written to", () => {
  test("is counted for a moment", async () => {
    const { json } = await call("/audience?purpose=newsletter&at=2026-11-01T00:00:00Z");
    expect(json.people).toBeGreaterThan(0);
    const total = [json.permits, json.refusals].flatMap((counts) => Object.values<number>(counts));
    expect(total.reduce((sum, people) => sum + people, 0)).toBe(json.people);
  });

  test("is explained for one person, known or not", async () => {
    await call("/facts", person("why@example.com", consent("w1")));
    const known = await call("/explain", { email: "WHY@example.com", purpose: "newsletter" });
    expect(known.json).toMatchObject({ known: true, recipient: { country: "ES" } });
    expect(known.json.purposes).toMatchObject([{ key: "newsletter", outcome: "permit", basis: "consent" }]);
    expect(known.json.purposes[0].evidence).toMatchObject([{ id: "w1", type: "consent.given" }]);
    expect((await call("/explain", { email: "stranger@example.com" })).json).toMatchObject({
      known: false,
      facts: [],
    });
  });

  test.each([
    ["/audience", 400, "query-malformed"],
    ["/audience?purpose=newsletter&at=yesterday", 400, "query-malformed"],
    ["/audience?purpose=newsletter&email=jane%40example.com", 400, "query-malformed"],
    ["/audience?purpose=nothing", 422, "purpose-unknown"],
    ["/audience?purpose=constructor", 422, "purpose-unknown"],
  ])("is not told for %s", async (path, status, code) => {
    expect(await call(path)).toMatchObject({ status, json: { type: `urn:licet:error:${code}` } });
  });

  test.each([
    [{ email: "nobody" }, 422],
    [{ email: 7 }, 400],
    [{ email: "jane@example.com", purpose: "constructor" }, 422],
    [{ email: "jane@example.com", at: 5 }, 400],
    [{}, 400],
    [[], 400],
  ])("is not explained for %j", async (body, status) => {
    expect((await call("/explain", body)).status).toBe(status);
  });
});

describe("campaigns", () => {
  const template = { format: "markdown", subject: "Hello", body: "New shoes are in." };

  test("a dry run counts and starts nothing", async () => {
    const before = (await call("/campaigns")).json.campaigns.length;
    const { status, json } = await call("/campaigns", { purpose: "newsletter", template, dryRun: true });
    expect([status, json.people]).toEqual([200, (await call("/audience?purpose=newsletter")).json.people]);
    expect((await call("/campaigns")).json.campaigns.length).toBe(before);
  });

  test("are started, shown, paused, resumed and cancelled, and cannot be resumed after that", async () => {
    const started = await call("/campaigns", {
      purpose: "newsletter",
      template,
      segment: { countries: ["ES"] },
    });
    expect([started.status, started.json.state]).toEqual([202, "running"]);
    const path = started.headers.get("location")?.replace("/api/v1", "") ?? "";
    expect((await call(path)).json).toMatchObject({
      id: started.json.id,
      segment: { countries: ["ES"] },
      progress: { sent: 0 },
    });
    expect((await call(`${path}/pause`, "")).json.state).toBe("paused");
    expect((await call(`${path}/resume`, "")).json.state).toBe("running");
    expect((await call(`${path}/cancel`, "")).json.state).toBe("cancelled");
    expect((await call(`${path}/resume`, "")).json).toMatchObject({
      status: 409,
      type: "urn:licet:error:campaign-ended",
    });
  });

  test.each([
    ["an unknown purpose", { purpose: "nothing", template }, 422],
    ["a purpose that every object has", { purpose: "constructor", template }, 422],
    ["a broken template", { purpose: "newsletter", template: { ...template, body: "{% if %}" } }, 422],
    ["an unknown format", { purpose: "newsletter", template: { ...template, format: "word" } }, 400],
    ["a wrong type", { purpose: 5, template }, 400],
    ["an unknown field", { purpose: "newsletter", template, sendNow: true }, 400],
    ["no JSON", "{", 400],
  ])("are not started with %s", async (_, body, status) => {
    expect((await call("/campaigns", body)).status).toBe(status);
  });

  describe("with files", () => {
    const shown = { ...template, body: "New shoes ![are](cid:shoe) in." };
    const content = Buffer.from("a file").toString("base64");
    const request = (...attachments: object[]) => ({ purpose: "newsletter", template: shown, attachments });

    test("keep them as they came, each with its type", async () => {
      const files = [
        { name: "shoe.png", cid: "shoe", content },
        { name: "feria ñ.pdf", type: "application/x-fair", content },
      ];
      const { status, json } = await call("/campaigns", request(...files));
      expect(status).toBe(202);
      const bytes = Buffer.from("a file");
      expect(await world.store.campaigns.attachments(json.id)).toEqual([
        { name: "shoe.png", type: "image/png", cid: "shoe", bytes },
        { name: "feria ñ.pdf", type: "application/x-fair", cid: null, bytes },
      ]);
      await call(`/campaigns/${json.id}/cancel`, "");
    });

    const shoe = { name: "shoe.png", cid: "shoe", content };
    test.each([
      ["an image that is not attached", request(), 422, "template-malformed"],
      [
        "a name that leads into a folder",
        request(shoe, { name: "../a", content }),
        422,
        "attachment-malformed",
      ],
      ["a `cid` that nothing shows", request(shoe, { ...shoe, cid: "b" }), 422, "attachment-malformed"],
      ["no base64", request({ ...shoe, content: "a file" }), 400, "body-malformed"],
      [
        "more than a mail may hold",
        request(shoe, { name: "a.bin", content: Buffer.alloc(7_500_000).toString("base64") }),
        413,
        "attachments-too-large",
      ],
      [
        "far more than that",
        request(shoe, { name: "a.bin", content: Buffer.alloc(9_000_000).toString("base64") }),
        413,
        "body-too-large",
      ],
    ])("are not started with %s", async (_, body, status, code) => {
      const answer = await call("/campaigns", body);
      expect([answer.status, answer.json.type]).toEqual([status, `urn:licet:error:${code}`]);
    });
  });

  test("name every field that is wrong", async () => {
    const { json } = await call("/campaigns", {
      purpose: "newsletter",
      template: { format: "word", subject: 1, body: "" },
      x: 1,
    });
    expect(json.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      "",
      "template.body",
      "template.format",
      "template.subject",
    ]);
  });

  test.each(["nothing", "018f0000-0000-7000-8000-000000000000"])("are not found by %s", async (id) => {
    expect((await call(`/campaigns/${id}`)).json.type).toBe("urn:licet:error:campaign-unknown");
  });
});

describe("an erasure", () => {
  test("leaves the key that bars the person, and takes no address into any answer", async () => {
    await call("/facts", person("gone@example.com", consent("gone", { till: "3" })));
    const { status, json, text } = await call("/erasures", { email: "GONE@example.com" });
    expect(status).toBe(201);
    expect(json).toEqual({
      subject: expect.stringMatching(/^[0-9a-f-]{36}$/),
      at: "2026-11-23T12:00:00.000Z",
      facts: 3,
    });
    expect(text).not.toContain("example.com");
    const { json: explained } = await call("/explain", { email: "gone@example.com" });
    expect(explained).toMatchObject({ known: true, recipient: {} });
    expect(explained.purposes).toContainEqual(expect.objectContaining({ key: "newsletter", code: "erased" }));
    expect(explained.facts[0].body).not.toHaveProperty("till");
  });

  test("comes in as a fact too, told by another system", async () => {
    const fact = { id: "erased", type: "subject.erased", at: "2026-11-23T11:00:00Z" };
    await call("/facts", person("told-gone@example.com", consent("c1")));
    await call("/facts", person("told-gone@example.com", fact));
    const { rows } = await database.query("select * from vault where subject_id = $1", [
      subjectOf(world, "told-gone@example.com"),
    ]);
    expect(rows).toEqual([]);
    expect((await call("/explain", { email: "told-gone@example.com" })).json.recipient).toEqual({});
  });

  test("of nobody on record is said to be one, and needs a scope of its own", async () => {
    expect((await call("/erasures", { email: "nobody@example.com" })).json.type).toBe(
      "urn:licet:error:subject-unknown",
    );
    const { secret } = await createApiKey(world, { name: "cannot-erase", scopes: ["people:read"] });
    expect((await call("/erasures", { email: "nobody@example.com" }, { key: secret })).status).toBe(403);
  });
});

describe("a request by right", () => {
  test("is opened, extended, answered, and read as it stands", async () => {
    await call("/facts", person("asks@example.com", consent("asks")));
    const opening = { email: "asks@example.com", right: "access", via: "letter", words: "What do you hold?" };
    const opened = await call("/rights", { ...opening, receivedAt: "2026-11-20T08:00:00Z" });
    expect([opened.status, opened.json]).toEqual([
      201,
      expect.objectContaining({ known: true, state: "open", dueAt: "2026-12-21T20:59:59.999Z" }),
    ]);
    const path = `/rights/${opened.json.id}`;
    expect((await call("/rights")).json.requests).toContainEqual(
      expect.objectContaining({ id: opened.json.id }),
    );
    const extended = await call(`${path}/extension`, { reasons: "It is a great deal." });
    expect(extended.json).toMatchObject({ dueAt: "2027-02-22T20:59:59.999Z" });
    const held = await call("/rights/held-data", { email: "asks@example.com" });
    expect(held.json).toMatchObject({ format: "licet-held-data-1", requests: [{ right: "access" }] });
    const answered = await call(`${path}/answer`, { outcome: "granted", words: "Enclosed." });
    expect(answered.json).toMatchObject({ state: "answered", answered: { outcome: "granted" } });
    expect((await call(`${path}/answer`, { outcome: "granted" })).json.type).toBe(
      "urn:licet:error:case-answered",
    );
    expect((await call(path)).json).toEqual(answered.json);
    expect((await call("/rights/nothing")).status).toBe(404);
    const { secret } = await createApiKey(world, { name: "reads-requests", scopes: ["rights:read"] });
    expect((await call("/rights", opening, { key: secret })).status).toBe(403);
  });
});

describe("a receipt", () => {
  test("proves one purpose for one person, to a key with the scope for it and to no other", async () => {
    await call("/facts", person("Proven@example.com", consent("c1")));
    const asked = { email: "proven@example.com", purpose: "newsletter" };
    const { status, headers, text, json } = await call("/receipts", asked);
    expect([status, headers.get("content-type")]).toEqual([200, "application/ld+json"]);
    expect(verifyReceipt(text).sound).toBe(true);
    expect(json.statement.verdict.outcome).toBe("permit");
    const response = await app.request("/api/v1/receipts", {
      method: "POST",
      headers: {
        authorization: `Bearer ${everything}`,
        "content-type": "application/json",
        accept: "application/pdf",
      },
      body: JSON.stringify({ ...asked, language: "es" }),
    });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect((await response.text()).startsWith("%PDF-")).toBe(true);
    const { secret } = await createApiKey(world, { name: "reads", scopes: ["people:read"] });
    expect((await call("/receipts", asked, { key: secret })).status).toBe(403);
  });

  test("there is none of somebody unknown, nor for a purpose that is not declared", async () => {
    const typeOf = async (body: object) => (await call("/receipts", body)).json.type;
    expect(await typeOf({ email: "nobody@example.com", purpose: "newsletter" })).toBe(
      "urn:licet:error:subject-unknown",
    );
    expect(await typeOf({ email: "nobody@example.com", purpose: "nothing" })).toBe(
      "urn:licet:error:purpose-unknown",
    );
  });
});

describe("failures are problem documents", () => {
  test("also where there is nothing", async () => {
    expect((await call("/nothing")).json).toMatchObject({ status: 404, type: "urn:licet:error:not-found" });
  });

  test("also for a method that the address does not take, with those that it takes", async () => {
    const { status, headers, json } = await call("/facts", undefined, { method: "DELETE" });
    expect([status, headers.get("allow"), json.type]).toEqual([
      405,
      "POST",
      "urn:licet:error:method-not-allowed",
    ]);
  });

  test("no route answers an address that it was sent in a bad request", async () => {
    const jane = "jane@example.com";
    const answers = await Promise.all([
      call("/facts", { email: `${jane},${jane}`, facts: [] }),
      call("/facts", { email: jane, facts: [{ id: jane, type: jane, at: jane }] }),
      call("/facts", { [jane]: jane }),
      call("/facts", `{"email":"${jane}"`),
      call("/facts", { ...person(jane, consent(jane)), language: jane }),
      call("/facts", [person(jane, consent(jane)), person(jane, consent(jane, { purpose: "other" }))]),
      call("/explain", { email: `<${jane}>`, purpose: jane }),
      call("/explain", { email: jane, [jane]: 1 }),
      call(`/audience?purpose=${jane}&${jane}=1&at=${jane}`),
      call("/campaigns", { purpose: jane, template: jane, [jane]: jane }),
      call(`/campaigns/${jane}`),
      call(`/${jane}`),
    ]);
    for (const { status, text } of answers)
      expect([status >= 207, text.includes("@")]).toEqual([true, false]);
  });
});

describe("the OpenAPI document", () => {
  test("is 3.1, open to all, and names every route with its scope", async () => {
    const { status, json } = await call("/openapi.json", undefined, { key: null });
    expect([status, json.openapi]).toEqual([200, "3.1.0"]);
    const routes = Object.entries<Record<string, { security: { key: string[] }[] }>>(json.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(
          ([method, { security }]) => `${method} ${path} ${security[0]?.key[0] ?? "no key"}`,
        ),
    );
    expect(routes.sort()).toEqual([
      "get /audience audience:read",
      "get /campaigns campaigns:read",
      "get /campaigns/{id} campaigns:read",
      "get /changes changes:read",
      "get /forms/{form} no key",
      "get /imports imports:read",
      "get /messages/{id} messages:read",
      "get /rights rights:read",
      "get /rights/{request} rights:read",
      "get /suppressions suppressions:read",
      "post /campaigns campaigns:write",
      "post /campaigns/{id}/cancel campaigns:write",
      "post /campaigns/{id}/pause campaigns:write",
      "post /campaigns/{id}/resume campaigns:write",
      "post /erasures people:erase",
      "post /explain people:read",
      "post /facts facts:write",
      "post /imports imports:write",
      "post /imports/{id}/undo imports:write",
      "post /messages messages:write",
      "post /permits permits:ask",
      "post /receipts receipts:read",
      "post /rights rights:write",
      "post /rights/held-data people:read",
      "post /rights/{request}/answer rights:write",
      "post /rights/{request}/extension rights:write",
      "post /submissions submissions:write",
      "post /suppressions/check suppressions:read",
    ]);
  });

  test("refers to nothing that it does not hold, and every path parameter is declared", async () => {
    const { json, text } = await call("/openapi.json");
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(json.components.schemas).toHaveProperty(name as string);
    for (const [path, methods] of Object.entries<
      Record<string, { parameters?: { name: string; in: string }[] }>
    >(json.paths))
      for (const { parameters = [] } of Object.values(methods))
        expect(
          parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`),
        ).toEqual(path.match(/\{\w+\}/g) ?? []);
  });

  test("describes success and the refusals of the key for every route", async () => {
    const { json } = await call("/openapi.json");
    for (const methods of Object.values<Record<string, { responses: object; security: object[] }>>(
      json.paths,
    ))
      for (const { responses } of Object.values(methods).filter(({ security }) => security.length > 0))
        expect(Object.keys(responses)).toEqual(
          expect.arrayContaining([expect.stringMatching(/^2/), "401", "403", "429"]),
        );
  });
});
