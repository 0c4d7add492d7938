// Who is at the other end: what anybody may write into a header is believed of nobody but a trusted proxy.
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { clientAddress, readConnection } from "../../src/http/client.ts";

async function seen(peer: string | null, trusted: readonly string[], headers: Record<string, string> = {}) {
  const addressOf = clientAddress(trusted);
  const app = new Hono().get("/", (c) => c.json({ connection: readConnection(c, addressOf) }));
  const env = peer === null ? {} : { incoming: { socket: { remoteAddress: peer } } };
  return ((await (await app.request("/", { headers }, env)).json()) as { connection: unknown }).connection;
}
const through = async (peer: string, trusted: readonly string[], forwarded: string) =>
  seen(peer, trusted, { "x-forwarded-for": forwarded });

describe("the network address", () => {
  const local = ["127.0.0.0/8", "::1/128"];
  const chain = [...local, "10.0.0.0/8"];

  it.each([
    [
      "without a trusted proxy is that of the socket, whatever a header says",
      "203.0.113.9",
      [],
      "198.51.100.1",
      "203.0.113.9",
    ],
    [
      "is that of the socket where another than the proxy asks",
      "203.0.113.9",
      local,
      "198.51.100.1",
      "203.0.113.9",
    ],
    ["behind a proxy is what it wrote last", "127.0.0.1", local, "6.6.6.6, 203.0.113.9", "203.0.113.9"],
    [
      "behind two is what the outer one wrote",
      "127.0.0.1",
      chain,
      "6.6.6.6, 203.0.113.9, 10.1.2.3",
      "203.0.113.9",
    ],
    ["stops at the first that nobody trusts", "127.0.0.1", local, "203.0.113.9, 10.1.2.3", "10.1.2.3"],
    [
      "is the proxy's where that wrote nothing that is an address",
      "127.0.0.1",
      local,
      "203.0.113.9, unknown",
      "127.0.0.1",
    ],
    ["is without its port", "127.0.0.1", local, "203.0.113.9:4711", "203.0.113.9"],
    ["of IPv6 is without brackets and zone", "::1", local, "[2001:DB8::1%eth0]:4711", "2001:db8::1"],
    [
      "of IPv4 in the dress of IPv6 is what it is",
      "::ffff:127.0.0.1",
      local,
      "::ffff:203.0.113.9",
      "203.0.113.9",
    ],
  ])("%s", async (_, peer, trusted, forwarded, expected) => {
    expect(await through(peer, trusted, forwarded)).toEqual({ networkAddress: expected });
  });

  it("is nobody's where there is no socket", async () => {
    expect(await seen(null, local, { "x-forwarded-for": "203.0.113.9" })).toBeNull();
  });
});

describe("the user agent", () => {
  it("is cut, and holds nothing that a terminal or a page would obey", async () => {
    const agent = `Browser/1\u0085\u200b\u001b[31m ${"x".repeat(1000)}`;
    const bytes = Buffer.from(agent.replace("\u200b", ""), "latin1").toString("latin1").replace("\u001b", "");
    const found = (await seen("203.0.113.9", [], { "user-agent": bytes })) as { userAgent: string };
    expect(found.userAgent).toHaveLength(256);
    expect(found.userAgent).toMatch(/^Browser\/1\[31m x+$/);
  });
});
