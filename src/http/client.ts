// Who is at the other end: the address of the socket, or what proxies that are trusted say of whom they speak for.
import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Connection } from "../ledger/fact-seal.ts";

/** Whom the request came from: null where there is no socket. */
export type ClientAddress = (c: Context) => string | null;

/**
 * Reads the chain of `X-Forwarded-For` from its end, where the proxy next to us has written: as long as it was a trusted one
 * who wrote, what it wrote is true. The first address that is not trusted is the client; what stands before it anybody may
 * have made up.
 *
 * @param trustedProxies - networks, as `10.0.0.0/8`.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = "", bits] = network.split("/");
    trusted.addSubnet(address, Number(bits), familyOf(address));
  }
  return (c) => {
    const peer = c.env?.incoming ? plain(getConnInfo(c).remote.address ?? "") : null;
    if (peer === null) return null;
    let address = peer;
    for (const hop of (c.req.header("x-forwarded-for") ?? "").split(",").reverse()) {
      const next = plain(hop);
      if (next === null || !trusted.check(address, familyOf(address))) break;
      address = next;
    }
    return address;
  };
}

/** Longer than any browser says of itself; what is longer is cut. */
const longestUserAgent = 256;

/** What is kept of a connection, as corroboration of an act. Null: nothing is to be seen. */
export function readConnection(c: Context, addressOf: ClientAddress): Connection | null {
  const networkAddress = addressOf(c);
  const userAgent = (c.req.header("user-agent") ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim()
    .slice(0, longestUserAgent);
  if (networkAddress === null && userAgent === "") return null;
  return { ...(networkAddress !== null && { networkAddress }), ...(userAgent !== "" && { userAgent }) };
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An address without port, brackets and zone, and of an IPv4 address in the dress of IPv6 what it is; null: it is none. */
function plain(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) === 0 ? null : bare.toLowerCase();
}
