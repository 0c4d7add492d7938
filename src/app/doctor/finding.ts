// What a check of the installation found, and what to do about it.

/** `bad`: mail is stopped or harmed by it. `look`: it works, and could be better. `unknown`: it could not be looked at. */
export type Grade = "good" | "look" | "bad" | "unknown";

export type Area =
  | "set-up"
  | "SPF"
  | "DKIM"
  | "DMARC"
  | "alignment"
  | "MX"
  | "relay"
  | "links"
  | "TLS"
  | "keys"
  | "database"
  | "clock"
  | "disk";

export interface Finding {
  readonly area: Area;
  /** A domain, a host or a file; never an address of a person. */
  readonly about: string;
  readonly grade: Grade;
  readonly words: string;
  /** What to do; null where nothing is to be done. */
  readonly remedy: string | null;
  /** The record for DNS, as a line of a zone file, where that is what to do. */
  readonly publish: string | null;
}

type Told = (words: string, remedy?: string | null, publish?: string | null) => Finding;

/** @example of("MX", "shop.example").good("mail to it goes to `mx.shop.example`") */
export function of(area: Area, about: string): { readonly [Of in Grade]: Told } {
  const told =
    (grade: Grade): Told =>
    (words, remedy = null, publish = null) => ({
      area,
      about: shown(about),
      grade,
      words: shown(words),
      remedy: remedy && shown(remedy),
      publish: publish && shown(publish),
    });
  return { good: told("good"), look: told("look"), bad: told("bad"), unknown: told("unknown") };
}

/** What others wrote into DNS, or a server into its greeting, moves no terminal. */
function shown(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}

/** A record of text as a line of a zone file: strings of 255 octets at most (RFC 1035 3.3, 3.3.14). */
export function textRecord(name: string, text: string): string {
  return `${name}. IN TXT ${(text.match(/.{1,255}/g) ?? []).map((string) => `"${string}"`).join(" ")}`;
}
