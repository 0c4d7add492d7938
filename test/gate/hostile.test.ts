// Whoever means ill, or is broken, hears what the RFC says, holds nothing up, and fills no memory.
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginDue } from "../../src/app/messages/deliver-outbox.ts";
import type { PostOffice } from "../../src/app/ports.ts";
import { goodConsent, tell } from "../support/people.ts";
import { Dialogue, letter, openTestGate, type TestGate } from "./open.ts";

const silenceMs = 1000;
let gate: TestGate;
let credential: { name: string; password: string };
/** A session that was there before, and goes on. */
let other: Dialogue;
let lastHeard: number;
const open: Dialogue[] = [];

beforeEach(async () => {
  gate = await openTestGate({ gate: { dataMs: 400, silenceMs, signInMs: 2000, mostClients: 20 } });
  await tell(gate.world, "yes@example.com", goodConsent());
  credential = await gate.credential();
  other = await signedIn();
  lastHeard = performance.now();
});
afterEach(async () => {
  // Whatever happened, whoever else was signed in could go on, or was hung up on for its silence alone.
  const silent = performance.now() - lastHeard > silenceMs / 2;
  if (!other.closed)
    expect((await other.mail(["yes@example.com"], letter())).at(-1)).toMatch(
      silent ? /^(250|421) |^$/ : /^250 /,
    );
  for (const dialogue of open.splice(0)) dialogue.close();
  await gate.close();
});

async function signedIn(): Promise<Dialogue> {
  const dialogue = await Dialogue.signedIn(gate.port, credential);
  open.push(dialogue);
  return dialogue;
}

async function greeted(): Promise<Dialogue> {
  const dialogue = await Dialogue.open(gate.port);
  open.push(dialogue);
  await dialogue.say("EHLO tool.example");
  return dialogue;
}

const outbox = async () => {
  await gate.deliver();
  return gate.world.caught.map(({ forwardPath }) => forwardPath);
};

it("a mail that drips is cut off when its time is over", async () => {
  const tool = await signedIn();
  await tool.say("MAIL FROM:<hola@lunaria.example>");
  await tool.say("RCPT TO:<yes@example.com>");
  await tool.say("DATA");
  const drip = setInterval(() => tool.send("x\r\n"), 50);
  try {
    expect(await tool.reply()).toMatch(/^4\d\d |^$/);
  } finally {
    clearInterval(drip);
  }
  expect(await outbox()).toEqual([]);
});

it("whoever says nothing is hung up on", async () => {
  const tool = await signedIn();
  const going = setInterval(() => other.send("NOOP\r\n"), 200);
  try {
    expect(await tool.reply()).toMatch(/^4\d\d |^$/);
  } finally {
    clearInterval(going);
  }
  other.close();
});

it.each([
  "after EHLO",
  "after MAIL",
  "after RCPT",
  "after DATA",
  "within the mail",
  "before the dot",
  "before its LF",
])("a line cut %s leaves nothing behind", async (point) => {
  const tool = await signedIn();
  const steps: Readonly<Record<string, string>> = {
    "after EHLO": "",
    "after MAIL": "MAIL FROM:<hola@lunaria.example>\r\n",
    "after RCPT": "RCPT TO:<yes@example.com>\r\n",
    "after DATA": "DATA\r\n",
    "within the mail": letter().slice(0, 100),
    "before the dot": `${letter().slice(100)}\r\n`,
    "before its LF": ".\r",
  };
  for (const [name, said] of Object.entries(steps)) {
    tool.send(said);
    if (name === point) break;
    await sleep(20);
  }
  await sleep(20);
  tool.close();
  await sleep(50);
  expect(await outbox()).toEqual([]);
});

it("of ten thousand recipients a hundred are taken, and the rest may come again", async () => {
  other.close();
  await Promise.all(
    Array.from({ length: 101 }, (_, person) => tell(gate.world, `p${person}@example.com`, goodConsent())),
  );
  const tool = await signedIn();
  await tool.say("MAIL FROM:<hola@lunaria.example>");
  const replies: string[] = [];
  for (let from = 0; from < 10_000; from += 500) {
    const some = Array.from({ length: 500 }, (_, nth) => `RCPT TO:<p${from + nth}@example.com>\r\n`);
    tool.send(some.join(""));
    for (let nth = 0; nth < 500; nth += 1) replies.push((await tool.reply()).slice(0, 3));
  }
  expect(replies.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => "250"));
  expect(new Set(replies.slice(100))).toEqual(new Set(["452"]));
  await tool.say("DATA");
  tool.send(`${letter()}\r\n.\r\n`);
  expect(await tool.reply()).toMatch(/^250 /);
  expect(new Set(await outbox()).size).toBe(100);
}, 60_000);

