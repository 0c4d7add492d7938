// The policy service on its sockets: what Postfix hears, and what becomes of whoever is no Postfix.
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenPolicy, openPolicy, type PolicyOptions, type PolicyPlace } from "../../src/smtp/policy.ts";
import type { PolicyRequest } from "../../src/smtp/policy-request.ts";

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "licet-policy-"));
  closing.push(() => rmSync(made, { recursive: true }));
  return made;
};
const tcp = (): PolicyPlace => ({ host: "127.0.0.1", port: 0 });
const unix = (): PolicyPlace => ({ socket: join(folder(), "policy") });

const recipientOf = (request: PolicyRequest) => request.get("recipient") ?? "";

async function open(options: Partial<PolicyOptions> & { place: PolicyPlace }): Promise<OpenPolicy> {
  const policy = await openPolicy({ ask: async (request) => `DUNNO ${recipientOf(request)}`, ...options });
  closing.push(() => policy.close());
  return policy;
}

/** A connection that says what it is told to. */
class Client {
  heard = "";
  isClosed = false;
  readonly socket: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (octets) => (this.heard += octets.toString()));
    socket.on("close", () => (this.isClosed = true)).on("error", () => {});
  }

  static async open({ at, port }: OpenPolicy): Promise<Client> {
    const socket = port === null ? connect(at) : connect(port, "127.0.0.1");
    closing.push(() => void socket.destroy());
    const client = new Client(socket);
    await Promise.race([once(socket, "connect"), once(socket, "close")]);
    return client;
  }

  async until(heard: string): Promise<void> {
    await expect.poll(() => this.heard).toBe(heard);
  }

  async closed(): Promise<string> {
    await expect.poll(() => this.isClosed).toBe(true);
    return this.heard;
  }
}

const ask = (recipient: string) =>
  `request=smtpd_access_policy\nprotocol_state=RCPT\nrecipient=${recipient}\n\n`;

/** Whether another client finds room. */
async function answersOnce(policy: OpenPolicy): Promise<boolean> {
  const client = await Client.open(policy);
  client.socket.write(ask("eva@example.com"));
  await Promise.race([once(client.socket, "data"), once(client.socket, "close")]);
  return client.heard.startsWith("action=DUNNO");
}

