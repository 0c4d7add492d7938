// How many decisions a second on one core, does a long history cost more than its length, and what does Cedar need for the same rules?
import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { answer } from "../src/core/answer.ts";
import { decide } from "../src/core/decide.ts";
import type { ConsentGiven, Fact } from "../src/core/facts.ts";
import { days, formatInstant, type Instant, parseInstant } from "../src/core/instant.ts";
import type { Asked } from "../src/core/question.ts";
import { foldFacts, type Standing } from "../src/core/standing.ts";
import { inTurn, rate, report } from "./ground.ts";

const now = parseInstant("2026-11-23T12:00:00Z") as Instant;
const ago = (age: number) => (now - days(age)) as Instant;
const decisions = 400_000;
const rounds = 5;

const asked: Asked = {
  id: "q",
  at: now,
  controller: { id: "luna", country: "ES" },
  recipient: { country: "ES", kind: "natural" },
  purpose: { key: "newsletter", kind: "marketing" },
};

/** Somebody with eight facts: half may be written to, the others fail in one of the ways that both engines can express. */
function somebody(number: number): readonly Fact[] {
  const fault = number % 16;
  const consent: ConsentGiven = {
    id: `consent-${number}`,
    type: "consent.given",
    at: ago(fault === 8 ? 1200 : 200 + (number % 90)),
    purpose: "newsletter",
    channel: fault === 9 ? "sms" : "email",
    by: "subject",
    method: "web-form",
    ...(fault !== 10 && { clause: { hash: "sha256:00", version: "1" } }),
    form: { version: "1" },
    notice: { version: "1", withdrawalStated: fault !== 11 },
    prechecked: fault === 12,
  };
  return [
    { id: "source", type: "source.declared", at: ago(1300), kind: "own-form" },
    consent,
    { id: "confirmed", type: "consent.confirmed", at: consent.at, of: consent.id, by: "post" },
    { id: "order", type: "contract.started", at: ago(150), contract: "order-7" },
    { id: "sent", type: "marketing.sent", at: ago(30) },
    { id: "open", type: "activity.observed", at: ago(29), kind: "open" },
    { id: "delivered", type: "contract.ended", at: ago(20), contract: "order-7" },
    fault === 13
      ? { id: "left", type: "consent.withdrawn", at: ago(10), purpose: "newsletter" }
      : fault === 14
        ? { id: "left", type: "objection.raised", at: ago(10), scope: "direct-marketing" }
        : fault === 15
          ? { id: "left", type: "restriction.applied", at: ago(10) }
          : { id: "left", type: "consent.withdrawn", at: ago(400), purpose: "newsletter" },
  ];
}

/** The same rules for Cedar, which cannot search a history: it is given what our fold and search have found already. */
const policies = `
permit (principal, action, resource) when {
  context.proved && !context.prechecked && context.channel == "email" && context.informed &&
  context.at <= context.lastSign + context.decay
};
forbid (principal, action, resource) when { context.restricted };
forbid (principal, action, resource) when { context.withdrawnAt >= context.consentAt };
forbid (principal, action, resource) when { context.objectedAt >= context.consentAt };
`;

function digested(facts: readonly Fact[]) {
  const consent = facts.find((fact) => fact.type === "consent.given")!;
  const newest = (type: Fact["type"]) =>
    facts.filter((fact) => fact.type === type).reduce((at, fact) => Math.max(at, fact.at), 0);
  return {
    at: now,
    consentAt: consent.at,
    proved: consent.clause?.hash !== undefined && consent.form?.version !== undefined,
    prechecked: consent.prechecked === true,
    channel: consent.channel ?? "",
    informed: consent.notice?.withdrawalStated === true,
    lastSign: consent.at,
    decay: days(1095),
    restricted: newest("restriction.applied") > 0,
    withdrawnAt: newest("consent.withdrawn"),
    objectedAt: newest("objection.raised"),
  };
}

const parsed = preparsePolicySet("licet", { staticPolicies: policies });
if (parsed.type === "failure") throw new Error(parsed.errors.map(({ message }) => message).join("; "));

type Context = ReturnType<typeof digested>;
function cedar(context: Context): "allow" | "deny" {
  const given = statefulIsAuthorized({
    principal: { type: "Purpose", id: "newsletter" },
    action: { type: "Action", id: "send" },
    resource: { type: "Subject", id: "somebody" },
    context,
    preparsedPolicySetId: "licet",
    entities: [],
  });
  if (given.type === "failure") throw new Error(given.errors.map(({ message }) => message).join("; "));
  return given.response.decision;
}

