// Invariants 1, 2 and 7: who is sent what, whoever leaves, and whatever dies meanwhile.
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import type { Slice } from "../../src/app/campaigns/campaign.ts";
import { resumeCampaign } from "../../src/app/campaigns/control-campaign.ts";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import type { Letter } from "../../src/app/messages/letter.ts";
import type { PostOffice } from "../../src/app/ports.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { decidedUnder } from "../../src/app/subjects/decided-under.ts";
import type { Instant } from "../../src/core/instant.ts";
import { permitFromRecord } from "../../src/core/verdict.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { address, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { applyLunaria, lunaria, makeWorld, type TestWorld, type TestWorldOptions } from "../support/world.ts";

const request = {
  purpose: "newsletter",
  template: { format: "markdown", subject: "Spring", body: "Hello, {{ links.why }}" },
} as const;
const leaving = (at: string) => ({ id: "left", type: "consent.withdrawn", at, purpose: "newsletter" });
const now = () => new Date().toISOString();

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});
async function open(options: TestWorldOptions = {}): Promise<TestWorld> {
  world = await makeWorld(options);
  return world;
}
function promise(): { readonly kept: Promise<void>; readonly keep: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { kept: promise, keep: resolve };
}
const recipients = (from: TestWorld) => from.caught.map(({ forwardPath }) => forwardPath);

describe("a campaign", () => {
  it("reaches exactly those who may be written to, once each", async () => {
    const here = await open();
    await tellMany(here, 150);
    for (let person = 0; person < 150; person += 3) await tell(here, address(person), leaving(now()));

    const campaign = await startCampaign(here, request);
    const progress = await runCampaign(here, campaign.id);

    const permitted = Array.from({ length: 150 }, (_, person) => person).filter((person) => person % 3 !== 0);
    expect(recipients(here).sort()).toEqual(permitted.map(address).sort());
    expect(progress).toMatchObject({
      sent: 100,
      refused: { withdrawn: 50 },
      failed: 0,
      uncertain: 0,
      finished: true,
    });
  });

  it("reaches a company by the company rules where the message declares what they ask for, and only then", async () => {
    const here = await open();
    const company = { country: "FR", kind: "legal", address: "generic", legalPersonProof: "RCS 552 100 554" };
    const source = {
      id: "source",
      type: "source.declared",
      at: "2026-11-01T10:00:00Z",
      kind: "public-register",
    };
    const read = readLine({ email: "info@firma.example", recipient: company, facts: [source] }, "file");
    if (!read.ok) throw new Error(read.problem);
    await record(here, [read.entry]);

    const plain = await startCampaign(here, request);
    expect(await runCampaign(here, plain.id)).toMatchObject({ sent: 0, refused: { "no-lia": 1 } });
    const declared = await startCampaign(here, { ...request, message: { lia: "lia-3", art14: true } });
    expect(await runCampaign(here, declared.id)).toMatchObject({ sent: 1, refused: {} });
  });

  it("reaches no company of which nobody says where the address came from, and goes on to the others", async () => {
    const here = await open();
    await tellMany(here, 3);
    const company = { country: "FR", kind: "legal", address: "generic", legalPersonProof: "RCS 552 100 554" };
    const read = readLine({ email: "info@firma.example", recipient: company, facts: [] }, "file");
    if (!read.ok) throw new Error(read.problem);
    await record(here, [read.entry]);
    const message = { lia: "lia-3", art14: true, roleFit: "buyer" };
    const campaign = await startCampaign(here, { ...request, message });
    expect(await runCampaign(here, campaign.id)).toMatchObject({ sent: 3, refused: { "no-art14": 1 } });
  });

  it("is not sent again by a second run", async () => {
    const here = await open();
    await tellMany(here, 20);
    const campaign = await startCampaign(here, request);
    await runCampaign(here, campaign.id);
    await runCampaign(here, campaign.id);
    expect(recipients(here)).toHaveLength(20);
  });

  it("is shared by runs side by side without anybody getting it twice", async () => {
    const here = await open();
    await tellMany(here, 200);
    const campaign = await startCampaign(here, request);
    await Promise.all([
      runCampaign(here, campaign.id),
      runCampaign(here, campaign.id),
      runCampaign(here, campaign.id),
    ]);
    expect(new Set(recipients(here)).size).toBe(200);
    expect(recipients(here)).toHaveLength(200);
  });

  it("waits for a relay that is away, and loses nobody", async () => {
    let down = true;
    const here = await open();
    const post: PostOffice = {
      ...here.post,
      width: here.post.width,
      deliver: (lastAsk, letter) =>
        down
          ? Promise.resolve({ kind: "unreachable", reply: "connection refused" })
          : here.post.deliver(lastAsk, letter),
    };
    await tellMany(here, 30);
    const campaign = await startCampaign(here, request);
    const run = runCampaign({ ...here, post }, campaign.id);
    setTimeout(() => {
      down = false;
    }, 600);
    expect(await run).toMatchObject({ sent: 30, failed: 0, uncertain: 0 });
    expect(new Set(recipients(here)).size).toBe(30);
  });

  it("stopped half-way gives back whom it had claimed, and the next run goes on there", async () => {
    const stop = new AbortController();
    const here = await open({
      onLetter: () => {
        if (here.caught.length === 10) stop.abort();
      },
    });
    await tellMany(here, 120);
    const campaign = await startCampaign(here, request);
    const first = await runCampaign(here, campaign.id, { signal: stop.signal });
    expect(first).toMatchObject({ finished: false, uncertain: 0, inFlight: 0 });
    expect(first.sent).toBeLessThan(60);
    expect(await runCampaign(here, campaign.id)).toMatchObject({ sent: 120, uncertain: 0, finished: true });
    expect(new Set(recipients(here)).size).toBe(120);
    expect(recipients(here)).toHaveLength(120);
  });
});

