// How long people are kept: what is on record decides it, and a calendar.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACT_TYPES, type Fact, type FactType, parseFact } from "../../core/facts.ts";
import { days, formatInstant, type Instant, parseInstant } from "../../core/instant.ts";
import type { Recipient } from "../../core/question.ts";
import { foldFacts, nextFactAt, type Standing } from "../../core/standing.ts";
import type { Published, PurposeDeclaration, Setup } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { type Keeping, keepingOf } from "./keeping.ts";
import type { Told } from "./retention-table.ts";

const at = (text: string) => parseInstant(`${text}T12:00:00Z`) as Instant;
const daysAfter = (from: string, count: number) => (at(from) + days(count)) as Instant;

function published<Content>(key: string, content: Content): Published<Content> {
  return { key, version: 1, hash: "", content };
}

function setUp(purposes: Readonly<Record<string, Partial<PurposeDeclaration>>> = { newsletter: {} }): Setup {
  const declared = Object.entries(purposes).map(([key, own]) => [
    key,
    published<PurposeDeclaration>(key, { kind: "marketing", label: {}, sender: "shop", ...own }),
  ]);
  const controller = {
    ...{ id: "luna", name: "Luna", address: "", registration: "", country: "ES" },
    ...{ privacyContact: "privacy@example.com", languages: ["es" as const] },
  };
  const none = { senders: {}, clauses: {}, notices: {}, forms: {}, tightenings: {}, registers: {} };
  return {
    ...none,
    controller: published("luna", controller),
    purposes: Object.fromEntries(declared),
  };
}

let number = 0;
function fact(day: string, type: FactType, rest: object = {}): Fact {
  number += 1;
  const read = parseFact({ id: `f${number}`, type, at: formatInstant(at(day)), ...rest }, "fact");
  if (!read.ok) throw new Error(read.problem);
  return read.fact;
}

const proof = {
  channel: "email",
  clause: { hash: "h", version: "1" },
  form: { version: "1" },
  notice: { version: "1", withdrawalStated: true },
};
const consent = (day: string, purpose = "newsletter") => fact(day, "consent.given", { ...proof, purpose });
const withdrawal = (day: string) => fact(day, "consent.withdrawn", { purpose: "*" });
const sale = (day: string) =>
  fact(day, "sale.concluded", {
    ...{ addressFrom: "customer", optOutOffered: true, paid: true, form: { version: "1" } },
  });

interface Asked {
  readonly facts: readonly Fact[];
  readonly now: string | Instant;
  readonly setup?: Setup;
  readonly recipient?: Recipient;
  readonly told?: Partial<Told>;
  readonly address?: string | null;
}

/** Where nothing else is said, everything was put on record when it happened. */
function keeping({ facts, now, setup = setUp(), recipient, told, address }: Asked): Keeping {
  const person = {
    address: address === undefined ? "ana@example.com" : address,
    recipient: recipient ?? { country: "ES", kind: "natural" as const },
    standing: foldFacts(facts),
  };
  const moment = typeof now === "string" ? at(now) : now;
  const newest = Math.max(0, ...facts.map((one) => one.at)) as Instant;
  return keepingOf(setup, person, { toldAt: newest, deliveredAt: null, hold: false, ...told }, moment);
}

