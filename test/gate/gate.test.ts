// The gate lets pass what is permitted, says of the rest why not, and loses nothing that it took.
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import { simpleParser } from "mailparser";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { withdraw } from "../../src/app/consent/withdraw.ts";
import { observeUntil as endObserving, revokeCredential } from "../../src/app/gate/credentials.ts";
import { reducePassages } from "../../src/app/gate/reduce-passages.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import type { World } from "../../src/app/ports.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { HELD_BACK } from "../../src/core/explanations/held-back.ts";
import { EXPLANATIONS } from "../../src/core/explanations/languages.ts";
import type { Instant } from "../../src/core/instant.ts";
import { createApp } from "../../src/http/app.ts";
import { readWayOutToken } from "../../src/mail/tokens.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { lunaria } from "../support/world.ts";
import { Dialogue, letter, openTestGate, type TestGate } from "./open.ts";

let gate: TestGate;
const open: Dialogue[] = [];

beforeEach(async () => {
  gate = await openTestGate();
  await tell(gate.world, "yes@example.com", goodConsent());
  await tell(gate.world, "also@example.com", goodConsent());
  await tell(gate.world, "no@example.com", goodConsent(), {
    id: "no",
    type: "consent.withdrawn",
    purpose: "*",
    at: "2026-11-20T10:00:00Z",
  });
});
afterEach(async () => {
  for (const dialogue of open.splice(0)) dialogue.close();
  await gate.close();
});

async function signedIn(request: Parameters<TestGate["credential"]>[0] = {}): Promise<Dialogue> {
  const dialogue = await Dialogue.signedIn(gate.port, await gate.credential(request));
  open.push(dialogue);
  return dialogue;
}

const received = () => gate.world.caught.map(({ forwardPath }) => forwardPath).sort();

it("says so where its port is in use", async () => {
  await expect(openTestGate({ gate: { port: gate.port } })).rejects.toMatchObject({ code: "port-taken" });
});