describe("who leaves while it runs", () => {
  it("gets nothing once the withdrawal has committed and the letter was not yet handed over", async () => {
    const begun = new Map<string, number>();
    const gone = new Map<string, number>();
    let leave: Promise<void> | undefined;
    const here = await open({
      async onLetter() {
        // The relay is slow with the first letters; meanwhile everybody who is still waiting leaves.
        leave ??= leaveAll();
        await leave;
      },
    });
    async function leaveAll(): Promise<void> {
      for (let person = 0; person < 60; person += 1) {
        if (begun.has(address(person))) continue;
        await tell(here, address(person), leaving(now()));
        gone.set(address(person), performance.now());
      }
    }
    const post: PostOffice = {
      ...here.post,
      width: here.post.width,
      deliver: (lastAsk, letter) =>
        here.post.deliver(async () => {
          const permit = await lastAsk();
          if (permit) begun.set(letter.forwardPath, performance.now());
          return permit;
        }, letter),
    };
    await tellMany(here, 60);
    const campaign = await startCampaign(here, request);
    const progress = await runCampaign({ ...here, post }, campaign.id);
    expect(gone.size).toBeGreaterThan(30);
    const late = [...begun].filter(([path, at]) => at > (gone.get(path) ?? Number.POSITIVE_INFINITY) + 250);
    expect(late).toEqual([]);
    expect(recipients(here).sort()).toEqual([...begun.keys()].sort());
    expect(progress.sent + (progress.refused.withdrawn ?? 0)).toBe(60);
    expect(progress.refused.withdrawn).toBeGreaterThan(30);
  });

  it("after having got it, is on record as having got it", async () => {
    const here = await open();
    await tellMany(here, 4);
    let slow: string | undefined;
    const post: PostOffice = {
      ...here.post,
      width: 4,
      async deliver(lastAsk, letter) {
        // The second letter is so late that everybody still waiting is asked again.
        if (slow !== undefined) await new Promise((resolve) => setTimeout(resolve, 1200));
        slow ??= letter.forwardPath;
        const handover = await here.post.deliver(lastAsk, letter);
        await tell(here, letter.forwardPath, leaving(now()));
        return handover;
      },
    };
    const campaign = await startCampaign(here, request);
    expect(await runCampaign({ ...here, post }, campaign.id)).toMatchObject({ sent: here.caught.length });
  });

  it("is asked again after a second, even where no notice of the withdrawal arrived", async () => {
    const here = await open();
    await tellMany(here, 3);
    const deaf: TestWorld = { ...here, store: { ...here.store, listen: async () => async () => {} } };
    let late: Promise<unknown> | undefined;
    const othersLeave = async (letter: Letter) => {
      for (let person = 0; person < 3; person += 1)
        if (address(person) !== letter.forwardPath) await tell(here, address(person), leaving(now()));
      await new Promise((resolve) => setTimeout(resolve, 1100));
    };
    const post: PostOffice = {
      ...here.post,
      width: 2,
      async deliver(lastAsk, letter) {
        late ??= othersLeave(letter);
        await late;
        return here.post.deliver(lastAsk, letter);
      },
    };
    const campaign = await startCampaign(deaf, request);
    const progress = await runCampaign({ ...deaf, post }, campaign.id);
    expect(recipients(here)).toHaveLength(progress.sent);
    expect(progress.sent).toBe(1);
  });
});

