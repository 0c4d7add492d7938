// SPF of the domain under which mail is sent: one record that can be read, ends, and takes no more than ten questions.
import { type Finding, of, textRecord } from "./finding.ts";
import { isUnanswered, type Lookup, notAnswered, type Unanswered } from "./lookup.ts";

/** RFC 7208 4.6.4. */
const mostQuestions = 10;

/**
 * @param relay - the host that mail is handed to, for the record that is proposed.
 *
 * Source: RFC 7208.
 */
export async function checkSpf(domain: string, relay: string | null, lookup: Lookup): Promise<Finding> {
  const { good, look, bad } = of("SPF", domain);
  const records = await spfOf(domain, lookup);
  if (isUnanswered(records)) return notAnswered("SPF", domain, records);
  const [record] = records;
  if (record === undefined)
    return bad(
      "no record: nobody can tell which servers may send for this domain",
      "add one, with what your mail provider tells you in the place of `a:…` (most name an `include:`)",
      textRecord(domain, `v=spf1 a:${relay !== null && isName(relay) ? relay : `mail.${domain}`} -all`),
    );
  if (records.length > 1)
    return bad("more than one record, so none counts (RFC 7208 4.5)", "put them together into one");
  const walk: Walk = { questions: 0, mistake: null };
  const unanswered = await follow(domain, record, lookup, walk);
  if (walk.mistake !== null) return bad(`${walk.mistake}, so the whole record counts as an error`, "mend it");
  if (walk.questions > mostQuestions)
    return bad(
      "it takes more than ten questions to DNS, so it counts as an error (RFC 7208 4.6.4)",
      "include less: leave out providers that send nothing for you any more",
    );
  if (unanswered) return notAnswered("SPF", domain, unanswered);
  const terms = termsOf(record);
  if (terms.some((term) => /^\+?all$/.test(term)))
    return bad("`+all` lets anybody send as this domain", "end it with `-all` or `~all`");
  if (!terms.some((term) => /^[-~]all$|^redirect=/.test(term)))
    return look("it does not say that other servers may not send", "end it with `-all` or `~all`");
  return good(
    `one record, ${walk.questions} of at most ten questions; that your mail provider stands in it is for you to see`,
  );
}

/** Not an address, and not a name of this machine alone. */
function isName(host: string): boolean {
  return /[a-z]$/i.test(host) && host.includes(".");
}

/** What came of following a record and those that it includes. */
interface Walk {
  questions: number;
  mistake: string | null;
}

async function spfOf(domain: string, lookup: Lookup): Promise<readonly string[] | Unanswered> {
  const records = await lookup.txt(domain);
  return isUnanswered(records) ? records : records.filter((record) => /^v=spf1(\s|$)/i.test(record));
}

function termsOf(record: string): string[] {
  return record.toLowerCase().trim().split(/\s+/).slice(1);
}

const mechanism = /^[-+~?]?(all|include|a|mx|ptr|ip4|ip6|exists)(?:[:]([^/\s]+))?(?:\/.*)?$/;
const modifier = /^([a-z][a-z0-9._-]*)=(.*)$/;
const asks = ["include", "a", "mx", "ptr", "exists"];

/** Counts the questions of all terms, as if none matched; ends beyond the limit, and so at any loop. */
async function follow(
  domain: string,
  record: string,
  lookup: Lookup,
  walk: Walk,
): Promise<Unanswered | null> {
  const terms = termsOf(record);
  const ends = terms.some((term) => /^[-+~?]?all$/.test(term));
  for (const term of terms) {
    const [, named, value = ""] = modifier.exec(term) ?? [];
    const [, known, target = ""] = mechanism.exec(term) ?? [];
    // What redirects is not asked where something matches in any case (RFC 7208 6.1).
    if (named !== undefined && (named !== "redirect" || ends)) continue;
    const kind = named ?? known;
    const to = named === undefined ? target : value;
    const empty = to === "" && kind !== undefined && !["all", "a", "mx", "ptr"].includes(kind);
    if (kind === undefined || empty) {
      walk.mistake ??= `\`${term}\` of \`${domain}\` is not understood`;
      continue;
    }
    if (kind !== "redirect" && !asks.includes(kind)) continue;
    walk.questions += 1;
    if (walk.questions > mostQuestions || walk.mistake !== null) return null;
    if ((kind !== "include" && kind !== "redirect") || to.includes("%")) continue;
    const inner = await spfOf(to, lookup);
    if (isUnanswered(inner)) return inner;
    const [only] = inner;
    if (only === undefined || inner.length > 1) {
      walk.mistake ??= `\`${to}\`, which it includes, has ${only === undefined ? "no record" : "more than one record"}`;
      continue;
    }
    const unanswered = await follow(to, only, lookup, walk);
    if (unanswered) return unanswered;
  }
  return null;
}
