// What `licet doctor` reads in DNS: each fault that keeps mail from being taken is told, with the record that mends it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkDomain } from "../../src/app/doctor/check-domain.ts";
import type { Finding } from "../../src/app/doctor/finding.ts";
import { type Instant, parseInstant } from "../../src/core/instant.ts";
import { openLookup } from "../../src/dns-lookup.ts";
import { type KeptDkimKey, newDkimKeys, recordName, zoneLine } from "../../src/mail/dkim-keys.ts";
import { type DnsServer, dnsServer } from "../support/dns-server.ts";

const domain = "example.com";
const now = parseInstant("2026-11-23T12:00:00Z") as Instant;
const keys = newDkimKeys(domain, now, []);
let dns: DnsServer;

/** As it should be. */
const zone = () => [
  `${domain}. IN TXT "v=spf1 ip4:192.0.2.1 include:_spf.example.net -all"`,
  '_spf.example.net. IN TXT "v=spf1 a:out.example.net ~all"',
  `_dmarc.${domain}. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@${domain}"`,
  `${domain}. IN MX 20 spare.example.net.`,
  `${domain}. IN MX 10 mx.example.net.`,
  "mx.example.net. IN A 192.0.2.25",
  ...keys.map(zoneLine),
  // What others have asked to be put there.
  ...Array.from({ length: 9 }, (_, n) => `${domain}. IN TXT "verification-${n}=${"0".repeat(60)}"`),
];

beforeEach(async () => {
  dns = await dnsServer(...zone());
});
afterEach(() => dns.close());

interface Asked {
  readonly domain?: string;
  readonly reversePath?: string;
  readonly keys?: readonly KeptDkimKey[];
  readonly relay?: string | null;
  readonly at?: Instant;
}

function check(asked: Asked = {}): Promise<readonly Finding[]> {
  const { domain: from = domain, at = now, ...more } = asked;
  return checkDomain(
    { domain: from, reversePath: from, keys, relay: "smtp.example.net", ...more },
    openLookup(dns.at),
    at,
  );
}

/** Those that are not good, as `AREA grade`, and what they say. */
async function faults(asked?: Asked): Promise<Record<string, Finding>> {
  const found = (await check(asked)).filter(({ grade }) => grade !== "good");
  return Object.fromEntries(found.map((finding) => [`${finding.area} ${finding.grade}`, finding]));
}

/** What is wrong with SPF where the domain's record is this one. */
async function spf(...records: string[]): Promise<Finding> {
  dns.withdraw(domain, "TXT");
  dns.publish(...records.map((record) => `${domain}. IN TXT "${record}"`));
  const [finding] = (await check()).filter(({ area }) => area === "SPF");
  return finding ?? expect.fail("nothing was said of SPF");
}

async function dmarc(...records: string[]): Promise<Finding[]> {
  dns.withdraw(`_dmarc.${domain}`, "TXT");
  dns.publish(...records.map((record) => `_dmarc.${domain}. IN TXT "${record}"`));
  return (await check()).filter(({ area }) => area === "DMARC");
}

test("a domain with all that it needs is good throughout, in few questions", async () => {
  const findings = await check();
  expect(findings.filter(({ grade }) => grade !== "good")).toEqual([]);
  expect(findings.map(({ area }) => area)).toEqual(["SPF", "DKIM", "DKIM", "DMARC", "alignment", "MX"]);
  // Each question once, and once more over TCP where the answer is too long for UDP.
  expect(dns.overTcp).toBeGreaterThan(0);
  expect(dns.asked.length - dns.overTcp).toBe(new Set(dns.asked).size);
});

test("what it says to publish mends all that DNS lacks", async () => {
  await dns.close();
  dns = await dnsServer(`mail.${domain}. IN A 192.0.2.25`);
  const before = await faults();
  expect(Object.keys(before).sort()).toEqual(["DKIM bad", "DMARC bad", "MX bad", "SPF bad"]);
  dns.publish(...(await check()).flatMap(({ publish }) => publish ?? []));
  expect(Object.keys(await faults())).toEqual(["DMARC look"]);
});

test("a name that nobody can own is told at once, and worse where mail leaves", async () => {
  const reserved = await check({ domain: "shop.example" });
  expect(reserved).toMatchObject([{ area: "set-up", grade: "bad" }]);
  expect(await check({ domain: "shop.example", relay: null })).toMatchObject([{ grade: "look" }]);
  expect(dns.asked).toEqual([]);
});

test("a domain that anybody may have a mailbox of is told as such, and no record of it is looked for", async () => {
  expect(await check({ domain: "gmx.de" })).toMatchObject([
    { area: "set-up", about: "gmx.de", grade: "look" },
  ]);
  expect(dns.asked).toEqual([]);
});

describe("where DNS does not answer", () => {
  test("an error of the domain's servers is told as what it is, and nothing is called wrong", async () => {
    dns.fail("example.com", "SERVFAIL");
    const found = await check();
    expect(new Set(found.map(({ grade }) => grade))).toEqual(new Set(["unknown"]));
    for (const { words } of found) expect(words).toContain("SERVFAIL");
  });

  test("silence is no answer either", { timeout: 60_000 }, async () => {
    dns.fail("example.com", "silence");
    expect(new Set((await check()).map(({ grade }) => grade))).toEqual(new Set(["unknown"]));
  });
});

