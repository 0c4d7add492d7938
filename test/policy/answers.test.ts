// What a Postfix is told to do, by who the recipient is, by whose purpose it asks, and by what can be known.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { answerPolicy, type PolicyChoice, type PolicyQuestion } from "../../src/app/gate/answer-policy.ts";
import {
  type CredentialRequest,
  createCredential,
  observeUntil,
  revokeCredential,
} from "../../src/app/gate/credentials.ts";
import type { Instant } from "../../src/core/instant.ts";
import { address, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { cloneDatabase, makeWorld, type TestWorld } from "../support/world.ts";
import { type Line, openLine } from "./line.ts";

let world: TestWorld;
let line: Line;
let name = "";
let made = 0;

const credential = async (request: Partial<CredentialRequest> = {}) => {
  made += 1;
  const { credential: fresh } = await createCredential(world, {
    name: `tool-${made}`,
    purpose: "newsletter",
    purposes: [],
    contract: "named",
    followers: "strip",
    observeUntil: null,
    perMinute: null,
    ...request,
  });
  return fresh.name;
};

beforeAll(async () => {
  line = await openLine(await cloneDatabase());
  world = await makeWorld({ databaseUrl: line.url, at: "2026-11-23T12:00:00Z" });
  await tell(world, "yes@example.com", goodConsent());
});
beforeEach(async () => {
  name = await credential();
});
afterAll(async () => {
  await world.close();
  await line.close();
});

const asked = (question: Partial<PolicyQuestion> = {}, choice: Partial<PolicyChoice> = {}) =>
  answerPolicy(
    world,
    { credential: name, whenUnknown: "defer", ...choice },
    { state: "RCPT", recipient: "yes@example.com", user: "", ...question },
  );
const recorded = (asker = name) => world.store.verdicts.list({ asker }, 10_000);
const refused = "550 5.7.1 no-basis: not permitted for `newsletter`; http://127.0.0.1:4000/law/no-basis";

describe("a recipient", () => {
  test("who permits the purpose is left to Postfix, and the permit is on record", async () => {
    expect(await asked()).toBe("DUNNO");
    expect(await recorded()).toMatchObject([
      { via: "policy", purpose: "newsletter", outcome: "permit", basis: "consent", observed: false },
    ]);
  });

  test("of whom nothing is known is refused, with the code and where it is explained, and that is on record", async () => {
    expect(await asked({ recipient: "no@example.com" })).toBe(refused);
    expect(await recorded()).toMatchObject([
      { subject: subjectOf(world, "no@example.com"), outcome: "refusal", code: "no-basis", observed: false },
    ]);
  });

  test("who has just left is refused at the next question", async () => {
    await tell(world, "leaver@example.com", goodConsent());
    expect(await asked({ recipient: "leaver@example.com" })).toBe("DUNNO");
    world.setClock("2026-11-23T12:00:02Z");
    await tell(world, "leaver@example.com", {
      id: "left",
      type: "consent.withdrawn",
      at: "2026-11-20T10:00:00Z",
      purpose: "newsletter",
    });
    expect(await asked({ recipient: "leaver@example.com" })).toMatch(/^550 5\.7\.1 withdrawn: /);
  });

  test.each([
    "a b@example.com",
    "yes@",
    "@example.com",
    "yes@@example.com",
    `${"a".repeat(300)}@example.com`,
  ])("`%s` is no address", async (recipient) => {
    expect(await asked({ recipient })).toMatch(/^550 5\.1\.3 /);
  });

  test.each([
    ["of the machine itself", { recipient: "postmaster" }],
    ["that is not named yet", { recipient: "" }],
    ["that is asked for at another time", { recipient: "no@example.com", state: "DATA" }],
    ["that is asked for at no time", { recipient: "no@example.com", state: "" }],
  ])("%s is none of ours, and nothing is recorded", async (_, question) => {
    expect(await asked(question)).toBe("DUNNO");
    expect(await recorded()).toEqual([]);
  });
});

describe("the purpose", () => {
  test("is that of the credential called as who signed in to Postfix, where it goes by user", async () => {
    const byUser = { credential: null };
    expect(await asked({ user: name, recipient: "no@example.com" }, byUser)).toBe(refused);
    expect(await asked({ user: name }, byUser)).toBe("DUNNO");
    expect(await recorded()).toHaveLength(2);
  });

  test.each([
    ["nobody signed in", "", /sign in/],
    ["somebody else did", "nobody-knows", /no such credential/],
  ])("is unknown where %s, and what is unknown is refused", async (_, user, why) => {
    const answer = await asked({ user }, { credential: null });
    expect(answer).toMatch(/^550 5\.7\.1 /);
    expect(answer).toMatch(why);
  });

  test("of a credential that was revoked permits nobody any more", async () => {
    expect(await asked()).toBe("DUNNO");
    await revokeCredential(world, name);
    world.setClock("2026-11-23T12:01:00Z");
    expect(await asked()).toMatch(/^550 5\.7\.1 there is no such credential/);
  });

  test("of kind service permits whoever has a contract, where the credential is for the newest that runs", async () => {
    await tell(world, "buyer@example.com", {
      id: "c1",
      type: "contract.started",
      at: "2026-11-10T10:00:00Z",
      contract: "order-1",
    });
    const recipient = "buyer@example.com";
    name = await credential({ purpose: "orders", contract: "newest" });
    expect(await asked({ recipient })).toBe("DUNNO");
    expect(await asked({ recipient: "no@example.com" })).toMatch(/^550 5\.7\.1 not-necessary: /);
    name = await credential({ purpose: "orders", contract: "named" });
    expect(await asked({ recipient })).toMatch(/^550 5\.7\.1 not-necessary: /);
  });

  test("is in use, as the list of credentials shows", async () => {
    await asked();
    const found = (await world.store.gate.credentials()).find((one) => one.name === name);
    expect(found?.lastUsedAt).not.toBeNull();
  });
});

describe("who wishes to hear of it once a month", () => {
  const wisher = async (recipient: string) => {
    world.setClock("2026-11-23T12:00:00Z");
    await tell(world, recipient, goodConsent(), {
      id: "wish",
      type: "frequency.wished",
      at: "2026-11-02T10:00:00Z",
      purpose: "newsletter",
      atMost: "month",
    });
    return { recipient };
  };
  const held =
    "550 5.7.1 held-back: they wish to hear of `newsletter` less often than this; http://127.0.0.1:4000/law/held-back";

  test("is let through once in that time, and what was refused is on record", async () => {
    const who = await wisher("monthly@example.com");
    expect([await asked(who), await asked(who)]).toEqual(["DUNNO", held]);
    // By a clock that stands they are of the same moment.
    expect((await recorded()).toSorted((one, other) => (one.outcome < other.outcome ? -1 : 1))).toMatchObject(
      [{ outcome: "permit" }, { outcome: "refusal", code: "held-back", basis: null }],
    );
    world.setClock("2026-12-23T12:00:00Z");
    expect(await asked(who)).toBe("DUNNO");
  });

  test("is let through once where two ask at the same moment", async () => {
    const who = await wisher("twice@example.com");
    expect((await Promise.all([asked(who), asked(who)])).sort()).toEqual([held, "DUNNO"]);
  });

  test("gets no mail of a campaign after what Postfix was left to send, and none of Postfix's after one of a campaign", async () => {
    const template = { format: "markdown", subject: "Boots", body: "Here." } as const;
    const send = async () =>
      runCampaign(world, (await startCampaign(world, { purpose: "newsletter", template })).id);
    const [first, second] = [await wisher("first@example.com"), await wisher("second@example.com")];
    expect(await asked(first)).toBe("DUNNO");
    await send();
    const got = world.caught.map(({ forwardPath }) => forwardPath);
    expect(got).toContain(second.recipient);
    expect(got).not.toContain(first.recipient);
    expect(await asked(second)).toBe(held);
  });

  test("is warned of while the credential observes", async () => {
    const who = await wisher("watched@example.com");
    await observeUntil(world, name, Date.parse("2026-11-24T12:00:00Z") as Instant);
    expect([await asked(who), await asked(who)]).toEqual(["DUNNO", held.replace("550 ", "WARN ")]);
  });
});

test("while its credential observes everybody passes, and what would be refused is warned of and on record", async () => {
  await observeUntil(world, name, Date.parse("2026-11-24T12:00:00Z") as Instant);
  expect(await asked({ recipient: "no@example.com" })).toBe(refused.replace("550 ", "WARN "));
  expect(await asked()).toBe("DUNNO");
  expect((await recorded()).map(({ outcome, observed }) => [outcome, observed]).sort()).toEqual([
    ["permit", false],
    ["refusal", true],
  ]);
  await observeUntil(world, name, null);
  world.setClock("2026-11-23T12:02:00Z");
  expect(await asked({ recipient: "no@example.com" })).toBe(refused);
});

test("many that ask at the same moment each hear about their own recipient", async () => {
  await tellMany(world, 150);
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, person) => asked({ recipient: address(person) })),
  );
  expect(answers.map((answer) => answer === "DUNNO")).toEqual(answers.map((_, person) => person < 150));
  expect(await recorded()).toHaveLength(300);
});