describe("a recipient", () => {
  it("who consented gets the mail, once, as it was written", async () => {
    const tool = await signedIn();
    expect(await tool.mail(["yes@example.com"], letter("Boots.\r\n.\r\n..Really."))).toEqual([
      expect.stringMatching(/^250 /),
      expect.stringMatching(/^250 2\.6\.0 [0-9a-f-]{36} taken$/),
    ]);
    await gate.deliver();
    expect(received()).toEqual(["yes@example.com"]);
    const mail = await simpleParser(gate.world.caught[0]!.raw);
    expect(mail.subject).toBe("Boots");
    expect(mail.text).toBe("Boots.\n.\n..Really.\n");
    expect(mail.messageId).toBe("<boots-1@tool.example>");
  });

  it.each([
    ["who left", "no@example.com", "withdrawn"],
    ["of whom nothing is on record", "stranger@example.com", "no-basis"],
  ])("%s is refused with the code, a reason and where it is explained, on record", async (_, to, code) => {
    const tool = await signedIn();
    const [reply] = await tool.mail([to], letter());
    expect(reply).toBe(
      `550 5.7.1 ${code}: not permitted for \`newsletter\`; http://127.0.0.1:4000/law/${code}`,
    );
    expect(await gate.world.store.verdicts.list({ subject: subjectOf(gate.world, to) }, 10)).toMatchObject([
      { via: "gate", asker: "tool-1", purpose: "newsletter", outcome: "refusal", code, observed: false },
    ]);
  });

  it("who is refused is explained to whoever runs the tool, in a language that they read", async () => {
    const app = createApp(gate.world, { mailbox: false, ready: () => true });
    const page = await app.request("/law/withdrawn?lang=fr");
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain(EXPLANATIONS.fr.withdrawn.remedy);
    expect(text).toContain('<html lang="fr"');
    const held = await app.request("/law/held-back?lang=es");
    expect(await held.text()).toContain(HELD_BACK.es.remedy);
    expect((await app.request("/law/nothing")).status).toBe(404);
  });

  it("who is refused does not keep the others from it", async () => {
    const tool = await signedIn();
    const replies = await tool.mail(["yes@example.com", "no@example.com", "also@example.com"], letter());
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "550", "250", "250"]);
    await gate.deliver();
    expect(received()).toEqual(["also@example.com", "yes@example.com"]);
  });

  it("who leaves between 250 and hand-over gets nothing, and the tool is told", async () => {
    const tool = await signedIn();
    await tool.mail(["yes@example.com"], letter());
    await tell(gate.world, "yes@example.com", {
      id: "left",
      type: "consent.withdrawn",
      purpose: "newsletter",
      at: "2026-11-23T11:59:59Z",
    });
    await gate.deliver();
    expect(received()).toEqual(["hola@lunaria.example"]);
    const [report] = gate.world.caught;
    expect(report?.reversePath).toBe("");
    const text = report?.raw.toString() ?? "";
    expect(text).toMatch(/^Content-Type: multipart\/report; report-type=delivery-status;/m);
    expect(text).toContain("Final-Recipient: rfc822; yes@example.com\r\nAction: failed\r\nStatus: 5.7.1\r\n");
    expect(text).toContain("Message-ID: <boots-1@tool.example>");
  });

  it("whose mail has a fault that nobody foresaw is given up after two days, and the tool is told", async () => {
    const tool = await signedIn();
    await tool.mail(["yes@example.com"], letter());
    const { post } = gate.world;
    const faulty = {
      ...post,
      deliver: (...[ask, { forwardPath, ...rest }]: Parameters<typeof post.deliver>) =>
        forwardPath === "yes@example.com"
          ? Promise.reject(new TypeError("nobody foresaw this"))
          : post.deliver(ask, { forwardPath, ...rest }),
    };
    const deliver = () => deliverOutbox({ ...gate.world, post: faulty } as World);
    await expect(deliver()).rejects.toThrow("nobody foresaw this");
    const owner = new pg.Client({ connectionString: gate.world.ownerUrl });
    await owner.connect();
    await owner.query("update outbox set attempts = 100");
    await owner.end();
    gate.world.setClock("2026-11-25T11:59:00Z");
    await expect(deliver()).rejects.toThrow("nobody foresaw this");
    gate.world.setClock("2026-11-25T12:01:00Z");
    await deliver();
    await deliver();
    expect(received()).toEqual(["hola@lunaria.example"]);
    expect(await deliver()).toBe(0);
  });

  it("whose report could not be written with the outcome is reported all the same, once", async () => {
    const tool = await signedIn();
    await tool.mail(["yes@example.com"], letter());
    await tell(gate.world, "yes@example.com", {
      id: "left",
      type: "consent.withdrawn",
      purpose: "newsletter",
      at: "2026-11-23T11:59:59Z",
    });
    const owner = new pg.Client({ connectionString: gate.world.ownerUrl });
    await owner.connect();
    await owner.query(`
      create function die() returns trigger language plpgsql as $$ begin raise 'killed here'; end $$;
      create trigger die before insert on outbox for each row when (new.kind = 'statusReport') execute function die()`);
    await expect(gate.deliver()).rejects.toThrow("killed here");
    await owner.query("drop trigger die on outbox");
    await owner.end();
    gate.world.setClock("2026-11-23T12:02:00Z");
    await gate.deliver();
    expect(received()).toEqual(["hola@lunaria.example"]);
  });

  it("whose mail another process has taken over meanwhile is not reported by this one", async () => {
    const tool = await signedIn();
    await tool.mail(["yes@example.com"], letter());
    const { store, clock } = gate.world;
    const stalled: World = {
      ...gate.world,
      post: {
        ...gate.world.post,
        async deliver() {
          gate.world.setClock("2026-11-23T12:02:00Z");
          const [taken] = await store.outbox.claim(clock.now(), (clock.now() + 60_000) as never, 1);
          expect(taken?.kind).toBe("passage");
          return {
            kind: "refused-by-relay",
            reply: "550 5.7.1 no",
            permanent: true,
            status: "5.7.1",
            ofUs: true,
          };
        },
      },
    };
    await deliverOutbox(stalled);
    gate.world.setClock("2026-11-23T12:04:00Z");
    await gate.deliver();
    expect(received()).toEqual(["yes@example.com"]);
  });

  it("whose report nobody wants is left at that", async () => {
    const tool = await signedIn();
    await tool.say("MAIL FROM:<hola@lunaria.example> RET=HDRS ENVID=abc");
    await tool.say("RCPT TO:<yes@example.com> NOTIFY=NEVER");
    await tool.say("DATA");
    tool.send(`${letter()}\r\n.\r\n`);
    expect(await tool.reply()).toMatch(/^250 /);
    await tell(gate.world, "yes@example.com", {
      id: "left",
      type: "consent.withdrawn",
      purpose: "newsletter",
      at: "2026-11-23T11:59:59Z",
    });
    await gate.deliver();
    expect(received()).toEqual([]);
  });
});

