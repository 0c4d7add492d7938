// How often at most somebody wishes to hear of a purpose binds when a mail is sent, whatever runs beside it or dies.
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Slice } from "../../src/app/campaigns/campaign.ts";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { wish } from "../../src/app/consent/preferences.ts";
import type { PostOffice } from "../../src/app/ports.ts";
import { decidePermissions } from "../../src/app/subjects/decide-permissions.ts";
import { decidedUnder } from "../../src/app/subjects/decided-under.ts";
import { days, type Instant } from "../../src/core/instant.ts";
import { address, subjectOf, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const request = {
  purpose: "newsletter",
  template: { format: "markdown", subject: "Spring", body: "Hello, {{ links.why }}" },
} as const;

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});
async function open(people: number): Promise<TestWorld> {
  world = await makeWorld({ at: "2026-11-24T10:00:00Z" });
  await tellMany(world, people);
  return world;
}
const send = async (here: TestWorld) => runCampaign(here, (await startCampaign(here, request)).id);
const wishes = (here: TestWorld, person: number, atMost: "week" | "month" | "any") =>
  wish(here, subjectOf(here, address(person)), "newsletter", atMost, null);
const day = (at: number) => Math.floor(at / days(1));

describe("a wish to hear at most once a week", () => {
  it("holds a second mail back until the same day of the next week, and says so in the report", async () => {
    const here = await open(3);
    await wishes(here, 0, "week");
    expect(await send(here)).toMatchObject({ sent: 3, heldBack: 0 });
    here.setClock("2026-11-30T23:59:00Z");
    expect(await send(here)).toMatchObject({ sent: 2, heldBack: 1, refused: {}, finished: true });
    here.setClock("2026-12-01T00:01:00Z");
    expect(await send(here)).toMatchObject({ sent: 3, heldBack: 0 });
  });

  it("counts what was sent before it was wished, and is taken back by another wish", async () => {
    const here = await open(1);
    await send(here);
    await wishes(here, 0, "month");
    here.setClock("2026-12-23T10:00:00Z");
    expect(await send(here)).toMatchObject({ sent: 0, heldBack: 1 });
    await wishes(here, 0, "any");
    expect(await send(here)).toMatchObject({ sent: 1, heldBack: 0 });
    await wishes(here, 0, "month");
    here.setClock("2027-01-23T00:00:00Z");
    expect(await send(here)).toMatchObject({ sent: 1 });
  });

  it("is not used up by a mail that the mail server did not take", async () => {
    const here = await open(1);
    await wishes(here, 0, "week");
    const refusing: PostOffice = {
      ...here.post,
      width: 1,
      async deliver(lastAsk) {
        await lastAsk();
        return { kind: "refused-by-relay", permanent: true, reply: "550 no", status: "5.1.1" };
      },
    };
    expect(await send({ ...here, post: refusing })).toMatchObject({ sent: 0, failed: 1 });
    expect(await send(here)).toMatchObject({ sent: 1 });
  });

  it("that comes while the mail is under way holds it back", async () => {
    const here = await open(40);
    await send(here);
    here.setClock("2026-11-24T12:00:00Z");
    let wished: Promise<unknown> | undefined;
    const post: PostOffice = {
      ...here.post,
      width: 2,
      async deliver(lastAsk, letter) {
        wished ??= Promise.all(Array.from({ length: 40 }, (_, person) => wishes(here, person, "week")));
        await wished;
        await new Promise((resolve) => setTimeout(resolve, 100));
        return here.post.deliver(lastAsk, letter);
      },
    };
    const progress = await send({ ...here, post });
    expect(progress.sent + progress.heldBack).toBe(40);
    expect(progress.heldBack).toBeGreaterThan(30);
  });

  it("is part of what is stored for the purpose, as it follows from the facts", async () => {
    const here = await open(1);
    await wishes(here, 0, "week");
    const subject = await tell(here, address(0), {
      id: "later",
      type: "frequency.wished",
      at: "2027-01-01T00:00:00Z",
      purpose: "newsletter",
      atMost: "month",
    });
    const [setup, people] = await Promise.all([
      here.store.setup.current(),
      here.store.people.find([subject]),
    ]);
    const person = people.get(subject);
    if (!setup || !person) throw new Error("nobody is there");
    const stored = await here.store.permissions.ofSubject(subject);
    const decided = decidePermissions(setup, person, here.clock.now());
    const wished = (some: typeof decided) =>
      Object.fromEntries(some.map(({ purpose, atMost }) => [purpose, atMost]));
    expect(wished([...stored])).toEqual(wished(decided));
    expect(wished(decided)).toMatchObject({ newsletter: "week", "email-tracking": null });
    expect(stored.find(({ purpose }) => purpose === "newsletter")?.dueAt).toBe(
      Date.parse("2027-01-01T00:00:00Z"),
    );
  });
});

