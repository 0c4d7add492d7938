// Whether DNS says of a sender's domain what mailbox providers want to read before they take its mail.
import type { Instant } from "../../core/instant.ts";
import { type KeptDkimKey, signingKeys } from "../../mail/dkim-keys.ts";
import { isSharedDomain } from "../../mail/shared-domains.ts";
import { checkDkim } from "./dkim.ts";
import { checkDmarc } from "./dmarc.ts";
import { type Finding, of } from "./finding.ts";
import { isUnanswered, type Lookup, notAnswered } from "./lookup.ts";
import { checkSpf } from "./spf.ts";

export interface SendingDomain {
  /** Of a sender's address, in ASCII. */
  readonly domain: string;
  /** Under which reports come back: that of `LICET_BOUNCE_ADDRESS`, else the same. */
  readonly reversePath: string;
  /** All keys that are kept, of any domain. */
  readonly keys: readonly KeptDkimKey[];
  /** The host that mail is handed to; null: there is none yet, and no mail leaves this machine. */
  readonly relay: string | null;
}

/** Source: RFC 7208, 6376, 8463, 9989, 7505. */
export async function checkDomain(
  { domain, reversePath, keys, relay }: SendingDomain,
  lookup: Lookup,
  at: Instant,
): Promise<readonly Finding[]> {
  if (/(^|\.)(test|example|invalid|localhost)$/.test(domain)) {
    const { look, bad } = of("set-up", domain);
    return [
      (relay === null ? look : bad)(
        "nobody can own a name like this one (RFC 6761), so no server takes mail from it",
        "declare senders of a domain of your own in licet.yaml",
      ),
    ];
  }
  if (isSharedDomain(domain))
    return [
      of("set-up", domain).look(
        "anybody may have a mailbox of this domain, so its DNS is not yours, and its provider's policy (DMARC) fails what is not sent through it",
        "declare senders of a domain of your own in licet.yaml",
      ),
    ];
  const owner = namesAbove(domain).find((name) => keys.some((key) => key.domain === name));
  const own = keys.filter((key) => key.domain === owner);
  const signing = [...new Set(signingKeys(own, at).map((key) => key.domain))];
  const found = await Promise.all([
    checkSpf(reversePath, relay, lookup),
    checkDkim(domain, own, lookup, at),
    checkDmarc(domain, { reversePath, signing }, lookup),
    checkMx(domain, "answers to your mail come back as undeliverable", lookup),
    ...(reversePath === domain
      ? []
      : [checkMx(reversePath, "no report of a mail that bounced reaches Licet", lookup)]),
  ]);
  return found.flat();
}

/** The domain, and those above it. */
function namesAbove(domain: string): string[] {
  return domain.split(".").map((_, index, labels) => labels.slice(index).join("."));
}

/** Source: RFC 5321 5.1, RFC 7505. */
async function checkMx(domain: string, otherwise: string, lookup: Lookup): Promise<Finding> {
  const { good, look, bad } = of("MX", domain);
  const record = `${domain}. IN MX 10 mail.${domain}.`;
  const hosts = await lookup.mx(domain);
  if (isUnanswered(hosts)) return notAnswered("MX", domain, hosts);
  const [first] = hosts.filter((host) => host !== ".");
  if (hosts.length > 0 && first === undefined)
    return bad(
      `the domain says that it takes no mail: ${otherwise}`,
      "name the server that takes it, in the place of this one",
      record,
    );
  const addresses = await lookup.addresses(first ?? domain);
  if (isUnanswered(addresses)) return notAnswered("MX", domain, addresses);
  if (first !== undefined)
    return addresses.length > 0
      ? good(`mail to it goes to \`${first}\``)
      : bad(
          `mail to it goes to \`${first}\`, which has no address: ${otherwise}`,
          "name a server that is there",
        );
  return addresses.length > 0
    ? look("no MX record, so mail to it goes to the host itself", "name the server that takes it", record)
    : bad(`nobody takes mail to it: ${otherwise}`, "name the server that takes it", record);
}
