// Official exclusion lists: whom they bar, for how long a copy answers, and that a new copy binds at once.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { firstUnfounded } from "../../src/app/ledger/check-people.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import type { PostOffice, World } from "../../src/app/ports.ts";
import { endStaleRegisters, loadRegister } from "../../src/app/registers/load-register.ts";
import { addressesToAsk } from "../../src/app/registers/people-to-ask.ts";
import type { RegisterFormat } from "../../src/app/registers/read-register.ts";
import { sweepDue, sweepOutdated } from "../../src/app/subjects/sweep.ts";
import type { Instant } from "../../src/core/instant.ts";
import { address, goodConsent } from "../support/people.ts";
import { makeWorld, type TestWorld, type TestWorldOptions } from "../support/world.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});
async function open(options: TestWorldOptions = {}): Promise<TestWorld> {
  world = await makeWorld(options);
  return world;
}

const sale = {
  id: "sale",
  type: "sale.concluded",
  at: "2026-11-01T10:00:00Z",
  reference: "L-1",
  category: "shoes",
  addressFrom: "customer",
  optOutOffered: true,
  form: { version: "1" },
  refused: false,
};

/** Customers of a country, who were offered to refuse. */
async function customers(here: World, country: string, emails: readonly string[], facts: object[] = [sale]) {
  const entries = emails.map((email) => {
    const read = readLine({ email, recipient: { country, kind: "natural" }, facts }, "file");
    if (!read.ok) throw new Error(read.problem);
    return read.entry;
  });
  for (const recorded of await record(here, entries)) if (!recorded.ok) throw recorded.error;
}

const sha1 = (text: string) => createHash("sha1").update(text).digest();
/** Who else is in the list: it is as long as a real one is at least. */
const others = Array.from({ length: 1000 }, (_, nth) => sha1(`other-${nth}@example.test`));

function load(
  here: World,
  register: string,
  content: Buffer | string,
  options: { takenAt?: number; format?: RegisterFormat; smaller?: true } = {},
) {
  async function* chunks() {
    // In pieces that end anywhere, as files come.
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
  }
  const { takenAt = here.clock.now(), ...rest } = options;
  return loadRegister(here, { register, takenAt: takenAt as Instant, chunks: chunks(), ...rest });
}

async function outcome(here: TestWorld, email: string): Promise<string> {
  await sweepDue(here);
  await sweepOutdated(here);
  const { subjectOf } = await import("../support/people.ts");
  const stored = await here.store.permissions.ofSubject(subjectOf(here, email));
  const { verdict } = stored.find(({ purpose }) => purpose === "newsletter")!;
  return verdict.basis ?? verdict.code;
}

const hours = (count: number) => count * 3_600_000;

