// Large mailbox providers: under which domains their mailboxes are, and how much at a time is safe to give them.
import type { RecipientLimit } from "../app/setup/relays-file.ts";

interface Provider {
  readonly name: string;
  readonly domains: readonly string[];
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
const providers: readonly Provider[] = [
  { name: "google", domains: ["gmail.com", "googlemail.com"], limit: { connections: 20, perMinute: 3000 } },
  {
    name: "microsoft",
    domains: [
      ...["com", "fr", "es", "de", "it", "be", "nl", "dk", "se", "co.uk"].map((end) => `hotmail.${end}`),
      ...["com", "fr", "es", "de", "it", "be", "dk", "pt", "at"].map((end) => `outlook.${end}`),
      ...["com", "fr", "it", "be", "nl", "dk", "se", "at", "co.uk"].map((end) => `live.${end}`),
      "msn.com",
    ],
    limit: { connections: 10, perMinute: 1200 },
  },
  {
    name: "yahoo",
    domains: [
      ...["com", "fr", "es", "de", "it", "se", "co.uk"].map((end) => `yahoo.${end}`),
      "ymail.com",
      "aol.com",
    ],
    limit: { connections: 5, perMinute: 600 },
  },
  {
    name: "united-internet",
    domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "gmx.fr", "gmx.es", "web.de", "mail.com"],
    limit: { connections: 5, perMinute: 600 },
  },
  { name: "orange", domains: ["orange.fr", "wanadoo.fr"], limit: { connections: 2, perMinute: 120 } },
  { name: "free", domains: ["free.fr"], limit: { connections: 2, perMinute: 120 } },
  { name: "sfr", domains: ["sfr.fr", "neuf.fr", "cegetel.net"], limit: { connections: 2, perMinute: 120 } },
  { name: "laposte", domains: ["laposte.net"], limit: { connections: 2, perMinute: 120 } },
  { name: "t-online", domains: ["t-online.de", "magenta.de"], limit: { connections: 5, perMinute: 300 } },
  {
    name: "italiaonline",
    domains: ["libero.it", "virgilio.it", "iol.it"],
    limit: { connections: 3, perMinute: 200 },
  },
  {
    name: "wirtualna-polska",
    domains: ["wp.pl", "o2.pl", "tlen.pl"],
    limit: { connections: 3, perMinute: 200 },
  },
  { name: "apple", domains: ["icloud.com", "me.com", "mac.com"], limit: { connections: 5, perMinute: 600 } },
];

const byDomain = new Map(
  providers.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)),
);

/** The provider behind a domain in small letters; null: none of the large ones. */
export function providerOf(domain: string): Provider | null {
  return byDomain.get(domain) ?? null;
}
