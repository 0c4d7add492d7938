import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import type { PostOffice } from "../../src/app/ports.ts";
import type { Permit } from "../../src/core/verdict.ts";
import { openRelay, type RelayOptions } from "../../src/smtp/relay.ts";
import { readRelayAddress } from "../../src/smtp/relay-address.ts";
import { aLetter, aPermit, withPermit } from "./letters.ts";
import { type Act, type Script, type ScriptedServer, scriptedServer } from "./scripted-server.ts";

const pipelining = "250-scripted\r\n250-SIZE 10000\r\n250 PIPELINING";
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function relayTo(
  script: Script | ((connection: number) => Script),
  options: RelayOptions = {},
  credentials = "",
): Promise<{ server: ScriptedServer; post: PostOffice }> {
  const server = await scriptedServer(typeof script === "function" ? script : () => script);
  const post = openRelay(`smtp://${credentials}127.0.0.1:${server.port}`, {
    width: 1,
    closeTimeoutMs: 200,
    ...options,
  });
  open.push(
    () => server.close(),
    () => post.close(),
  );
  return { server, post };
}

const verbs = (server: ScriptedServer) => server.heard.map((line) => line.replace(/^(\d+ \w+).*/, "$1"));

test("an urgent letter goes before all that wait, and behind other urgent ones", async () => {
  const { server, post } = await relayTo({});
  const to = (name: string, urgent?: true) => ({
    ...aLetter(),
    forwardPath: `${name}@example.com`,
    ...(urgent && { urgent }),
  });
  const letters = [to("first"), to("second"), to("third"), to("one", true), to("two", true)];
  await Promise.all(letters.map((letter) => post.deliver(withPermit, letter)));
  const heard = server.heard.flatMap((line) => /RCPT TO:<(\w+)@/.exec(line)?.[1] ?? []);
  expect(heard).toEqual(["first", "one", "two", "second", "third"]);
});

test("a letter without a permit never reaches the wire", async () => {
  const { server, post } = await relayTo({});
  const lookAlike = { ...aPermit, outcome: "permit" } as unknown as Permit;
  await expect(post.deliver(async () => lookAlike, aLetter())).rejects.toThrow(TypeError);
  expect((await post.deliver(async () => null, aLetter())).kind).toBe("withheld");
  expect(verbs(server).filter((verb) => verb.includes("MAIL"))).toEqual([]);
});

// Whether the relay takes the envelope in one breath or word by word, the outcome is the same.
describe.each([
  ["word by word", undefined],
  ["pipelined", pipelining],
])("handing over %s", (_, ehlo) => {
  const relay = (script: Script, options?: RelayOptions) =>
    relayTo({ ...(ehlo === undefined ? {} : { ehlo }), ...script }, options);

  test("is sent once the relay has answered the final dot", async () => {
    const { server, post } = await relay({ dot: "250 2.0.0 queued as 4711" });
    expect(await post.deliver(withPermit, aLetter())).toEqual({
      kind: "sent",
      reply: "250 2.0.0 queued as 4711",
    });
    expect(server.messages).toEqual([aLetter().raw.toString()]);
  });

  test("waits for a slow reply", async () => {
    const { server, post } = await relay({ dot: "silence" }, { replyTimeoutMs: 5000 });
    const delivering = post.deliver(withPermit, aLetter());
    await expect.poll(() => server.messages.length).toBe(1);
    expect(
      await Promise.race([delivering, new Promise((resolve) => setTimeout(resolve, 100, "waiting"))]),
    ).toBe("waiting");
    server.drop();
    expect((await delivering).kind).toBe("uncertain");
  });

  test.each<[string, Script]>([
    ["drops the connection in the message", { body: "reset" }],
    ["hangs up in the message", { body: { end: "" } }],
    ["drops the connection at the final dot", { dot: "reset" }],
    ["says half a yes at the final dot", { dot: { end: "25" } }],
  ])("is uncertain, and not tried again, when the relay %s", async (_name, script) => {
    const { server, post } = await relay(script);
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("uncertain");
    expect(server.connections).toBe(1);
  });

  test("is uncertain when the relay falls silent after the final dot", async () => {
    const { post } = await relay({ dot: "silence" }, { replyTimeoutMs: 150 });
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("uncertain");
  });

  test.each<[string, Script, boolean, string | null]>([
    [
      "550 5.1.1 at RCPT",
      { rcpt: "550 5.1.1 no such mailbox", data: "503 5.5.1 no recipients" },
      true,
      "5.1.1",
    ],
    ["450 at RCPT", { rcpt: "450 4.2.1 try later", data: "503 5.5.1 no recipients" }, false, "4.2.1"],
    ["a reply without an enhanced code", { rcpt: "550 no", data: "503 no recipients" }, true, null],
    [
      "several lines",
      { rcpt: "550-5.7.1 no\r\n550 5.7.1 really not", data: "503 no recipients" },
      true,
      "5.7.1",
    ],
    ["451 at MAIL", { mail: "451 4.3.0 later", rcpt: "503 no", data: "503 no" }, false, "4.3.0"],
    ["552 at DATA", { data: "552 5.2.2 full" }, true, "5.2.2"],
    ["554 at the final dot", { dot: "554 5.7.1 looks like spam" }, true, "5.7.1"],
    ["452 at the final dot", { dot: "452 4.3.1 no space" }, false, "4.3.1"],
    ["421 at the final dot", { dot: { end: "421 4.3.2 going down" } }, false, "4.3.2"],
    ["421 at MAIL", { mail: { end: "421 4.7.0 too many" } }, false, "4.7.0"],
  ])("is refused by the relay with %s", async (_name, script, permanent, status) => {
    const { post } = await relay(script);
    const handover = await post.deliver(withPermit, aLetter());
    expect(handover).toMatchObject({ kind: "refused-by-relay", permanent, status });
  });

  test("goes on over the same connection after a refusal", async () => {
    let refuse = true;
    const { server, post } = await relay({
      rcpt: () => (refuse ? "550 5.1.1 unknown" : "250 ok"),
      data: () => (refuse ? "503 no recipients" : "354 go on"),
    });
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("refused-by-relay");
    refuse = false;
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
    expect(server.connections).toBe(1);
    expect(server.heard).toContain("1 RSET");
  });
});