describe("a mail", () => {
  it("gets a way out where it has none, which leads out of what it was for", async () => {
    const tool = await signedIn();
    await tool.mail(["yes@example.com"], letter());
    await gate.deliver();
    const text = gate.world.caught[0]?.raw.toString() ?? "";
    expect(text).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    const token = /List-Unsubscribe: <http:\/\/127\.0\.0\.1:4000\/u\/([\w-]+)>/.exec(text)?.[1] ?? "";
    const wayOut = readWayOutToken(token, gate.world.secrets.tokenKey)!;
    expect(await withdraw(gate.world, wayOut, "one-click", null)).toBe("newsletter");
    const [reply] = await tool.mail(["yes@example.com"], letter());
    expect(reply).toContain("550 5.7.1 withdrawn");
  });

  it("keeps the way out that it has", async () => {
    const tool = await signedIn();
    const own = "List-Unsubscribe: <https://tool.example/out/1>";
    await tool.mail(["yes@example.com"], letter("Boots.", own));
    await gate.deliver();
    expect(gate.world.caught[0]?.raw.toString().match(/^List-Unsubscribe:.*$/gm)).toEqual([own]);
  });

  it("about a contract goes to a customer who left, and with a promotion in it does not", async () => {
    await tell(gate.world, "no@example.com", {
      id: "start",
      type: "contract.started",
      contract: "ORDER-17",
      at: "2026-11-21T10:00:00Z",
    });
    const tool = await signedIn({ purpose: "orders" });
    const contract = "X-Licet-Contract: ORDER-17";
    expect((await tool.mail(["no@example.com"], letter("On its way.", contract)))[1]).toMatch(/^250 /);
    expect((await tool.mail(["no@example.com"], letter("On its way.")))[1]).toContain(
      "550 5.7.1 not-necessary",
    );
    const promoting = letter("And boots!", contract, "X-Licet-Blocks: service,\r\n\tpromo");
    expect((await tool.mail(["no@example.com"], promoting))[1]).toContain("550 5.7.1 promo-in-service");
    await gate.deliver();
    expect(received()).toEqual(["no@example.com"]);
    const text = gate.world.caught[0]?.raw.toString() ?? "";
    expect(text).not.toMatch(/^X-Licet-/m);
    expect(text).not.toMatch(/^List-Unsubscribe/m);
  });

  it("about a contract whose id is beyond ASCII names it in UTF-8, and in nothing else", async () => {
    const contract = "Straße-17";
    await tell(gate.world, "no@example.com", {
      ...{ id: "start", type: "contract.started", contract, at: "2026-11-21T10:00:00Z" },
    });
    const tool = await signedIn({ purpose: "orders" });
    const named = letter("On its way.", `X-Licet-Contract: ${contract}`);
    expect((await tool.mail(["no@example.com"], named))[1]).toMatch(/^250 /);
    await tool.say("MAIL FROM:<hola@lunaria.example>");
    await tool.say("RCPT TO:<no@example.com>");
    await tool.say("DATA");
    tool.send(Buffer.from(`${named}\r\n.\r\n`, "latin1"));
    expect(await tool.reply()).toMatch(
      /^550 5\.7\.1 a field `X-Licet-.*` must be plain text in ASCII or UTF-8/,
    );
  });

  it("that names no contract is about the newest that runs, where whoever made the credential says so", async () => {
    const tool = await signedIn({ purpose: "orders", contract: "newest" });
    const started = {
      id: "start",
      type: "contract.started",
      contract: "ORDER-17",
      at: "2026-11-21T10:00:00Z",
    };
    await tell(gate.world, "no@example.com", started);
    expect((await tool.mail(["no@example.com"], letter()))[1]).toMatch(/^250 /);
    const ended = { id: "end", type: "contract.ended", contract: "ORDER-17", at: "2026-11-22T10:00:00Z" };
    await tell(gate.world, "no@example.com", ended);
    expect((await tool.mail(["no@example.com"], letter()))[0]).toContain("550 5.7.1 not-necessary");
  });

  it("that a server hands back to the gate ends after fifty rounds", async () => {
    const tool = await signedIn();
    const been = (hops: number) =>
      letter(
        "Boots.",
        ...Array.from({ length: hops }, () => "Received: from a by b; Mon, 23 Nov 2026 12:00:00 +0000"),
      );
    expect((await tool.mail(["yes@example.com"], been(50)))[1]).toMatch(/^250 /);
    expect((await tool.mail(["yes@example.com"], been(51)))[1]).toMatch(/^554 5\.4\.6 /);
  });

  it.each([
    ["a purpose that the credential may not name", "X-Licet-Purpose: orders"],
    ["a purpose that is not declared", "X-Licet-Purpose: nothing"],
    ["two purposes", "X-Licet-Purpose: newsletter\r\nX-Licet-Purpose: newsletter"],
    ["a field that the gate does not know, which may say that it promotes", "X-Licet-Block: promo"],
    ["a contract in an encoded word", "X-Licet-Contract: =?utf-8?Q?Stra=C3=9Fe-17?="],
    [
      "a contract of more than a thousand octets",
      `X-Licet-Contract: ${"x".repeat(500)}\r\n ${"x".repeat(501)}`,
    ],
  ])("that names %s is refused", async (_, field) => {
    const tool = await signedIn();
    const replies = await tool.mail(["yes@example.com"], letter("Boots.", field));
    expect(replies[1]).toMatch(/^550 5\.7\.1 /);
  });

  it("is of the purpose that it names, which each recipient is asked for again", async () => {
    await tell(gate.world, "yes@example.com", {
      id: "start",
      type: "contract.started",
      contract: "ORDER-17",
      at: "2026-11-21T10:00:00Z",
    });
    const tool = await signedIn({ purpose: "orders", purposes: ["newsletter"], contract: "newest" });
    const named = letter("Boots.", "X-Licet-Purpose: newsletter");
    const replies = await tool.mail(["yes@example.com", "also@example.com"], named);
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "250"]);
    // Permitted for the newsletter alone, this one is lost now that the purpose is known.
    const other = await tool.mail(["yes@example.com", "also@example.com"], letter());
    expect(other.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "250"]);
    await gate.deliver();
    expect(received()).toEqual([
      "also@example.com",
      "hola@lunaria.example",
      "yes@example.com",
      "yes@example.com",
    ]);
    const report = gate.world.caught.find(({ reversePath }) => reversePath === "");
    expect(report?.raw.toString()).toContain("Final-Recipient: rfc822; also@example.com");
  });

  it.each([
    ["bears another sender's address", letter().replace("hola@lunaria.example", "ceo@other.example")],
    [
      "bears two authors",
      letter("x").replace("hola@lunaria.example>", "hola@lunaria.example>, ana@lunaria.example"),
    ],
    ["was sent in another's name", letter("x", "Sender: ceo@other.example")],
    ["was sent again in another's name", letter("x", "Resent-From: ceo@other.example")],
    ["bears none", letter().replace(/^From:.*\r\n/m, "")],
  ])("that %s is refused", async (_, message) => {
    const tool = await signedIn();
    expect((await tool.mail(["yes@example.com"], message))[1]).toMatch(
      /^550 5\.7\.1 `(From|Sender|Resent-From)` must/,
    );
  });

  it("tells nobody of those who were to see it unseen", async () => {
    const tool = await signedIn();
    const unseen = letter("x", "Bcc: eve@example.com", "Resent-Bcc: eve@example.com");
    await tool.mail(["yes@example.com"], unseen);
    await gate.deliver();
    expect(gate.world.caught[0]?.raw.toString()).not.toContain("eve@");
  });

  it("with bare line ends, by which another could be smuggled behind it, is refused", async () => {
    const tool = await signedIn();
    const smuggled = `${letter()}\n.\nMAIL FROM:<hola@lunaria.example>\r\nRCPT TO:<no@example.com>\r\nDATA\r\n`;
    expect((await tool.mail(["yes@example.com"], smuggled))[1]).toMatch(/^554 5\.6\.0 .*bare LF/);
    expect((await tool.mail(["yes@example.com"], letter("a\rb")))[1]).toMatch(/^554 5\.6\.0 /);
    expect((await tool.mail(["yes@example.com"], letter("x".repeat(1001))))[1]).toMatch(/^500 5\.6\.0 /);
    expect((await tool.mail(["yes@example.com"], letter("x".repeat(998))))[1]).toMatch(/^250 /);
  });

  it("that is too large is refused before and after it is sent", async () => {
    const tool = await signedIn();
    expect(await tool.say("MAIL FROM:<hola@lunaria.example> SIZE=99999999")).toMatch(/^552 /);
    const lines = `${"x".repeat(900)}\r\n`.repeat(1300);
    expect((await tool.mail(["yes@example.com"], letter(lines)))[1]).toMatch(/^552 /);
    expect((await tool.mail(["yes@example.com"], letter()))[1]).toMatch(/^250 /);
  });
});

