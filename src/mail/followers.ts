// How other sending tools follow people: the links that lead through them and the images that tell of an opening, tool by tool.
import { inflateSync } from "node:zlib";

/** What one tool writes into mails. */
interface Tool {
  readonly name: string;
  /** Of `host/path?query`: a link that tells who pressed it. */
  readonly links: RegExp;
  /** Of `host/path?query`: an image that tells who opened the mail. */
  readonly opens: RegExp;
  /** Where such a link leads, read out of it. Absent: only the tool knows. */
  readonly target?: (link: URL) => string | null;
}

/**
 * Each from what the tool's documents show, or from mails that it sent. Most tools let the host be one of the sender's own:
 * what they cannot hide is the shape of the path.
 */
const tools: readonly Tool[] = [
  {
    // Of the three ids the last is the person's; all zeros where nobody is followed.
    name: "listmonk",
    links: /\/link\/[0-9a-f-]{36}\/[0-9a-f-]{36}\/(?!0{8}-)[0-9a-f-]{36}(?:$|[?])/,
    opens: /\/campaign\/[0-9a-f-]{36}\/[0-9a-f-]{36}\/px\.png/,
  },
  {
    name: "Mautic",
    links: /\/r\/[0-9a-f]{24,25}(?:\?|$)/,
    opens: /\/email\/[0-9a-f]{20,}\.gif|\/mtracking\.gif/,
  },
  {
    name: "Mailchimp",
    links: /^(?:[^/]*\.)?(?:list-manage\d*\.com\/track|mailchimp\.com\/mctx)\/click/,
    opens: /^(?:[^/]*\.)?(?:list-manage\d*\.com\/track|mailchimp\.com\/mctx)\/open/,
    target: (link) => webAddressIn(parameter(link, "url")),
  },
  {
    name: "Mandrill",
    links: /\/track\/click\/\d+\//,
    opens: /\/track\/open\.php\?u=/,
    target: (link) => webAddressIn(member(member(base64(parameter(link, "p")), "p"), "url")),
  },
  {
    name: "SendGrid",
    links: /\/(?:uni\/)?(?:ls|wf|ss)\/click\?|\/(?:uni\/)?ss\/c\/[\w.-]{20,}/,
    opens: /\/wf\/open\?|\/(?:uni\/)?ss\/o\/[\w.-]{20,}/,
  },
  {
    // `eJ` is how a deflated text begins in base64; some hold a query with the target, most are sealed as well.
    name: "Mailgun",
    links: /\/c\/eJ[\w-]{20,}/,
    opens: /\/o\/eJ[\w-]{20,}/,
    target: (link) => webAddressInQuery(`?${inflated(segment(link, /^c$/))}`),
  },
  {
    name: "Postmark",
    links: /^[^/]*\.pstmrk\.it\/\d[a-z]?\/|\/\d[a-z]?\/[^/]+\/[\w-]+\/[\w-]+\/AQ\/[0-9a-f-]{36}\//,
    opens: /^[^/]*\.pstmrk\.it\/open/,
    target: (link) => {
      const [, version = ""] = link.pathname.split("/");
      const rest = decoded(segment(link, /^\d[a-z]?$/));
      return rest === null ? null : `${version.endsWith("s") ? "https" : "http"}://${rest}`;
    },
  },
  {
    name: "Amazon SES",
    links: /^[^/]*\.awstrack\.me\/L0\/|\/C?L0\/https?:/,
    opens: /^[^/]*\.awstrack\.me\/I0\/|\/CI0\/[\w-]{20,}\//,
    target: (link) => webAddressIn(decoded(segment(link, /^C?L0$/))),
  },
  {
    name: "Brevo",
    links: /\/(?:mk|tr)\/cl\/|^[^/]*\.sendib\w*\.com\/track\/click/,
    opens: /\/(?:mk|tr)\/op\//,
  },
  {
    name: "Klaviyo",
    links: /^[^/]*\.klclick\d*\.com\/(?:l|c|ls|uni)\//,
    opens: /^[^/]*\.klclick\d*\.com\/(?:o\/|wf\/open)/,
  },
  {
    name: "HubSpot",
    links:
      /\/Ctc\/|\/e[23]t\/(?:c|sc\d?)\/|^[^/]*\.(?:hubspotlinks\w*|hubspotemail|hs-sales-engage)\.(?:com|net)\/(?!Cto\/)/,
    opens: /\/Cto\/|\/e[23]t\/(?:o|to)\/|^track\.hubspot\.com\//,
  },
  {
    name: "MailPoet",
    links: /[?&]mailpoet_router=?&endpoint=track&action=click(?:&|$)/,
    opens: /[?&]mailpoet_router=?&endpoint=track&action=open(?:&|$)/,
  },
  {
    name: "phpList",
    links: /\/lt\.php\?(?:id|tid)=/,
    opens: /\/ut\.php\?u=/,
  },
  {
    name: "Sendy",
    links: /\/l\/[A-Za-z0-9]{14,}\/[A-Za-z0-9]{14,}\/[A-Za-z0-9]{14,}(?:$|[?])/,
    opens: /\/t\/[A-Za-z0-9]{14,}\/[A-Za-z0-9]{14,}(?:$|[?])/,
  },
  {
    name: "ActiveCampaign",
    links:
      /\/Prod\/link-tracker\?|^[^/]*\.(?:acem\w+|activehosted|emlnk\w*)\.com\/lt(?:\/t_go)?\.php\?(?!.*\bl=open)/,
    opens: /^[^/]*\/lt(?:\/t_go)?\.php\?.*\bl=open\b/,
    target: (link) => webAddressIn(parameter(link, "redirectUrl")),
  },
  {
    // `email;person;address;anchor;signature`, and an address may hold a `;` of its own.
    name: "The Newsletter Plugin",
    links: /[?&]nltr=|\/newsletter\/statistics\/link\.php\?r=/,
    opens: /[?&]noti=|\/newsletter\/statistics\/open\.php/,
    target: (link) => {
      const fields = base64(parameter(link, "nltr") ?? parameter(link, "r"))?.split(";") ?? [];
      return webAddressIn(fields.slice(2, -2).join(";"));
    },
  },
  {
    name: "FluentCRM",
    links: /[?&]ns_url=[^&]+&mid=/,
    opens: /[?&]fluentcrm=1&route=open(?:&|$)/,
  },
  {
    name: "Constant Contact",
    links: /^[^/]*\.rs6\.net\/tn\.jsp/,
    opens: /^[^/]*\.rs6\.net\/on\.jsp/,
  },
  {
    name: "Campaign Monitor",
    links: /\/t\/[a-z]-l-[a-z]+-/,
    opens: /\/t\/[a-z]-o-[a-z]+-/,
  },
  {
    // The last part of the path is the target.
    name: "Mailjet",
    links: /^[^/]*\.mjt\.lu\/lnk\//,
    opens: /^[^/]*\.mjt\.lu\/oo\//,
    target: (link) => webAddressIn(link.pathname.split("/").at(-1) ?? null),
  },
];