describe("SPF", () => {
  test.each([
    ["none", [], "bad", "no record"],
    ["two", ["v=spf1 -all", "v=spf1 ~all"], "bad", "more than one record"],
    ["for everybody", ["v=spf1 +all"], "bad", "lets anybody send"],
    ["for everybody in short", ["v=spf1 all"], "bad", "lets anybody send"],
    [
      "with a slip of the pen",
      ["v=spf1 ipv4:192.0.2.1 -all"],
      "bad",
      "`ipv4:192.0.2.1` of `example.com` is not understood",
    ],
    ["with what would move a terminal", ["v=spf1 \u001b[2Jx -all"], "bad", "`�[2jx` of `example.com`"],
    ["with nothing to include", ["v=spf1 include: -all"], "bad", "`include:`"],
    [
      "that includes what is not there",
      ["v=spf1 include:gone.example.net -all"],
      "bad",
      "`gone.example.net`, which it includes, has no record",
    ],
    ["that includes itself", ["v=spf1 include:example.com -all"], "bad", "more than ten questions"],
    [
      "without an end",
      ["v=spf1 include:_spf.example.net"],
      "look",
      "does not say that other servers may not",
    ],
    ["with a neutral end", ["v=spf1 mx ?all"], "look", "does not say that other servers may not"],
    ["that leads elsewhere", ["v=spf1 redirect=_spf.example.net"], "good", "2 of at most ten"],
    [
      "that would lead elsewhere after its end",
      ["v=spf1 -all redirect=gone.example.net"],
      "good",
      "0 of at most ten",
    ],
    ["with macros", ["v=spf1 exists:%{i}.spf.example.net -all"], "good", "1 of at most ten"],
    ["in capitals", ["V=SPF1 A MX -ALL"], "good", "2 of at most ten"],
  ] as const)("a record %s", async (_, records, grade, words) => {
    expect(await spf(...records)).toMatchObject({ grade, words: expect.stringContaining(words) });
  });

  test("ten questions are taken, and eleven are not", async () => {
    const of = (count: number) =>
      `v=spf1 ${Array.from({ length: count }, (_, n) => `a:h${n}.example.net`).join(" ")} -all`;
    expect(await spf(of(10))).toMatchObject({ grade: "good" });
    expect(await spf(of(11))).toMatchObject({ grade: "bad" });
  });

  test("is read under the name to which reports come back", async () => {
    const found = await check({ reversePath: "bounces.example.com" });
    expect(found).toContainEqual(
      expect.objectContaining({
        ...{ area: "SPF", about: "bounces.example.com", grade: "bad" },
        publish: 'bounces.example.com. IN TXT "v=spf1 a:smtp.example.net -all"',
      }),
    );
  });
});

describe("DKIM", () => {
  const [rsa, ed25519] = keys as readonly [KeptDkimKey, KeptDkimKey];

  test("a key whose record is missing is told with the record", async () => {
    dns.withdraw(recordName(ed25519), "TXT");
    expect(await faults()).toMatchObject({
      "DKIM bad": { about: recordName(ed25519), publish: zoneLine(ed25519) },
    });
  });

  test("a record of another key fails every signature", async () => {
    dns.withdraw(recordName(rsa), "TXT");
    dns.publish(zoneLine({ ...rsa, publicKey: newDkimKeys(domain, now, [])[0]?.publicKey ?? "" }));
    expect(await faults()).toMatchObject({ "DKIM bad": { words: expect.stringContaining("another key") } });
  });

  test("a key that will sign has until then", async () => {
    const coming = newDkimKeys(domain, (now + 86_400_000) as Instant, keys);
    const found = await faults({ keys: [...keys, ...coming] });
    expect(found).toMatchObject({ "DKIM look": { words: expect.stringContaining("2026-11-24 12:00 UTC") } });
    expect(found).not.toHaveProperty("DKIM bad");
  });

  test("no key at all is for the relay to make up for", async () => {
    expect(await faults({ keys: [] })).toMatchObject({
      "DKIM look": { remedy: expect.stringContaining("licet dkim new example.com") },
      "alignment look": {},
    });
  });

  test("the keys of the domain above sign for the one below", async () => {
    dns.publish(
      ...zone().flatMap((line) =>
        line.startsWith(`${domain}.`) ? [line.replace(domain, `news.${domain}`)] : [],
      ),
    );
    expect(await faults({ domain: `news.${domain}` })).toEqual({});
  });
});