describe("a relay that is slow to greet", () => {
  it("gets no letter of who left while it was silent", async () => {
    const here = await open();
    await tellMany(here, 6);
    const server = createServer((socket) => {
      setTimeout(() => socket.destroyed || tunnel(socket, here.post.name), 2500);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const slow = openRelay(`smtp://127.0.0.1:${port}`);
    const world = { ...here, post: slow };
    const campaign = await startCampaign(world, request);
    const run = runCampaign(world, campaign.id);
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (let person = 0; person < 6; person += 1) await tell(here, address(person), leaving(now()));
    expect(await run).toMatchObject({ sent: 0, refused: { withdrawn: 6 } });
    expect(here.caught).toEqual([]);
    await slow.close();
    server.close();
  });
});

describe("a worker that was away too long", () => {
  it("sends to nobody whom another worker has taken over", async () => {
    const here = await open();
    await tellMany(here, 60);
    let thawed = () => {};
    const frozen = new Promise<void>((resolve) => {
      thawed = resolve;
    });
    let first = true;
    // Everybody must be asked again, and the first worker falls asleep just before it asks.
    const declared = { ...request, message: { blocks: ["editorial"] } };
    const campaign = await startCampaign(here, declared);
    const sleepy: TestWorld = {
      ...here,
      // On another machine: it holds up no connection of ours.
      post: openRelay(`smtp://${here.post.name}`),
      store: {
        ...here.store,
        campaigns: {
          ...here.store.campaigns,
          renew: async () => {},
          async settle(...settling) {
            if (first) {
              first = false;
              await frozen;
            }
            return here.store.campaigns.settle(...settling);
          },
        },
      },
    };
    const asleep = runCampaign(sleepy, campaign.id, { leaseMs: 400 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    const progress = await runCampaign(here, campaign.id, { leaseMs: 400 }).finally(thawed);
    await asleep;
    await sleepy.post.close();
    expect(new Set(recipients(here)).size).toBe(here.caught.length);
    // On a machine so busy that the wakeful one misses its lease too, some are uncertain; never twice.
    expect(progress.sent + progress.uncertain).toBe(60);
  });
});

describe("a worker that dies while an older word on how far it had come is still on its way", () => {
  it("leaves nobody to be sent twice", async () => {
    const here = await open();
    // All in one slice; the first batch of it has nobody to be sent anything, so nothing holds up the second.
    const bySubject = Array.from({ length: 400 }, (_, person) => address(person))
      .map((email) => ({ email, subject: subjectOf(here, email) }))
      .filter(({ subject }) => subject < "4")
      .sort((one, other) => (one.subject < other.subject ? -1 : 1))
      .slice(0, 70);
    for (const [nth, { email }] of bySubject.entries())
      await tell(here, email, goodConsent(), ...(nth < 30 ? [leaving(now())] : []));
    const campaign = await startCampaign(here, request);
    const second = promise();
    const buried = promise();
    let words = 0;
    const dying: TestWorld = {
      ...here,
      store: {
        ...here.store,
        campaigns: {
          ...here.store.campaigns,
          renew: async () => {},
          async conclude(id, slice, ...concluding) {
            const word = slice.slice === 0 ? ++words : 0;
            if (word === 1) await Promise.race([second.kept, sleep(500)]);
            if (word === 3) await buried.kept;
            const held = await here.store.campaigns.conclude(id, slice, ...concluding);
            if (word === 2) second.keep();
            return held;
          },
        },
      },
    };
    const dead = runCampaign(dying, campaign.id, { leaseMs: 1500 });
    await expect.poll(() => here.caught.length, { timeout: 20_000 }).toBe(30);
    const progress = await runCampaign(here, campaign.id, { leaseMs: 1500 }).finally(buried.keep);
    await dead;
    expect(new Set(recipients(here)).size).toBe(here.caught.length);
    expect(progress).toMatchObject({ sent: 10, uncertain: 30, refused: { withdrawn: 30 } });
  });
});

describe("a worker that slept past its lease and wakes to a provider that takes no more", () => {
  it.each([
    ["a slice", 0],
    ["those who were put off before", 1],
  ])("says nothing of a letter of %s that another has in hand: it goes once", async (_, putOffBefore) => {
    const here = await open();
    await tellMany(here, 1);
    const leaseMs = 300;
    const full = { kind: "unreachable", reply: "full", wait: { ms: 1100, whom: "provider" } } as const;
    const [asleep, woken, inHand, goOn] = [promise(), promise(), promise(), promise()];
    let tries = 0;
    const sleepy: TestWorld = {
      ...here,
      store: {
        ...here.store,
        campaigns: { ...here.store.campaigns, renew: async () => {}, renewDue: async () => {} },
      },
      post: {
        ...here.post,
        async deliver() {
          if (tries++ === putOffBefore) {
            asleep.keep();
            await woken.kept;
          }
          return full;
        },
      },
    };
    const awake: PostOffice = {
      ...here.post,
      deliver: (lastAsk, letter) =>
        here.post.deliver(async () => {
          const permit = await lastAsk();
          inHand.keep();
          await goOn.kept;
          return permit;
        }, letter),
    };
    // Where the message declares something, they are asked for at the last moment alone.
    const campaign = await startCampaign(here, { ...request, message: { blocks: ["editorial"] } });
    const stop = new AbortController();
    const first = runCampaign(sleepy, campaign.id, { leaseMs, signal: stop.signal });
    await asleep.kept;
    const second = runCampaign({ ...here, post: awake }, campaign.id);
    await inHand.kept;
    stop.abort();
    woken.keep();
    await first;
    goOn.keep();
    expect(await second).toMatchObject({ sent: 1, inFlight: 0, deferred: 0 });
    expect(here.caught).toHaveLength(1);
  });
});

describe("a worker that died", () => {
  it("leaves nobody uncertain whom it had claimed and not begun with, and sends them nothing if it wakes", async () => {
    const here = await open();
    await tellMany(here, 60);
    let thawed = () => {};
    const frozen = new Promise<void>((resolve) => {
      thawed = resolve;
    });
    let claimed = 0;
    const campaign = await startCampaign(here, request);
    const dead: TestWorld = {
      ...here,
      store: {
        ...here.store,
        campaigns: {
          ...here.store.campaigns,
          renew: async () => {},
          async claim(...claiming) {
            const claims = await here.store.campaigns.claim(...claiming);
            claimed += claims.length;
            return claims;
          },
          async conclude(...concluding) {
            await frozen;
            return here.store.campaigns.conclude(...concluding);
          },
        },
      },
    };
    const asleep = runCampaign(dead, campaign.id, { leaseMs: 200 });
    await expect.poll(() => claimed).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const progress = await runCampaign(here, campaign.id);
    thawed();
    await asleep;
    expect(progress).toMatchObject({ sent: 60, uncertain: 0, finished: true });
    expect(recipients(here)).toHaveLength(60);
  });

  it("whose slice another has taken over claims nobody in it any more", async () => {
    const here = await open();
    await tellMany(here, 40);
    const { campaigns } = here.store;
    const campaign = await startCampaign(here, request);
    const setup = await here.store.setup.current();
    const purpose = setup?.purposes.newsletter;
    if (!setup || !purpose) throw new Error("the demo shop has a newsletter");
    const at = here.clock.now();
    const lease = (from: number) =>
      campaigns.lease(campaign.id, here.ids.next(), (at + from) as Instant, (at + from + 100) as Instant);
    const claim = (slice: Slice) => campaigns.claim(campaign, slice, decidedUnder(setup, purpose), at, 100);
    const first = await lease(0);
    const second = await lease(200);
    if (!first || second?.slice !== first.slice) throw new Error("a slice whose lease has ended is free");
    expect(await claim(first)).toEqual([]);
    expect((await claim(second)).length).toBeGreaterThan(0);
  });
});

describe("a set-up applied in mid-campaign", () => {
  it("binds the rest of it: a retired purpose pauses the campaign", async () => {
    const here = await open();
    await tellMany(here, 200);
    const retire = async () =>
      here.store.setup.publish([], [{ kind: "purpose", key: "newsletter" }], here.clock.now());
    let retired: Promise<void> | undefined;
    const post: PostOffice = {
      ...here.post,
      async deliver(lastAsk, letter) {
        const handover = await here.post.deliver(lastAsk, letter);
        retired ??= retire();
        await retired;
        return handover;
      },
    };
    const campaign = await startCampaign(here, request);
    const progress = await runCampaign({ ...here, post }, campaign.id);
    expect(progress.sent).toBeLessThan(120);
    expect((await here.store.campaigns.find(campaign.id))?.state).toBe("paused");
    expect(progress.inFlight).toBe(0);

    // Declared again, it goes on, and nobody was passed over.
    await applyLunaria(here);
    await resumeCampaign(here, campaign.id);
    expect(await runCampaign(here, campaign.id)).toMatchObject({ sent: 200, inFlight: 0, finished: true });
  });

  it("speaks in every letter that begins a second later", async () => {
    const here = await open();
    await tellMany(here, 200);
    const read = readSetupFile(lunaria().replace("name: Lunaria\n", "name: Lunaria Shoes\n"));
    if (!read.ok) throw new Error("the shop only has another name");
    const rename = async () => {
      await applySetup(here, read.declared);
      await sleep(1100);
    };
    let renamed: Promise<void> | undefined;
    const later = new Set<string>();
    const post: PostOffice = {
      ...here.post,
      async deliver(lastAsk, letter) {
        if (here.caught.length >= 40) {
          renamed ??= rename();
          await renamed;
          later.add(letter.forwardPath);
        }
        return here.post.deliver(lastAsk, letter);
      },
    };
    const campaign = await startCampaign(here, request);
    expect(await runCampaign({ ...here, post }, campaign.id)).toMatchObject({ sent: 200, finished: true });
    const fromOf = (raw: Buffer) => /^From: (.*) </m.exec(raw.toString())?.[1];
    const late = here.caught.filter(({ forwardPath }) => later.has(forwardPath));
    expect(late.length).toBeGreaterThan(100);
    expect(late.filter(({ raw }) => fromOf(raw) !== "Lunaria Shoes")).toEqual([]);
  });
});

describe("a letter that cannot be signed", () => {
  it("ends the run, and nobody's mail has failed by it", async () => {
    const here = await open();
    await tellMany(here, 100);
    const locked: TestWorld = {
      ...here,
      dkimKeys: () => {
        throw new Error("the key is locked away");
      },
    };
    const campaign = await startCampaign(here, request);
    await expect(runCampaign(locked, campaign.id, { leaseMs: 400 })).rejects.toThrow(
      "the key is locked away",
    );
    expect(here.caught).toEqual([]);
    expect(await runCampaign(here, campaign.id, { leaseMs: 400 })).toMatchObject({
      sent: 100,
      failed: 0,
      uncertain: 0,
    });
  });
});

describe("a loop that fails", () => {
  it("stops the others, and what was sent is on record", async () => {
    const here = await open();
    await tellMany(here, 300);
    let failing = true;
    const broken: TestWorld = {
      ...here,
      store: {
        ...here.store,
        campaigns: {
          ...here.store.campaigns,
          async claim(...claiming) {
            if (here.caught.length > 20 && failing) {
              failing = false;
              throw new Error("the database is away");
            }
            return here.store.campaigns.claim(...claiming);
          },
        },
      },
    };
    const campaign = await startCampaign(here, request);
    await expect(runCampaign(broken, campaign.id, { leaseMs: 400 })).rejects.toThrow("the database is away");
    const sent = here.caught.length;
    expect(sent).toBeLessThan(200);
    expect(await here.store.campaigns.progress(campaign.id)).toMatchObject({ sent, uncertain: 0 });
    await runCampaign(here, campaign.id, { leaseMs: 400 });
    expect(new Set(recipients(here)).size).toBe(300);
    expect(here.caught).toHaveLength(300);
  });
});

describe("whatever happens, in whatever order", () => {
  it("no letter begins after its person's withdrawal has committed, and every one cites evidence on record", async () => {
    await fc.assert(
      fc.asyncProperty(
        // Nobody leaves twice at one letter: that would be two acts under one id.
        fc.uniqueArray(fc.record({ person: fc.nat(39), afterLetters: fc.nat(30) }), {
          minLength: 1,
          maxLength: 12,
          selector: ({ person, afterLetters }) => `${person} ${afterLetters}`,
        }),
        async (departures) => {
          const committed = new Map<string, number>();
          const begun: { path: string; at: number }[] = [];
          const pending: Promise<unknown>[] = [];
          const fired = new Set<number>();
          const here = await makeWorld();
          const post: PostOffice = {
            ...here.post,
            width: here.post.width,
            // What is promised is about MAIL FROM, so that is where it is measured.
            deliver: (lastAsk, letter) =>
              here.post.deliver(async () => {
                const permit = await lastAsk();
                if (permit) begun.push({ path: letter.forwardPath, at: performance.now() });
                for (const [index, { person, afterLetters }] of departures.entries()) {
                  if (begun.length <= afterLetters || fired.has(index)) continue;
                  fired.add(index);
                  const left = { ...leaving(now()), id: `left-${index}` };
                  pending.push(
                    tell(here, address(person), left).then(() => {
                      if (!committed.has(address(person))) committed.set(address(person), performance.now());
                    }),
                  );
                }
                return permit;
              }, letter),
          };
          await tellMany(here, 40);
          const campaign = await startCampaign(here, request);
          const progress = await runCampaign({ ...here, post }, campaign.id);
          await Promise.all(pending);

          // The notice of a commit crosses the database: a few milliseconds, far from the second that is promised.
          const late = begun.filter(
            ({ path, at }) => at > (committed.get(path) ?? Number.POSITIVE_INFINITY) + 250,
          );
          expect(late).toEqual([]);
          expect(new Set(recipients(here)).size).toBe(here.caught.length);
          expect(progress.sent + (progress.refused.withdrawn ?? 0)).toBe(40);
          const admin = new pg.Client({ connectionString: here.databaseUrl });
          await admin.connect();
          const { rows } = await admin.query(
            `select count(*)::int as n from deliveries d where state = 'sent' and not (d.evidence <@ array(
               select fact_id from facts f where f.subject_id = d.subject_id) and cardinality(d.evidence) > 0)`,
          );
          await admin.end();
          await here.close();
          expect(rows[0].n).toBe(0);
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it("the post office takes nothing that is not a true permit", async () => {
    const here = await open();
    const subject = await tell(here, address(1), goodConsent());
    const { verdict } =
      (await here.store.permissions.ofSubject(subject)).find(({ purpose }) => purpose === "newsletter") ?? {};
    const forged = { ...verdict };
    const letter = {
      reversePath: "shop@lunaria.example",
      forwardPath: address(1),
      raw: Buffer.from("Subject: x\r\n\r\nx\r\n"),
    };
    await expect(async () => here.post.deliver(async () => forged as never, letter)).rejects.toThrow(
      TypeError,
    );
    expect(here.caught).toEqual([]);
    expect(subject).toBe(subjectOf(here, address(1)));
  });

  it("a stored permit that cannot have been decided is no permit", () => {
    expect(
      permitFromRecord({
        purpose: "newsletter",
        basis: "because" as never,
        evidence: ["consent"],
        jurisdiction: "ES",
        validUntil: null,
        obligations: [],
        tracking: "none",
        rules: "2026-11-23",
        decidedAt: 0 as never,
      }),
    ).toBeNull();
  });
});

/** Everything that is said to the one is said to the other. */
function tunnel(socket: Socket, relay: string): void {
  const [host, port] = relay.split(":");
  const onward = connect(Number(port), host);
  socket.pipe(onward).pipe(socket);
  socket.on("error", () => onward.destroy());
  onward.on("error", () => socket.destroy());
}
