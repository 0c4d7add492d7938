// Several relays: each has its share, one that fails is set aside and tried again, and no limit is passed.
import { afterEach, describe, expect, test } from "vitest";
import type { PostOffice } from "../../src/app/ports.ts";
import type { DeclaredRelay, DeclaredRelays } from "../../src/app/setup/relays-file.ts";
import { openRelay, openRelays, type RelayOptions } from "../../src/smtp/relay.ts";
import { makeWorld } from "../support/world.ts";
import { aLetter, withPermit } from "./letters.ts";
import { type Script, type ScriptedServer, scriptedServer } from "./scripted-server.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

type Wanted = Partial<Omit<DeclaredRelay, "name" | "url">> & { readonly script?: Script };

async function relaysTo(
  wanted: readonly Wanted[],
  options: RelayOptions & { readonly recipients?: DeclaredRelays["recipients"] } = {},
): Promise<{ servers: readonly ScriptedServer[]; post: PostOffice }> {
  const servers = await Promise.all(wanted.map(({ script = {} }) => scriptedServer(() => script)));
  const relays = wanted.map(({ script: _, ...declared }, index) => ({
    name: `relay-${index}`,
    url: `smtp://127.0.0.1:${servers[index]?.port}`,
    weight: 1,
    connections: 2,
    limits: {},
    warmUp: null,
    ...declared,
  }));
  const post = openRelays(
    { relays, recipients: options.recipients ?? {} },
    { closeTimeoutMs: 200, ...options },
  );
  for (const server of servers) open.push(() => server.close());
  open.push(() => post.close());
  return { servers, post };
}

const many = (post: PostOffice, letters: number, address = "anna@example.com") =>
  Promise.all(Array.from({ length: letters }, () => post.deliver(withPermit, aLetter(address))));
const kinds = (handovers: readonly { kind: string }[]) => handovers.map(({ kind }) => kind);
const got = (servers: readonly ScriptedServer[]) => servers.map(({ messages }) => messages.length);

describe("relays side by side", () => {
  test("take letters by their weights, and as many at once as all their connections", async () => {
    const { servers, post } = await relaysTo([{ weight: 3 }, { weight: 1 }]);
    expect(post.width).toBe(4);
    for (let letter = 0; letter < 40; letter += 1) await post.deliver(withPermit, aLetter());
    expect(got(servers)).toEqual([30, 10]);
  });

  test("go by the names of all of them", async () => {
    const { servers, post } = await relaysTo([{}, {}]);
    expect(post.name).toBe(servers.map(({ port }) => `127.0.0.1:${port}`).join(", "));
  });

  test.each<[string, Script]>([
    ["hangs up", { greeting: "reset" }],
    ["is not in service", { greeting: { end: "421 4.3.2 not now" } }],
    ["says 421 to each letter", { mail: { end: "421 4.7.0 not now" } }],
  ])("take over for one that %s, and each letter arrives once", async (_, script) => {
    const { servers, post } = await relaysTo([{ script }, {}]);
    expect(new Set(kinds(await many(post, 30)))).toEqual(new Set(["sent"]));
    expect(got(servers)).toEqual([0, 30]);
  });

  test("take over for one that lets nobody in, and its password goes nowhere else", async () => {
    const closed = await scriptedServer(() => ({ ehlo: "250-x\r\n250 AUTH PLAIN", auth: "535 5.7.8 no" }));
    const open1 = await scriptedServer(() => ({}));
    const relay = { weight: 1, connections: 1, limits: {}, warmUp: null };
    const post = openRelays(
      {
        relays: [
          { ...relay, name: "a", url: `smtp://licet:s3cret@127.0.0.1:${closed.port}` },
          { ...relay, name: "b", url: `smtp://127.0.0.1:${open1.port}` },
        ],
        recipients: {},
      },
      { closeTimeoutMs: 200 },
    );
    open.push(closed.close, open1.close, () => post.close());
    expect(kinds(await many(post, 5))).toEqual(["sent", "sent", "sent", "sent", "sent"]);
    expect(open1.heard.some((line) => line.includes("AUTH"))).toBe(false);
  });

  test("never take over a letter that one of them may have", async () => {
    const { servers, post } = await relaysTo([{ script: { dot: "reset" } }, {}]);
    const handovers = await many(post, 4);
    expect(kinds(handovers).filter((kind) => kind === "uncertain")).toHaveLength(got(servers)[0] ?? 0);
    expect(handovers).toHaveLength((got(servers)[0] ?? 0) + (got(servers)[1] ?? 0));
  });
});

