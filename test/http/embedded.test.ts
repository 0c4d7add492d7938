// A form inside a page of the company's own: who may show it, and what that page's server may hand over.
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { createApp } from "../../src/http/app.ts";
import { signFormToken } from "../../src/mail/tokens.ts";
import { applyLunaria, lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import { confirmationPath, onRecord, subjectOf, tokenIn, verdictOf, visitor } from "./visitor.ts";

const origin = "https://lunaria.example";

let world: TestWorld;
let app: Hono;
let secret: string;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T10:00:00Z" });
  app = createApp(world, { mailbox: false, ready: () => true });
  secret = (await createApiKey(world, { name: "shop", scopes: ["submissions:write"] })).secret;
});
beforeEach(() => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.com`;
});
afterAll(() => world.close());

async function ask(path: string, headers: Record<string, string> = { origin }) {
  const answer = await app.request(`/api/v1/forms/${path}`, { headers });
  return { status: answer.status, headers: answer.headers, json: JSON.parse(await answer.text()) };
}

async function shown(form = "order", page = `${origin}/checkout`): Promise<string> {
  return (await ask(`${form}?lang=en&page=${encodeURIComponent(page)}`)).json.token;
}

async function hand(body: object, key = secret) {
  const answer = await app.request("/api/v1/submissions", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ email, ...body }),
  });
  return { status: answer.status, json: JSON.parse(await answer.text()) };
}

const boots = { reference: "2026-117", category: "shoes", product: "boots", paid: true };
const types = async () => (await onRecord(world, email)).map(({ type }) => type).toSorted();
const pagesOnRecord = async () =>
  (await world.store.people.facts(subjectOf(world, email))).flatMap(({ shown }) =>
    shown ? [shown.page] : [],
  );

describe("what a page of the company's own is given", () => {
  test("the words of the boxes, the refusal and the first layer, in its language, with a token and the way to the whole", async () => {
    const { status, json, headers } = await ask("order?lang=fr");
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(headers.get("vary")).toContain("Origin");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(json).toMatchObject({
      form: { key: "order", version: 1 },
      language: "fr",
      boxes: { items: [{ key: "newsletter", text: expect.stringContaining("Oui, je souhaite") }] },
      softOptIn: { text: expect.any(String), refusal: expect.any(String) },
      notice: {
        rows: expect.arrayContaining([
          { title: "Responsable du traitement", text: expect.stringContaining("Lunaria Calzados") },
        ]),
        whole: { url: "http://127.0.0.1:4000/n/order/1?lang=fr" },
      },
    });
    expect(json.token).toMatch(/^[\w-]{100,}$/);
  });

  test("no word of it could be a tick", async () => {
    expect(JSON.stringify((await ask("sign-up")).json)).not.toMatch(/"(checked|ticked|selected|value)"/);
  });

  test("the browser's language, where the page states none", async () => {
    const { json } = await ask("sign-up", { origin, "accept-language": "es-AR, en;q=0.5" });
    expect(json.language).toBe("es");
  });

  test.each([
    ["another site", { origin: "https://elsewhere.example" }],
    ["a page over plain HTTP", { origin: "http://lunaria.example" }],
    ["a frame without an origin", { origin: "null" }],
    ["nobody in particular", {}],
  ])("nothing for %s, whose scripts cannot even read why", async (_, headers) => {
    const { status, json, headers: answered } = await ask("order", headers as Record<string, string>);
    expect([status, json.type]).toEqual([403, "urn:licet:error:origin-refused"]);
    expect(answered.get("access-control-allow-origin")).toBeNull();
  });

  test("a page of the same origin is known by what the browser says of itself", async () => {
    const headers = { "sec-fetch-site": "same-origin", referer: `${origin}/checkout` };
    expect((await ask("order", headers)).status).toBe(200);
    expect((await ask("order", { ...headers, "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  test("what is no form is answered as such", async () => {
    expect((await ask("nothing")).json.type).toBe("urn:licet:error:form-unknown");
  });
});

describe("what its server hands over", () => {
  test("needs a key of that scope", async () => {
    const token = await shown();
    const other = await createApiKey(world, { name: "reader", scopes: ["audience:read"] });
    expect((await hand({ token }, other.secret)).json.type).toBe("urn:licet:error:scope-missing");
    expect((await hand({ token }, "licet_none")).status).toBe(401);
  });

  test("is a consent under the words that were shown, in the page that showed them, and asks the mailbox", async () => {
    const token = await shown("order", `${origin}/checkout?session=77#payment`);
    const { status, json } = await hand({ token, boxes: ["newsletter"], recipient: { country: "FR" } });
    expect(status).toBe(200);
    expect(json).toEqual({
      form: { key: "order", version: 1 },
      language: "en",
      boxes: [{ box: "newsletter", purpose: "newsletter", outcome: "waiting" }],
      refused: false,
      order: null,
      message: [expect.stringContaining("We send a mail with a button to confirm.")],
    });
    expect(await onRecord(world, email)).toMatchObject([
      {
        type: "consent.given",
        purpose: "newsletter",
        prechecked: false,
        doubleOptIn: true,
        form: { version: "1" },
        clause: { version: "1" },
        country: "FR",
      },
    ]);
    expect(await pagesOnRecord()).toEqual([`${origin}/checkout`]);
    expect(await verdictOf(world, email, "newsletter")).toBe("doi-unconfirmed");
    await deliverOutbox(world);
    expect(world.caught.filter(({ forwardPath }) => forwardPath === email)).toHaveLength(1);
    await visitor(world).post(await confirmationPath(world, email));
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });

  test("is a sale where it says so, and opens what the law lets a paid sale open", async () => {
    const token = await shown();
    const { json } = await hand({ token, order: boots, recipient: { country: "FR" } });
    expect(json).toMatchObject({ order: "2026-117", boxes: [{ outcome: "notTicked" }] });
    expect(await onRecord(world, email)).toMatchObject([
      {
        type: "sale.concluded",
        reference: "2026-117",
        category: "shoes",
        paid: true,
        seller: "lunaria",
        addressFrom: "customer",
        optOutOffered: true,
        refused: false,
      },
    ]);
    expect(await verdictOf(world, email, "newsletter")).toBe("soft-opt-in");
  });

  test("is a refusal at once, bought or not, and no later order lifts it", async () => {
    const answer = await hand({ token: await shown(), refused: true });
    expect(answer.json.message).toEqual([expect.stringContaining("You do not want emails about similar")]);
    await hand({ token: await shown(), order: boots, recipient: { country: "ES" } });
    expect(await types()).toEqual(["sale.concluded", "sale.negotiated"]);
    expect(await verdictOf(world, email, "newsletter")).toBe("refused-at-collection");
  });

  test("is nothing where nothing was ticked, bought or refused", async () => {
    const { status, json } = await hand({ token: await shown("sign-up") });
    expect([status, json.message]).toEqual([200, []]);
    expect(await onRecord(world, email)).toEqual([]);
  });

  test("tells of the recipient what was not known, and replaces nothing", async () => {
    await hand({ token: await shown(), order: boots, recipient: { country: "ES" } });
    await hand({ token: await shown(), order: boots, recipient: { country: "DE", kind: "natural" } });
    const subject = subjectOf(world, email);
    expect((await world.store.people.find([subject])).get(subject)?.recipient).toEqual({
      country: "ES",
      kind: "natural",
    });
  });
});

