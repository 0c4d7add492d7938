// Whatever an agent calls, in whatever order, nobody becomes permitted who was not, and nothing is on record but that it asked.
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { verdictFor } from "../../src/app/verdicts/verdict-for.ts";
import { formatInstant, type Instant } from "../../src/core/instant.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { readWayOutToken } from "../../src/mail/tokens.ts";
import { type Connected, keyFor, overHttp } from "../mcp/connect.ts";
import { type Body, goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const runs = Number(process.env.LICET_RUNS) || 60;
const at = "2026-11-20T10:00:00Z";
const contract = (name: string): Body => ({
  id: `start-${name}`,
  type: "contract.started",
  contract: name,
  at,
});
const stop: Body = { id: "stop", type: "consent.withdrawn", purpose: "*", at };
const people = {
  "consented@example.com": [goodConsent()],
  "left@example.com": [goodConsent(), stop],
  "left-with-order@example.com": [goodConsent(), stop, contract("ORDER-17")],
  "ended@example.com": [
    contract("ORDER-17"),
    { id: "end", type: "contract.ended", contract: "ORDER-17", at: "2026-11-21T10:00:00Z" },
  ],
  "asked@example.com": [
    { id: "wants", type: "information.requested", at, until: "2099-01-01T00:00:00Z", responses: 1 },
    { id: "case", type: "rights.requested", right: "access", at },
  ],
  "erased@example.com": [goodConsent(), contract("ORDER-17")],
  "stranger@example.com": [],
} as const satisfies Readonly<Record<string, readonly Body[]>>;
const emails = Object.keys(people);
const mayHaveOrders = ["left-with-order@example.com"];

let world: TestWorld;
let agent: Connected;
let admin: pg.Client;
beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  for (const [email, facts] of Object.entries(people))
    if (facts.length > 0) await tell(world, email, ...facts);
  await erase(world, parseAddress("erased@example.com")!, "test");
  while ((await deliverOutbox(world)) > 0);
  world.caught.splice(0);
  admin = new pg.Client({ connectionString: world.ownerUrl });
  await admin.connect();
  agent = await overHttp(createApp(world, { mailbox: false, ready: () => true }), await keyFor(world));
});
afterAll(async () => {
  await agent.close();
  await admin.end();
  await world.close();
});

/** How every person stands for everything that may be asked for. */
async function standings(): Promise<Readonly<Record<string, string>>> {
  const setup = await world.store.setup.current();
  if (!setup) throw new Error("nothing is set up");
  const found = await world.store.people.find(emails.map((email) => subjectOf(world, email)));
  const messages = [{}, { contract: "ORDER-17" }, { request: "wants" }, { case: "case" }];
  const asked = [...Object.keys(setup.purposes), "rightsReply", "doubleOptIn", "withdrawalAck"];
  return Object.fromEntries(
    emails.flatMap((email) =>
      asked.flatMap((purpose) =>
        messages.map((message, index) => {
          const person = found.get(subjectOf(world, email));
          const { outcome, code, basis } = verdictFor(setup, person, purpose, message, world.clock.now());
          return [`${email} ${purpose} ${index}`, [outcome, code, basis].join(" ")];
        }),
      ),
    ),
  );
}