describe("while PostgreSQL", () => {
  afterEach(async () => {
    line.mend();
    await expect.poll(() => asked({}, { whenUnknown: "defer" })).toBe("DUNNO");
  });
  const choices: readonly [PolicyChoice["whenUnknown"], RegExp][] = [
    ["defer", /^DEFER_IF_PERMIT 4\.3\.0 /],
    ["pass", /^DUNNO$/],
  ];

  test.each(choices)("is away it answers as was chosen: %s", async (whenUnknown, action) => {
    line.cut();
    for (const recipient of ["yes@example.com", "no@example.com"])
      expect(await asked({ recipient }, { whenUnknown })).toMatch(action);
  });

  test.each(choices)(
    "does not answer it does so as well, and whoever was told so is not on record: %s",
    async (whenUnknown, action) => {
      line.deafen();
      expect(
        await Promise.all(
          ["yes@example.com", "no@example.com"].map((recipient) => asked({ recipient }, { whenUnknown })),
        ),
      ).toEqual([expect.stringMatching(action), expect.stringMatching(action)]);
      line.mend();
      await expect.poll(() => asked({}, { whenUnknown: "defer" })).toBe("DUNNO");
      expect((await recorded()).filter(({ outcome }) => outcome === "refusal")).toEqual([]);
    },
  );
});
