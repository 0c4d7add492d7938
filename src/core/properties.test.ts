/** What must hold for every person, every history and every question, tried on random ones full of ties and thresholds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { FACT_TYPES, type Fact, type FactType, parseFact } from "./facts.ts";
import { type CalendarDay, days, hours, type Instant, parseInstant } from "./instant.ts";
import { type Asked, PURPOSE_KINDS, type Question } from "./question.ts";
import { isRetractable } from "./retraction.ts";
import { COUNTRIES, rowFor } from "./rows.ts";
import { evolve, foldFacts, initialStanding, type Standing } from "./standing.ts";
import { loosenings, type OwnCells, tightenRow } from "./tightening.ts";
import { isPermit, type Verdict } from "./verdict.ts";

const NOW = parseInstant("2026-11-23T12:00:00Z") as Instant;
const AGES = [
  -days(1),
  0,
  0,
  1,
  hours(1),
  hours(24),
  hours(48),
  hours(49),
  days(29),
  days(30),
  days(60),
  days(365),
  days(366),
  days(730),
  days(1095),
  days(1200),
  days(3200),
];
const moment = fc.constantFrom(...AGES).map((age) => (NOW - age) as Instant);
const KEYS = ["newsletter", "newsletter", "newsletter", "email-tracking", "offers"] as const;
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: others.length, arbitrary: fc.constantFrom(...others) },
  );
const maybe = (weight = 1) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight, arbitrary: fc.constant(true) });

const type = fc.oneof(
  { weight: 6, arbitrary: fc.constant<FactType>("consent.given") },
  { weight: 4, arbitrary: fc.constant<FactType>("consent.confirmed") },
  { weight: 4, arbitrary: fc.constant<FactType>("sale.concluded") },
  { weight: 7, arbitrary: fc.constantFrom(...FACT_TYPES) },
);
const carried = fc.record({
  controller: mostly<string | undefined>(undefined, "luna", "other"),
  purpose: fc.constantFrom(...KEYS),
  scope: fc.constantFrom(...KEYS, "direct-marketing"),
  category: mostly<string | undefined>("shoes", undefined, "boots"),
  channel: mostly<string | undefined>("email", "sms"),
  method: fc.constant("web"),
  clause: mostly<object | undefined>({ hash: "h", version: "1" }, {}, undefined),
  form: mostly<object | undefined>({ version: "1" }, {}, undefined),
  notice: mostly<object | undefined>({ version: "1", withdrawalStated: true }, { version: "1" }, undefined),
  prechecked: maybe(),
  bundledWithTerms: maybe(),
  requiredForService: maybe(),
  doubleOptIn: maybe(),
  purposes: mostly<string[] | undefined>(undefined, ["newsletter"], ["a", "b"]),
  controllers: mostly<string[] | undefined>(undefined, ["luna"], ["other"]),
  of: fc.constantFrom("f0", "f1", "f2", "f3"),
  expiresAt: mostly<string | undefined>(undefined, "2026-11-23T11:00:00Z", "2025-01-01T00:00:00Z"),
  addressFrom: mostly<string | undefined>("customer", "import", undefined),
  optOutOffered: mostly<boolean | undefined>(true, false),
  refused: maybe(),
  seller: mostly<string | undefined>(undefined, "luna", "other"),
  freemium: maybe(),
  paid: mostly<boolean | undefined>(true, undefined),
  topic: fc.constant("samples"),
  until: mostly<string | undefined>("2026-12-01T00:00:00Z", "2026-11-01T00:00:00Z", undefined),
  responses: mostly<number | undefined>(2, 1, undefined),
  answered: mostly<number | undefined>(undefined, 1, 2),
  contract: mostly("k-1", "k-2"),
  atMost: fc.constantFrom("week", "month", "any"),
  noticed: fc.constantFrom(undefined, true, true),
  page: fc.constantFrom("preferences", "rights"),
  statute: fc.constant("GDPR 34"),
  right: fc.constantFrom("access", "erasure"),
  outcome: fc.constantFrom("granted", "refused"),
});
const word = fc.record({
  "consent.given": mostly("subject", "guardian", "third-party"),
  "consent.confirmed": mostly<string | undefined>("post", "get", undefined),
  "activity.observed": fc.constantFrom("click", "open"),
  "source.declared": fc.constantFrom("own-form", "bought", "public-register"),
});

const fact = (
  index: number,
  when: fc.Arbitrary<Instant>,
  only: fc.Arbitrary<FactType> = type,
): fc.Arbitrary<Fact> =>
  fc.tuple(only, when, carried, word).map(([kind, at, rest, words]) => {
    const named = {
      by: kind.startsWith("consent") ? words[kind as "consent.given"] : undefined,
      kind: words[kind as "source.declared"],
    };
    const known = Object.fromEntries(
      Object.entries({ ...rest, ...named }).filter(([, value]) => value !== undefined),
    );
    const read = parseFact({ ...known, id: `f${index}`, type: kind, at: "1970-01-01T00:00:00Z" }, "fact");
    if (!read.ok) throw new Error(read.problem);
    return { ...read.fact, at };
  });

const history = (when: fc.Arbitrary<Instant>) =>
  fc
    .integer({ min: 0, max: 9 })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => fact(index, when))));

const register = fc.record({
  snapshotAt: moment,
  listed: fc.boolean(),
  effectiveAt: fc.option(fc.constantFrom(NOW, (NOW - 1) as Instant, (NOW + hours(5)) as Instant), {
    nil: undefined,
  }),
});

const asked: fc.Arbitrary<Asked> = fc.record({
  id: fc.constant("q"),
  at: fc.constant(NOW),
  controller: fc.constant({ id: "luna" }),
  recipient: fc.record({
    country: fc.constantFrom(...COUNTRIES.map((country) => country.code), "UK", undefined),
    kind: fc.constantFrom("natural", "legal", "unknown", undefined),
    soleTrader: maybe(),
    address: fc.constantFrom("personal", "named", "generic", undefined),
    freeMail: maybe(),
    legalPersonProof: mostly<string | undefined>("HRB 1", undefined),
    birthDate: mostly<CalendarDay | undefined>(
      undefined,
      20101123 as CalendarDay,
      20111124 as CalendarDay,
      20130301 as CalendarDay,
    ),
  }),
  purpose: fc.record({
    key: mostly<string>("newsletter", "offers"),
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constant("marketing" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...PURPOSE_KINDS) },
    ),
    category: mostly<string | undefined>("shoes", undefined),
    childDirected: maybe(),
  }),
  message: fc.option(
    fc.record({
      blocks: mostly<string[] | undefined>(undefined, ["editorial"], ["promo"], ["repermission"]),
      optOut: mostly<boolean | undefined>(undefined, true, false),
      statute: mostly<string | undefined>("s", undefined),
      contract: mostly<string | undefined>("k-1", undefined),
      case: mostly<string | undefined>("c", undefined),
      request: fc.constantFrom("f0", "f1", "f2", undefined),
      roleFit: mostly<string | undefined>("r", undefined),
      lia: mostly<string | undefined>("l", undefined),
      art14: mostly<boolean | undefined>(true, undefined),
    }),
    { nil: undefined },
  ),
  registers: fc.option(
    fc.record({ ROBINSON_ES: register, ECG_AT: register, DGC_PT_LEGAL: register }, { requiredKeys: [] }),
    { nil: undefined },
  ),
});

const question = (when = moment): fc.Arbitrary<Question> =>
  fc.tuple(asked, history(when)).map(([rest, facts]) => ({ ...rest, id: "q", facts }));
const past = fc.constantFrom(...AGES.filter((age) => age >= 0)).map((age) => (NOW - age) as Instant);

const verdictOn = ({ facts, ...rest }: Question, at = rest.at): Verdict =>
  decide(foldFacts(facts), { ...rest, at });
/** Few enough for every run of the tests; `LICET_RUNS=20000` with `--testTimeout 600000` looks deeper. */
const runs = { numRuns: Number(process.env.LICET_RUNS ?? 300) };