describe("while a credential observes", () => {
  const observeUntil = Date.parse("2026-12-01T00:00:00Z") as never;

  it("everything passes, and what would have been refused is on record", async () => {
    const tool = await signedIn({ observeUntil });
    const replies = await tool.mail(["yes@example.com", "no@example.com", "stranger@example.com"], letter());
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "250", "250"]);
    await gate.deliver();
    expect(received()).toEqual(["no@example.com", "stranger@example.com", "yes@example.com"]);
    const refused = await gate.world.store.verdicts.list({ outcome: "refusal" }, 10);
    expect(refused.map(({ code, observed }) => [code, observed]).sort()).toEqual([
      ["no-basis", true],
      ["withdrawn", true],
    ]);
  });

  it("it ends with its day, also for what was taken before", async () => {
    const credential = await gate.credential({ observeUntil });
    const tool = await Dialogue.signedIn(gate.port, credential);
    open.push(tool);
    await tool.mail(["no@example.com"], letter());
    gate.world.setClock("2026-12-01T00:00:01Z");
    await gate.deliver();
    expect(received()).toEqual(["hola@lunaria.example"]);
    expect((await tool.mail(["no@example.com"], letter()))[0]).toContain("550 5.7.1 withdrawn");
  });
});

describe("what was taken while a credential observed", () => {
  const observeUntil = Date.parse("2026-12-01T00:00:00Z") as never;

  it.each([
    ["it is to refuse from now on", (name: string) => endObserving(gate.world, name, null)],
    ["it is revoked", (name: string) => revokeCredential(gate.world, name)],
  ])("goes to nobody who does not permit it once %s", async (_, change) => {
    const credential = await gate.credential({ observeUntil });
    const tool = await Dialogue.signedIn(gate.port, credential);
    open.push(tool);
    await tool.mail(["yes@example.com", "no@example.com"], letter());
    await change(credential.name);
    gate.world.setClock("2026-11-23T12:00:02Z");
    await gate.deliver();
    expect(received()).toEqual(["hola@lunaria.example", "yes@example.com"]);
  });
});