describe("somebody who may be written to", () => {
  it("is active until the permission lapses by itself, and the day on which they go is known", () => {
    expect(keeping({ facts: [consent("2026-01-01")], now: "2026-06-01" })).toEqual({
      state: "active",
      endsAt: daysAfter("2026-01-01", 1095) + 1,
      goesAt: daysAfter("2026-01-01", 2 * 1095) + 1,
      keptBy: null,
    });
  });

  it("is active as long as a contract runs, and blocked from its end on", () => {
    const started = fact("2015-01-01", "contract.started", { contract: "k" });
    expect(keeping({ facts: [started], now: "2026-06-01" })).toMatchObject({ state: "active", goesAt: null });
    const ended = fact("2026-05-01", "contract.ended", { contract: "k" });
    expect(keeping({ facts: [started, ended], now: "2026-06-01" })).toMatchObject({
      state: "blocked",
      goesAt: daysAfter("2026-05-01", 1095),
    });
  });

  it("is active by company rules for as long as the company does not object", () => {
    const recipient: Recipient = {
      ...({ country: "GB", kind: "legal" } as const),
      ...({ address: "generic", legalPersonProof: "12345" } as const),
    };
    const told = { toldAt: at("2016-01-01") };
    const source = fact("2016-01-01", "source.declared", { kind: "public-register" });
    expect(keeping({ facts: [source], recipient, told, now: "2026-06-01" })).toMatchObject({
      state: "active",
      goesAt: null,
    });
    const objected = fact("2026-05-01", "objection.raised", { scope: "direct-marketing" });
    expect(keeping({ facts: [objected], recipient, now: "2026-05-02" }).state).toBe("waiting");
  });

  it("stays active as a customer whatever an exclusion list says, and however old the copy is", () => {
    const asked = { facts: [sale("2026-01-01")], now: "2026-06-01" };
    expect(keeping(asked)).toMatchObject({ state: "active", endsAt: daysAfter("2026-01-01", 1095) + 1 });
  });

  it("goes on under the sale when the consent has lapsed before it", () => {
    const facts = [consent("2024-01-01"), sale("2026-01-01")];
    expect(keeping({ facts, now: "2026-06-01" }).endsAt).toBe(daysAfter("2026-01-01", 1095) + 1);
  });

  it("is active where something is dated ahead, which may open what is closed", () => {
    const facts = [withdrawal("2015-01-01"), consent("2027-01-01")];
    const told = { toldAt: at("2015-01-01") };
    expect(keeping({ facts, told, now: "2026-06-01" }).state).toBe("active");
  });
});

describe("somebody to whom nothing permits mail any more", () => {
  const facts = [consent("2020-01-01"), withdrawal("2021-01-01")];
  const over = daysAfter("2021-01-01", 1095);

  it("stays blocked for as long as the law of the country has it, to the millisecond, and is due then", () => {
    expect(keeping({ facts, now: (over - 1) as Instant })).toEqual({
      ...{ state: "blocked", endsAt: at("2021-01-01"), goesAt: over, keptBy: null },
    });
    expect(keeping({ facts, now: over }).state).toBe("due");
  });

  it.each([
    ["longer", 3650],
    ["shorter", 30],
  ])("is kept %s where the purpose says so", (_, proofDays) => {
    const setup = setUp({ newsletter: { proofDays } });
    expect(keeping({ facts, setup, now: "2021-01-02" }).goesAt).toBe(daysAfter("2021-01-01", proofDays));
  });

  it("is kept by the longest of the terms, each counted from the end of its own purpose", () => {
    const setup = setUp({ newsletter: { proofDays: 365 }, offers: { proofDays: 2000 } });
    const both = [
      ...[consent("2018-06-01", "offers"), fact("2018-07-01", "consent.withdrawn", { purpose: "offers" })],
      ...[consent("2020-01-01"), withdrawal("2021-01-01")],
    ];
    expect(keeping({ facts: both, setup, now: "2021-02-01" }).goesAt).toBe(daysAfter("2018-07-01", 2000));
  });

  it("is kept shorter where the controller is stricter than the law", () => {
    const tightenings = { own: published("own", { cells: { proofDays: 365 }, reason: "ours" }) };
    const setup = { ...setUp(), tightenings };
    expect(keeping({ facts, setup, now: "2021-01-02" }).goesAt).toBe(daysAfter("2021-01-01", 365));
  });

  it("is not kept longer since somebody typed the address into a form again", () => {
    const again = fact("2023-12-01", "consent.given", {
      ...{ ...proof, purpose: "newsletter", doubleOptIn: true },
    });
    expect(keeping({ facts: [...facts, again], now: "2023-12-02" }).goesAt).toBe(over);
  });

  it("is kept for the purpose that was consented to also when it is declared no more", () => {
    const retired = [consent("2020-01-01", "catalogue"), withdrawal("2021-01-01")];
    expect(keeping({ facts: retired, now: "2022-01-01" })).toMatchObject({ state: "blocked", goesAt: over });
  });

  it("is kept for a mail that was sent, whatever today's rules make of its ground", () => {
    const told = { deliveredAt: at("2022-01-01") };
    const nothing = [fact("2020-01-01", "source.declared", { kind: "import" })];
    expect(keeping({ facts: nothing, told, now: "2023-01-01" })).toMatchObject({
      state: "blocked",
      goesAt: daysAfter("2022-01-01", 1095),
    });
  });

  it("is kept for an answer that was promised and a request by right that was answered", () => {
    const asked = fact("2020-01-01", "information.requested", {
      until: "2020-03-01T12:00:00Z",
      responses: 1,
    });
    expect(keeping({ facts: [asked], now: "2020-02-01" }).state).toBe("active");
    expect(keeping({ facts: [asked], now: "2021-01-01" }).goesAt).toBe(daysAfter("2020-03-01", 1095) + 1);
    const request = fact("2021-01-01", "rights.requested", { right: "access" });
    const answered = fact("2021-02-01", "rights.answered", { of: request.id, outcome: "granted" });
    expect(keeping({ facts: [request, answered], now: "2022-01-01" })).toMatchObject({
      ...{ state: "blocked", goesAt: daysAfter("2021-02-01", 1095) },
    });
  });

  it("is not let go of in the month after something was told, old as it may be", () => {
    expect(keeping({ facts, told: { toldAt: at("2026-06-01") }, now: "2026-06-15" })).toMatchObject({
      ...{ state: "blocked", goesAt: daysAfter("2026-06-01", 30) },
    });
  });
});