const says = (words: string) => new RegExp(`(?:^|[/._-])(?:${words})(?:[/._?-]|$)`, "i");
/** A tool that is not known, by what the host or the path say. */
const followingWords = says("track(?:ing|er)?|trk|clicks?|clk|redir(?:ect)?");
/** What must be gone through, and says so: unwrapped it would not do what it is for. */
const neededWords = says(
  "log-?in|sign-?in|auth|oauth2?|sso|saml|verify|confirm(?:ation)?|activate|unsubscribe|opt-?out|password|reset",
);
const openingImage =
  /\/(?:track(?:ing)?|trk)\/(?:open|opened|o|pixel)(?:[/.?]|$)|\/open\.(?:aspx|php|gif)(?:\?|$)|\/(?:pixel|beacon)\.gif(?:\?|$)/i;

const anyLink = new RegExp(tools.map(({ links }) => links.source).join("|"));
const anyOpen = new RegExp(tools.map(({ opens }) => opens.source).join("|"));

/** A tool that wraps what another has wrapped; more layers than these are somebody's joke. */
const mostLayers = 5;

/** A link that follows whoever presses it. */
export interface FollowingLink {
  readonly host: string;
  /** Where it leads at last, in ASCII; null: nobody but the tool can tell. */
  readonly target: string | null;
}