describe("a token", () => {
  test("that comes twice, or ten times at once, is one act, and one mail", async () => {
    const body = { token: await shown(), boxes: ["newsletter"], order: boots };
    const answers = await Promise.all(Array.from({ length: 10 }, () => hand(body)));
    answers.push(await hand(body));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1);
    expect(await types()).toEqual(["consent.given", "sale.concluded"]);
    await deliverOutbox(world);
    expect(world.caught.filter(({ forwardPath }) => forwardPath === email)).toHaveLength(1);
  });

  test("that comes again with more ticked loses neither, and with less takes nothing back", async () => {
    const token = await shown("sign-up");
    await hand({ token, boxes: ["newsletter"] });
    await hand({ token, boxes: ["email-tracking"] });
    await hand({ token, boxes: [] });
    expect(await types()).toEqual(["consent.given", "consent.given"]);
  });

  test("is refused for another address and for another order, and the first stands", async () => {
    const token = await shown();
    await hand({ token, order: boots });
    const first = email;
    const other = await hand({ token, order: boots, email: "other@example.com" });
    expect([other.status, other.json.type, other.json.detail]).toEqual([
      409,
      "urn:licet:error:form-token-redeemed",
      "for another address",
    ]);
    expect(JSON.stringify(other.json)).not.toContain("@");
    expect(await onRecord(world, "other@example.com")).toEqual([]);
    const next = await hand({ token, order: { ...boots, reference: "2026-118" }, email: first });
    expect([next.status, next.json.detail]).toEqual([409, "for another order"]);
  });

  test("for two orders at the same moment is the act of one: the other is refused, and nothing of it is on record", async () => {
    const token = await shown();
    const orders = ["2026-117", "2026-118"].map((reference) => ({ ...boots, reference }));
    const answers = await Promise.all(
      orders.map((order) => hand({ token, order, refused: order !== orders[0] })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const taken = answers.findIndex(({ status }) => status === 200);
    expect(answers[1 - taken]?.json).toMatchObject({
      type: "urn:licet:error:form-token-redeemed",
      detail: "for another order",
    });
    expect(await onRecord(world, email)).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: "sale.concluded", ...orders[taken] })]),
    );
    expect(await types()).toEqual(taken === 0 ? ["sale.concluded"] : ["sale.concluded", "sale.negotiated"]);
  });

  test("of a page that stood open since last year counts, under the words of then", async () => {
    const token = await shown("sign-up");
    const changed = readSetupFile(
      lunaria().replace("at most twice a month. I can", "at most once a week. I can"),
    );
    if (!changed.ok) throw new Error(JSON.stringify(changed.mistakes));
    await applySetup(world, changed.declared);
    world.setClock("2027-11-25T10:00:00Z");
    const { status } = await hand({ token, boxes: ["newsletter"] });
    expect(status).toBe(200);
    expect(await onRecord(world, email)).toMatchObject([
      { at: "2027-11-25T10:00:00.000Z", clause: { version: "1" }, form: { version: "1" } },
    ]);
    world.setClock("2026-11-23T10:00:00Z");
    await applyLunaria(world);
  });

  test("that names a purpose retired since keeps the other boxes, and the answer says so", async () => {
    const token = await shown("sign-up");
    const without = readSetupFile(withoutTracking(lunaria()));
    if (!without.ok) throw new Error(JSON.stringify(without.mistakes));
    await applySetup(world, without.declared);
    const { status, json } = await hand({ token, boxes: ["newsletter", "email-tracking"] });
    await applyLunaria(world);
    expect(status).toBe(200);
    expect(json.boxes).toMatchObject([
      { box: "newsletter", outcome: "waiting" },
      { box: "email-tracking", outcome: "retired" },
    ]);
    expect(json.message.at(-1)).toContain("no longer in use");
    expect(await onRecord(world, email)).toMatchObject([{ purpose: "newsletter" }]);
  });

  test.each([
    ["forged", () => `${"A".repeat(43)}${Buffer.from("{}").toString("base64url")}`],
    ["cut short", async () => (await shown()).slice(0, -1)],
    ["of the page on Licet itself", async () => tokenIn((await visitor(world).get("/f/order")).page)],
    ["of a version that never was", () => neverPublished()],
    ["empty", () => ""],
  ])("that is %s is refused, and nothing is on record", async (_, token) => {
    const { status, json } = await hand({ token: await token(), boxes: ["newsletter"] });
    expect([status, json.type]).toEqual([422, "urn:licet:error:form-token-malformed"]);
    expect(await onRecord(world, email)).toEqual([]);
  });

  test("of a page of the company's own is not taken by the page on Licet", async () => {
    const { status } = await visitor(world).post("/f/sign-up", {
      token: await shown("sign-up"),
      email,
      box: "newsletter",
    });
    expect(status).toBe(422);
    expect(await onRecord(world, email)).toEqual([]);
  });
});