describe("whatever runs at the same time, and whatever dies", () => {
  it("of two campaigns that claim somebody at the same moment one goes on, though neither sees the other", async () => {
    const here = await open(1);
    await wishes(here, 0, "week");
    const setup = await here.store.setup.current();
    const purpose = setup?.purposes.newsletter;
    if (!setup || !purpose) throw new Error("nothing is set up");
    const subject = subjectOf(here, address(0));
    /** The slice in which the one person is. */
    const leased = async (id: string): Promise<Slice> => {
      const now = here.clock.now();
      const until = (now + 10_000) as Instant;
      for (;;) {
        const slice = await here.store.campaigns.lease(id, here.ids.next(), now, until);
        if (!slice) throw new Error("somebody is in no slice");
        if (slice.lower <= subject && subject <= slice.upper) return slice;
      }
    };
    /** Claims the one person, in a transaction that stays open until it is told to end. */
    const claiming = async (until: Promise<void>) => {
      const campaign = await startCampaign(here, request);
      const now = here.clock.now();
      const slice = await leased(campaign.id);
      return here.store.transaction(async ({ campaigns }) => {
        const [claim] = await campaigns.claim(campaign, slice, decidedUnder(setup, purpose), now, 1);
        await until;
        return typeof claim?.verdict === "string" ? claim.verdict : claim?.verdict.outcome;
      });
    };
    const both = [claiming(sleep(600)), sleep(200).then(() => claiming(Promise.resolve()))];
    expect(await Promise.all(both)).toEqual(["permit", "held-back"]);
  });

  it("nobody gets two mails of a purpose within the time they wished for", async () => {
    const people = 12;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("week", "month", "any"), { minLength: people, maxLength: people }),
        fc.array(
          fc.record({
            afterDays: fc.integer({ min: 0, max: 12 }),
            campaigns: fc.integer({ min: 1, max: 3 }),
            dies: fc.boolean(),
          }),
          { minLength: 2, maxLength: 5 },
        ),
        async (wished, rounds) => {
          const here = await open(people);
          const got: { person: string; at: number }[] = [];
          const post: PostOffice = {
            ...here.post,
            width: 4,
            async deliver(lastAsk, letter) {
              const handover = await here.post.deliver(lastAsk, letter);
              if (handover.kind === "sent") got.push({ person: letter.forwardPath, at: here.clock.now() });
              return handover;
            },
          };
          for (const [person, atMost] of wished.entries()) await wishes(here, person, atMost);
          let at = Date.parse("2026-11-24T10:00:00Z");
          for (const { afterDays, campaigns, dies } of rounds) {
            at += afterDays * days(1) + 60_000;
            here.setClock(new Date(at).toISOString());
            const started = await Promise.all(
              Array.from({ length: campaigns }, () => startCampaign(here, request)),
            );
            // It dies after a hand-over and before that is on record.
            const dying: TestWorld = {
              ...here,
              post,
              store: {
                ...here.store,
                campaigns: { ...here.store.campaigns, conclude: () => Promise.reject(new Error("killed")) },
              },
            };
            await Promise.allSettled(
              started.map(({ id }, index) =>
                runCampaign(dies && index === 0 ? dying : { ...here, post }, id),
              ),
            );
            at += 60_000;
            here.setClock(new Date(at).toISOString());
            for (const { id } of started) await runCampaign({ ...here, post }, id);
          }
          for (const [person, atMost] of wished.entries()) {
            const mine = got.filter((mail) => mail.person === address(person)).map((mail) => day(mail.at));
            const least = { any: 0, week: 7, month: 28 }[atMost];
            const gaps = mine.slice(1).map((one, index) => one - (mine[index] ?? 0));
            expect(
              gaps.every((gap) => gap >= least),
              `${atMost}: ${gaps.join(", ")}`,
            ).toBe(true);
          }
          expect(got.length).toBeGreaterThanOrEqual(people);
          await here.close();
          world = undefined;
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);
});