describe("for every question", () => {
  it("the answer is a permit or a refusal, and only a permit is one", () => {
    fc.assert(
      fc.property(question(), (asking) => {
        const verdict = verdictOn(asking);
        expect(isPermit(verdict)).toBe(verdict.outcome === "permit");
        expect(verdict.basis === null).toBe(verdict.outcome === "refusal");
      }),
      runs,
    );
  });

  it("the order of the facts changes nothing, neither in the standing nor in the verdict", () => {
    fc.assert(
      fc.property(
        question().chain((asking) =>
          fc.tuple(
            fc.constant(asking),
            fc.shuffledSubarray([...asking.facts], { minLength: asking.facts.length }),
          ),
        ),
        ([asking, facts]) => {
          const standing = foldFacts(asking.facts);
          expect(facts.reduce(evolve, initialStanding)).toEqual(standing);
          const again = decide(foldFacts(facts), asking);
          expect({ ...again }).toEqual({ ...decide(standing, asking) });
        },
      ),
      runs,
    );
  });

  it("a standing that was stored as JSON and read back decides the same", () => {
    fc.assert(
      fc.property(question(), (asking) => {
        const stored = JSON.parse(JSON.stringify(foldFacts(asking.facts))) as Standing;
        expect({ ...decide(stored, asking) }).toEqual({ ...verdictOn(asking) });
      }),
      runs,
    );
  });

  it("facts of later instants and of other controllers count for nothing", () => {
    fc.assert(
      fc.property(question(), (asking) => {
        const counting = asking.facts.filter((one) => one.at <= NOW && one.controller !== "other");
        expect({ ...verdictOn(asking) }).toEqual({ ...verdictOn({ ...asking, facts: counting }) });
      }),
      runs,
    );
  });

  it("every fact that the answer cites is in the question, and in order", () => {
    fc.assert(
      fc.property(question(), (asking) => {
        const order = [...asking.facts]
          .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
          .map((one) => one.id);
        const verdict = verdictOn(asking);
        const places = verdict.evidence.map((id) => order.indexOf(id));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const bare = ["legal-obligation", "rights", "corporate-opt-out", null];
        if (!bare.includes(verdict.basis)) expect(places).not.toHaveLength(0);
      }),
      runs,
    );
  });
});