describe("whoever signs in", () => {
  it("with a wrong password, or none, hands nothing over", async () => {
    const { name } = await gate.credential();
    const tool = await Dialogue.open(gate.port);
    open.push(tool);
    await tool.say("EHLO tool.example");
    expect(await tool.say("MAIL FROM:<hola@lunaria.example>")).toMatch(/^530 /);
    const wrong = Buffer.from(`\0${name}\0licet_${"x".repeat(43)}`).toString("base64");
    expect(await tool.say(`AUTH PLAIN ${wrong}`)).toMatch(/^535 5\.7\.8/);
  });

  it("and is revoked meanwhile hands nothing more over", async () => {
    const credential = await gate.credential();
    const tool = await Dialogue.signedIn(gate.port, credential);
    open.push(tool);
    const found = await gate.world.store.gate.credential(credential.name);
    await gate.world.store.gate.revokeCredential(found!.id, gate.world.clock.now());
    expect(await tool.say("MAIL FROM:<hola@lunaria.example>")).toMatch(/^535 /);
  });

  it("and is revoked in the midst of a mail hands it over no more", async () => {
    const credential = await gate.credential();
    const tool = await Dialogue.signedIn(gate.port, credential);
    open.push(tool);
    await tool.say("MAIL FROM:<hola@lunaria.example>");
    await tool.say("RCPT TO:<yes@example.com>");
    await revokeCredential(gate.world, credential.name);
    gate.world.setClock("2026-11-23T12:00:02Z");
    expect(await tool.say("RCPT TO:<also@example.com>")).toMatch(/^535 /);
    await tool.say("DATA");
    tool.send(`${letter()}\r\n.\r\n`);
    expect(await tool.reply()).toMatch(/^535 /);
    await gate.deliver();
    expect(received()).toEqual([]);
  });

  it("names an address of the sender's for reports, and no other", async () => {
    const tool = await signedIn();
    expect(await tool.say("MAIL FROM:<ceo@other.example>")).toMatch(/^553 5\.7\.1 MAIL FROM must be/);
    expect(await tool.say("MAIL FROM:<bounce+ana@lunaria.example>")).toMatch(/^250 /);
  });

  it("whose sender is of a domain that anybody may have a mailbox of writes in the name of that very address", async () => {
    const file = readSetupFile(lunaria().replaceAll("hola@lunaria.example", "lunaria@gmail.com"));
    if (!file.ok) throw new Error(file.mistakes[0]?.problem);
    await applySetup(gate.world, file.declared);
    const tool = await signedIn();
    expect(await tool.say("MAIL FROM:<somebody@gmail.com>")).toMatch(/^553 5\.7\.1 MAIL FROM must be/);
    const named = (from: string) => letter().replace("hola@lunaria.example", from);
    const to = ["yes@example.com", "also@example.com"];
    const foreign = await tool.mail(to, named("somebody@gmail.com"), "Lunaria@gmail.com");
    expect(foreign.at(-1)).toMatch(/^550 5\.7\.1 `From` must hold one address that is the very one /);
    const own = await tool.mail(to, named("lunaria@gmail.com"), "lunaria@gmail.com");
    expect(own.at(-1)).toMatch(/^250 /);
    const left = { id: "left", type: "consent.withdrawn", purpose: "*", at: "2026-11-23T12:00:00Z" };
    await tell(gate.world, "also@example.com", left);
    await gate.deliver();
    expect(received()).toEqual(["lunaria@gmail.com", "yes@example.com"]);
  });

  it("names no more recipients in a minute than it may", async () => {
    const tool = await signedIn({ perMinute: 2 });
    const to = ["yes@example.com", "also@example.com", "yes@example.com"];
    const replies = await tool.mail(to, letter());
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "451", "250"]);
  });
});

it("while the database is away nothing is taken, and what was taken waits", async () => {
  const tool = await signedIn();
  await tool.mail(["yes@example.com"], letter());
  await tool.say("MAIL FROM:<hola@lunaria.example>");
  const { store } = gate.world;
  const broken = Object.assign(store, {
    people: { ...store.people, findNow: () => Promise.reject(new Error("away")) },
  });
  expect(await tool.say("RCPT TO:<yes@example.com>")).toMatch(/^451 4\.3\.0 /);
  expect(broken).toBe(store);
});