/**
 * What an address in a mail is, if it follows whoever presses it; null: an ordinary link, or none to the web.
 *
 * @param address - as it stands in the mail, its entities read.
 *
 * @example
 * followingLink("https://go.shop.example/click?to=https%3A%2F%2Fshop.example%2Fnew"); // { host: "go.shop.example", target: "https://shop.example/new" }
 */
export function followingLink(address: string): FollowingLink | null {
  let link = webAddress(address);
  const host = link?.host ?? "";
  let target: string | null | undefined;
  for (let layer = 0; link !== null && layer < mostLayers; layer += 1) {
    const next = unwrap(link);
    if (next === undefined) return layer === 0 ? null : { host, target: target ?? null };
    target = next === null ? null : inAscii(next);
    link = target === null ? null : webAddress(target);
  }
  return host === "" ? null : { host, target: null };
}

/** Whether an image at this address tells a sending tool that the mail was opened. */
export function tellsOpening(address: string): boolean {
  const link = webAddress(address);
  if (link === null) return false;
  const shape = shapeOf(link);
  return anyOpen.test(shape) || openingImage.test(shape);
}

/** Longer ones no server takes, and no tool makes. */
const mostAddressLetters = 8_192;

/** The address, if it is one of the web: with a scheme, or with the one that the page has. */
export function webAddress(address: string): URL | null {
  const text = address.trim();
  if (text.length > mostAddressLetters || !/^(?:https?:)?[/\\]{2}/i.test(text)) return null;
  return URL.parse(/^h/i.test(text) ? text : `https:${text}`);
}

/** `undefined`: it follows nobody. Null: it does, and does not say where it leads. */
function unwrap(link: URL): string | null | undefined {
  const shape = shapeOf(link);
  if (anyLink.test(shape)) {
    const tool = tools.find(({ links }) => links.test(shape));
    return tool?.target?.(link) ?? null;
  }
  const place = `${link.host}${link.pathname}`;
  if (!followingWords.test(place) || neededWords.test(place)) return undefined;
  return webAddressInQuery(link.search) ?? undefined;
}

function shapeOf({ host, pathname, search }: URL): string {
  return `${host}${pathname}${search}`;
}

function webAddressInQuery(query: string): string | null {
  for (const [, value = ""] of query.matchAll(/[?&][^=&]*=([^&]*)/g)) {
    const target = webAddressIn(value);
    if (target !== null) return target;
  }
  return null;
}

/** A value that is an address of the web, in the clear, percent-encoded, in base64, or both. */
function webAddressIn(value: string | null): string | null {
  for (const read of [value, decoded(value), base64(value), decoded(base64(value))])
    if (read !== null && webAddress(read) !== null && /^https?:/i.test(read)) return read;
  return null;
}

/** Whatever the charset of a mail, ASCII stands in it as itself. Null: it is no address after all. */
function inAscii(target: string): string | null {
  if (/^[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x7e]+$/.test(target)) return URL.canParse(target) ? target : null;
  return URL.parse(target)?.href ?? null;
}

/** As it stands in the query: `+` is no space where a value is in base64. */
function parameter(link: URL, name: string): string | null {
  const found = new RegExp(`[?&]${name}=([^&]*)`).exec(link.search)?.[1];
  return found === undefined ? null : decoded(found);
}

/** The part of the path after the one that has this name. */
function segment(link: URL, after: RegExp): string | null {
  const parts = link.pathname.split("/");
  return parts[parts.findIndex((part) => after.test(part)) + 1] ?? null;
}

function decoded(text: string | null): string | null {
  try {
    return text === null ? null : decodeURIComponent(text);
  } catch {
    return null;
  }
}

function base64(text: string | null): string | null {
  const bare = decoded(text);
  return bare !== null && /^[\w+/-]{8,}={0,2}$/.test(bare) ? Buffer.from(bare, "base64").toString() : null;
}

/** A member of an object in JSON, if it is a text. */
function member(json: string | null, name: string): string | null {
  try {
    const value: unknown = JSON.parse(json ?? "null")?.[name];
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

const mostInflatedBytes = 16_384;

function inflated(text: string | null): string {
  try {
    return inflateSync(Buffer.from(text ?? "", "base64"), { maxOutputLength: mostInflatedBytes }).toString();
  } catch {
    return "";
  }
}
