// DMARC of a sender's domain: the policy in force, and whether what is signed and where reports go belongs to the domain.
import { type Finding, of, textRecord } from "./finding.ts";
import { isUnanswered, type Lookup, notAnswered, type Unanswered } from "./lookup.ts";

/** RFC 9989 4.10: no more than eight names are asked. */
const mostLabels = 8;

/** The record at one name of the walk. */
interface Policy {
  readonly at: string;
  readonly tags: ReadonlyMap<string, string>;
}

interface Walked {
  readonly policies: readonly Policy[];
  /** Names with more than one record, of which none counts. */
  readonly doubled: readonly string[];
}

/** Under which name the reports of a mail come back, and under which it is signed. */
export interface Identifiers {
  readonly reversePath: string;
  /** Empty: Licet signs nothing for it. */
  readonly signing: readonly string[];
}

/** Tags of a record such as `v=DMARC1; p=none`. */
export function tagsOf(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(";").flatMap((tag) => {
      const [name = "", ...value] = tag.split("=");
      return name.trim() === "" ? [] : [[name.trim().toLowerCase(), value.join("=").trim()] as const];
    }),
  );
}

/** The names from a domain upwards that are asked for a policy, down to its last label (RFC 9989 4.10). */
function namesAbove(domain: string): string[] {
  const labels = domain.split(".");
  const names = labels.map((_, index) => labels.slice(index).join("."));
  return labels.length < mostLabels
    ? names
    : [domain, ...names.filter((name) => name.split(".").length < mostLabels)];
}

async function walk(domain: string, lookup: Lookup): Promise<Walked | Unanswered> {
  const asked = await Promise.all(
    namesAbove(domain).map(async (at) => ({ at, found: await lookup.txt(`_dmarc.${at}`) })),
  );
  const policies: Policy[] = [];
  const doubled: string[] = [];
  for (const { at, found } of asked) {
    if (isUnanswered(found)) return found;
    const own = found.filter((record) => /^v\s*=\s*DMARC1\s*(;|$)/.test(record));
    if (own.length === 1) policies.push({ at, tags: tagsOf(own[0] ?? "") });
    if (own.length > 1) doubled.push(at);
  }
  return { policies, doubled };
}

/** Source: RFC 9989 4.10.2. */
function organizationIn({ policies }: Walked, domain: string): string {
  const marked = policies.find(
    ({ tags, at }) => tags.get("psd") === "n" || (tags.get("psd") === "y" && at !== domain),
  );
  if (marked?.tags.get("psd") === "n") return marked.at;
  if (marked) {
    const labels = marked.at.split(".").length + 1;
    return domain.split(".").slice(-labels).join(".");
  }
  return policies.at(-1)?.at ?? domain;
}

/**
 * Source: RFC 9989 (DMARC), RFC 9990 4 (reports to another domain).
 *
 * @param at - the domain of the sender's address.
 */
export async function checkDmarc(
  domain: string,
  identifiers: Identifiers,
  lookup: Lookup,
): Promise<readonly Finding[]> {
  const { good, look, bad } = of("DMARC", domain);
  const walked = await walk(domain, lookup);
  if (isUnansweredWalk(walked)) return [notAnswered("DMARC", domain, walked)];
  const organization = organizationIn(walked, domain);
  const policy =
    walked.policies.find(({ at }) => at === domain) ??
    walked.policies.find(({ at }) => at === organization) ??
    walked.policies.find(({ tags }) => tags.get("psd") === "y");
  const alignment = await checkAlignment(domain, organization, policy, identifiers, lookup);
  const proposed = (tags: string) => textRecord(`_dmarc.${organization}`, tags);
  const firstStep = `v=DMARC1; p=none; rua=mailto:dmarc@${organization}`;
  if (!policy) {
    const [doubled] = walked.doubled;
    return [
      doubled === undefined
        ? bad(
            "no policy: large mailbox providers take no mail to many from such a domain",
            "add one; reports go to a mailbox that you name",
            proposed(firstStep),
          )
        : bad(`more than one policy at \`_dmarc.${doubled}\`, so none counts`, "leave one of them"),
      alignment,
    ];
  }
  const { at, tags } = policy;
  const inherited = at !== domain;
  const asked = (inherited && tags.get("sp")) || tags.get("p");
  const findings: Finding[] = [];
  if (asked === "quarantine" || asked === "reject")
    findings.push(
      tags.get("t") === "y"
        ? look(
            `policy \`${asked}\` of \`_dmarc.${at}\`, only tried out (\`t=y\`)`,
            "take `t=y` away when the reports show nothing of yours that fails",
          )
        : good(`policy \`${asked}\` of \`_dmarc.${at}\``),
    );
  else if (asked === "none" || tags.has("rua"))
    findings.push(
      look(
        `policy \`none\` of \`_dmarc.${at}\`: whoever forges your mail is let through`,
        "read the reports for some weeks, then raise it to `quarantine`, and to `reject`",
      ),
    );
  else
    findings.push(
      bad(
        `the policy of \`_dmarc.${at}\` is not understood, so it does not count`,
        "say `p=none`, `p=quarantine` or `p=reject`",
        proposed(firstStep),
      ),
    );
  findings.push(...(await checkReports(domain, policy, lookup)), alignment);
  return findings;
}