describe("advertising that waits", () => {
  it("lets what somebody waits for go first: mail of Licet's own, and mail about an order", async () => {
    await tell(gate.world, "yes@example.com", {
      id: "start",
      type: "contract.started",
      contract: "ORDER-17",
      at: "2026-11-21T10:00:00Z",
    });
    const tool = await signedIn({ purposes: ["orders"] });
    await tool.mail(["yes@example.com", "also@example.com"], letter());
    gate.world.setClock("2026-11-23T12:00:05Z");
    const order = ["X-Licet-Purpose: orders", "X-Licet-Contract: ORDER-17"];
    await tool.mail(["yes@example.com"], letter("On its way.", ...order));
    const { store, clock, ids } = gate.world;
    await store.outbox.add([
      {
        ...{ subject: subjectOf(gate.world, "also@example.com"), id: ids.next(), kind: "doubleOptIn" },
        ...{ request: { facts: ["consent"], language: "en" }, messageId: "<a@lunaria.example>" },
        ...{ createdAt: clock.now(), dueAt: clock.now() },
      },
    ]);
    const first = await store.outbox.claim(clock.now(), (clock.now() + 60_000) as never, 2);
    expect(first.map(({ kind, request }) => request.passage?.purpose ?? kind).sort()).toEqual([
      "doubleOptIn",
      "orders",
    ]);
    const rest = await store.outbox.claim(clock.now(), (clock.now() + 60_000) as never, 9);
    expect(rest.map(({ request }) => request.passage?.purpose)).toEqual(["newsletter", "newsletter"]);
  });
});

describe("what it took", () => {
  async function rows(query: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: gate.world.databaseUrl });
    await client.connect();
    const { rows: found } = await client.query(query);
    await client.end();
    return found;
  }

  it("is sealed, and gone when it has been handed on", async () => {
    const tool = await signedIn();
    await tool.mail(["yes@example.com", "also@example.com"], letter("Secret boots."));
    const [spooled = {}] = await rows("select sealed from spool");
    expect((spooled.sealed as Buffer).length).toBeGreaterThan(200);
    expect((spooled.sealed as Buffer).toString("latin1")).not.toMatch(/boots|example/i);
    expect(await rows("select request from outbox where request::text like '%example%'")).toEqual([]);
    await gate.deliver();
    expect(received()).toHaveLength(2);
    expect(await rows("select (select count(*)::int from spool) as mails, state, basis from outbox")).toEqual(
      [
        { mails: 0, state: "sent", basis: "consent" },
        { mails: 0, state: "sent", basis: "consent" },
      ],
    );
  });

  it("does not go to whoever is erased meanwhile, and goes with them", async () => {
    const tool = await signedIn();
    await tool.mail(["yes@example.com"], letter("Boots.").replace("boots-1", "yes.boots-1"));
    await tell(gate.world, "yes@example.com", {
      id: "gone",
      type: "subject.erased",
      at: "2026-11-23T12:00:00Z",
    });
    expect(await rows("select from spool")).toEqual([]);
    await gate.deliver();
    expect(received()).toEqual([]);
    expect(await rows("select from outbox where kind = 'passage'")).toEqual([]);
  });
});

describe("what stays of a mail that went", () => {
  const order = { id: "order", type: "contract.started", contract: "order-17", at: "2026-11-20T10:00:00Z" };
  async function rows(): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: gate.world.databaseUrl });
    await client.connect();
    const { rows: found } = await client.query("select * from outbox order by state, evidence");
    await client.end();
    return found;
  }
  const later = () => gate.world.setClock("2027-02-22T12:00:00Z");
  async function ordered(to: string): Promise<void> {
    await tell(gate.world, to, order);
    const tool = await signedIn({ purpose: "orders" });
    const sent = letter("It has left.", "X-Licet-Contract: order-17").replace("boots-1", "order-17");
    await tool.mail([to], sent);
  }

  it("is after ninety days that this purpose wrote to this person, when and on what", async () => {
    await ordered("yes@example.com");
    await gate.deliver();
    later();
    expect(await reducePassages(gate.world)).toBe(1);
    const [row = {}] = await rows();
    expect(row).toMatchObject({
      state: "sent",
      basis: "contract",
      evidence: ["order"],
      reply: null,
      spool_id: null,
    });
    expect(row.handed_over_at).not.toBeNull();
    expect(row.request).toEqual({
      facts: [],
      language: "",
      passage: { credential: "tool-1", purpose: "orders", message: {} },
    });
    expect(JSON.stringify(row)).not.toContain("order-17");
    const subject = subjectOf(gate.world, "yes@example.com");
    expect(await gate.world.store.evidence.mails(subject, [], "orders")).toMatchObject([
      { kind: "passage", messageId: null, basis: "contract", at: "2026-11-23T12:00:00.000Z" },
    ]);
    expect(await reducePassages(gate.world)).toBe(0);
    const told = await gate.world.store.retention.told([subject]);
    expect(told.get(subject)?.deliveredAt).toBe(Date.parse("2026-11-23T12:00:00Z"));
  });

  it("goes with an erasure but for that", async () => {
    await ordered("yes@example.com");
    await gate.deliver();
    const gone = { id: "gone", type: "subject.erased", at: "2026-11-23T12:00:00Z" };
    await tell(gate.world, "yes@example.com", gone);
    expect(JSON.stringify(await rows())).not.toMatch(/order-17|250/);
  });

  it("is nothing where it did not go, or went to somebody who is not on record, or reported", async () => {
    const watching = await signedIn({ observeUntil: (gate.world.clock.now() + 86_400_000) as Instant });
    await watching.mail(["stranger@example.com"], letter());
    await gate.deliver();
    const tool = await signedIn();
    await tool.mail(["yes@example.com", "also@example.com"], letter());
    const left = { id: "left", type: "consent.withdrawn", purpose: "*", at: "2026-11-23T12:00:00Z" };
    await tell(gate.world, "yes@example.com", left);
    await gate.deliver();
    expect((await rows()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      "passage passed",
      "passage refused",
      "passage sent",
      "statusReport passed",
    ]);
    later();
    await reducePassages(gate.world);
    expect((await rows()).map(({ state }) => state)).toEqual(["sent"]);
  });

  it("while it waits is all of it", async () => {
    await ordered("yes@example.com");
    later();
    expect(await reducePassages(gate.world)).toBe(0);
    expect(JSON.stringify(await rows())).toContain("order-17");
  });
});

