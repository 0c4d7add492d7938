// What a mail server's answer says, and of whom: of the mailbox, or of us who send.
import {
  fullWords,
  goneStatuses,
  goneWords,
  laterWords,
  ourStatuses,
  ourWords,
  slowWords,
} from "./reply-words.ts";

/** An answer to a mail: of a server in a session, or as a report on delivery quotes it. */
export interface MailReply {
  /** SMTP reply code (RFC 5321 4.2), 400 to 599; null where a report names none. */
  readonly code: number | null;
  /** Enhanced status code (RFC 3463), like `5.1.1`; null where there is none. */
  readonly status: string | null;
  /** What it says in words; may hold addresses, and is kept nowhere. */
  readonly text: string;
}

export interface DeliveryStatus {
  /**
   * `mailbox-gone`: nobody is written to there any more, which is held against the address. `mailbox-full`: it takes
   * nothing for now. `about-us`: our reputation, sign-in, content or way of sending; never held against the person.
   * `try-later`: nothing is said of anybody. `unknown`: held against nobody.
   */
  readonly says: "mailbox-gone" | "mailbox-full" | "about-us" | "try-later" | "unknown";
  /** Whether the same mail may pass later. */
  readonly later: boolean;
  /** Whether who answers asks for fewer mails at a time: then more than this one have to wait. */
  readonly slower: boolean;
}

/**
 * Reads an answer. Status codes are not used alike: large providers give `5.1.1` for a full mailbox and `5.7.1` for what
 * passes in an hour. Where words and codes disagree, that reading wins which holds nothing against the person.
 *
 * Source: RFC 3463, 5248, 7372, 7504, 7505; what providers publish, as `test/corpus/replies.jsonl` cites it.
 *
 * @example
 * readDeliveryStatus({ code: 550, status: "5.1.1", text: "user unknown" }).says; // "mailbox-gone"
 * readDeliveryStatus({ code: 550, status: "5.7.26", text: "" }).says; // "about-us"
 */
export function readDeliveryStatus({ code, status, text }: MailReply): DeliveryStatus {
  const words = plain(text);
  const temporary =
    status === null ? code !== null && code < 500 : status.startsWith("4") || (code ?? 500) < 500;
  // RFC 3463 2: what follows the first number says the same of a passing failure as of a lasting one.
  const matter = status?.slice(2) ?? null;
  const slower = code === 421 || (temporary && matter?.startsWith("7.") === true) || slowWords.test(words);
  if (matter === "2.2" || (matter !== "7.1" && fullWords.test(words)))
    return { says: "mailbox-full", later: temporary, slower: false };
  if (temporary) return { says: "try-later", later: true, slower };
  if (matter !== null && ourStatuses.test(matter)) return { says: "about-us", later: slower, slower };
  if (ourWords.test(words)) return { says: "about-us", later: slower || laterWords.test(words), slower };
  if (slower || laterWords.test(words)) return { says: "try-later", later: true, slower };
  if (gone(code, matter, words)) return { says: "mailbox-gone", later: false, slower: false };
  // RFC 3463 3.6 and RFC 5321 4.2.2: the words of the session, and signing in, are ours alone.
  const session = matter?.startsWith("5.") || (code !== null && /^5(?:0\d|3[0458])$/.test(String(code)));
  return { says: session ? "about-us" : "unknown", later: false, slower: false };
}

/** Reads a whole reply of a session, of one line or more, as `550 5.1.1 user unknown`. */
export function readReply(reply: string): DeliveryStatus {
  const [, code, status = null] =
    /^([45]\d\d)(?:[ -]([245]\.\d{1,3}\.\d{1,3})(?!\S))?/.exec(reply.trim()) ?? [];
  return readDeliveryStatus({ code: code === undefined ? null : Number(code), status, text: reply });
}

function gone(code: number | null, matter: string | null, words: string): boolean {
  if (matter !== null && goneStatuses.has(matter)) return true;
  // RFC 7504: the domain takes no mail at all.
  if (code === 556) return true;
  // Microsoft's edge says so of who is not in the directory of the company; RFC 3463 means by 5.4.1 a silent host.
  if (matter === "4.1") return words.includes("recipient address rejected: access denied");
  return goneWords.test(words);
}

/** Without links and addresses, whose words are no words of the server; RFC 5321 4.2: each line bears the code again. */
function plain(text: string): string {
  return text
    .slice(0, 4000)
    .replaceAll(/\r?\n\d{3}[ -](?:[245]\.\d{1,3}\.\d{1,3} )?/g, " ")
    .replaceAll(/https?:\/\/\S+/gi, " ")
    .replaceAll(/\S+@\S+/g, " ")
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
}
