// The question of other systems before they send: the answer of the decision contract, on record, and good for a minute.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { forgetVerdicts } from "../../src/app/verdicts/forget-verdicts.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { type Body, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const now = "2026-11-23T12:00:00Z";
const ana = "ana@example.com";
let world: TestWorld;
let post: (body: unknown, key?: string) => Promise<{ status: number; json: { answers: Answer[] } }>;

type Answer = Readonly<Record<string, unknown>>;

beforeEach(async () => {
  world = await makeWorld({ at: now });
  const app = createApp(world, { mailbox: false, ready: () => true });
  const { secret } = await createApiKey(world, { name: "shop", scopes: ["permits:ask"] });
  post = async (body, key = secret) => {
    const response = await app.request("/api/v1/permits", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, json: (await response.json()) as { answers: Answer[] } };
  };
});
afterEach(() => world.close());

/** The answers about these people. */
async function ask(purpose: string, emails: string | readonly string[], message?: object): Promise<Answer[]> {
  const people = [emails].flat().map((email) => ({ email }));
  const { status, json } = await post({ purpose, people, ...(message && { message }) });
  expect(status).toBe(200);
  return json.answers;
}

async function askOne(purpose: string, email: string, message?: object): Promise<Answer> {
  const [answer] = await ask(purpose, email, message);
  return answer ?? expect.fail("no answer");
}

const onRecord = (email = ana) => world.store.verdicts.list({ subject: subjectOf(world, email) }, 99);

describe("an answer", () => {
  it("is a permit with all that the decision contract says, good for a minute", async () => {
    await tell(world, ana, goodConsent());
    expect(await askOne("newsletter", ana)).toEqual({
      email: ana,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      outcome: "permit",
      code: null,
      basis: "consent",
      jurisdiction: "ES",
      evidence: ["consent"],
      validUntil: "2029-10-31T10:00:00.000Z",
      alsoRefused: [],
      citations: expect.arrayContaining(["GDPR 7(1)"]),
      obligations: expect.arrayContaining(["list-unsubscribe", "one-click"]),
      tracking: "none",
      rules: "2026-11-23",
      atMost: null,
      expiresAt: "2026-11-23T12:01:00.000Z",
    });
  });

  it("is a refusal after a withdrawal, at once", async () => {
    await tell(world, ana, goodConsent());
    await tell(world, ana, { id: "left", type: "consent.withdrawn", at: now, purpose: "newsletter" });
    expect(await askOne("newsletter", ana)).toMatchObject({
      ...{ outcome: "refusal", code: "withdrawn", basis: null, evidence: ["left"], expiresAt: null },
    });
  });

  it("about a stranger is a refusal, and makes nobody known", async () => {
    const people = await world.store.people.count();
    expect(await askOne("newsletter", "stranger@example.com")).toMatchObject({
      outcome: "refusal",
      code: "no-basis",
    });
    expect(await world.store.people.count()).toBe(people);
  });

  it("about somebody who was erased is a refusal", async () => {
    await tell(world, ana, goodConsent());
    await erase(world, parseAddress(ana)!, "test");
    expect(await askOne("newsletter", ana)).toMatchObject({ outcome: "refusal", code: "erased" });
  });

  it("is on record as it was given, permit and refusal, under the name of the key", async () => {
    await tell(world, ana, goodConsent());
    const permit = await askOne("newsletter", ana);
    const refusal = await askOne("newsletter", "stranger@example.com");
    expect(await onRecord()).toMatchObject([
      { id: permit.id, via: "api", asker: "shop", purpose: "newsletter", basis: "consent", observed: false },
    ]);
    expect(await onRecord("stranger@example.com")).toMatchObject([
      { id: refusal.id, outcome: "refusal", code: "no-basis" },
    ]);
  });

  it("says how often at most the person wishes to hear", async () => {
    const wish = { id: "wish", type: "frequency.wished", at: now, purpose: "newsletter", atMost: "month" };
    await tell(world, ana, goodConsent(), wish);
    expect(await askOne("newsletter", ana)).toMatchObject({ outcome: "permit", atMost: "month" });
  });
});