/** The same rules in one pass over the facts, written for these and no others: what any engine could reach at best. */
function byLoop(facts: readonly Fact[]): boolean {
  let [consentedAt, barredAt, good] = [0, 0, false];
  for (const fact of facts) {
    if (fact.type === "restriction.applied") return false;
    if (fact.type === "consent.withdrawn" || fact.type === "objection.raised")
      barredAt = Math.max(barredAt, fact.at);
    if (fact.type !== "consent.given") continue;
    consentedAt = fact.at;
    good =
      fact.channel === "email" &&
      fact.clause?.hash !== undefined &&
      fact.form?.version !== undefined &&
      fact.notice?.withdrawalStated === true &&
      fact.prechecked !== true &&
      now <= fact.at + days(1095);
  }
  return good && barredAt < consentedAt;
}

const people = Array.from({ length: 256 }, (_, number) => somebody(number));
const standings = people.map(foldFacts);
const contexts = people.map(digested);
const questions = people.map((facts) => ({
  ...asked,
  at: formatInstant(now),
  facts: facts.map((fact) => ({ ...fact, at: formatInstant(fact.at) })),
}));

for (const [place, standing] of standings.entries()) {
  const ours = decide(standing, asked).outcome === "permit";
  const theirs = cedar(contexts[place]!) === "allow";
  if (ours !== theirs || ours !== byLoop(people[place]!))
    throw new Error(`person ${place} is decided differently`);
}

/** Counts what is permitted, so that nothing is left out as unused. */
let permitted = 0;
const each = <Given>(count: number, given: readonly Given[], ask: (one: Given) => boolean) =>
  rate(count, async () => {
    for (let number = 0; number < count; number += 1) if (ask(given[number % given.length]!)) permitted += 1;
  });

report(
  `One person of eight facts, one core (${people.length} people, half permitted; all engines agree on each)`,
  "decisions/s",
  await inTurn(rounds, {
    "the limit: one loop by hand, yes or no": () => each(decisions, people, byLoop),
    "licet: a standing folded once": () =>
      each(decisions, standings, (standing) => decide(standing, asked).outcome === "permit"),
    "licet: folded for each decision": () =>
      each(decisions, people, (facts) => decide(foldFacts(facts), asked).outcome === "permit"),
    "licet decide: question parsed, answer made": () =>
      each(decisions / 10, questions, (question) => answer(question).outcome === "permit"),
    "Cedar: the same rules, facts digested before": () =>
      each(decisions / 20, contexts, (context) => cedar(context) === "allow"),
  }),
);

/** Consents that a scanner confirmed, none of them good: every one must be looked at. */
function longHistory(length: number): readonly Fact[] {
  return Array.from({ length }, (_, index): Fact => {
    const at = (ago(1000) + index) as Instant;
    return index % 2 === 1
      ? { id: `k${index}`, type: "consent.confirmed", at, of: `c${index - 1}`, by: "get" }
      : {
          id: `c${index}`,
          type: "consent.given",
          at,
          purpose: "newsletter",
          channel: "email",
          clause: { hash: "h" },
          form: { version: "1" },
          notice: { version: "1", withdrawalStated: true },
        };
  });
}

const german: Asked = { ...asked, recipient: { country: "DE" } };
const lengths = [10, 100, 1000, 10_000];
const histories = lengths.map((length) => ({ length, facts: longHistory(length).toReversed() }));
const perFact = (length: number, ask: () => boolean) => {
  const times = Math.ceil(300_000 / length);
  return rate(times * length, async () => {
    for (let time = 0; time < times; time += 1) if (ask()) permitted += 1;
  });
};
const eachLength = (ask: (facts: readonly Fact[], standing: Standing) => boolean) =>
  Object.fromEntries(
    histories.map(({ length, facts }) => {
      const standing = foldFacts(facts);
      return [`${length.toLocaleString("en")} facts`, () => perFact(length, () => ask(facts, standing))];
    }),
  );
const { length, facts: longest } = histories.at(-1)!;
const limit = { "the limit: one loop by hand, 10,000 facts": () => perFact(length, () => byLoop(longest)) };

report(
  "The worst history, folded before: a rate that stays level is a time that grows with the length alone",
  "facts/s",
  await inTurn(rounds, {
    ...limit,
    ...eachLength((_, standing) => decide(standing, german).outcome === "permit"),
  }),
);
report(
  "The same, folded from the newest to the oldest for each decision",
  "facts/s",
  await inTurn(rounds, {
    ...limit,
    ...eachLength((facts) => decide(foldFacts(facts), german).outcome === "permit"),
  }),
);
console.log(`\n(${permitted.toLocaleString("en")} permitted)`);