describe("whoever has not signed in", () => {
  it("and tries passwords is sent away, also with the right one then", async () => {
    const wrong = (nth: number) =>
      Buffer.from(`\0${credential.name}\0licet_${String(nth).padStart(43, "x")}`).toString("base64");
    const heard: string[] = [];
    for (let nth = 0; nth < 12; nth += 1) {
      const tool = await greeted();
      heard.push((await tool.say(`AUTH PLAIN ${wrong(nth)}`)).slice(0, 3));
      tool.close();
    }
    expect(heard.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "535"));
    expect(heard.slice(10)).toEqual(["421", "421"]);
    const tool = await greeted();
    const right = Buffer.from(`\0${credential.name}\0${credential.password}`).toString("base64");
    expect(await tool.say(`AUTH PLAIN ${right}`)).toMatch(/^421 /);
  });

  it("and sends garbage in one go is hung up on", async () => {
    const tool = await greeted();
    tool.send("garbage\r\n".repeat(20_000));
    let replies = 0;
    while ((await tool.reply()) !== "") replies += 1;
    expect(replies).toBeLessThan(50);
  });

  it("and speaks another protocol is hung up on", async () => {
    const tool = await Dialogue.open(gate.port);
    open.push(tool);
    tool.send("GET / HTTP/1.1\r\nHost: lunaria.example\r\n\r\n");
    while ((await tool.reply()) !== "");
    expect(tool.closed).toBe(true);
  });

  it("has a quarter of the places from one network, and leaves the others to whoever signs in", async () => {
    const many = await Promise.all(
      Array.from({ length: 25 }, () => Dialogue.open(gate.port, { greeting: false })),
    );
    open.push(...many);
    const greetings = await Promise.all(many.map((dialogue) => dialogue.reply()));
    expect(greetings.filter((greeting) => greeting.startsWith("220"))).toHaveLength(5);
    expect(greetings.filter((greeting) => greeting.startsWith("421 "))).toHaveLength(20);
    const [inside] = many.filter((_, nth) => greetings[nth]?.startsWith("220"));
    inside?.close();
    await sleep(50);
    const tools: Dialogue[] = [];
    for (let nth = 0; nth < 10; nth += 1) tools.push(await signedIn());
    expect(await tools[9]?.say("NOOP")).toMatch(/^250 /);
  });

  it("has so long to do it, however steadily it drips", async () => {
    const tool = await greeted();
    const drip = setInterval(() => tool.send("x"), 100);
    const going = setInterval(() => other.send("NOOP\r\n"), 200);
    try {
      expect(await tool.reply()).toMatch(/^421 4\.4\.2 /);
      expect(await tool.reply()).toBe("");
    } finally {
      clearInterval(drip);
      clearInterval(going);
    }
    other.close();
  });
});

it("a mail of a thousand parts, or a hundred deep, is refused to whoever did not permit to be followed", async () => {
  const tool = await signedIn();
  const bomb = (parts: string) =>
    [
      "From: hola@lunaria.example",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b0",
      "",
      parts,
    ].join("\r\n");
  const wide = "--b0\r\nContent-Type: text/html\r\n\r\n<p>\r\n".repeat(1000);
  const deep = Array.from(
    { length: 100 },
    (_, nth) => `--b${nth}\r\nContent-Type: multipart/mixed; boundary=b${nth + 1}\r\n\r\n`,
  ).join("");
  const html = "--b100\r\nContent-Type: text/html\r\n\r\n<p>\r\n";
  for (const parts of [wide, deep + html])
    expect((await tool.mail(["yes@example.com"], bomb(parts)))[1]).toMatch(
      /^550 5\.7\.1 message-noncompliant/,
    );
  expect(await outbox()).toEqual([]);
});

it("what is held of many large mails at once is bounded, and the rest may come again", async () => {
  const before = process.memoryUsage().rss;
  const large = letter(`${"x".repeat(76)}\r\n`.repeat(12_000));
  const tools: Dialogue[] = [];
  for (let nth = 0; nth < 12; nth += 4)
    tools.push(...(await Promise.all([signedIn(), signedIn(), signedIn(), signedIn()])));
  const replies = await Promise.all(tools.map((tool) => tool.mail(["yes@example.com"], large)));
  for (const [, last] of replies) expect(last).toMatch(/^(250|451|452) /);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_048_576);
}, 60_000);

it("of many large mails to hand on no more are read at once than there is room for", async () => {
  let [flying, most, handedOn] = [0, 0, 0];
  const post: PostOffice = {
    name: "slow",
    width: 100,
    async deliver(lastAsk, { raw }) {
      flying += raw.length;
      most = Math.max(most, flying);
      await sleep(1500);
      flying -= raw.length;
      const permit = await lastAsk();
      if (permit) handedOn += 1;
      return { kind: "sent", reply: "250 ok" };
    },
    close: async () => {},
  };
  const slow = await openTestGate({ post });
  const people = Array.from({ length: 40 }, (_, nth) => `p${nth}@example.com`);
  await Promise.all(people.map((person) => tell(slow.world, person, goodConsent())));
  const tool = await Dialogue.signedIn(slow.port, await slow.credential());
  const large = letter(`${"x".repeat(76)}\r\n`.repeat(13_000));
  expect((await tool.mail(people, large)).at(-1)).toMatch(/^250 /);
  await Promise.all(await beginDue(slow.world, 50));
  expect(handedOn).toBe(40);
  expect(most).toBeLessThan(33 * 1_048_576);
  tool.close();
  await slow.close();
}, 60_000);