describe("who wishes to hear of it once a month", () => {
  const wish = {
    id: "wish",
    type: "frequency.wished",
    at: "2026-11-02T10:00:00Z",
    purpose: "newsletter",
    atMost: "month",
  };

  it("gets one mail of the gate in that time, and none of a campaign beside it", async () => {
    await tell(gate.world, "yes@example.com", wish);
    const tool = await signedIn();
    expect((await tool.mail(["yes@example.com"], letter()))[1]).toMatch(/^250 /);
    expect((await tool.mail(["yes@example.com"], letter()))[1]).toMatch(/^550 5\.7\.1 held-back: /);
    await gate.deliver();
    const template = { format: "markdown", subject: "Boots", body: "Here." } as const;
    const { id } = await startCampaign(gate.world, { purpose: "newsletter", template });
    expect(await runCampaign(gate.world, id)).toMatchObject({ sent: 1, heldBack: 1 });
    expect(received()).toEqual(["also@example.com", "yes@example.com"]);
    gate.world.setClock("2026-12-23T12:00:00Z");
    expect((await tool.mail(["yes@example.com"], letter()))[1]).toMatch(/^250 /);
  });

  it("gets none of the gate after one of a campaign", async () => {
    await tell(gate.world, "yes@example.com", wish);
    const template = { format: "markdown", subject: "Boots", body: "Here." } as const;
    const { id } = await startCampaign(gate.world, { purpose: "newsletter", template });
    await runCampaign(gate.world, id);
    const tool = await signedIn();
    expect((await tool.mail(["yes@example.com"], letter()))[1]).toMatch(/^550 5\.7\.1 held-back: /);
  });
});

describe("what follows its reader", () => {
  const html = (body: string) =>
    letter(body).replace("Content-Type: text/plain; charset=utf-8", "Content-Type: text/html; charset=utf-8");
  const pixel = '<img src="https://tool.example/open/1.gif" width="1" height="1">';
  const tracked = html(`<p>Boots are here.</p>${pixel}`);
  const opaque = html('<a href="https://tool.example/ls/click?upn=u001.abc">Boots</a>');
  const measured = { ...goodConsent("measured"), purpose: "email-tracking", purposes: ["email-tracking"] };

  it("is taken out for whoever did not permit it, and stays for whoever did", async () => {
    await tell(gate.world, "also@example.com", measured);
    const tool = await signedIn();
    const replies = await tool.mail(["yes@example.com", "also@example.com"], tracked);
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "250"]);
    await gate.deliver();
    const holding = gate.world.caught.map(({ forwardPath, raw }) => [forwardPath, raw.includes(pixel)]);
    expect(holding.sort()).toEqual([
      ["also@example.com", true],
      ["yes@example.com", false],
    ]);
  });

  it("and cannot be taken out keeps the mail from whoever did not permit it, with the host on record", async () => {
    const tool = await signedIn();
    const [, reply] = await tool.mail(["yes@example.com"], opaque);
    expect(reply).toMatch(
      /^550 5\.7\.1 message-noncompliant: .*follows people who did not permit that \(tool\.example\)$/,
    );
    await gate.deliver();
    expect(received()).toEqual([]);
  });

  it("keeps the mail from whoever withdraws that permission before it goes", async () => {
    await tell(gate.world, "yes@example.com", { ...measured, id: "measured-too" });
    const tool = await signedIn();
    expect((await tool.mail(["yes@example.com"], tracked))[1]).toMatch(/^250 /);
    await tell(gate.world, "yes@example.com", {
      id: "unmeasured",
      type: "consent.withdrawn",
      purpose: "email-tracking",
      at: "2026-11-23T11:59:59Z",
    });
    await gate.deliver();
    expect(received()).toEqual(["hola@lunaria.example"]);
    expect(gate.world.caught[0]?.raw.toString()).toContain("message-noncompliant");
  });

  it("is refused where the credential says so", async () => {
    const tool = await signedIn({ followers: "refuse" });
    expect((await tool.mail(["yes@example.com"], tracked))[1]).toMatch(/^550 5\.7\.1 message-noncompliant/);
  });
});