describe("for every question, a fact that is taken back", () => {
  const takingBack = question(past).filter(({ facts }) =>
    facts.some(({ type }) => type !== "fact.retracted"),
  );

  it("is as if it had not been told where it could open something, and else changes nothing", () => {
    fc.assert(
      fc.property(takingBack, fc.nat(), (asking, nth) => {
        const facts = asking.facts.filter(({ type }) => type !== "fact.retracted");
        const told = facts[nth % facts.length]!;
        const back = parseFact(
          { id: "z9", type: "fact.retracted", at: "2020-01-01T00:00:00Z", of: told.id },
          "fact",
        );
        if (!back.ok) throw new Error(back.problem);
        // A mailbox that was asked has been asked, whatever became of the consent.
        fc.pre(asking.purpose.kind !== "doubleOptIn" || told.type !== "consent.given");
        const without = isRetractable(told) ? facts.filter((one) => one !== told) : facts;
        const after = verdictOn({ ...asking, facts: [...facts, back.fact] });
        expect({ ...after }).toEqual({ ...verdictOn({ ...asking, facts: without }) });
      }),
      runs,
    );
  });

  it("still counts as asked, where somebody who objected is asked once in 30 days", () => {
    const told = (id: string, type: FactType, ago: number, more: object = {}) => {
      const parsed = parseFact({ id, type, at: new Date(NOW - ago).toISOString(), ...more }, "fact");
      if (!parsed.ok) throw new Error(parsed.problem);
      return parsed.fact;
    };
    const consent = { purpose: "newsletter", channel: "email", by: "subject" };
    const facts = [
      told("f0", "objection.raised", days(40), { scope: "newsletter" }),
      told("f1", "consent.given", days(20), consent),
      told("f2", "fact.retracted", days(10), { of: "f1" }),
      told("f3", "consent.given", hours(1), consent),
    ];
    const asking = {
      id: "asked again",
      at: NOW,
      controller: { id: "luna" },
      recipient: { country: "ES" },
      purpose: { key: "confirmation", kind: "doubleOptIn" as const },
      message: { request: "f3" },
    };
    expect(verdictOn({ ...asking, facts })).toMatchObject({ code: "doi-limit" });
    expect(verdictOn({ ...asking, facts: facts.slice(3) })).toMatchObject({ basis: "double-opt-in" });
  });

  it("counts until then", () => {
    fc.assert(
      fc.property(takingBack, fc.nat(), (asking, nth) => {
        const of = asking.facts[nth % asking.facts.length]!.id;
        const later = { id: "z9", type: "fact.retracted", at: (NOW + 1) as Instant, of } as const;
        const after = verdictOn({ ...asking, facts: [...asking.facts, later] });
        expect({ ...after }).toEqual({ ...verdictOn(asking) });
      }),
      runs,
    );
  });
});

describe("for every marketing message", () => {
  const against = fc.constantFrom<FactType>(
    "consent.withdrawn",
    "objection.raised",
    "complaint.received",
    "restriction.applied",
    "subject.erased",
  );

  it("a withdrawal, objection, complaint, restriction or erasure never turns a refusal into a permit", () => {
    fc.assert(
      fc.property(question(), fact(99, moment, against), (asking, bar) => {
        const marketing = { ...asking, purpose: { ...asking.purpose, kind: "marketing" as const } };
        const before = verdictOn(marketing);
        // The one exception is the contract's own: an erasure takes away the consent whose time counted for the age.
        fc.pre(
          before.outcome === "refusal" && !(bar.type === "subject.erased" && before.code === "under-age"),
        );
        expect(verdictOn({ ...marketing, facts: [...marketing.facts, bar] }).outcome).toBe("refusal");
      }),
      runs,
    );
  }, 600_000);
});