describe("somebody of whom there is nothing to prove", () => {
  it.each<[string, Fact[]]>([
    [
      "a sign-up that nobody confirmed",
      [fact("2026-01-01", "consent.given", { ...proof, purpose: "newsletter", doubleOptIn: true })],
    ],
    ["a row of a list without a ground", [fact("2026-01-01", "source.declared", { kind: "import" })]],
    [
      "somebody who only ever said no",
      [fact("2026-01-01", "objection.raised", { scope: "direct-marketing" })],
    ],
  ])("waits for thirty days, and is due then: %s", (_, facts) => {
    const goesAt = daysAfter("2026-01-01", 30);
    expect(keeping({ facts, now: "2026-01-20" })).toEqual({
      ...{ state: "waiting", endsAt: null, goesAt, keptBy: null },
    });
    expect(keeping({ facts, now: goesAt }).state).toBe("due");
  });
});

describe("somebody who is due", () => {
  const facts = [consent("2020-01-01"), withdrawal("2021-01-01")];
  const now = "2026-06-01";

  it("is kept all the same under a legal hold", () => {
    expect(keeping({ facts, now, told: { hold: true } })).toMatchObject({ state: "due", keptBy: "hold" });
  });

  it("is kept while processing is restricted, which leaves storage alone, and goes when that is lifted", () => {
    const restricted = [...facts, fact("2021-02-01", "restriction.applied")];
    expect(keeping({ facts: restricted, now })).toMatchObject({ state: "due", keptBy: "restriction" });
    const lifted = [...restricted, fact("2021-03-01", "restriction.lifted")];
    expect(keeping({ facts: lifted, now }).keptBy).toBeNull();
  });

  it("is kept while a request by right is open", () => {
    const asked = [...facts, fact("2021-02-01", "rights.requested", { right: "access" })];
    expect(keeping({ facts: asked, now })).toMatchObject({ state: "due", keptBy: "case" });
  });

  it("is gone once erased; who came back since is kept by what was told since", () => {
    const erased = [...facts, fact("2022-01-01", "subject.erased")];
    expect(keeping({ facts: erased, address: null, now }).state).toBe("gone");
    const back = [...erased, consent("2026-05-20")];
    const confirmed = fact("2026-05-20", "consent.confirmed", { of: back.at(-1)?.id, by: "post" });
    expect(keeping({ facts: [...back, confirmed], now }).state).toBe("active");
    expect(keeping({ facts: back, now }).state).toBe("waiting");
  });
});

const NOW = at("2026-11-23");
const setup = setUp({ newsletter: {}, offers: { proofDays: 400 } });
const random = fc
  .record({
    kind: fc.oneof(
      fc.constantFrom<FactType>("consent.given", "sale.concluded", "consent.withdrawn", "contract.started"),
      fc.constantFrom(...FACT_TYPES),
    ),
    age: fc.constantFrom(...[-1, 0, 1, 29, 30, 31, 365, 400, 1094, 1095, 1096, 2190, 2191, 4000]),
    purpose: fc.constantFrom("newsletter", "offers", "gone"),
    of: fc.constantFrom("f0", "f1", "f2"),
    doubleOptIn: fc.boolean(),
    refused: fc.constantFrom(undefined, undefined, true),
    controller: fc.constantFrom(undefined, undefined, undefined, "other"),
  })
  .map(({ kind, age, purpose, ...rest }) => (index: number): Fact => {
    const told = {
      ...{ ...proof, ...rest, purpose, scope: purpose, by: kind.startsWith("consent") ? "post" : undefined },
      ...{ addressFrom: "customer", optOutOffered: true, paid: true, contract: "k", topic: "t" },
      ...{ until: formatInstant((NOW - days(age - 10)) as Instant), responses: 1, atMost: "week" },
      ...{ page: "rights", right: "access", outcome: "granted", statute: "GDPR 34" },
    };
    const own = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
    if (kind === "consent.given") delete own.by;
    const when = formatInstant((NOW - days(age)) as Instant);
    const read = parseFact({ ...own, id: `f${index}`, type: kind, at: when }, "fact");
    if (!read.ok) throw new Error(read.problem);
    return read.fact;
  });