describe("on its way on", () => {
  it("a mail is concluded whatever the relay answers, and goes once", async () => {
    let said = 0;
    const relay = net.createServer((socket) => {
      socket.on("error", () => {});
      socket.write("220 relay.example\r\n");
      let data = false;
      socket.on("data", (octets) => {
        for (const line of octets.toString("latin1").split("\r\n")) {
          if (data && line === ".") {
            data = false;
            said += 1;
            socket.write("250 2.0.0 \0 \x1b[1m taken\r\n");
          } else if (!data && line !== "") {
            data = line === "DATA";
            socket.write(data ? "354 go\r\n" : "250 ok\r\n");
          }
        }
      });
    });
    await once(relay.listen(0, "127.0.0.1"), "listening");
    const post = openRelay(`smtp://127.0.0.1:${(relay.address() as net.AddressInfo).port}`);
    const tool = await signedIn();
    await tool.mail(["yes@example.com"], letter());
    await deliverOutbox({ ...gate.world, post });
    gate.world.setClock("2026-11-23T12:05:00Z");
    await deliverOutbox({ ...gate.world, post });
    await post.close();
    relay.close();
    expect(said).toBe(1);
  });

  it("a mail keeps what was asked of reports, where the relay understands it and they go to the tool", async () => {
    const asked: object[] = [];
    const server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      hideDSN: false,
      logger: false,
      onData(stream, { envelope }, callback) {
        asked.push({ dsn: envelope.dsn, from: envelope.mailFrom, to: envelope.rcptTo.map(({ dsn }) => dsn) });
        stream.resume().on("end", () => callback());
      },
    });
    const listener = server.listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address() as { port: number };
    const own = await openTestGate({ post: openRelay(`smtp://127.0.0.1:${port}`) });
    await tell(own.world, "yes@example.com", goodConsent());
    const tool = await Dialogue.signedIn(own.port, await own.credential());
    await tool.say("MAIL FROM:<bounces@lunaria.example> RET=HDRS ENVID=abc-1");
    await tool.say("RCPT TO:<yes@example.com> NOTIFY=FAILURE,DELAY ORCPT=rfc822;yes@example.com");
    await tool.say("DATA");
    tool.send(`${letter()}\r\n.\r\n`);
    expect(await tool.reply()).toMatch(/^250 /);
    await own.deliver();
    expect(asked).toMatchObject([
      {
        dsn: { ret: "HDRS", envid: "abc-1" },
        from: { address: "bounces@lunaria.example" },
        to: [{ notify: ["FAILURE", "DELAY"], orcpt: "rfc822;yes@example.com" }],
      },
    ]);
    tool.close();
    await own.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it("a mail is signed anew, and what another signed of it before is taken off", async () => {
    const key = {
      ...{ domain: "lunaria.example", selector: "gate", algorithm: "ed25519-sha256" as const },
      privateKey: generateKeyPairSync("ed25519").privateKey,
    };
    Object.assign(gate.world, { dkimKeys: () => [key] });
    const tool = await signedIn();
    await tool.mail(
      ["yes@example.com"],
      letter("Boots.", "DKIM-Signature: v=1; d=tool.example; s=x; b=eA=="),
    );
    await gate.deliver();
    const signatures = gate.world.caught[0]?.raw.toString().match(/^DKIM-Signature: .*/gm) ?? [];
    expect(signatures).toHaveLength(1);
    expect(gate.world.caught[0]?.raw.toString()).toMatch(/d=lunaria\.example/);
    expect(gate.world.caught[0]?.raw.toString()).not.toContain("tool.example; s=x");
  });

  it("a mail goes to an address beyond ASCII as to any other", async () => {
    await tell(gate.world, "josé@example.com", goodConsent());
    const tool = await signedIn();
    await tool.say("MAIL FROM:<hola@lunaria.example> SMTPUTF8");
    tool.send(Buffer.from("RCPT TO:<josé@example.com>\r\n"));
    expect(await tool.reply()).toMatch(/^250 /);
    await tool.say("DATA");
    tool.send(Buffer.from(`${letter("Botas para José.")}\r\n.\r\n`));
    expect(await tool.reply()).toMatch(/^250 /);
    await gate.deliver();
    expect(received()).toEqual(["josé@example.com"]);
    expect(gate.world.caught[0]?.raw.toString()).toContain("Botas para José.");
  });
});