const own: fc.Arbitrary<OwnCells> = fc.record(
  {
    named: fc.constantFrom("optIn", "roleOptOut", "publishedForPurpose", "optOut"),
    generic: fc.constantFrom("optIn", "roleOptOut", "publishedForPurpose", "optOut"),
    soi: fc.constantFrom(null, "paidSale", "sale", "saleOrNegotiation"),
    soiMaxDays: fc.constantFrom(null, 30, 365, 2000),
    soiRolling: fc.boolean(),
    freeAccountIsSale: fc.boolean(),
    age: fc.constantFrom(null, 13, 16, 18),
    doi: fc.constantFrom("required", "recommended"),
    registers: fc.constantFrom([], ["*"], ["ECG_AT"]),
    registersLegalOnly: fc.boolean(),
    decayDays: fc.constantFrom(null, 30, 365, 2000),
    connectionDays: fc.constantFrom(0, 7, 30, 2000),
  },
  { requiredKeys: [] },
);

describe("for every controller", () => {
  it("its own strictness never permits more than the law, nor for longer on the same basis", () => {
    fc.assert(
      fc.property(question(), own, ({ facts, ...asking }, cells) => {
        const standing = foldFacts(facts);
        const law = decide(standing, asking);
        const strict = decide(standing, asking, { tightened: [{ cells, reason: "ours" }] });
        if (law.outcome === "refusal") expect(strict).toEqual(law);
        if (strict.outcome === "permit" && strict.basis === law.basis) {
          expect(strict.validUntil ?? Infinity).toBeLessThanOrEqual(law.validUntil ?? Infinity);
        }
      }),
      runs,
    );
  });
});

describe("for every row", () => {
  it("what is named as a loosening changes nothing, and what changes something is not one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRIES), own, ({ code }, cells) => {
        const named = new Set<string>(loosenings({ jurisdiction: code, cells }).map(({ cell }) => cell));
        for (const [cell, value] of Object.entries(cells)) {
          const tightened = tightenRow(rowFor(code)!, [{ cells: { [cell]: value }, reason: "ours" }]);
          if (named.has(cell)) expect(tightened).toBeNull();
          if (tightened !== null) expect(named).not.toContain(cell);
        }
      }),
      runs,
    );
  });
});

describe("for every permit", () => {
  it("`validUntil` is exact: at it the basis holds, a millisecond later it does not", () => {
    let ends = 0;
    fc.assert(
      fc.property(question(past), (asking) => {
        const verdict = verdictOn(asking);
        fc.pre(verdict.outcome === "permit");
        const until = verdict.validUntil;
        if (until === null) {
          expect(verdictOn(asking, (NOW + days(40_000)) as Instant).basis).toBe(verdict.basis);
          return;
        }
        ends += 1;
        expect(until).toBeGreaterThanOrEqual(NOW);
        expect(verdictOn(asking, until).basis).toBe(verdict.basis);
        expect(verdictOn(asking, (until + 1) as Instant).basis).not.toBe(verdict.basis);
      }),
      runs,
    );
    expect(ends).toBeGreaterThan(runs.numRuns / 10);
  });
});

describe("a long history", () => {
  it("is folded and decided in time that grows with its length, not with its square", () => {
    const facts = Array.from({ length: 10_000 }, (_, index): Fact => {
      const at = (NOW - days(1000) + index) as Instant;
      return index % 2 === 0
        ? {
            id: `c${index}`,
            type: "consent.given",
            at,
            purpose: "newsletter",
            channel: "email",
            clause: { hash: "h" },
            form: { version: "1" },
            notice: { version: "1", withdrawalStated: true },
          }
        : { id: `k${index}`, type: "consent.confirmed", at, of: `c${index - 1}`, by: "get" };
    });
    const standing = foldFacts(facts.toReversed());
    const asking: Asked = {
      at: NOW,
      controller: { id: "luna" },
      recipient: { country: "DE" },
      purpose: { key: "newsletter", kind: "marketing" },
    };
    const began = performance.now();
    expect(decide(standing, asking).code).toBe("doi-bot");
    expect(performance.now() - began).toBeLessThan(250);
    expect(facts.reduce(evolve, initialStanding)).toEqual(standing);
  });
});