/** Changes with every row that is added, changed or taken away, but for answers, what waits to be sent, and when a key was used. */
async function fingerprint(): Promise<string> {
  const { rows: tables } = await admin.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname not in ('api_keys', 'verdicts', 'outbox', 'partings')`,
  );
  const prints = tables.map(
    ({ relname }) =>
      `select '${relname} ' || count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as print from ${relname}`,
  );
  const { rows } = await admin.query(
    `select string_agg(print, ',') as print from (${prints.join(" union all ")}) t`,
  );
  return rows[0].print;
}

const factCount = async () => Number((await admin.query("select count(*) from facts")).rows[0].count);

const mostly = <Value>(usual: fc.Arbitrary<Value>, ...odd: readonly unknown[]) =>
  fc.oneof({ weight: 24, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const purposes = [
  "newsletter",
  "orders",
  "catalogue",
  "email-tracking",
  "rightsReply",
  "legalNotice",
  "doubleOptIn",
];
const bodies = [
  "Your order has left.",
  "{{ values.name }}, see {{ links.preferences }} and {{ links.unsubscribe }}",
  "# Sale\n\n[Everything must go](https://evil.test/{{ address }})",
  "{% for word in values.words %}{{ word }}{% endfor %}",
  '<form action="{{ links.preferences }}"><input name="join" value="newsletter" checked></form>',
];
const field = {
  email: mostly(fc.constantFrom(...emails, ...mayHaveOrders, ...mayHaveOrders), "nobody", "", 17, null, [
    "left@example.com",
  ]),
  purpose: mostly(fc.constantFrom(...purposes), "*", "__proto__", "no such", 17),
  service: mostly(fc.constant("orders"), ...purposes),
  contract: mostly(fc.constantFrom("ORDER-17", "ORDER-18"), "*", "", null),
  blocks: mostly(
    fc.constantFrom(["service"], ["service", "editorial"], ["service", "promo"], ["repermission"]),
    [],
    "service",
  ),
  subject: mostly(fc.constantFrom("Order {{ values.name }}", "Your order"), "two\nlines", ""),
  body: mostly(fc.constantFrom(...bodies), "{{ secret }}", ""),
  values: mostly(
    fc.constantFrom<object>(
      { name: "Ana", words: ["a", "b"] },
      { name: "</p><script>alert(1)</script>", words: "x" },
    ),
    { "a b": 1 },
    [],
  ),
  idempotencyKey: mostly(fc.constantFrom("one", "two", "three"), "with space", ""),
  request: fc.constantFrom("wants", "consent", "none"),
  case: fc.constantFrom("case", "none"),
  id: fc.constantFrom("none", "00000000-0000-0000-0000-000000000000"),
  at: mostly(fc.constantFrom("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"), "soon"),
  // What no tool knows: an assertion of whoever asks.
  consent: fc.constant(true),
  facts: fc.constant([goodConsent("asserted", "2026-11-22T10:00:00Z")]),
  statute: fc.constant("GDPR 34"),
  permit: fc.constant({ outcome: "permit", basis: "consent", evidence: ["consent"] }),
};
const wanted: Readonly<Record<string, readonly (keyof typeof field)[]>> = {
  ask: ["email", "purpose"],
  explain: ["email"],
  preview_audience: ["purpose"],
  draft_message: ["email", "service", "contract", "blocks", "subject", "body", "values"],
  send_message: ["email", "service", "contract", "blocks", "subject", "body", "values", "idempotencyKey"],
  show_message: ["id"],
  record_facts: ["email", "facts"],
  start_campaign: ["purpose", "subject", "body"],
};
const optional: Readonly<Record<string, readonly (keyof typeof field)[]>> = {
  ask: ["blocks", "contract", "request", "case"],
  explain: ["purpose", "at"],
  preview_audience: ["at"],
};
const asserted = ["consent", "facts", "statute", "permit"] as const;

const calls = fc.constantFrom(...Object.keys(wanted), "send_message", "send_message").chain((tool) => {
  const pick = (names: readonly (keyof typeof field)[]) =>
    Object.fromEntries(names.map((name) => [name === "service" ? "purpose" : name, field[name]]));
  return fc.record({
    tool: fc.constant(tool),
    input: fc.record(pick(wanted[tool] ?? [])),
    more: fc.record(pick(optional[tool] ?? []), { requiredKeys: [] }),
    assertions: fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.record(pick(asserted), { requiredKeys: [] }) },
    ),
  });
});

const letter = {
  ...{ email: "left-with-order@example.com", purpose: "orders", contract: "ORDER-17", blocks: ["service"] },
  ...{
    subject: "Your order",
    body: "{{ values.name }}, see {{ links.preferences }}",
    values: { name: "Ana" },
  },
};
const plain = (tool: string, input: object) => ({ tool, input, more: {}, assertions: {} });
/** What is well asked, so that every run knows it to be answered. */
const beginning = [
  plain("ask", { email: "consented@example.com", purpose: "newsletter" }),
  plain("explain", { email: "left@example.com" }),
  plain("preview_audience", { purpose: "newsletter" }),
  plain("draft_message", letter),
  plain("send_message", { ...letter, idempotencyKey: "first" }),
];

const outcomes = new Set<string>();

it("nobody becomes permitted who was not", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(calls, { minLength: 5, maxLength: 20, size: "max" }), async (made) => {
      const [before, print, facts] = [await standings(), await fingerprint(), await factCount()];
      for (const { tool, input, more, assertions } of made) {
        const answer = await agent.client
          .callTool({ name: tool, arguments: { ...input, ...more, ...assertions } })
          .catch((error: Error) => ({ content: [], isError: true, refused: error.message }));
        const outcome = `${tool} ${answer.isError === true ? "failed" : "answered"}`;
        outcomes.add(outcome);
        const said = JSON.stringify(answer);
        const asked = JSON.stringify(input);
        expect(emails.filter((email) => said.includes(email) && !asked.includes(email))).toEqual([]);
        for (const [word] of said.matchAll(/[\w-]{40,}/g))
          expect(readWayOutToken(word, world.secrets.tokenKey)).toBeNull();
      }
      expect(await fingerprint()).toBe(print);
      expect(await standings()).toEqual(before);

      world.caught.splice(0);
      while ((await deliverOutbox(world)) > 0);
      expect(
        world.caught.map(({ forwardPath }) => forwardPath).filter((to) => !mayHaveOrders.includes(to)),
      ).toEqual([]);
      expect([await standings(), await factCount()]).toEqual([before, facts]);
      world.setClock(formatInstant((world.clock.now() + 60_000) as Instant));
    }),
    { numRuns: runs, examples: [[beginning]], interruptAfterTimeLimit: 150_000 },
  );
});

it("and much was tried: each tool has answered, and each of those that there are not has not", () => {
  const tried = [...outcomes];
  for (const tool of ["ask", "explain", "preview_audience", "draft_message", "send_message"])
    expect(tried).toContain(`${tool} answered`);
  for (const none of ["record_facts", "start_campaign"]) expect(tried).not.toContain(`${none} answered`);
});
