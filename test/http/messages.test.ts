// Messages that a contract, a law or a request calls for: sent to whoever objects to advertising, and never with any.
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { createApp } from "../../src/http/app.ts";
import { subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const now = "2026-11-23T12:00:00Z";
const email = "ana@example.com";
const objection = {
  id: "no",
  type: "objection.raised",
  scope: "direct-marketing",
  at: "2026-11-20T10:00:00Z",
};
const contract = { id: "start", type: "contract.started", contract: "ORDER-17", at: "2026-11-21T10:00:00Z" };
const order = {
  email,
  reason: { kind: "service", purpose: "orders", contract: "ORDER-17" },
  template: {
    format: "markdown",
    subject: "Order {{ values.number }}",
    body: "{{ values.what }} is on its way.",
  },
  values: { number: "17", what: "<b>Boots</b>" },
};

let world: TestWorld;
let call: (
  body: object,
  key?: string,
) => Promise<{ status: number; json: Record<string, unknown>; location: string | null }>;
let show: (location: string | null) => Promise<Record<string, unknown>>;

beforeEach(async () => {
  world = await makeWorld({ at: now });
  const app = createApp(world, { mailbox: false, ready: () => true });
  const { secret } = await createApiKey(world, { name: "shop", scopes: ["messages:write", "messages:read"] });
  const authorization = `Bearer ${secret}`;
  call = async (body, key = "order-17") => {
    const response = await app.request("/api/v1/messages", {
      method: "POST",
      headers: { authorization, "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body),
    });
    const json = (await response.json()) as Record<string, unknown>;
    return { status: response.status, json, location: response.headers.get("location") };
  };
  show = async (location) =>
    (await (await app.request(location ?? "", { headers: { authorization } })).json()) as Record<
      string,
      unknown
    >;
});
afterEach(() => world.close());

describe("a service message", () => {
  it("reaches a customer who objects to advertising, and rests on the contract", async () => {
    await tell(world, email, contract, objection);
    const { status, location, json } = await call(order);
    expect({ status, json }).toMatchObject({ status: 202, json: { state: "waiting", kind: "service" } });

    await deliverOutbox(world);
    expect(world.caught.map(({ forwardPath }) => forwardPath)).toEqual([email]);
    const mail = await simpleParser(world.caught[0]?.raw ?? "");
    expect(mail.subject).toBe("Order 17");
    expect(mail.html).toContain("&lt;b&gt;Boots&lt;/b&gt; is on its way");
    expect(mail.html).toContain("Lunaria Calzados");
    expect(mail.headers.has("list-unsubscribe")).toBe(false);
    expect(await show(location)).toMatchObject({ state: "sent", basis: "contract", evidence: ["start"] });
  });

  it("is refused without a running contract, and nothing is filed", async () => {
    await tell(world, email, objection);
    expect(await call(order)).toMatchObject({
      status: 403,
      json: { type: "urn:licet:error:message-refused", detail: "`not-necessary`" },
    });
    expect(await deliverOutbox(world)).toBe(0);
  });

  it("with anything in it that advertises is refused", async () => {
    await tell(world, email, contract);
    for (const block of ["promo", "survey", "some-new-block"])
      expect(await call({ ...order, blocks: ["service", block] })).toMatchObject({
        status: 403,
        json: { detail: "`promo-in-service`" },
      });
  });

  it("is not sent when the contract ends before it goes, and its words are gone", async () => {
    await tell(world, email, contract);
    const { location } = await call(order);
    await tell(world, email, { id: "end", type: "contract.ended", contract: "ORDER-17", at: now });
    await deliverOutbox(world);
    expect(world.caught).toEqual([]);
    expect(await show(location)).toMatchObject({ state: "refused", code: "not-necessary" });
  });

  it("is not sent to somebody who was erased meanwhile", async () => {
    await tell(world, email, contract);
    const { location } = await call(order);
    await tell(world, email, { id: "gone", type: "subject.erased", at: now });
    await deliverOutbox(world);
    expect(world.caught).toEqual([]);
    expect(await show(location)).toMatchObject({ state: "refused", code: "erased" });
  });

  it("names a purpose of kind service, and a template that can be filled", async () => {
    await tell(world, email, contract);
    const reason = (purpose: string) => ({ ...order, reason: { ...order.reason, purpose } });
    expect(await call(reason("newsletter"))).toMatchObject({
      status: 422,
      json: { type: "urn:licet:error:purpose-not-service" },
    });
    expect(await call(reason("nothing"))).toMatchObject({
      status: 422,
      json: { type: "urn:licet:error:purpose-unknown" },
    });
    expect(await call({ ...order, values: {} })).toMatchObject({
      status: 422,
      json: { type: "urn:licet:error:template-malformed" },
    });
    expect(await deliverOutbox(world)).toBe(0);
  });
});

describe("an Idempotency-Key", () => {
  it("makes one message of the same request, however often and how close together it comes", async () => {
    await tell(world, email, contract);
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(order)));
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.id}`)).size).toBe(1);
    while ((await deliverOutbox(world)) > 0);
    expect(world.caught).toHaveLength(1);
    expect(await call(order)).toMatchObject({ status: 202, json: { state: "sent" } });
  });

  it("is for one message, to one person", async () => {
    await tell(world, email, contract);
    await tell(world, "leo@example.com", contract);
    await call(order);
    for (const other of [
      { ...order, values: { ...order.values, number: "18" } },
      { ...order, email: "leo@example.com" },
    ])
      expect(await call(other)).toMatchObject({
        status: 422,
        json: { type: "urn:licet:error:idempotency-key-reused" },
      });
    expect(await call({ ...order, email: "leo@example.com" }, "another")).toMatchObject({ status: 202 });
  });

  it("must be there", async () => {
    await tell(world, email, contract);
    for (const key of ["", "two words", "x".repeat(201)])
      expect(await call(order, key)).toMatchObject({
        status: 400,
        json: { type: "urn:licet:error:idempotency-key-malformed" },
      });
  });
});

describe("a notice that the law demands", () => {
  const notice = {
    email,
    reason: { kind: "legalNotice", statute: "GDPR 34" },
    template: { format: "markdown", subject: "A breach of your data", body: "Somebody read your address." },
  };

  it("reaches whoever told us to stop, and the duty is on record before it goes", async () => {
    const stop = { id: "stop", type: "consent.withdrawn", purpose: "*", at: "2026-11-20T10:00:00Z" };
    await tell(world, email, stop, objection);
    const { location, json } = await call(notice, "breach-1");
    const facts = await world.store.people.facts(subjectOf(world, email));
    expect(facts.at(-1)).toMatchObject({
      id: `notice-${json.id}`,
      type: "notice.required",
      body: { statute: "GDPR 34" },
      source: "api:shop",
    });
    await deliverOutbox(world);
    expect(world.caught).toHaveLength(1);
    expect(await show(location)).toMatchObject({
      state: "sent",
      basis: "legal-obligation",
      evidence: [`notice-${json.id}`],
    });
    expect(await world.store.log.unproved()).toBeNull();
  });

  it.each([
    ["in the law", { reason: { kind: "legalNotice", statute: "GDPR\0 34" } }],
    ["in the text", { template: { ...notice.template, body: "Some\0body" } }],
    ["in a value", { values: { number: ["17\0"] } }],
    ["that is half of one", { values: { number: "\ud83d" } }],
  ])("is refused where no text can have a character of it: %s", async (_, change) => {
    expect(await call({ ...notice, ...change }, "breach-3")).toMatchObject({
      status: 400,
      json: { type: "urn:licet:error:body-malformed" },
    });
  });

  it("leaves nobody's address behind where nothing else is kept", async () => {
    const { location } = await call({ ...notice, email: "stranger@example.com" }, "breach-2");
    await deliverOutbox(world);
    expect(world.caught.map(({ forwardPath }) => forwardPath)).toEqual(["stranger@example.com"]);
    expect(await show(location)).toMatchObject({ state: "sent" });
    const subject = subjectOf(world, "stranger@example.com");
    expect((await world.store.people.find([subject])).get(subject)?.address).toBeNull();
  });
});

describe("an answer to a request by right", () => {
  it("needs the request", async () => {
    await tell(world, email, contract);
    const reply = {
      email,
      reason: { kind: "rightsReply", case: "case-1" },
      template: { format: "markdown", subject: "Your request", body: "Here it is." },
    };
    expect(await call(reply, "reply")).toMatchObject({ status: 403, json: { detail: "`no-case`" } });
    await tell(world, email, { id: "case-1", type: "rights.requested", right: "access", at: now });
    expect(await call(reply, "reply")).toMatchObject({ status: 202 });
    await deliverOutbox(world);
    expect(world.caught).toHaveLength(1);
  });
});