describe("an exclusion list", () => {
  it("bars whom it holds and nobody else, by address and by domain, and says nothing of those who consented", async () => {
    const here = await open();
    const [free, listed, ofDomain] = ["free@example.com", "Listed@Example.com", "any@firma.example"];
    await customers(here, "AT", [free, listed, ofDomain]);
    await customers(
      here,
      "AT",
      ["agreed@firma.example"],
      [
        goodConsent(),
        { id: "click", type: "consent.confirmed", at: "2026-11-01T10:01:00Z", of: "consent", by: "post" },
      ],
    );
    expect(await outcome(here, free)).toBe("register-stale");

    const copy = await load(
      here,
      "ECG_AT",
      Buffer.concat([sha1("listed@example.com"), sha1("@firma.example"), ...others]),
    );
    expect(copy).toMatchObject({ entries: 1002, whole: true });
    expect(await outcome(here, free)).toBe("soft-opt-in");
    expect(await outcome(here, listed)).toBe("exclusion-register");
    expect(await outcome(here, ofDomain)).toBe("exclusion-register");
    expect(await outcome(here, "agreed@firma.example")).toBe("consent");

    // Somebody who comes later meets it too.
    await customers(here, "AT", ["later@firma.example"]);
    expect(await outcome(here, "later@firma.example")).toBe("exclusion-register");
  });

  it("that was asked about some addresses answers for those alone", async () => {
    const here = await open();
    await customers(here, "ES", ["free@example.com", "listed@example.com", "unasked@example.com"]);
    const asked: string[] = [];
    for await (const email of addressesToAsk(here, "ROBINSON_ES")) asked.push(email);
    expect(asked.sort()).toEqual(["free@example.com", "listed@example.com", "unasked@example.com"]);

    const answer = [
      "free@example.com,0,,c2lnbmF0dXJl",
      '"7","listed@example.com","1","12#31","c2lnbmF0dXJl"',
      "PhoneSimple,600123456,1,,c2lnbmF0dXJl",
      "",
    ].join("\n");
    expect(await load(here, "ROBINSON_ES", answer)).toMatchObject({ entries: 2, whole: false });
    expect(await outcome(here, "free@example.com")).toBe("soft-opt-in");
    expect(await outcome(here, "listed@example.com")).toBe("exclusion-register");
    expect(await outcome(here, "unasked@example.com")).toBe("register-stale");
  });

  it("is asked about those alone whose verdict hangs on it", async () => {
    const here = await open();
    await customers(here, "ES", ["customer@example.com"]);
    await customers(here, "ES", ["agreed@example.com"], [goodConsent()]);
    await customers(here, "ES", ["stranger@example.com"], []);
    await customers(
      here,
      "ES",
      ["left@example.com"],
      [sale, { id: "left", type: "consent.withdrawn", at: "2026-11-02T10:00:00Z", purpose: "*" }],
    );
    await customers(here, "FR", ["elsewhere@example.com"]);
    const asked: string[] = [];
    for await (const email of addressesToAsk(here, "ROBINSON_ES")) asked.push(email);
    expect(asked).toEqual(["customer@example.com"]);
  });

  it("answers for 24 hours, and then for nobody; nothing of its entries is kept", async () => {
    const here = await open({ at: "2026-11-25T08:00:00Z" });
    await customers(here, "AT", ["free@example.com", "listed@example.com"]);
    await load(here, "ECG_AT", Buffer.concat([sha1("listed@example.com"), ...others]), {
      takenAt: here.clock.now() - hours(2),
    });
    expect(await outcome(here, "free@example.com")).toBe("soft-opt-in");
    here.setClock("2026-11-26T06:00:00Z");
    expect(await outcome(here, "free@example.com")).toBe("soft-opt-in");
    here.setClock("2026-11-26T06:00:01Z");
    expect(await outcome(here, "free@example.com")).toBe("register-stale");
    await endStaleRegisters(here);
    expect(await outcome(here, "listed@example.com")).toBe("register-stale");
    expect(await here.store.registers.newest()).toMatchObject([{ register: "ECG_AT", entries: 1001 }]);
  });

  it("that is loaded binds whoever's country is unknown too, also when it has grown too old to answer", async () => {
    const here = await open({ at: "2026-11-25T08:00:00Z" });
    const entry = (email: string) => {
      const read = readLine({ email, facts: [{ ...sale, paid: true }] }, "file");
      if (!read.ok) throw new Error(read.problem);
      return read.entry;
    };
    await record(here, [entry("free@example.com"), entry("listed@example.com")]);
    expect(await outcome(here, "listed@example.com")).toBe("soft-opt-in");
    await load(here, "ECG_AT", Buffer.concat([sha1("listed@example.com"), ...others]));
    expect(await outcome(here, "free@example.com")).toBe("soft-opt-in");
    expect(await outcome(here, "listed@example.com")).toBe("exclusion-register");
    here.setClock("2026-11-27T08:00:00Z");
    await endStaleRegisters(here);
    expect(await outcome(here, "free@example.com")).toBe("register-stale");
    expect(await outcome(here, "listed@example.com")).toBe("register-stale");
    const begun = { after: null, people: 0, outdated: 0 };
    expect(await firstUnfounded(here, begun, () => {})).toMatchObject({ unfounded: null, outdated: 0 });
  });

  it("loaded between two micro-batches of a campaign binds the second", async () => {
    let [loading, loadedAt] = [false, Number.POSITIVE_INFINITY];
    const here: TestWorld = await open({
      onLetter: async () => {
        if (loading) return;
        loading = true;
        await load(here, "ECG_AT", Buffer.concat([sha1("@example.com"), ...others]));
        loadedAt = performance.now();
      },
    });
    const begun: number[] = [];
    const post: PostOffice = {
      ...here.post,
      width: here.post.width,
      deliver: (lastAsk, letter) =>
        here.post.deliver(async () => {
          const permit = await lastAsk();
          if (permit) begun.push(performance.now());
          return permit;
        }, letter),
    };
    const people = 600;
    await customers(
      here,
      "AT",
      Array.from({ length: people }, (_, nth) => address(nth)),
    );
    await load(here, "ECG_AT", Buffer.concat(others));
    const template = { format: "markdown", subject: "Spring", body: "New shoes. {{ links.why }}" } as const;
    const campaign = await startCampaign(here, { purpose: "newsletter", template });
    const progress = await runCampaign({ ...here, post }, campaign.id);

    expect(progress).toMatchObject({ finished: true, failed: 0, uncertain: 0 });
    // Until the notice is heard those go who were asked for before: for a second, and no longer.
    expect(begun.filter((at) => at > loadedAt + 1250)).toEqual([]);
    expect(progress.sent).toBeLessThan(people);
    expect(progress.refused).toEqual({ "exclusion-register": people - progress.sent });
  });

  it("leaves what is stored equal to what follows from it, before and after the sweep", async () => {
    const here = await open();
    await customers(here, "AT", ["free@example.com", "listed@example.com"]);
    const sound = async () => {
      while ((await sequence(here)).added > 0);
      return verifyLog(here);
    };
    await load(here, "ECG_AT", Buffer.concat(others));
    expect(await sound()).toMatchObject({ fault: null });
    await sweepOutdated(here);
    expect(await sound()).toMatchObject({ fault: null, outdated: 0 });
    await load(here, "ECG_AT", Buffer.concat([sha1("listed@example.com"), ...others]));
    const before = await sound();
    expect(before.fault).toBeNull();
    expect(before.outdated).toBeGreaterThan(0);
    await sweepOutdated(here);
    expect(await sound()).toMatchObject({ fault: null, outdated: 0 });
  });
});

