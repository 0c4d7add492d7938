// By what codes and words mail servers tell whom a refusal is about. Each is shown by a case of `test/corpus/replies.jsonl`.

/** RFC 3463 without its first number: the address or the mailbox is no more, or never was. */
export const goneStatuses: ReadonlySet<string> = new Set([
  "1.1", // bad destination mailbox address
  "1.2", // bad destination system address
  "1.3", // bad destination mailbox address syntax
  "1.6", // mailbox has moved, and nothing is forwarded
  "1.10", // the domain takes no mail: null MX (RFC 7505)
  "2.1", // mailbox disabled
  "7.17", // the mailbox has another owner now (RFC 7293)
  "7.18", // the domain has another owner now (RFC 7293)
]);

/**
 * The same, of us: the sender's address (1.7, 1.8), mail that is too large (2.3, 3.4), its form (6.x), and policy,
 * reputation and authentication (7.x).
 */
export const ourStatuses = /^(?:1\.7|1\.8|2\.3|3\.4|6\.\d+|7\.(?!1[78]$)\d+)$/;

export const fullWords = any(
  /mailbox (?:is )?full/,
  /over ?quota/,
  /(?:exceed\w*|over)\b.{0,40}\bquota/,
  /quota\b.{0,20}\bexceed/,
  /boite (?:du destinataire )?pleine/,
  /out of storage/,
);

export const slowWords = any(
  /too (?:many|fast|quickly)/,
  /rate.{0,3}limit/,
  /(?:sending|connection|message|unusual|high) rate/,
  /at a rate that/,
  /limit (?:exceeded|reached)/,
  /slow ?down/,
  /unexpected volume/,
  /throttl/,
);

export const laterWords = any(
  /gr[ae]y-?list/,
  /try (?:again )?later/,
  /temporar(?:y|ily)/,
  /\bdeferred\b/,
  /essayer plus tard/,
);

/** Words of filters and lists. What a mailbox itself is, `blocked` or not, is no word of these. */
export const ourWords = any(
  /\bspam/,
  /unsolicited|junk/,
  /black ?list|block ?list|blocklisted|dnsbl|\brbls?\b/,
  /spamhaus|barracuda|cloudmark|\bsorbs\b|spamcop|senderscore/,
  /blocked (?:using|by|due to (?:poor|bad|low|reputation|abuse))/,
  /\b(?:ip|ips|host|address|network)\b.{0,40}\b(?:blocked|banned|listed|rejected due)/,
  /reputation/,
  /polic(?:y|ies)/,
  /\bspf\b|\bdkim\b|\bdmarc\b|authenticat/,
  /reverse (?:dns|hostname)|\brdns\b|\bptr\b|\bhelo\b|\behlo\b/,
  /client host/,
  /sender(?:'s)? (?:address|domain|verify|verification|denied|rejected)/,
  /(?:content|message|mail) (?:was |is |has been )?(?:rejected|refused|not accepted|not allowed)/,
  /mail rejete/,
  /relay(?:ing)? (?:access )?(?:denied|not)|not permitted to relay|unable to relay/,
  /virus|malware|phish/,
  /complaint/,
);

export const goneWords = any(
  /(?:user|recipient|mailbox|address|account|addressee)\b.{0,30}\b(?:unknown|not found|not exist|no longer)/,
  /(?:doesn't|does not|don't|do not) (?:have|exist)/,
  /unknown (?:user|recipient|local)/,
  /no such (?:user|recipient|mailbox|address|person|account)/,
  /no mailbox here/,
  /(?:invalid|bad) (?:recipient|mailbox)/,
  /(?:mailbox|account|user)\b.{0,30}\b(?:disabled|inactive|inactivity|closed|deactivated|suspended|discontinued)/,
  /mailbox unavailable/,
  /destinataire invalide/,
  /(?:host or )?domain (?:name )?not found/,
);

function any(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}