describe("what does not fit", () => {
  test.each([
    ["box-unknown", 422, { boxes: ["newsletter", "everything"] }],
    ["submission-malformed", 422, { order: { ...boots, category: "ana@example.com" } }],
    ["submission-malformed", 422, { recipient: { country: 7 } }],
    ["body-malformed", 400, { order: { ...boots, reference: "a\0b" } }],
    ["address-malformed", 422, { email: "nobody\r\nBcc: ana@example.com" }],
    ["body-malformed", 400, { ticked: true }],
    ["body-malformed", 400, { boxes: "newsletter" }],
  ])("is refused as a whole: %s", async (code, expected, body) => {
    const { status, json } = await hand({ token: await shown(), ...body });
    expect([status, json.type]).toEqual([expected, `urn:licet:error:${code}`]);
    expect(JSON.stringify(json)).not.toContain("ana@");
    expect(await onRecord(world, email)).toEqual([]);
  });

  test.each([{ order: boots }, { refused: true }])(
    "so is what only an order has, on another form: %o",
    async (body) => {
      const { json } = await hand({ token: await shown("sign-up"), ...body });
      expect(json.type).toBe("urn:licet:error:submission-malformed");
    },
  );

  test.each([
    ["of another origin", "https://elsewhere.example/checkout"],
    ["that names a person", `${origin}/reset/ana@example.com`],
    ["that is none", "checkout"],
    ["beyond any length", `${origin}/${"x".repeat(400)}`],
  ])("a page %s leaves the origin alone on record", async (_, page) => {
    await hand({ token: await shown("order", page), boxes: ["newsletter"] });
    expect(await pagesOnRecord()).toEqual([origin]);
  });

  test("addresses that are odd but legal are taken as they are", async () => {
    for (const odd of [`"o'hara, ${number}"@example.com`, `δοκιμή-${number}@παράδειγμα.example`]) {
      email = odd;
      expect((await hand({ token: await shown(), boxes: ["newsletter"] })).status).toBe(200);
      expect(await types()).toEqual(["consent.given"]);
    }
  });
});

function neverPublished(): string {
  const what = { key: "order", version: 99 };
  return signFormToken(
    {
      form: what,
      notice: what,
      clauses: [],
      controller: { key: "lunaria", version: 1 },
      language: "en",
      page: origin,
      issuedAt: world.clock.now(),
      nonce: world.ids.next(),
      embedded: true,
    },
    world.secrets.tokenKey,
  );
}

/** The shop without the purpose that measures. */
function withoutTracking(text: string): string {
  const block = (from: string, to: string) =>
    text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)));
  return text
    .replace(block("  # Whoever consents to this purpose may be measured", "  catalogue:\n"), "")
    .replace(block("  email-tracking:\n    purpose:", "\n# Privacy information"), "")
    .replace("boxes: [newsletter, email-tracking]", "boxes: [newsletter]");
}