const history = fc.array(random, { maxLength: 7 }).map((made) => made.map((one, index) => one(index)));
const anybody = fc.record({
  facts: history,
  country: fc.constantFrom("ES", "DE", "FR", "IE", "GB", undefined),
  kind: fc.constantFrom("natural" as const, "legal" as const),
  deliveredAge: fc.constantFrom(null, null, 10, 1200),
  hold: fc.constantFrom(false, false, true),
  later: fc.constantFrom(0, 1, 30, 400, 1095, 3000),
});

describe("whatever is on record, and whenever it is asked", () => {
  const moments = { numRuns: 3000 };

  it("nobody who is let go of has a permit, a running contract, an open request, a restriction or a hold", () => {
    let due = 0;
    fc.assert(
      fc.property(anybody, ({ facts, country, kind, deliveredAge, hold, later }) => {
        const now = (NOW + days(later)) as Instant;
        const recipient: Recipient = { ...(country && { country }), kind, legalPersonProof: "1" };
        const standing = foldFacts(facts);
        const deliveredAt = deliveredAge === null ? null : ((NOW - days(deliveredAge)) as Instant);
        const person = { address: "ana@example.com", recipient, standing };
        const told = { toldAt: (NOW - days(4000)) as Instant, deliveredAt, hold };
        const kept = keepingOf(setup, person, told, now);
        if (kept.state !== "due" || kept.keptBy !== null) return;
        due += 1;
        expect(hold).toBe(false);
        const registers = { ROBINSON_ES: { snapshotAt: now, listed: false } };
        for (const purpose of Object.values(setup.purposes))
          for (const message of [{}, { lia: "l", roleFit: "r", art14: true }])
            expect(decideFor(setup, { ...person, registers }, purposeOf(purpose), now, message).outcome).toBe(
              "refusal",
            );
        expect(runningContracts(standing, now)).toEqual([]);
        const answered = standing.caseSteps.filter(({ type }) => type === "rights.answered");
        const open = standing.cases.filter(
          (one) => one.type === "rights.requested" && !answered.some(({ of }) => of === one.id) && ours(one),
        );
        expect(open).toEqual([]);
        const barred = standing.restrictions.filter(
          (one) => ours(one) && !standing.liftings.some((lifting) => ours(lifting) && lifting.at > one.at),
        );
        expect(barred).toEqual([]);
        expect(nextFactAt(standing, now)).toBeNull();
        if (deliveredAt !== null && standing.erasures.length === 0)
          expect(now - deliveredAt).toBeGreaterThanOrEqual(days(1095));
      }),
      moments,
    );
    // A property that is true of nobody says nothing.
    expect(due).toBeGreaterThan(moments.numRuns / 50);
  });

  it("the day that is forecast is the day on which they are due, if nothing else happens", () => {
    fc.assert(
      fc.property(anybody, ({ facts, country, kind, later }) => {
        const now = (NOW + days(later)) as Instant;
        const person = {
          ...{ address: "ana@example.com", standing: foldFacts(facts) },
          recipient: { ...(country && { country }), kind },
        };
        const told = { toldAt: NOW, deliveredAt: null, hold: false };
        const { goesAt } = keepingOf(setup, person, told, now);
        if (goesAt === null || goesAt <= now) return;
        expect(keepingOf(setup, person, told, goesAt)).toMatchObject({ state: "due", goesAt });
        expect(keepingOf(setup, person, told, (goesAt - 1) as Instant).state).not.toBe("due");
      }),
      moments,
    );
  });
});

function ours({ controller }: Fact): boolean {
  return controller === undefined || controller === "luna";
}

function runningContracts(
  { contractStarts, contractEnds, erasures }: Standing,
  now: Instant,
): readonly Fact[] {
  const erasedAt = Math.max(-1, ...erasures.filter((one) => ours(one) && one.at <= now).map((one) => one.at));
  return contractStarts.filter(
    (start) =>
      ours(start) &&
      start.at > erasedAt &&
      !contractEnds.some((end) => ours(end) && end.contract === start.contract && end.at >= start.at),
  );
}
