// Campaigns through Debian's Postfix that defers, rejects, bounces and dies: what becomes of each letter.
import { afterEach, describe, expect, test } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { hours } from "../../src/core/instant.ts";
import { hear } from "../../src/listeners.ts";
import { openInbound } from "../../src/smtp/inbound.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { bounceAddress, listening } from "../listening/returned.ts";
import { lapsingClock } from "../support/lapsing-clock.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { makeWorld } from "../support/world.ts";
import { postfixRelay } from "./postfix-relay.ts";
import { providerServer } from "./provider-server.ts";

const request = {
  purpose: "newsletter",
  template: { format: "markdown", subject: "Spring", body: "Hello" },
} as const;

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** By the beginning of the local part. */
const answers: Readonly<Record<string, (before: number) => string | null>> = {
  welcome: () => null,
  greylisted: (before) => (before === 0 ? "450 4.7.1 greylisted, come back later" : null),
  busy: (before) => (before < 2 ? "421 4.7.0 too busy" : null),
  full: () => "452 4.2.2 the mailbox is full",
  gone: () => "550 5.1.1 no such user",
  policy: () => "554 5.7.1 refused by policy",
  lost: () => null,
};
const each = 6;
/** Each kind at a provider of its own, so that one that slows down slows down no other. */
const of = (kind: string) =>
  Array.from({ length: each }, (_, person) => `${kind}-${person}@${kind}.example.com`);

needs("postfix").describe("through Debian's Postfix", () => {
  describe.skipIf(process.getuid?.() !== 0)("as root, as Postfix wants it", () => {
    test("every letter becomes what it says, and its reports are understood", async () => {
      const clock = lapsingClock("2026-12-01T12:00:00Z");
      const world = { ...(await makeWorld({ listening })), clock };
      const inbound = await openInbound({
        port: 0,
        host: "127.0.0.1",
        tls: null,
        bounceAddress,
        key: world.secrets.tokenKey,
        hear: (mail) => hear(world, mail, "inbound:smtp"),
        contact: async () => "help@lunaria.example",
      });
      const next = await providerServer(() => ({ rcpt: "550 5.1.1 nobody of this name is here any more" }));
      const relay = await postfixRelay({
        domains: Object.keys(answers).map((kind) => `${kind}.example.com`),
        decide: (recipient, before) => answers[recipient.replace(/-.*$/, "")]?.(before) ?? null,
        passedOn: { recipients: of("lost"), port: Number(new URL(next.url).port) },
        reports: { domain: bounceAddress.domain, port: inbound.port },
        // It holds its answers back from whoever is refused often.
        settings: ["smtpd_error_sleep_time = 0"],
      });
      const post = openRelay(relay.url, { now: clock.now, width: 4 });
      opened.push(
        () => world.close(),
        () => inbound.close(),
        next.close,
        () => relay.close(),
        () => post.close(),
      );
      for (const kind of Object.keys(answers))
        for (const who of of(kind)) await tell(world, who, goodConsent());
      const here = { ...world, post };
      const { id } = await startCampaign(here, { ...request, giveUpAfterHours: 6 });
      const progress = await clock.lapse(here, id, runCampaign(here, id, { leaseMs: hours(200) }));

      expect(progress).toMatchObject({
        sent: 4 * each,
        failed: 3 * each,
        uncertain: 0,
        deferred: 0,
        concerned: 7 * each,
      });
      await expect.poll(() => relay.queued(), { timeout: 20_000 }).toBe(0);
      expect(relay.delivered().sort()).toEqual([...of("welcome"), ...of("greylisted"), ...of("busy")].sort());
      // Postfix took these and found out later: its own reports came back to the listener.
      const bounced = async (who: string) =>
        (await world.store.people.facts(subjectOf(world, who))).filter(
          ({ type }) => type === "address.bounced",
        );
      for (const who of of("lost"))
        expect(await bounced(who)).toMatchObject([
          { source: "inbound:smtp", body: { class: "hard", status: "5.1.1" } },
        ]);
      for (const who of of("gone")) expect(await bounced(who)).toMatchObject([{ body: { class: "hard" } }]);
      for (const kind of ["policy", "welcome", "greylisted", "busy"])
        for (const who of of(kind)) expect(await bounced(who)).toEqual([]);
      expect((await world.store.campaigns.progress(id)).returned.bounced).toBe(each);
    }, 90_000);

    test("that is killed in mid-campaign, with what it was saying, leaves nobody with two and nobody out", async () => {
      const people = 300;
      let named = 0;
      const relay = await postfixRelay({
        domains: ["example.com"],
        decide: () => {
          named += 1;
          return null;
        },
      });
      const post = openRelay(relay.url);
      const world = await makeWorld({ post });
      opened.push(
        () => world.close(),
        () => relay.close(),
      );
      await tellMany(world, people);
      const { id } = await startCampaign(world, request);
      const run = runCampaign(world, id);
      for (const goal of [60, 160]) {
        await expect.poll(() => named, { timeout: 30_000 }).toBeGreaterThan(goal);
        relay.abort();
        relay.start();
      }
      const progress = await run;
      expect(progress).toMatchObject({ failed: 0, deferred: 0, inFlight: 0, concerned: people });
      expect(progress.sent + progress.uncertain).toBe(people);
      expect(progress.uncertain).toBeLessThanOrEqual(2 * post.width);
      // What it had taken is in its queue on the disk, and arrives after all.
      await expect.poll(() => relay.queued(), { timeout: 60_000 }).toBe(0);
      const delivered = relay.delivered();
      expect(new Set(delivered).size).toBe(delivered.length);
      expect(delivered.length).toBeGreaterThanOrEqual(progress.sent);
      expect(delivered.length).toBeLessThanOrEqual(progress.sent + progress.uncertain);
      expect(delivered.every((who) => Number(/\d+/.exec(who)?.[0]) < people)).toBe(true);
    }, 120_000);
  });
});
