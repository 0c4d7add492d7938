// Understands a mail that was delivered to us: a report, a complaint, an automatic answer, or words of a person.
import { type Attachment, type ParsedMail, simpleParser } from "mailparser";
import type { ArrivedMail, Heard, ReportedLetter } from "../app/listening/heard.ts";
import { findLetterToken } from "../mail/letter-token.ts";
import { readWayOutToken } from "../mail/tokens.ts";
import { readArf } from "./arf.ts";
import { isAutomatic } from "./automatic.ts";
import { readDsn } from "./dsn.ts";
import { readPlainReport } from "./plain-report.ts";
import { saysStop } from "./stop-words.ts";

/** A larger mail is not read: reports bring back the head of a letter, or at most the letter. */
export const mostBytes = 5_000_000;

/** As much of each part is looked at. */
const mostOfPart = 256 * 1024;

/** What a report gives back of the letter. */
const givenBack = /^(?:message\/(?:rfc822|global|global-headers|partial)|text\/rfc822-headers)$/;

const reports = /^message\/(?:global-)?delivery-status$/;
const feedback = /^message\/(?:feedback-report|x-feedback-report)$/;
const receipts = /^message\/(?:global-)?disposition-notification$/;

/** Where providers send complaints, which some of them write in formats of their own. */
const forComplaints = /^(?:abuse|fbl|complaints?)(?:\+[^@]*)?@/i;

/**
 * Understands one mail. Nothing that anybody can send makes it throw: what cannot be read is `noise`.
 *
 * @param key - of the tokens: a letter counts as named only by one that is true.
 */
export async function understand(mail: ArrivedMail, key: Buffer): Promise<Heard> {
  if (mail.raw.length > mostBytes) return { kind: "noise" };
  try {
    const parsed = await simpleParser(mail.raw, {
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      keepCidLinks: true,
      maxHtmlLengthToParse: mostOfPart,
      maxHeadSize: mostOfPart,
      maxChildNodes: 100,
      checksumAlgo: false,
    });
    return read(mail, parsed, key);
  } catch {
    return { kind: "noise" };
  }
}

function read({ reversePath, forwardPaths: told }: ArrivedMail, mail: ParsedMail, key: Buffer): Heard {
  const header = headersOf(mail);
  const forwardPaths = told.length > 0 ? told : addressesIn(mail);
  const isReport = reversePath === "" || (reversePath === null && /^<>$/.test(header("return-path")));
  const to = firstOf(forwardPaths, (path) => findLetterToken(path, key));
  if (to?.use === "leave") return isReport ? { kind: "passing" } : { kind: "leaving", letter: to };

  const text = mail.text ?? "";
  const parts = mail.attachments.map((part) => ({ type: part.contentType.toLowerCase(), part }));
  const textOf = (types: RegExp) =>
    parts.filter(({ type }) => types.test(type)).map(({ part }) => textIn(part));
  const back = [...textOf(givenBack), text];

  const feed = firstOf(textOf(feedback), readArf);
  if (feed === "passing") return { kind: "passing" };
  if (feed !== null)
    return { kind: feed, letter: letterIn(textOf(givenBack), key) ?? letterIn(textOf(feedback), key) ?? to };
  const report =
    firstOf(textOf(reports), readDsn) ??
    readPlainReport({ header, from: mail.from?.text ?? "", subject: mail.subject ?? "", text }, isReport);
  if (report?.kind === "passing") return report;
  // A bounce bars all mail, a way out stops only some of it: whoever was forwarded a letter has no more than that.
  if (report) return { ...report, letter: to ?? firstOf(back, (part) => findLetterToken(part, key)) };
  if (textOf(receipts).length > 0) return { kind: "passing" };
  if (forwardPaths.some((path) => forComplaints.test(path))) {
    const letter = letterIn(textOf(givenBack), key);
    if (letter !== null) return { kind: "complaint", letter };
  }
  // What comes from nobody and says nothing that is known is a machine's all the same.
  if (isReport || isAutomatic({ header, subject: mail.subject ?? "" })) return { kind: "passing" };
  const letter = to ?? letterIn([...back, header("in-reply-to"), header("references")], key);
  if (letter === null) return { kind: "noise" };
  return saysStop(mail.subject ?? "", text) ? { kind: "leaving", letter } : { kind: "reply" };
}

/** By its own token, else by the way out that its header or its text bore. */
function letterIn(texts: readonly string[], key: Buffer): ReportedLetter | null {
  return firstOf(texts, (text) => findLetterToken(text, key) ?? findWayOut(text, key));
}

function findWayOut(text: string, key: Buffer): ReportedLetter | null {
  for (const [, token = ""] of text.matchAll(/\/[upw]\/([\w-]{64})(?![\w-])/g)) {
    const wayOut = readWayOutToken(token, key);
    if (wayOut !== null) return wayOut;
  }
  return null;
}

function textIn(part: Attachment): string {
  return part.content.subarray(0, mostOfPart).toString("utf8");
}

/** To whom a mail went, as far as its headers still say: those that servers write come first. */
function addressesIn({ headerLines }: ParsedMail): readonly string[] {
  return ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to", "cc"].flatMap((name) =>
    headerLines
      .filter(({ key }) => key === name)
      .flatMap(({ line }) => line.slice(0, 2000).match(/[^\s<>,;:"()]+@[^\s<>,;"()]+/g) ?? []),
  );
}

/** Unfolded values by their names; of a repeated header the first one. */
function headersOf({ headerLines }: ParsedMail): (name: string) => string {
  const values = new Map<string, string>();
  for (const { key, line } of headerLines)
    if (!values.has(key))
      values.set(
        key,
        line
          .slice(line.indexOf(":") + 1)
          .replace(/\r?\n(?=[ \t])/g, "")
          .trim(),
      );
  return (name) => values.get(name) ?? "";
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