describe.each([
  ["over TCP", tcp],
  ["over a socket in the file system", unix],
])("%s", (_, place) => {
  test("each request gets its answer, one after the other on one connection", async () => {
    const client = await Client.open(await open({ place: place() }));
    client.socket.write(ask("ana@example.com"));
    await client.until("action=DUNNO ana@example.com\n\n");
    client.socket.write(ask("eva@example.com"));
    await client.until("action=DUNNO ana@example.com\n\naction=DUNNO eva@example.com\n\n");
  });

  test("requests that come together are answered in their order, whatever each takes", async () => {
    let first = true;
    const slow = async (request: PolicyRequest) => {
      if (first) {
        first = false;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return recipientOf(request);
    };
    const client = await Client.open(await open({ place: place(), ask: slow }));
    client.socket.write([1, 2, 3, 4].map((nth) => ask(`p${nth}@example.com`)).join(""));
    await client.until([1, 2, 3, 4].map((nth) => `action=p${nth}@example.com\n\n`).join(""));
  });

  test("a request may come octet by octet", async () => {
    const client = await Client.open(await open({ place: place() }));
    client.socket.setNoDelay(true);
    for (const octet of ask("ñandú@example.com")) {
      client.socket.write(octet);
      await new Promise(setImmediate);
    }
    await client.until("action=DUNNO ñandú@example.com\n\n");
  });

  test.each([
    ["a line that is no attribute", "request=smtpd_access_policy\nrecipient\n\n"],
    ["an attribute that is there twice", "request=smtpd_access_policy\na=1\na=2\n\n"],
    ["a request for something else", "request=junk_mail\n\n"],
    ["no attribute at all", "\n"],
    ["SMTP", "EHLO shop.example\r\n"],
    ["HTTP", "GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n"],
    ["a line without end", "a".repeat(3000)],
    ["a long line", `request=smtpd_access_policy\nhelo_name=${"a".repeat(2100)}\n\n`],
    [
      "a request without end",
      Array.from({ length: 200 }, (_, nth) => `a${nth}=${"b".repeat(500)}\n`).join(""),
    ],
  ])("%s closes the connection without an answer, after those before it are answered", async (_, octets) => {
    const policy = await open({ place: place() });
    const client = await Client.open(policy);
    client.socket.write(ask("ana@example.com") + octets);
    expect(await client.closed()).toBe("action=DUNNO ana@example.com\n\n");
    const next = await Client.open(policy);
    next.socket.write(ask("eva@example.com"));
    await next.until("action=DUNNO eva@example.com\n\n");
  });

  test("where nobody can tell, it closes the connection, as Postfix wants it", async () => {
    const client = await Client.open(
      await open({
        place: place(),
        ask: async () => {
          throw new Error("away");
        },
      }),
    );
    client.socket.write(ask("ana@example.com"));
    expect(await client.closed()).toBe("");
  });

  test("an answer is one line, whatever is in it", async () => {
    const client = await Client.open(
      await open({ place: place(), ask: async () => "550 a\r\n\naction=OK\n\nb" }),
    );
    client.socket.write(ask("ana@example.com"));
    await client.until("action=550 a action=OK b\n\n");
  });

  test("whoever is slow with a request, or says nothing for long, is closed upon", async () => {
    const policy = await open({ place: place(), requestMs: 60, silenceMs: 120 });
    const dripping = await Client.open(policy);
    const drip = setInterval(() => dripping.socket.write("a"), 10);
    closing.push(() => clearInterval(drip));
    const silent = await Client.open(policy);
    expect(await dripping.closed()).toBe("");
    expect(await silent.closed()).toBe("");
  });

  test("there is room for so many, and the next one finds it when one has gone", async () => {
    const policy = await open({ place: place(), mostClients: 2 });
    const clients = [await Client.open(policy), await Client.open(policy)];
    for (const client of clients) client.socket.write(ask("ana@example.com"));
    for (const client of clients) await client.until("action=DUNNO ana@example.com\n\n");
    const third = await Client.open(policy);
    expect(await third.closed()).toBe("");
    clients[0]?.socket.destroy();
    await expect.poll(() => answersOnce(policy)).toBe(true);
  });

  test("whoever reads no answers is asked for no more than the line holds, and closed upon", async () => {
    let asked = 0;
    const policy = await open({
      place: place(),
      requestMs: 300,
      mostClients: 1,
      ask: async (request) => {
        asked += 1;
        return recipientOf(request) === "eva@example.com" ? "DUNNO" : "x".repeat(60_000);
      },
    });
    const deaf = await Client.open(policy);
    deaf.socket.pause();
    const many = 20_000;
    deaf.socket.write(ask("ana@example.com").repeat(many));
    await expect.poll(() => answersOnce(policy), { timeout: 10_000 }).toBe(true);
    expect(asked).toBeLessThan(many / 2);
  });

  test("it answers what is being asked before it is closed, and closes who asks nothing", async () => {
    const gate = Promise.withResolvers<string>();
    const asked = Promise.withResolvers<void>();
    const policy = await open({
      place: place(),
      ask: () => {
        asked.resolve();
        return gate.promise;
      },
    });
    const idle = await Client.open(policy);
    const asking = await Client.open(policy);
    asking.socket.write(ask("ana@example.com") + ask("eva@example.com"));
    await asked.promise;
    const closed = policy.close();
    expect(await idle.closed()).toBe("");
    gate.resolve("DUNNO");
    await closed;
    expect(await asking.closed()).toBe("action=DUNNO\n\n");
  });
});

describe("a socket in the file system", () => {
  test("is for its owner and its group, and gone when it is closed", async () => {
    const policy = await open({ place: unix() });
    expect(statSync(policy.at).mode & 0o777).toBe(0o660);
    await policy.close();
    expect(existsSync(policy.at)).toBe(false);
  });

  test("that was left behind is taken over, and one that is in use is not", async () => {
    const place = unix() as { socket: string };
    const left = createServer().listen(place.socket);
    await once(left, "listening");
    await expect(openPolicy({ place, ask: async () => "DUNNO" })).rejects.toMatchObject({
      code: "port-taken",
    });
    left.close();
    await once(left, "close");
    const { spawnSync } = await import("node:child_process");
    spawnSync(process.execPath, [
      "-e",
      `require("net").createServer().listen(${JSON.stringify(place.socket)}, () => process.kill(process.pid, "SIGKILL"))`,
    ]);
    expect(existsSync(place.socket)).toBe(true);
    const client = await Client.open(await open({ place }));
    client.socket.write(ask("ana@example.com"));
    await client.until("action=DUNNO ana@example.com\n\n");
  });

  test("takes the place of no other file", async () => {
    const socket = join(folder(), "policy");
    writeFileSync(socket, "kept");
    await expect(openPolicy({ place: { socket }, ask: async () => "DUNNO" })).rejects.toMatchObject({
      code: "port-taken",
    });
    expect(statSync(socket).size).toBe(4);
  });

  test("in a folder that is not there is told of", async () => {
    const socket = join(folder(), "none", "policy");
    await expect(openPolicy({ place: { socket }, ask: async () => "DUNNO" })).rejects.toMatchObject({
      code: "file-unwritable",
    });
  });
});