describe("a permit does not outlast what it rests on", () => {
  it("where the basis ends within the minute", async () => {
    await tell(world, ana, goodConsent());
    world.setClock("2029-10-31T09:59:30Z");
    expect(await askOne("newsletter", ana)).toMatchObject({ expiresAt: "2029-10-31T10:00:00.000Z" });
  });

  it("where a withdrawal is dated ahead", async () => {
    const left = { id: "left", type: "consent.withdrawn", at: "2026-11-23T12:00:20Z", purpose: "newsletter" };
    await tell(world, ana, goodConsent(), left);
    expect(await askOne("newsletter", ana)).toMatchObject({
      outcome: "permit",
      expiresAt: "2026-11-23T12:00:19.999Z",
    });
  });
});

describe("each kind of message is asked for by its own rules", () => {
  const objection = {
    id: "no",
    type: "objection.raised",
    scope: "direct-marketing",
    at: "2026-11-20T10:00:00Z",
  };
  const contract: Body = {
    id: "start",
    type: "contract.started",
    contract: "ORDER-17",
    at: "2026-11-21T10:00:00Z",
  };

  it("a service message rests on the contract, whatever was said to advertising, and holds none", async () => {
    await tell(world, ana, contract, objection);
    expect(await askOne("orders", ana, { contract: "ORDER-17" })).toMatchObject({
      ...{ outcome: "permit", basis: "contract", evidence: ["start"] },
    });
    expect(await askOne("orders", ana, { contract: "ORDER-18" })).toMatchObject({ code: "not-necessary" });
    expect(await askOne("orders", ana, { contract: "ORDER-17", blocks: ["service", "promo"] })).toMatchObject(
      {
        code: "promo-in-service",
      },
    );
  });

  it("what a law demands goes to everybody, and the duty is on record first", async () => {
    await tell(world, ana, objection);
    for (const email of [ana, "stranger@example.com"]) {
      const answer = await askOne("legalNotice", email, { statute: "GDPR 34" });
      expect(answer).toMatchObject({
        ...{ outcome: "permit", basis: "legal-obligation", evidence: [`notice-${answer.id}`] },
      });
      const facts = await world.store.people.facts(subjectOf(world, email));
      expect(facts.at(-1)).toMatchObject({
        ...{ id: `notice-${answer.id}`, type: "notice.required", source: "api:shop" },
        body: { statute: "GDPR 34" },
      });
      expect((await onRecord(email))[0]?.evidence).toEqual([`notice-${answer.id}`]);
    }
    expect(await askOne("legalNotice", ana)).toMatchObject({ code: "no-legal-duty" });
  });

  it("a duty that is on record already is cited, and not put there again", async () => {
    const duty = { id: "duty", type: "notice.required", at: "2026-11-22T10:00:00Z", statute: "GDPR 34" };
    await tell(world, ana, duty);
    expect(await askOne("legalNotice", ana, { statute: "GDPR 34", request: "duty" })).toMatchObject({
      evidence: ["duty"],
    });
    const types = (await world.store.people.facts(subjectOf(world, ana))).map(({ type }) => type);
    expect(types.filter((type) => type === "notice.required")).toHaveLength(1);
  });

  it("an answer to a request by right needs the request", async () => {
    const request = { id: "access", type: "rights.requested", at: now, right: "access", via: "mail" };
    await tell(world, ana, request, objection);
    expect(await askOne("rightsReply", ana, { case: "access" })).toMatchObject({
      ...{ outcome: "permit", basis: "rights", evidence: ["access"] },
    });
    expect(await askOne("rightsReply", ana, { case: "invented" })).toMatchObject({ code: "no-case" });
  });

  it("no more answers to a request are permitted than were promised, however many ask at once", async () => {
    await tell(world, ana, {
      ...{ id: "ask", type: "information.requested", at: "2026-11-23T11:00:00Z", topic: "catalogue" },
      ...{ until: "2026-12-23T11:00:00Z", responses: 2 },
    });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => askOne("catalogue", ana, { request: "ask" })),
    );
    expect(answers.filter(({ outcome }) => outcome === "permit")).toHaveLength(2);
    expect(answers.filter(({ code }) => code === "beyond-request")).toHaveLength(6);
  });

  it("and they count for as long as the request may be answered, also when other answers are forgotten", async () => {
    await tell(world, ana, {
      ...{ id: "ask", type: "information.requested", at: "2026-11-23T11:00:00Z", topic: "catalogue" },
      ...{ until: "2027-11-23T11:00:00Z", responses: 1 },
    });
    expect(await askOne("catalogue", ana, { request: "ask" })).toMatchObject({ outcome: "permit" });
    world.setClock("2027-06-01T12:00:00Z");
    await forgetVerdicts(world);
    expect(await askOne("catalogue", ana, { request: "ask" })).toMatchObject({ code: "beyond-request" });
  });

  it("a purpose that is not declared is refused, and put on record", async () => {
    await tell(world, ana, goodConsent());
    expect(await askOne("constructor", ana)).toMatchObject({
      ...{ outcome: "refusal", code: "input-invalid", jurisdiction: "ES" },
      problem: "`purpose`: `constructor` is not declared",
    });
    expect(await onRecord()).toMatchObject([{ purpose: "constructor", code: "input-invalid" }]);
  });
});