describe("a file that is not the list", () => {
  it.each([
    ["stops within a hash", Buffer.concat([...others]).subarray(0, -3), "register-malformed"],
    ["is an error page", "<html><body>Service unavailable</body></html>", "register-malformed"],
    ["is a list of addresses", "a@firma.example\n".repeat(100), "register-malformed"],
    ["is packed", gzipSync(Buffer.concat(others)), "register-malformed"],
    ["is empty", "", "register-empty"],
    ["has lost a third of its entries", Buffer.concat(others.slice(0, 700)), "register-shrunk"],
  ])("%s: it is refused, and the copy before stays in use", async (_, content, code) => {
    const here = await open();
    await customers(here, "AT", ["listed@example.com"]);
    await load(here, "ECG_AT", Buffer.concat([sha1("listed@example.com"), ...others]));
    await expect(load(here, "ECG_AT", content)).rejects.toMatchObject({ code });
    expect(await outcome(here, "listed@example.com")).toBe("exclusion-register");
    expect(await here.store.registers.newest()).toMatchObject([{ entries: 1001 }]);
  });

  it("names the line of an answer that is cut off", async () => {
    const here = await open();
    const cut = "a@example.com,0,,c2ln\nb@example.com,1\n";
    await expect(load(here, "ROBINSON_ES", cut)).rejects.toThrow("line 2");
    await expect(load(here, "DGC_PT_LEGAL", "info@firma.example\nnot an address\n")).rejects.toThrow(
      "line 2",
    );
  });

  it("is no list of a thousand: a first copy that small is refused", async () => {
    const here = await open();
    const few = Buffer.concat(others.slice(0, 20));
    await expect(load(here, "ECG_AT", few)).rejects.toMatchObject({ code: "register-shrunk" });
    expect(await load(here, "ECG_AT", few, { smaller: true })).toMatchObject({ entries: 20 });
  });

  it("is the older of two that are loaded at the same moment: the newer one is in use afterwards", async () => {
    const here = await open();
    const now = here.clock.now();
    const loads = [hours(1), 0].map((ago) =>
      load(here, "ECG_AT", Buffer.concat(others), { takenAt: now - ago }).catch(() => null),
    );
    await Promise.all(loads);
    expect(await here.store.registers.newest()).toMatchObject([{ takenAt: now }]);
  });

  it("is older than the one in use, older than 24 hours, or of tomorrow: each is said", async () => {
    const here = await open();
    const now = here.clock.now();
    const content = Buffer.concat(others);
    await load(here, "ECG_AT", content, { takenAt: now - hours(1) });
    const taken = (takenAt: number) => load(here, "ECG_AT", content, { takenAt });
    await expect(taken(now - hours(2))).rejects.toMatchObject({ code: "register-older" });
    await expect(taken(now - hours(25))).rejects.toMatchObject({ code: "register-stale" });
    await expect(taken(now + hours(25))).rejects.toMatchObject({ code: "register-ahead" });
    await expect(load(here, "NO_SUCH_LIST", content)).rejects.toMatchObject({ code: "register-unknown" });
  });
});