describe("the connections of the post office", () => {
  test("are used for one letter after another, and ended with QUIT", async () => {
    const { server, post } = await relayTo({});
    for (let letter = 0; letter < 5; letter += 1)
      expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
    await post.close();
    expect(server.connections).toBe(1);
    expect(verbs(server).filter((verb) => verb === "1 MAIL")).toHaveLength(5);
    expect(verbs(server).at(-1)).toBe("1 QUIT");
  });

  test("are never more than its width", async () => {
    const { server, post } = await relayTo({}, { width: 3 });
    const handovers = await Promise.all(
      Array.from({ length: 30 }, () => post.deliver(withPermit, aLetter())),
    );
    expect(handovers.every(({ kind }) => kind === "sent")).toBe(true);
    expect(server.connections).toBe(3);
    expect(server.messages).toHaveLength(30);
    expect(post.width).toBe(3);
  });

  test("that died while idle are replaced, and the letter is sent once", async () => {
    const { server, post } = await relayTo({});
    await post.deliver(withPermit, aLetter());
    server.drop();
    expect((await post.deliver(withPermit, aLetter("second@example.com"))).kind).toBe("sent");
    expect(server.messages).toHaveLength(2);
    expect(server.connections).toBe(2);
  });

  test.each<[string, Act]>([
    ["dies", "reset"],
    ["ends with 421", { end: "421 4.4.2 idle too long" }],
  ])("whose second MAIL %s are replaced, and the letter is sent once", async (_, ending) => {
    let mails = 0;
    const { server, post } = await relayTo((connection) => ({
      mail: () => {
        mails += 1;
        return connection === 1 && mails === 2 ? ending : "250 ok";
      },
    }));
    await post.deliver(withPermit, aLetter());
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
    expect(server.connections).toBe(2);
    expect(server.messages).toHaveLength(2);
  });

  test("are tried no more than once anew", async () => {
    let mails = 0;
    const { server, post } = await relayTo(() => ({
      mail: () => {
        mails += 1;
        return mails === 1 ? "250 ok" : "reset";
      },
    }));
    await post.deliver(withPermit, aLetter());
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("unreachable");
    expect(server.connections).toBe(2);
  });

  test("that close with a letter on its way leave it uncertain, after a while", async () => {
    const { server, post } = await relayTo({ dot: "silence" }, { closeTimeoutMs: 100 });
    const delivering = post.deliver(withPermit, aLetter());
    await expect.poll(() => server.messages.length).toBe(1);
    await post.close();
    expect((await delivering).kind).toBe("uncertain");
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("unreachable");
  });

  test("that close let a letter on its way arrive", async () => {
    const { post } = await relayTo({});
    const delivering = post.deliver(withPermit, aLetter());
    await post.close();
    expect((await delivering).kind).toBe("sent");
  });
});

