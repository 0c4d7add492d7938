// Large mailbox providers: how much at a time is safe to give them.
import type { RecipientLimit } from "../app/setup/relays-file.ts";
import { providerDomains } from "../mail/shared-domains.ts";

interface Provider {
  readonly name: string;
  readonly limit: RecipientLimit;
}

/**
 * Hardly any provider publishes numbers; all of them say to begin slowly and to heed 421 and 450. These are starting points for
 * a sender of good standing, and `relays.yaml` overrides each.
 *
 * Source: Orange takes few connections at a time and says OFR004_104 at more (https://postmaster.orange.fr); Yahoo ends a
 * connection after some mails and asks for few at a time (https://senders.yahooinc.com/best-practices); Gmail asks for a slow
 * increase (https://support.google.com/mail/answer/81126); Microsoft for fewer than 500 connections
 * (https://olcsupport.office.com).
 */
const limits: Readonly<Record<keyof typeof providerDomains, RecipientLimit>> = {
  google: { connections: 20, perMinute: 3000 },
  microsoft: { connections: 10, perMinute: 1200 },
  yahoo: { connections: 5, perMinute: 600 },
  "united-internet": { connections: 5, perMinute: 600 },
  orange: { connections: 2, perMinute: 120 },
  free: { connections: 2, perMinute: 120 },
  sfr: { connections: 2, perMinute: 120 },
  laposte: { connections: 2, perMinute: 120 },
  "t-online": { connections: 5, perMinute: 300 },
  italiaonline: { connections: 3, perMinute: 200 },
  "wirtualna-polska": { connections: 3, perMinute: 200 },
  apple: { connections: 5, perMinute: 600 },
};

const byDomain = new Map(
  Object.entries(limits).flatMap(([name, limit]): [string, Provider][] =>
    providerDomains[name as keyof typeof limits].map((domain) => [domain, { name, limit }]),
  ),
);

/** The provider behind a domain in small letters; null: none of the large ones. */
export function providerOf(domain: string): Provider | null {
  return byDomain.get(domain) ?? null;
}