it("a yes to being measured is no leave to send", async () => {
  await tell(world, ana, { ...goodConsent(), purpose: "email-tracking", purposes: ["email-tracking"] });
  expect(await askOne("email-tracking", ana)).toMatchObject({
    ...{ outcome: "refusal", code: "input-invalid" },
    problem: "`purpose`: nothing is sent for `email-tracking`; what may be followed is in `tracking`",
  });
});

describe("many at once", () => {
  it("are answered in the order of the question; what is no address is refused by itself", async () => {
    await tell(world, ana, goodConsent());
    const answers = await ask("newsletter", ["nobody at all", ana, "stranger@example.com", "@"]);
    expect(answers.map(({ email, code, basis }) => [email, code ?? basis])).toEqual([
      ["nobody at all", "input-invalid"],
      [ana, "consent"],
      ["stranger@example.com", "no-basis"],
      ["@", "input-invalid"],
    ]);
    expect(answers[0]).toMatchObject({
      id: null,
      problem: "`email`: not an address that mail can be sent to",
    });
  });

  it("named twice, in whichever spelling, are one person with one permit", async () => {
    await tell(world, ana, goodConsent());
    const [one, other] = await ask("newsletter", [ana, "ana@EXAMPLE.com"]);
    expect(one?.id).toBe(other?.id);
    expect(await onRecord()).toHaveLength(1);
  });

  it("are ten thousand at most", { timeout: 60_000 }, async () => {
    await tellMany(world, 50);
    const people = Array.from({ length: 10_000 }, (_, n) => ({ email: `person-${n}@example.com` }));
    const { json } = await post({ purpose: "newsletter", people });
    expect(json.answers.filter(({ outcome }) => outcome === "permit")).toHaveLength(50);
    expect(json.answers).toHaveLength(10_000);
    const kept = await world.store.verdicts.count({});
    expect(kept.map(({ ground, verdicts }) => [ground, verdicts])).toEqual([
      ["no-basis", 9950],
      ["consent", 50],
    ]);
    const { status } = await post({ purpose: "newsletter", people: [...people, { email: ana }] });
    expect(status).toBe(400);
  });
});

describe("the question itself", () => {
  it.each([
    [{}],
    [{ purpose: "newsletter", people: [] }],
    [{ purpose: "newsletter", people: [{ mail: ana }] }],
    [{ purpose: "newsletter", people: [{ email: ana }], message: { promo: true } }],
    [{ purpose: "newsletter", people: [{ email: ana }], message: { blocks: "promo" } }],
    [{ purpose: "news letter", people: [{ email: ana }] }],
  ])("is refused as a whole where it is none: %j", async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, json: { type: "urn:licet:error:body-malformed" } });
  });

  it("needs the scope", async () => {
    const asked = { purpose: "newsletter", people: [{ email: ana }] };
    const { secret } = await createApiKey(world, { name: "reader", scopes: ["audience:read"] });
    expect(await post(asked, secret)).toMatchObject({
      status: 403,
      json: { detail: "it needs `permits:ask`" },
    });
  });
});