describe("a relay is unreachable when it", () => {
  test("is not there", async () => {
    const { server, post } = await relayTo({});
    await server.close();
    expect(await post.deliver(withPermit, aLetter())).toMatchObject({
      kind: "unreachable",
      reply: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test.each<[string, Script]>([
    ["greets with 554", { greeting: { end: "554 5.3.2 not today" } }],
    ["greets with 421", { greeting: { end: "421 4.3.2 not now" } }],
    ["hangs up without a greeting", { greeting: "reset" }],
    ["never greets", { greeting: "silence" }],
    ["never answers EHLO", { ehlo: "silence" }],
    ["dies at MAIL", { mail: "reset" }],
  ])("%s", async (_, script) => {
    const { post } = await relayTo(script, { connectTimeoutMs: 150, replyTimeoutMs: 150 });
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("unreachable");
  });

  test("refuses the sign-in, and the password is not repeated", async () => {
    const { post } = await relayTo(
      { ehlo: "250-x\r\n250 AUTH PLAIN", auth: "535 5.7.8 no" },
      {},
      "licet:s3cret@",
    );
    const handover = await post.deliver(withPermit, aLetter());
    expect(handover).toMatchObject({ kind: "unreachable", reply: expect.stringContaining("535 5.7.8") });
    expect(handover.reply).not.toContain("s3cret");
  });
});

test("the user and the password of the setting sign in", async () => {
  const { server, post } = await relayTo({ ehlo: "250-x\r\n250 AUTH PLAIN" }, {}, "li%40cet:p%3Aw@");
  expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
  expect(server.heard).toContain(`1 AUTH PLAIN ${Buffer.from("\0li@cet\0p:w").toString("base64")}`);
});

describe("what a relay says is kept without", () => {
  test.each([
    ["the address", "550 5.1.1 <anna.lee@example.com>: unknown", "550 5.1.1 <[address]>: unknown"],
    ["the address in capitals", "550 5.1.1 ANNA.LEE@EXAMPLE.COM unknown", "550 5.1.1 [address] unknown"],
    ["the local part alone", "550 5.1.1 user anna.lee, unknown", "550 5.1.1 user [address], unknown"],
    ["any other address", "550 5.1.1 write to postmaster@mx.example", "550 5.1.1 write to [address]"],
    [
      "an address in an address",
      "550 5.1.1 https://mx.example/?to=anna.lee%40example.com",
      "550 5.1.1 https:[address]",
    ],
    ["the VERP form of an address", "550 b+anna.lee=example.com@bounce.example", "550 [address]"],
    ["line ends", "550-5.7.1 one\r\n550 5.7.1 two", "550-5.7.1 one 550 5.7.1 two"],
  ])("%s", async (_, said, kept) => {
    const { post } = await relayTo({ rcpt: said });
    expect((await post.deliver(withPermit, aLetter())).reply).toContain(kept);
  });

  test("more words than anybody reads", async () => {
    const { post } = await relayTo({ rcpt: `550 5.1.1 ${"no ".repeat(1000)}` });
    expect((await post.deliver(withPermit, aLetter())).reply.length).toBeLessThanOrEqual(500);
  });
});

describe("an address beyond ASCII", () => {
  test("goes to a relay that takes it, with SMTPUTF8", async () => {
    const { server, post } = await relayTo({ ehlo: "250-x\r\n250-8BITMIME\r\n250 SMTPUTF8" });
    expect((await post.deliver(withPermit, aLetter("añil@example.com"))).kind).toBe("sent");
    expect(server.heard).toContain("1 MAIL FROM:<news@lunaria.example> SMTPUTF8 BODY=8BITMIME");
  });

  test("is refused for good where the relay does not take it", async () => {
    const { server, post } = await relayTo({});
    expect(await post.deliver(withPermit, aLetter("añil@example.com"))).toMatchObject({
      kind: "refused-by-relay",
      permanent: true,
      status: "5.6.7",
    });
    expect(verbs(server)).not.toContain("1 MAIL");
  });
});

test("a letter larger than the relay takes is refused for good without being sent", async () => {
  const { server, post } = await relayTo({ ehlo: pipelining });
  expect(await post.deliver(withPermit, aLetter(undefined, "x".repeat(20_000)))).toMatchObject({
    kind: "refused-by-relay",
    permanent: true,
    status: "5.3.4",
  });
  expect(verbs(server)).not.toContain("1 MAIL");
});

test("an address that no envelope can hold is refused for good", async () => {
  const { server, post } = await relayTo({});
  expect(await post.deliver(withPermit, aLetter('"<a>"@example.com'))).toMatchObject({
    kind: "refused-by-relay",
    permanent: true,
    status: "5.1.3",
  });
  expect(verbs(server)).not.toContain("1 MAIL");
});

test("a dot at the start of a line arrives as one dot", async () => {
  const { server, post } = await relayTo({});
  await post.deliver(withPermit, aLetter(undefined, ".\r\n..\r\n.dot\r\n"));
  expect(server.messages[0]).toContain("\r\n\r\n..\r\n...\r\n..dot\r\n");
});

describe("TLS", () => {
  /** A real server with a certificate that nobody vouches for. */
  async function selfSigned(options: SMTPServerOptions, query: string): Promise<PostOffice> {
    const server = new SMTPServer({ authOptional: true, disableReverseLookup: true, onConnect, ...options });
    server.on("error", () => {});
    const listener = server.listen(0, "127.0.0.1");
    await new Promise((resolve) => listener.once("listening", resolve));
    const scheme = options.secure ? "smtps" : "smtp";
    const post = openRelay(`${scheme}://127.0.0.1:${(listener.address() as AddressInfo).port}${query}`);
    open.push(
      () => new Promise((resolve) => server.close(() => resolve())),
      () => post.close(),
    );
    return post;
  }
  const sessions: SMTPServerSession[] = [];
  const onConnect: NonNullable<SMTPServerOptions["onConnect"]> = (session, callback) => {
    sessions.push(session);
    callback();
  };

  test("is used where the relay offers it, whatever its certificate", async () => {
    const post = await selfSigned({}, "");
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
    expect(sessions.at(-1)?.secure).toBe(true);
  });

  test("that is required needs a certificate that somebody vouches for", async () => {
    const post = await selfSigned({}, "?tls=required");
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("unreachable");
  });

  test("from the first byte needs a certificate that somebody vouches for", async () => {
    const post = await selfSigned({ secure: true }, "");
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("unreachable");
  });

  test("that is required keeps a letter from a relay without it", async () => {
    const server = await scriptedServer(() => ({}));
    const post = openRelay(`smtp://127.0.0.1:${server.port}?tls=required`);
    open.push(
      () => server.close(),
      () => post.close(),
    );
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("unreachable");
    expect(verbs(server)).not.toContain("1 MAIL");
  });

  test.each(["", "?tls=opportunistic"])(
    "that vanished keeps a password from the line, with `%s`, unless the relay is on this machine",
    async (query) => {
      const server = await scriptedServer(() => ({ ehlo: "250-x\r\n250 AUTH PLAIN LOGIN" }));
      // The same machine by a name that does not say so.
      const post = openRelay(`smtp://licet:s3cret@[::ffff:127.0.0.1]:${server.port}${query}`);
      open.push(
        () => server.close(),
        () => post.close(),
      );
      const handover = await post.deliver(withPermit, aLetter());
      expect(handover).toMatchObject({ kind: "unreachable", reply: expect.stringMatching(/TLS|STARTTLS/) });
      expect(verbs(server).filter((verb) => /AUTH|MAIL/.test(verb))).toEqual([]);
    },
  );

  test.each([
    ["smtp://relay.example", 25, false],
    ["smtp://licet:secret@relay.example", 587, true],
    ["smtp://licet:secret@127.0.0.1", 587, false],
    ["smtp://licet:secret@relay.example?tls=opportunistic", 587, false],
    ["smtp://relay.example:2525?tls=required", 2525, true],
    ["smtps://relay.example", 465, false],
  ])("of %s: port %i, required by STARTTLS %s", (url, port, requireTLS) => {
    expect(readRelayAddress(url).connection).toMatchObject({ port, requireTLS });
  });
});

describe("the address of a relay is refused when it", () => {
  test.each(["http://relay.example", "relay.example:25", "smtp://", "smtp://relay.example?tls=never"])(
    "is %s",
    (url) => {
      expect(() => openRelay(url)).toThrow(/the address of the mail relay should/);
    },
  );
});

test("a relay that replies to what it has not heard yet is believed nothing more", async () => {
  const { server, post } = await relayTo({ ehlo: pipelining, data: "354 go on\r\n250 2.0.0 queued" });
  expect((await post.deliver(withPermit, aLetter())).kind).toBe("uncertain");
  await expect.poll(() => server.connections).toBe(1);
  expect((await post.deliver(withPermit, aLetter())).kind).toBe("uncertain");
  expect(server.connections).toBe(2);
});