/** Whether anybody hears of mail that fails, and may send the reports where the policy says. */
async function checkReports(domain: string, { at, tags }: Policy, lookup: Lookup): Promise<Finding[]> {
  const { look } = of("DMARC", domain);
  const places = [...(tags.get("rua") ?? "").matchAll(/mailto:[^@,]+@([^,!\s]+)/gi)].map(([, host = ""]) =>
    host.toLowerCase(),
  );
  if (places.length === 0)
    return [
      look(
        `nobody gets the reports of \`_dmarc.${at}\`, so nobody sees when your own mail fails`,
        "add where they go",
        textRecord(`_dmarc.${at}`, `${rewritten(tags)}; rua=mailto:dmarc@${at}`),
      ),
    ];
  const own = await organizationOf(at, lookup);
  const findings: Finding[] = [];
  for (const place of new Set(places)) {
    if (own === null || (await organizationOf(place, lookup)) === own) continue;
    const name = `${at}._report._dmarc.${place}`;
    const found = await lookup.txt(name);
    if (isUnanswered(found) || found.some((record) => /^v\s*=\s*DMARC1\s*(;|$)/.test(record))) continue;
    findings.push(
      look(
        `reports are to go to \`${place}\`, which has not agreed to take them, so none are sent`,
        `ask whoever runs \`${place}\` for this record`,
        textRecord(name, "v=DMARC1;"),
      ),
    );
  }
  return findings;
}

/** Whether what proves a mail's origin belongs to the domain that people see (RFC 9989 4.4). */
async function checkAlignment(
  domain: string,
  organization: string,
  policy: Policy | undefined,
  { reversePath, signing }: Identifiers,
  lookup: Lookup,
): Promise<Finding> {
  const { good, look, bad, unknown } = of("alignment", domain);
  const belongs = async (other: string, mode: string | undefined) => {
    if (other === domain || mode === "s") return other === domain;
    const its = await organizationOf(other, lookup);
    return its === null ? null : its === organization;
  };
  const back = await belongs(reversePath, policy?.tags.get("aspf"));
  const signed = await Promise.all(signing.map((other) => belongs(other, policy?.tags.get("adkim"))));
  if (back === null || signed.includes(null))
    return unknown("DNS did not answer to whom a domain belongs", "try again");
  const bounces = `let \`LICET_BOUNCE_ADDRESS\` lie under \`${organization}\``;
  if (back && signed.includes(true))
    return good("the reverse-path and the signature belong to it, so that either carries DMARC");
  if (signed.includes(true))
    return look(
      `the reverse-path (\`${reversePath}\`) does not belong to it; the signature alone carries DMARC`,
      bounces,
    );
  if (back && signing.length === 0)
    return look(
      "the reverse-path belongs to it, and Licet does not sign; whoever forwards a mail breaks what is left",
      `sign with \`licet dkim new ${domain}\`, unless your relay signs for this domain`,
    );
  if (back)
    return look(
      `what is signed (\`${signing.join("`, `")}\`) does not belong to it; the reverse-path alone carries DMARC`,
      `sign with \`licet dkim new ${domain}\``,
    );
  // What the relay signs is seen by whoever receives a mail, and not from here.
  if (signing.length === 0)
    return unknown(
      `the reverse-path (\`${reversePath}\`) does not belong to it, and Licet does not sign: every mail fails DMARC unless your relay signs for this domain`,
      `sign with \`licet dkim new ${domain}\`, or ${bounces}`,
    );
  return bad(
    `neither the reverse-path (\`${reversePath}\`) nor what is signed (\`${signing.join("`, `")}\`) belongs to it, so every mail fails DMARC`,
    `sign with \`licet dkim new ${domain}\`, or ${bounces}`,
  );
}

/** Null: DNS did not answer. */
async function organizationOf(domain: string, lookup: Lookup): Promise<string | null> {
  const walked = await walk(domain, lookup);
  return isUnansweredWalk(walked) ? null : organizationIn(walked, domain);
}

function isUnansweredWalk(walked: Walked | Unanswered): walked is Unanswered {
  return "failed" in walked;
}

function rewritten(tags: ReadonlyMap<string, string>): string {
  return [...tags]
    .filter(([name]) => name !== "rua")
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
}
