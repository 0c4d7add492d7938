// How often one key or one client address may ask: so many requests a window, counted in memory.
import type { Context, MiddlewareHandler } from "hono";
import type { Clock } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import type { ClientAddress } from "./client.ts";

export interface Limit {
  readonly requests: number;
  readonly windowSeconds: number;
}

/** Above so many askers in one window the one counted longest ago is forgotten: memory stays bounded under any flood. */
const mostAskers = 50_000;

export interface Counter {
  /** Counts one request of this asker, and answers how many it has made in this window. */
  add(asker: string): number;
  /** How many it has made in this window, without counting. */
  of(asker: string): number;
  /** Until this window ends, and all counts with it. */
  secondsLeft(): number;
}

export function countAskers(windowSeconds: number, clock: Clock): Counter {
  const counts = new Map<string, number>();
  let windowEndsAt = 0;
  return {
    add(asker) {
      const now = clock.now();
      if (now >= windowEndsAt) {
        counts.clear();
        windowEndsAt = now + windowSeconds * 1000;
      }
      const count = (counts.get(asker) ?? 0) + 1;
      counts.delete(asker);
      counts.set(asker, count);
      if (counts.size > mostAskers) counts.delete(counts.keys().next().value as string);
      return count;
    },
    of: (asker) => (clock.now() < windowEndsAt ? (counts.get(asker) ?? 0) : 0),
    secondsLeft: () => Math.ceil((windowEndsAt - clock.now()) / 1000),
  };
}

/**
 * Counts requests, and refuses those above the limit with `rate-limited`.
 *
 * @returns a function that counts one request of this asker, and writes the `RateLimit-*` and `Retry-After` headers.
 */
export function rateLimit(limit: Limit, clock: Clock): (c: Context, asker: string) => void {
  const counter = countAskers(limit.windowSeconds, clock);
  return (c, asker) => {
    const count = counter.add(asker);
    const seconds = String(counter.secondsLeft());
    c.header("RateLimit-Limit", String(limit.requests));
    c.header("RateLimit-Remaining", String(Math.max(0, limit.requests - count)));
    c.header("RateLimit-Reset", seconds);
    if (count <= limit.requests) return;
    c.header("Retry-After", seconds);
    throw new CodedError("rate-limited", `try again in ${seconds} s`);
  };
}

/**
 * Limits the POSTs of each client address, but for the ways out: mailbox providers send the one-click withdrawals of
 * many people from few addresses, and none of them may be turned away (GDPR 7(3)).
 */
export function limitPosts(
  limit: Limit,
  clock: Clock,
  isWayOut: (path: string) => boolean,
  addressOf: ClientAddress,
): MiddlewareHandler {
  const count = rateLimit(limit, clock);
  return async (c, next) => {
    if (c.req.method === "POST" && !isWayOut(c.req.path)) count(c, network(addressOf(c)));
    await next();
  };
}

/**
 * The network that mail is paced by: of an IPv4 address its first 24 bits, of an IPv6 address its first 64. Null: nothing
 * is known of it, or it is this machine, as behind a proxy that does not say whom it speaks for.
 */
export function neighbourhood(address: string | null): string | null {
  if (address === null || address === "::1" || address.startsWith("127.")) return null;
  return address.includes(":") ? network(address) : address.replace(/\.\d+$/, "");
}

/** Of an IPv6 address the network counts (its first 64 bits), since one household has all the others. */
function network(address: string | null): string {
  if (address === null || !address.includes(":") || address.includes(".")) return address ?? "unknown";
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill("0")].slice(0, 4).join(":");
}