describe("DMARC", () => {
  test.each([
    ["none", [], "bad", "no policy"],
    ["two", ["v=DMARC1; p=none", "v=DMARC1; p=reject"], "bad", "more than one policy"],
    ["that lets all through", ["v=DMARC1; p=none; rua=mailto:d@example.com"], "look", "is let through"],
    ["only tried out", ["v=DMARC1; p=reject; t=y; rua=mailto:d@example.com"], "look", "only tried out"],
    ["without a word on what to do", ["v=DMARC1; p=maybe"], "bad", "is not understood"],
    ["of an older version", ["v=DMARC2; p=reject"], "bad", "no policy"],
  ] as const)("a policy %s", async (_, records, grade, words) => {
    expect((await dmarc(...records))[0]).toMatchObject({ grade, words: expect.stringContaining(words) });
  });

  test("reports that nobody gets, with the record that asks for them", async () => {
    expect(await dmarc("v=DMARC1; p=reject; adkim=r")).toMatchObject([
      { grade: "good" },
      {
        grade: "look",
        publish: `_dmarc.${domain}. IN TXT "v=DMARC1; p=reject; adkim=r; rua=mailto:dmarc@${domain}"`,
      },
    ]);
  });

  test("reports to another domain need that domain's word", async () => {
    const policy = "v=DMARC1; p=reject; rua=mailto:us@reports.example.org!10m";
    const [, refused] = await dmarc(policy);
    expect(refused).toMatchObject({ grade: "look", words: expect.stringContaining("has not agreed") });
    dns.publish(refused?.publish ?? "");
    expect(await dmarc(policy)).toMatchObject([{ grade: "good" }]);
  });

  test("a subdomain stands under the policy of the organisation, by its `sp`", async () => {
    await dmarc(`v=DMARC1; p=reject; sp=none; rua=mailto:d@${domain}`);
    const found = await faults({ domain: `a.b.${domain}` });
    expect(found["DMARC look"]?.words).toContain("policy `none` of `_dmarc.example.com`");
  });

  test("of a name with many labels no more than eight are asked", async () => {
    const deep = `a.b.c.d.e.f.g.h.i.${domain}`;
    await check({ domain: deep });
    const asked = new Set(dns.asked.filter((one) => one.startsWith("_dmarc.")));
    expect(asked).toEqual(
      new Set(
        [
          deep,
          `e.f.g.h.i.${domain}`,
          `f.g.h.i.${domain}`,
          `g.h.i.${domain}`,
          `h.i.${domain}`,
          `i.${domain}`,
          domain,
          "com",
        ].map((name) => `_dmarc.${name} TXT`),
      ),
    );
  });

  test("two names below one suffix that is marked as such are of two organisations", async () => {
    const shops = { domain: `one.${domain}`, reversePath: `two.${domain}`, keys: [] };
    expect(await faults(shops)).toHaveProperty("alignment look");
    await dmarc(`v=DMARC1; p=reject; psd=y; rua=mailto:d@${domain}`);
    expect(await faults(shops)).toHaveProperty("alignment unknown");
  });
});

describe("alignment", () => {
  test("a reverse-path of another organisation leaves the signature alone to carry DMARC", async () => {
    expect(await faults({ reversePath: "bounces.example.net" })).toMatchObject({
      "alignment look": { words: expect.stringContaining("the signature alone carries DMARC") },
    });
  });

  test("a strict policy takes the very name and nothing below it", async () => {
    await dmarc(`v=DMARC1; p=reject; aspf=s; rua=mailto:d@${domain}`);
    expect(await faults({ reversePath: `bounces.${domain}` })).toHaveProperty("alignment look");
  });

  test("where neither belongs to the domain, every mail fails", async () => {
    await dmarc(`v=DMARC1; p=reject; adkim=s; rua=mailto:d@${domain}`);
    dns.publish(
      '_dmarc.news.example.com. IN TXT "v=DMARC1; p=reject; adkim=s; aspf=s; rua=mailto:d@example.com"',
    );
    const found = await faults({ domain: `news.${domain}`, reversePath: domain });
    expect(found["alignment bad"]?.words).toContain("every mail fails DMARC");
  });

  test("what the relay signs cannot be seen from here, and is not called wrong", async () => {
    expect(await faults({ keys: [], reversePath: "bounces.example.net" })).toHaveProperty(
      "alignment unknown",
    );
  });
});

describe("MX", () => {
  test.each([
    ["a domain that takes no mail (RFC 7505)", [`${domain}. IN MX 0 .`], "bad", "says that it takes no mail"],
    ["nobody at all", [], "bad", "nobody takes mail to it"],
    ["a host without an address", [`${domain}. IN MX 10 gone.example.net.`], "bad", "has no address"],
    ["the host itself", [`${domain}. IN AAAA 2001:db8::1`], "look", "no MX record"],
  ] as const)("%s", async (_, lines, grade, words) => {
    dns.withdraw(domain, "MX");
    dns.publish(...lines);
    const [finding] = (await check()).filter(({ area }) => area === "MX");
    expect(finding).toMatchObject({ grade, words: expect.stringContaining(words) });
  });

  test("the name to which reports come back needs one too", async () => {
    const found = (await check({ reversePath: "bounces.example.com" })).filter(({ area }) => area === "MX");
    expect(found).toMatchObject([
      { about: domain, grade: "good" },
      { about: "bounces.example.com", grade: "bad" },
    ]);
    expect(found[1]?.words).toContain("no report of a mail that bounced reaches Licet");
  });
});