describe("a relay that cannot be reached", () => {
  test("is set aside for longer each time, is not asked meanwhile, and is used again when it is back", async () => {
    let now = 0;
    let down = true;
    const server = await scriptedServer(() => (down ? { greeting: "reset" } : {}));
    const post = openRelay(`smtp://127.0.0.1:${server.port}`, { now: () => now, closeTimeoutMs: 200 });
    open.push(server.close, () => post.close());
    const pauses: number[] = [];
    for (let failure = 1; failure <= 4; failure += 1) {
      const handover = await post.deliver(withPermit, aLetter());
      expect(handover).toMatchObject({ kind: "unreachable", wait: { whom: "everybody" } });
      expect(server.connections).toBe(failure);
      expect(await post.deliver(withPermit, aLetter())).toMatchObject({ kind: "unreachable" });
      expect(server.connections).toBe(failure);
      const { wait } = handover as { wait: { ms: number } };
      pauses.push(wait.ms);
      now += wait.ms;
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(new Set(pauses).size).toBe(4);
    down = false;
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
  });
});

describe("a limit", () => {
  const noon = Date.parse("2026-12-02T12:30:00Z");

  test("of an hour holds until the hour is over, in UTC", async () => {
    let now = noon;
    const { servers, post } = await relaysTo([{ limits: { perHour: 5 } }], { now: () => now });
    const handovers = await many(post, 8);
    expect(kinds(handovers).sort()).toEqual([...Array(5).fill("sent"), ...Array(3).fill("unreachable")]);
    const turnedAway = handovers.find(({ kind }) => kind === "unreachable");
    expect(turnedAway).toMatchObject({ wait: { ms: 30 * 60_000, whom: "everybody" } });
    now += 30 * 60_000;
    expect(kinds(await many(post, 8)).filter((kind) => kind === "sent")).toHaveLength(5);
    expect(got(servers)).toEqual([10]);
  });

  test("of the warm-up grows from day to day, is nothing before the first, and ends with the last", async () => {
    let now = Date.parse("2026-11-30T23:00:00Z");
    const warmUp = { from: "2026-12-01", daily: [2, 4] };
    const { post } = await relaysTo([{ warmUp }], { now: () => now });
    const sentADay: number[] = [];
    for (let day = 0; day < 4; day += 1) {
      sentADay.push(kinds(await many(post, 10)).filter((kind) => kind === "sent").length);
      now += 24 * 3_600_000;
    }
    expect(sentADay).toEqual([0, 2, 4, 10]);
  });

  test("that one relay has reached leaves the rest to the others", async () => {
    const { servers, post } = await relaysTo([{ limits: { perDay: 3 } }, {}]);
    expect(new Set(kinds(await many(post, 20)))).toEqual(new Set(["sent"]));
    expect(got(servers)).toEqual([3, 17]);
  });

  test("that one relay has reached keeps nobody waiting for longer than another is away", async () => {
    let now = noon;
    let down = true;
    const { servers, post } = await relaysTo(
      [{ script: { greeting: () => (down ? "reset" : "220 back") } }, { limits: { perDay: 1 } }],
      { now: () => now },
    );
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
    const waiting = await post.deliver(withPermit, aLetter());
    expect(waiting).toMatchObject({ kind: "unreachable", wait: { whom: "everybody" } });
    const { wait } = waiting as { wait: { ms: number } };
    expect(wait.ms).toBeLessThan(60_000);
    down = false;
    now += wait.ms;
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
    expect(got(servers)).toEqual([1, 1]);
  });

  test("is not used up by letters that were withheld or did not leave", async () => {
    const { servers, post } = await relaysTo([{ limits: { perDay: 3 } }], { now: () => noon });
    for (let letter = 0; letter < 10; letter += 1) await post.deliver(async () => null, aLetter());
    expect(kinds(await many(post, 3))).toEqual(["sent", "sent", "sent"]);
    expect(got(servers)).toEqual([3]);
  });

  test("of an hour is not passed by letters that were taken from the hour before and came back in it", async () => {
    let now = Date.parse("2026-12-02T12:59:59Z");
    const { servers, post } = await relaysTo([{ limits: { perHour: 3 } }], { now: () => now });
    const withheld = async () => {
      now = Date.parse("2026-12-02T13:00:01Z");
      return null;
    };
    await Promise.all([0, 1].map(() => post.deliver(withheld, aLetter())));
    expect(kinds(await many(post, 5)).filter((kind) => kind === "sent")).toHaveLength(3);
    expect(got(servers)).toEqual([3]);
  });

  test("is shared by processes and survives a restart", async () => {
    const world = await makeWorld({ setup: false });
    open.push(() => world.close());
    const server = await scriptedServer(() => ({}));
    open.push(server.close);
    const relay = {
      name: "a",
      url: `smtp://127.0.0.1:${server.port}`,
      weight: 1,
      connections: 3,
      warmUp: null,
    };
    const office = () =>
      openRelays(
        { relays: [{ ...relay, limits: { perDay: 1000, perHour: 30 } }], recipients: {} },
        { usage: world.store.relayUsage, now: () => noon },
      );
    const [one, other] = [office(), office()];
    await Promise.all([many(one, 20), many(other, 20)]);
    await Promise.all([one.close(), other.close()]);
    const restarted = office();
    expect(new Set(kinds(await many(restarted, 5)))).toEqual(new Set(["unreachable"]));
    await restarted.close();
    expect(server.messages).toHaveLength(30);
  });

  test("of a second spreads letters over it", async () => {
    const { servers, post } = await relaysTo([{ limits: { perSecond: 1 } }]);
    const [first, second] = [1, 2].map(() => post.deliver(withPermit, aLetter()));
    await first;
    expect(got(servers)).toEqual([1]);
    await second;
    expect(got(servers)).toEqual([2]);
  });
});

describe("the provider of a mailbox", () => {
  test("is given as many at once as it takes; the others go on, and who waits is told for how long", async () => {
    const { servers, post } = await relaysTo([{ connections: 10 }], {
      recipients: { "slow.example": { connections: 2 } },
    });
    const [slow, others] = await Promise.all([many(post, 6, "anna@slow.example"), many(post, 6)]);
    expect(new Set(kinds(others))).toEqual(new Set(["sent"]));
    expect(kinds(slow).filter((kind) => kind === "sent")).toHaveLength(2);
    const waits = slow.flatMap((handover) =>
      handover.kind === "unreachable" && handover.wait ? [handover.wait] : [],
    );
    expect(waits.every(({ whom }) => whom === "provider")).toBe(true);
    expect(new Set(waits.map(({ ms }) => Math.round(ms / 100))).size).toBe(4);
    expect(got(servers)).toEqual([8]);
  });

  test("is given as many a minute as the operator says, and known ones as many as is safe", async () => {
    let now = 0;
    const { post } = await relaysTo([{ connections: 50 }], {
      now: () => now,
      recipients: { "small.example": { perMinute: 60 } },
    });
    const sent = async (address: string) => {
      let letters = 0;
      for (let second = 0; second < 10; second += 1) {
        letters += kinds(await many(post, 30, address)).filter((kind) => kind === "sent").length;
        now += 1000;
      }
      return letters;
    };
    expect(await sent("anna@small.example")).toBeLessThanOrEqual(11);
    const orange = await sent("anna@wanadoo.fr");
    expect(orange).toBeGreaterThanOrEqual(10);
    expect(orange).toBeLessThanOrEqual(22);
    expect(await sent("anna@example.com")).toBe(300);
  });

  test("is given what it could have had while letters waited for it, and after a rest no more than at first", async () => {
    let now = 0;
    const { post } = await relaysTo([{ connections: 50 }], {
      now: () => now,
      recipients: { "small.example": { perMinute: 60 } },
    });
    const sent = async () =>
      kinds(await many(post, 30, "anna@small.example")).filter((kind) => kind === "sent").length;
    const atFirst = await sent();
    expect(atFirst).toBeLessThanOrEqual(2);
    now += 10_000;
    expect(await sent()).toBe(10);
    now += 3_600_000;
    expect(await sent()).toBe(atFirst);
  });

  test.each(["421 4.7.0 too many", "451 4.7.650 rate limited", "450 4.2.1 receiving mail too quickly"])(
    "that says %s is left alone for longer each time, and only it",
    async (reply) => {
      let now = 0;
      let refusing = true;
      const { servers, post } = await relaysTo(
        [{ connections: 1, script: { rcpt: () => (refusing ? reply : "250 ok") } }],
        { now: () => now },
      );
      const pauses: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        expect(await post.deliver(withPermit, aLetter("anna@gmail.com"))).toMatchObject({
          kind: "refused-by-relay",
          permanent: false,
        });
        const waiting = await post.deliver(withPermit, aLetter("bert@googlemail.com"));
        expect(waiting).toMatchObject({ kind: "unreachable", wait: { whom: "provider" } });
        const { wait } = waiting as { wait: { ms: number } };
        pauses.push(wait.ms);
        now += wait.ms;
      }
      expect((pauses[1] ?? 0) > (pauses[0] ?? 0) && (pauses[2] ?? 0) > (pauses[1] ?? 0)).toBe(true);
      refusing = false;
      expect((await post.deliver(withPermit, aLetter("anna@example.com"))).kind).toBe("sent");
      expect((await post.deliver(withPermit, aLetter("anna@gmail.com"))).kind).toBe("sent");
      expect(got(servers)).toEqual([2]);
    },
  );
});
