// A campaign through a mail server that answers as large providers do: what becomes of each letter, to the last one.
import { afterEach, describe, expect, it } from "vitest";
import { cancelCampaign, pauseCampaign, resumeCampaign } from "../../src/app/campaigns/control-campaign.ts";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { type CampaignRequest, startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { startDue } from "../../src/app/campaigns/start-due.ts";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { erase } from "../../src/app/rights/erase.ts";
import type { DeclaredRelays } from "../../src/app/setup/relays-file.ts";
import { hours, type Instant } from "../../src/core/instant.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { openRelay, openRelays } from "../../src/smtp/relay.ts";
import { type ProviderServer, providerServer, type Treatment } from "../smtp/provider-server.ts";
import { type LapsingClock, lapsingClock } from "../support/lapsing-clock.ts";
import { address, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const request: CampaignRequest = {
  purpose: "newsletter",
  template: { format: "markdown", subject: "Spring", body: "Hello" },
};
const noon = "2026-12-01T12:00:00Z";
/** The clock of these tests leaps by minutes; no lease is to end by it. */
const leaseMs = hours(200);

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function through(
  treat: (recipient: string, before: number) => Treatment,
  recipients?: DeclaredRelays["recipients"],
): Promise<{ here: TestWorld; sink: ProviderServer; clock: LapsingClock }> {
  const sink = await providerServer(treat);
  const clock = lapsingClock(noon);
  const only = { name: "only", url: sink.url, weight: 1, connections: 5, limits: {}, warmUp: null };
  const options = { now: clock.now, closeTimeoutMs: 500, width: 5 };
  const post = recipients
    ? openRelays({ relays: [only], recipients }, options)
    : openRelay(sink.url, options);
  const here = await makeWorld({ post });
  opened.push(sink.close, () => here.close());
  return { here: { ...here, clock }, sink, clock };
}

/** A world at noon, whose clock the test moves. */
async function atNoon(): Promise<TestWorld> {
  const here = await makeWorld({ at: noon });
  opened.push(() => here.close());
  return here;
}

async function tellAll(here: TestWorld, emails: readonly string[]): Promise<void> {
  const recipient = { country: "ES", kind: "natural" };
  for (let first = 0; first < emails.length; first += 500) {
    const entries = emails.slice(first, first + 500).map((email) => {
      const read = readLine({ email, recipient, facts: [goodConsent()] }, "file");
      if (!read.ok) throw new Error(read.problem);
      return read.entry;
    });
    await record(here, entries);
  }
}

/** How a provider treats whom; the local part of an address begins with one of these. */
const treatments: Readonly<Record<string, (before: number) => Treatment>> = {
  welcome: () => ({}),
  greylisted: (before) => (before === 0 ? { rcpt: "450 4.7.1 greylisted, come back in five minutes" } : {}),
  throttled: (before) => (before < 2 ? { rcpt: "421 4.7.0 too many messages, try again later" } : {}),
  deferred: (before) => (before < 3 ? { dot: "451 4.3.0 not now" } : {}),
  full: () => ({ rcpt: "452 4.2.2 the mailbox is full" }),
  gone: () => ({ rcpt: "550 5.1.1 no such user" }),
  unauthenticated: () => ({ dot: "550 5.7.26 this mail is unauthenticated" }),
  slow: () => ({ slowMs: 300 }),
  dropped: (before) => (before === 0 ? { rcpt: "drop" } : {}),
  cut: () => ({ dropInData: true }),
  lost: () => ({ dot: "drop" }),
};
const expected: Readonly<Record<string, "sent" | "failed" | "uncertain">> = {
  welcome: "sent",
  greylisted: "sent",
  throttled: "sent",
  deferred: "sent",
  full: "failed",
  gone: "failed",
  unauthenticated: "failed",
  slow: "sent",
  dropped: "sent",
  cut: "uncertain",
  lost: "uncertain",
};

describe("through a server that answers as large providers do", () => {
  it("every letter becomes what its provider made of it, nobody gets two, and the account closes", async () => {
    const kindOf = (address: string) => address.replace(/-.*$/, "");
    const { here, sink, clock } = await through(
      (recipient, before) => treatments[kindOf(recipient)]?.(before) ?? {},
    );
    // A provider for each kind, so that one that slows down slows down no other.
    const emails = Object.keys(treatments).flatMap((kind) =>
      Array.from({ length: 12 }, (_, person) => `${kind}-${person}@${kind}.example.com`),
    );
    await tellAll(here, emails);
    await tell(here, "welcome-0@welcome.example.com", {
      id: "left",
      type: "consent.withdrawn",
      at: "2026-12-01T11:00:00Z",
      purpose: "newsletter",
    });
    const campaign = await startCampaign(here, { ...request, giveUpAfterHours: 8 });
    const progress = await clock.lapse(here, campaign.id, runCampaign(here, campaign.id, { leaseMs }));

    const kinds = Object.entries(expected);
    const people = (state: string) => kinds.filter(([, one]) => one === state).length * 12;
    expect(progress).toMatchObject({
      sent: people("sent") - 1,
      refused: { withdrawn: 1 },
      failed: people("failed"),
      uncertain: people("uncertain"),
      deferred: 0,
      inFlight: 0,
      finished: true,
      concerned: emails.length,
    });
    const keptBy = (kind: string) => sink.kept.filter((recipient) => kindOf(recipient) === kind);
    for (const [kind, state] of kinds) {
      const kept = keptBy(kind);
      expect({ kind, kept: kept.length }).toEqual({
        kind,
        kept: kind === "welcome" ? 11 : state === "sent" || kind === "lost" ? 12 : 0,
      });
      expect(new Set(kept).size).toBe(kept.length);
    }
    const tries = (kind: string) =>
      sink.attempts.filter(({ recipient }) => kindOf(recipient) === kind).length;
    expect(tries("gone")).toBe(12);
    expect(tries("unauthenticated")).toBe(12);
    expect(tries("cut")).toBe(12);
    expect(tries("lost")).toBe(12);
    expect(tries("greylisted")).toBe(24);
    // Once more at least, and again where the clock was not put forward beyond the end of their time.
    expect(tries("full")).toBeGreaterThanOrEqual(24);
  }, 60_000);

  it("a provider that says it is too much is left alone with all its people, while others go on", async () => {
    let busy = true;
    const { here, sink, clock } = await through((recipient) =>
      recipient.endsWith("@gmail.com") && busy ? { rcpt: "421 4.7.28 unusual rate" } : {},
    );
    const at = (domain: string) => Array.from({ length: 60 }, (_, person) => `p${person}@${domain}`);
    await tellAll(here, [...at("gmail.com"), ...at("example.com")]);
    const campaign = await startCampaign(here, request);
    const run = runCampaign(here, campaign.id, { leaseMs });
    // A relay that says 421 is itself left alone for a moment.
    await expect
      .poll(() => here.store.campaigns.progress(campaign.id), { timeout: 20_000 })
      .toMatchObject({ sent: 60, deferred: 60 });
    // Those who were under way when it first said so, and no more.
    expect(
      sink.attempts.filter(({ recipient }) => recipient.endsWith("@gmail.com")).length,
    ).toBeLessThanOrEqual(20);
    busy = false;
    expect(await clock.lapse(here, campaign.id, run)).toMatchObject({ sent: 120, concerned: 120 });
    expect(new Set(sink.kept).size).toBe(120);
  }, 60_000);
});

describe("a provider that is given few letters at a time", () => {
  it.each([
    ["were allowed already", {}],
    ["are still to be asked for", { blocks: ["editorial"] }],
  ])(
    "gets every one of them in the end, though they %s when they are put off",
    async (_, message) => {
      const { here, sink, clock } = await through(() => ({}), { "example.com": { perMinute: 12 } });
      await tellMany(here, 32);
      const campaign = await startCampaign(here, { ...request, message });
      const run = runCampaign(here, campaign.id, { leaseMs });
      // Of the last batch nobody gets to the point of being asked for.
      const known = async () => {
        const { sent, deferred } = await here.store.campaigns.progress(campaign.id);
        return sent + deferred;
      };
      await expect.poll(known, { timeout: 10_000 }).toBe(32);
      const faster = setInterval(() => clock.pass(1), 5);
      const progress = await run.finally(() => clearInterval(faster));
      expect(progress).toMatchObject({ sent: 32, inFlight: 0, concerned: 32 });
      expect([...sink.kept].sort()).toEqual(Array.from({ length: 32 }, (_, n) => address(n)).sort());
    },
    60_000,
  );
});

describe("whoever is put off", () => {
  it("goes when it is time, and not only when the others of the slice have had theirs", async () => {
    const slow = (recipient: string) => recipient.endsWith("@slow.example");
    // Each of the others takes a while on the clock, however fast this machine is.
    const { here, sink, clock } = await through(
      (recipient) => {
        if (!slow(recipient)) clock.pass(1 / 400);
        return { slowMs: slow(recipient) ? 0 : 100 };
      },
      { "slow.example": { perMinute: 30 } },
    );
    // All in one slice, and first in it more than their provider is given at once.
    const inFirst = (part: string, domain: string) =>
      Array.from({ length: 900 }, (_, person) => `p${person}@${domain}`).filter(
        (email) => subjectOf(here, email) < part,
      );
    const first = inFirst("1", "slow.example").slice(0, 7);
    await tellAll(here, [...first, ...inFirst("4", "example.com").slice(0, 150)]);
    const campaign = await startCampaign(here, request);
    const faster = setInterval(() => clock.pass(1 / 400), 50);
    const progress = await runCampaign(here, campaign.id, { leaseMs }).finally(() => clearInterval(faster));
    expect(progress).toMatchObject({ sent: 157, concerned: 157 });
    const recipients = sink.attempts.map(({ recipient }) => recipient);
    const before = recipients.slice(
      0,
      recipients.findLastIndex((recipient) => !slow(recipient)),
    );
    expect(before.filter(slow).sort()).toEqual([...first].sort());
  }, 60_000);
});

describe("whoever leaves while a letter is put off", () => {
  it("is asked for again before each attempt, and gets nothing", async () => {
    const { here, sink, clock } = await through(() => ({ rcpt: "450 4.7.1 greylisted" }));
    await tellMany(here, 20);
    const campaign = await startCampaign(here, { ...request, giveUpAfterHours: 2 });
    const run = runCampaign(here, campaign.id, { leaseMs });
    await expect.poll(() => here.store.campaigns.progress(campaign.id)).toMatchObject({ deferred: 20 });
    // The others wait with them, since their provider asks for less.
    const left = sink.attempts.map(({ recipient }) => recipient);
    for (const who of left)
      await tell(here, who, { id: "left", type: "consent.withdrawn", at: noon, purpose: "newsletter" });
    const progress = await clock.lapse(here, campaign.id, run);
    expect(progress).toMatchObject({
      sent: 0,
      refused: { withdrawn: left.length },
      failed: 20 - left.length,
    });
    const again = sink.attempts.slice(left.length).map(({ recipient }) => recipient);
    expect(again.filter((recipient) => left.includes(recipient))).toEqual([]);
    expect(sink.kept).toEqual([]);
  }, 60_000);

  it("and whoever is erased ends the waiting", async () => {
    const { here, clock } = await through(() => ({ rcpt: "450 4.7.1 greylisted" }));
    await tellMany(here, 1);
    const campaign = await startCampaign(here, request);
    const run = runCampaign(here, campaign.id, { leaseMs });
    await expect.poll(() => here.store.campaigns.progress(campaign.id)).toMatchObject({ deferred: 1 });
    const person = parseAddress(address(0));
    if (person === null) throw new Error("no address");
    await erase(here, person, "test");
    expect(await clock.lapse(here, campaign.id, run)).toMatchObject({ sent: 0, failed: 1, concerned: 1 });
  }, 60_000);
});

describe("a campaign that is held", () => {
  it.each([
    ["paused", pauseCampaign],
    ["cancelled", cancelCampaign],
  ] as const)(
    "%s begins no letter a second later, however slow the mail server",
    async (_, hold) => {
      const sink = await providerServer(() => ({ slowMs: 400 }));
      const here = await makeWorld({ post: openRelay(sink.url, { closeTimeoutMs: 500 }) });
      opened.push(sink.close, () => here.close());
      await tellMany(here, 1000);
      const campaign = await startCampaign(here, request);
      const run = runCampaign(here, campaign.id);
      await expect.poll(() => sink.attempts.length, { timeout: 10_000 }).toBeGreaterThan(15);
      await hold(here, campaign.id);
      const heldAt = Date.now();
      const progress = await run;
      expect(progress).toMatchObject({ inFlight: 0, uncertain: 0 });
      expect(sink.attempts.filter(({ rcptAt }) => rcptAt > heldAt + 1000)).toEqual([]);
      expect(sink.kept).toHaveLength(progress.sent);
      expect(progress.sent).toBeLessThan(200);
    },
    30_000,
  );

  it("goes on where it was when it is resumed, and nobody gets two", async () => {
    let slowMs = 200;
    const sink = await providerServer(() => ({ slowMs }));
    const here = await makeWorld({ post: openRelay(sink.url, { closeTimeoutMs: 500 }) });
    opened.push(sink.close, () => here.close());
    await tellMany(here, 300);
    const campaign = await startCampaign(here, request);
    for (let held = 0; held < 3; held += 1) {
      const run = runCampaign(here, campaign.id);
      const goal = sink.attempts.length + 15;
      await expect.poll(() => sink.attempts.length, { timeout: 10_000 }).toBeGreaterThan(goal);
      await pauseCampaign(here, campaign.id);
      await run;
      await resumeCampaign(here, campaign.id);
    }
    slowMs = 0;
    expect(await runCampaign(here, campaign.id)).toMatchObject({ sent: 300, concerned: 300, uncertain: 0 });
    expect(new Set(sink.kept).size).toBe(300);
    expect(sink.kept).toHaveLength(300);
  }, 60_000);
});

describe("a campaign with a time", () => {
  const nine = Date.parse("2026-12-02T09:00:00Z") as Instant;

  it.each([
    ["begins when it comes", "2026-12-02T09:00:00Z", "running"],
    ["still begins within the hour", "2026-12-02T09:59:00Z", "running"],
    ["asks first when the server was down for longer", "2026-12-02T10:01:00Z", "late"],
  ])("%s", async (_, at, state) => {
    const here = await atNoon();
    await tellMany(here, 5);
    const { id, state: first } = await startCampaign(here, { ...request, startAt: nine });
    expect(first).toBe("scheduled");
    await startDue(here, await here.store.campaigns.listOpen());
    expect((await here.store.campaigns.find(id))?.state).toBe("scheduled");
    here.setClock(at);
    await startDue(here, await here.store.campaigns.listOpen());
    expect((await here.store.campaigns.find(id))?.state).toBe(state);
    if (state === "late") await resumeCampaign(here, id);
    expect(await runCampaign(here, id)).toMatchObject({ sent: 5, concerned: 5 });
  });

  it("begins when it comes, however little it is allowed to be late", async () => {
    const here = await atNoon();
    const { id } = await startCampaign(here, { ...request, startAt: nine, lateAfterMinutes: 0 });
    here.setClock("2026-12-02T09:00:00.400Z");
    await startDue(here, await here.store.campaigns.listOpen());
    expect((await here.store.campaigns.find(id))?.state).toBe("running");
  });

  it("waits for it again when it is paused and resumed before", async () => {
    const here = await atNoon();
    await tellMany(here, 5);
    const { id } = await startCampaign(here, { ...request, startAt: nine });
    await pauseCampaign(here, id);
    expect((await resumeCampaign(here, id)).state).toBe("scheduled");
    await runCampaign(here, id);
    expect(here.caught).toEqual([]);
    here.setClock("2026-12-02T09:00:00Z");
    await startDue(here, await here.store.campaigns.listOpen());
    expect(await runCampaign(here, id)).toMatchObject({ sent: 5, concerned: 5 });
  });

  it("begins at once when it is resumed after it", async () => {
    const here = await atNoon();
    const { id } = await startCampaign(here, { ...request, startAt: nine });
    await pauseCampaign(here, id);
    here.setClock("2026-12-02T09:00:00Z");
    expect((await resumeCampaign(here, id)).state).toBe("running");
  });
});
