// What other mail servers bring to the listener: on record before it says 250, and of no use to whoever makes something up.
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hear } from "../../src/listeners.ts";
import { type Inbound, openInbound } from "../../src/smtp/inbound.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { mostBytes } from "../../src/smtp/understand.ts";
import { scriptedServer } from "../smtp/scripted-server.ts";
import { address, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { bounceAddress, bring, listening, returned, send } from "./returned.ts";

let world: TestWorld;
let inbound: Inbound;
let campaign = "";
let person = 0;
let email = "";

function listen(here: TestWorld, port = 0): Promise<Inbound> {
  return openInbound({
    port,
    host: "127.0.0.1",
    tls: null,
    bounceAddress,
    key: here.secrets.tokenKey,
    hear: (mail) => hear(here, mail, "inbound:smtp"),
    contact: async () => "help@lunaria.example",
  });
}

beforeAll(async () => {
  world = await makeWorld({ listening });
  inbound = await listen(world);
  await tellMany(world, 30);
  campaign = await send(world);
});
beforeEach(() => {
  email = address(person);
  person += 1;
});
afterAll(async () => {
  await inbound.close();
  await world.close();
});

const factsOf = async (who: string) =>
  (await world.store.people.facts(subjectOf(world, who))).filter(
    ({ type, source }) => type !== "subject.described" && source !== "file",
  );
const codeOf = async (who: string, here: TestWorld = world) =>
  (await here.store.permissions.ofSubject(subjectOf(here, who))).find(
    ({ purpose }) => purpose === "newsletter",
  )?.verdict;

describe("the reverse-path of a letter", () => {
  test("is another for each letter, and tells nobody whose it is", () => {
    const paths = world.caught.map(({ reversePath }) => reversePath);
    expect(new Set(paths).size).toBe(30);
    for (const path of paths) expect(path).toMatch(/^bounces\+[a-z2-7]{52}@mail\.lunaria\.example$/);
  });

  test("is the sender's address where nobody listens", async () => {
    const deaf = await makeWorld();
    await tell(deaf, email, goodConsent());
    await send(deaf);
    expect(deaf.caught.map(({ reversePath }) => reversePath)).toEqual(["hola@lunaria.example"]);
    await deaf.close();
  });
});

describe("a letter", () => {
  test("says where to write to leave, beside the link", async () => {
    const { raw } = world.caught[0]!;
    const [, value = ""] = /^List-Unsubscribe: (.*)$/m.exec(raw.toString()) ?? [];
    expect(value).toMatch(
      /^<https?:\/\/[^>]+\/u\/[\w-]{64}>, <mailto:bounces\+[a-z2-7]{52}@mail\.lunaria\.example\?subject=unsubscribe>\r?$/,
    );
  });
});

describe("a report that the mailbox is gone", () => {
  test("is a fact before 250 is said, and nobody writes there again", async () => {
    const raw = returned(world, "postfix-unknown-user", campaign, email);
    expect(await bring(inbound.port, raw)).toMatch(/^250 /);
    const [fact] = await factsOf(email);
    expect(fact).toMatchObject({
      type: "address.bounced",
      source: "inbound:smtp",
      body: { class: "hard", says: "mailbox-gone", status: "5.1.1", evidence: /^sha256:[0-9a-f]{64}$/ },
    });
    expect(await codeOf(email)).toMatchObject({ outcome: "refusal", code: "address-invalid" });
  });

  test("holds no word of the mail that told it", async () => {
    await bring(inbound.port, returned(world, "gmail-no-such-user", campaign, email));
    const [fact] = await factsOf(email);
    expect(JSON.stringify(fact)).not.toMatch(/example\.com|does not exist/);
  });

  test("is one fact, however often and in whichever words it comes", async () => {
    for (const name of ["postfix-unknown-user", "postfix-unknown-user", "qmail", "exchange-german"])
      expect(await bring(inbound.port, returned(world, name, campaign, email))).toMatch(/^250 /);
    expect(await factsOf(email)).toHaveLength(1);
  });

  test("is counted with the campaign", async () => {
    const before = (await world.store.campaigns.progress(campaign)).returned.bounced;
    await bring(inbound.port, returned(world, "qmail", campaign, email));
    expect((await world.store.campaigns.progress(campaign)).returned.bounced).toBe(before + 1);
  });
});

describe("a report that holds nothing against the person", () => {
  test("is counted, and no fact, where it is about us", async () => {
    const before = (await world.store.campaigns.progress(campaign)).returned.refusedUs;
    expect(await bring(inbound.port, returned(world, "gmail-unauthenticated", campaign, email))).toMatch(
      /^250 /,
    );
    expect(await factsOf(email)).toEqual([]);
    expect(await codeOf(email)).toMatchObject({ outcome: "permit" });
    expect((await world.store.campaigns.progress(campaign)).returned.refusedUs).toBe(before + 1);
  });

  test("is on record as passing, and opens and bars nothing, where a mailbox is full", async () => {
    await bring(inbound.port, returned(world, "postfix-full", campaign, email));
    expect(await factsOf(email)).toMatchObject([{ type: "address.bounced", body: { class: "soft" } }]);
    expect(await codeOf(email)).toMatchObject({ outcome: "permit" });
  });

  test.each(["postfix-delayed", "away-exchange", "away-null-path", "read-receipt"])(
    "is taken and left at that: %s",
    async (name) => {
      expect(await bring(inbound.port, returned(world, name, campaign, email))).toMatch(/^250 /);
      expect(await factsOf(email)).toEqual([]);
    },
  );
});

test("an address is given up after five letters over two weeks that did not arrive", async () => {
  const here = await makeWorld({ at: "2026-11-23T12:00:00Z", listening });
  const ear = await listen(here);
  await tell(here, email, goodConsent());
  for (const day of ["01", "05", "09", "12"]) {
    here.setClock(`2026-12-${day}T12:00:00Z`);
    await bring(ear.port, returned(here, "postfix-full", await send(here), email));
  }
  const verdict = async () => (await codeOf(email, here))?.outcome;
  expect(await verdict()).toBe("permit");
  here.setClock("2026-12-16T12:00:00Z");
  await bring(ear.port, returned(here, "postfix-full", await send(here), email));
  expect(await verdict()).toBe("refusal");
  await ear.close();
  await here.close();
});

describe("a complaint", () => {
  test("stops all marketing to whoever made it, also where the provider has struck the address out", async () => {
    expect(await bring(inbound.port, returned(world, "arf-redacted", campaign, email))).toMatch(/^250 /);
    expect(await factsOf(email)).toMatchObject([{ type: "complaint.received", source: "inbound:smtp" }]);
    expect(await codeOf(email)).toMatchObject({ outcome: "refusal", code: "complaint-as-objection" });
    expect((await world.store.campaigns.progress(campaign)).returned.complained).toBeGreaterThan(0);
  });

  test("of somebody who says that it is no spam is none", async () => {
    await bring(inbound.port, returned(world, "arf-not-spam", campaign, email));
    expect(await factsOf(email)).toEqual([]);
  });
});

describe("somebody who leaves by mail", () => {
  test("has left as by one click, before 250 is said", async () => {
    expect(await bring(inbound.port, returned(world, "leave-by-mail", campaign, email))).toMatch(/^250 /);
    expect(await factsOf(email)).toMatchObject([
      { type: "consent.withdrawn", source: "inbound:smtp", body: { purpose: "newsletter" } },
    ]);
    expect(await codeOf(email)).toMatchObject({ outcome: "refusal", code: "withdrawn" });
  });

  test("leaves once by one mail: told again, it takes back no yes that they gave since", async () => {
    const here = await makeWorld({ at: "2026-12-01T12:00:00Z", listening });
    const ear = await listen(here);
    await tell(here, email, goodConsent());
    const id = await send(here);
    const leaving = returned(here, "leave-by-mail", id, email);
    const outcome = async () => (await codeOf(email, here))?.outcome;
    await bring(ear.port, leaving);
    expect(await outcome()).toBe("refusal");

    here.setClock("2026-12-02T12:00:00Z");
    await tell(here, email, goodConsent("again", "2026-12-01T18:00:00Z"));
    expect(await outcome()).toBe("permit");
    expect(await bring(ear.port, leaving)).toMatch(/^250 /);
    expect(await outcome()).toBe("permit");

    // Another mail is another stop.
    await bring(ear.port, Buffer.from(leaving.toString().replace("<x1@", "<x2@")));
    expect(await outcome()).toBe("refusal");
    await ear.close();
    await here.close();
  });

  test("also by an answer that says nothing but stop", async () => {
    expect(await bring(inbound.port, returned(world, "stop-in-reply", campaign, email))).toMatch(/^250 /);
    expect(await codeOf(email)).toMatchObject({ code: "withdrawn" });
  });

  test("and who asks something is told where somebody reads", async () => {
    const said = await bring(inbound.port, returned(world, "reply", campaign, email));
    expect(said).toBe("550 5.7.1 nobody reads mail at this address; write to help@lunaria.example");
    expect(await factsOf(email)).toEqual([]);
  });
});

describe("the listener", () => {
  test("says so where its port is in use", async () => {
    await expect(listen(world, inbound.port)).rejects.toMatchObject({ code: "port-taken" });
  });

  test("relays nothing, and takes nothing for a token that was made up", async () => {
    const raw = returned(world, "postfix-unknown-user", campaign, email);
    for (const to of [
      "eve@example.com",
      "eve@mail.lunaria.example",
      `bounces+${"a".repeat(52)}@mail.lunaria.example`,
      "bounces+@mail.lunaria.example",
      "bounces%example.com@mail.lunaria.example",
      "@mail.lunaria.example:eve@example.com",
    ])
      expect(await bring(inbound.port, raw, to)).toMatch(/^55[03] |^501 /);
  });

  test("holds a forged report against nobody", async () => {
    const raw = returned(world, "forged-bounce", campaign, email);
    expect(await bring(inbound.port, raw, "bounces@mail.lunaria.example")).toMatch(/^550 5\.7\.1 /);
    expect(await factsOf(email)).toEqual([]);
  });

  test("bars nobody for a report by somebody to whom they forwarded the letter", async () => {
    const raw = returned(world, "forged-bounce-of-forwarded", campaign, email);
    expect(await bring(inbound.port, raw)).toMatch(/^550 5\.7\.1 /);
    expect(await factsOf(email)).toEqual([]);
  });

  test("takes no mail larger than any report", async () => {
    const raw = Buffer.concat([
      returned(world, "postfix-unknown-user", campaign, email),
      Buffer.alloc(mostBytes, "line\r\n"),
    ]);
    expect(await bring(inbound.port, raw)).toMatch(/^552 /);
    expect(await factsOf(email)).toEqual([]);
  });

  test("asks to come again while nothing can be put on record", async () => {
    const gone = await makeWorld({ listening });
    const ear = await listen(gone);
    const raw = returned(gone, "postfix-unknown-user", campaign, email);
    await gone.close();
    expect(await bring(ear.port, raw)).toMatch(/^451 4\.3\.0 /);
    await ear.close();
  });
});

describe("a mail server that refuses a letter at once", () => {
  test("is believed that a mailbox is gone, and holds nothing against the person with what is about us", async () => {
    const replies: Record<string, string> = {
      "gone@example.com": "5.1.1 <gone@example.com>: user unknown",
      "blocked@example.com": "5.7.1 rejected by policy",
      "odd@example.com": "no",
    };
    const server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      onRcptTo({ address: to }, _session, callback) {
        const text = replies[to];
        callback(text === undefined ? null : Object.assign(new Error(text), { responseCode: 550 }));
      },
      onData(stream, _session, callback) {
        stream.resume().on("end", () => callback(null));
      },
    });
    const port = await new Promise<number>((resolve) => {
      const listener = server.listen(0, "127.0.0.1", () =>
        resolve((listener.address() as { port: number }).port),
      );
    });
    const here = await makeWorld({ listening, post: openRelay(`smtp://127.0.0.1:${port}`) });
    for (const to of [...Object.keys(replies), email]) await tell(here, to, goodConsent());
    const id = await send(here);
    const bounced = async (to: string) =>
      (await here.store.people.facts(subjectOf(here, to))).filter(({ type }) => type === "address.bounced");
    expect(await bounced("gone@example.com")).toMatchObject([
      { source: `relay:127.0.0.1:${port}`, body: { class: "hard", status: "5.1.1" } },
    ]);
    for (const to of ["blocked@example.com", "odd@example.com", email]) expect(await bounced(to)).toEqual([]);
    expect(await here.store.campaigns.progress(id)).toMatchObject({
      sent: 1,
      failed: 3,
      returned: { bounced: 0, complained: 0, refusedUs: 0 },
    });
    await here.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test.each([
    "550 Requested action not taken: mailbox unavailable, invalid DNS MX or A/AAAA resource record",
    "550 5.1.1 bounces@mail.lunaria.example: user unknown",
  ])("holds against nobody that it refuses who sends: %s", async (reply) => {
    const server = await scriptedServer(() => ({
      mail: reply,
      rcpt: "503 no sender",
      data: "503 no sender",
    }));
    const here = await makeWorld({ listening, post: openRelay(`smtp://127.0.0.1:${server.port}`) });
    await tellMany(here, 3);
    const id = await send(here);
    expect(await here.store.campaigns.progress(id)).toMatchObject({ sent: 0, failed: 3 });
    for (const to of [0, 1, 2].map(address))
      expect(await codeOf(to, here)).toMatchObject({ outcome: "permit" });
    await here.close();
    await server.close();
  });
});
