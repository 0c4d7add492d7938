// The letter of a campaign in one language: composed once, with slots that are filled for each person.
import type { Instant } from "../core/instant.ts";
import type { Attachment } from "./attachments.ts";
import { type ComposedLetter, composeMail, type SenderIdentity } from "./compose.ts";
import { type ControllerIdentity, withMarketingFooter } from "./footer.ts";
import { dateValue, domainOf, headerLine, listId, oneClick, oneLine, wireAddress } from "./headers.ts";
import { escapeHtml } from "./layout.ts";
import type { LetterVariables, PersonalVariables, SharedVariables } from "./letter-variables.ts";
import { type Measuring, measured } from "./measured.ts";
import type { Mark } from "./provider-marks.ts";
import { encodePart, withBreaks } from "./quoted-printable.ts";
import { across, isSolid, openMarks, type Parts, type Slot } from "./slots.ts";
import type { Template } from "./template.ts";

/** What is the same for everybody. */
export interface FormLetterTerms {
  /** Of the campaign: it parts the parts of the mail, which are the same for everybody. */
  readonly id: string;
  readonly sender: SenderIdentity;
  readonly controller: ControllerIdentity;
  readonly shared: SharedVariables;
  /** What providers hand back of the letter. */
  readonly marks?: readonly Mark[];
  /** Whether `List-Unsubscribe` names an address to write to, too. */
  readonly leavesByMail?: boolean;
  /** What is followed of it; null or absent: nothing. */
  readonly measuring?: Measuring | null;
  readonly attachments?: readonly Attachment[];
}

/** Whom one letter is for. */
export interface Addressee extends PersonalVariables {
  readonly reversePath: string;
  readonly date: Instant;
  /** With its angle brackets; see `messageIdOf`. */
  readonly messageId: string;
  /** Where to write to leave; needed where that is offered. */
  readonly leaveAddress?: string | null;
  /** For what providers hand back; needed where they do. */
  readonly token?: string;
}

export interface FormLetter {
  /** @throws TypeError where a value cannot stand in a mail; CodedError `template-malformed` where the template cannot take it. */
  fill(addressee: Addressee): ComposedLetter;
}

/** What one person is to get, as it goes into the frame. */
interface Filling {
  readonly addressee: Addressee;
  readonly forwardPath: string;
  readonly variables: LetterVariables;
}
type Place = (filling: Filling) => string;
/** A text in the order in which it is written. */
type Pieces = readonly (string | Place)[];

/** Makes an address of what stands for one, until the frame is composed. */
const toDomain = "@to.invalid";

/**
 * Composes the letter of a campaign but for what depends on the person. The controller's identity and the ways out are
 * added here, not left to the template.
 *
 * Source: RFC 8058 section 3 (one click), RFC 2369 3.2 (List-Unsubscribe), RFC 2919 (List-Id).
 *
 * @throws CodedError `template-malformed`; TypeError where a value cannot stand in a header.
 */
export async function composeFormLetter(template: Template, terms: FormLetterTerms): Promise<FormLetter> {
  const { sender, shared, attachments = [] } = terms;
  const settled = template.settle(shared);
  // Before the ways out are added: nobody is followed on their way out.
  const followed = terms.measuring ? { ...settled, html: measured(settled.html, terms.measuring) } : settled;
  const mail = withWaysOut(followed, terms);
  const { mark, split } = openMarks<Place | Pieces>(
    JSON.stringify([terms.id, sender, terms.controller, shared, mail, namesOf(attachments)]),
  );
  const to = mark(({ forwardPath }) => headerLine("To", forwardPath));
  const date = mark(({ addressee }) => dateValue(addressee.date));
  const sameSubject = mail.subject.every((part) => typeof part === "string");
  const subject = sameSubject
    ? oneLine(mail.subject.join(""), "subject")
    : mark(({ variables }) => headerLine("Subject", oneLine(fillAll(mail.subject, variables), "subject")));
  const unsubscribe = mark(({ variables }) => oneClick(variables.links.unsubscribe));
  const leave = mark(({ addressee }) => wireAddress(addressee.leaveAddress ?? "", "address for leaving"));
  // RFC 8058 3.1: the link comes first, and what speaks only mail finds its way too (RFC 2369 3.2).
  const ways = terms.leavesByMail
    ? `<${unsubscribe}>, <mailto:${leave}?subject=unsubscribe>`
    : `<${unsubscribe}>`;
  const marked = Object.fromEntries(
    (terms.marks ?? []).map(({ name, value }) => [
      name,
      mark(({ addressee }) => value(oneLine(addressee.token ?? "", "token"))),
    ]),
  );
  const frame = await composeMail({
    sender,
    boundary: terms.id,
    headers: {
      "List-Unsubscribe": ways,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": listId(shared.purpose, domainOf(sender.address)),
      ...marked,
      "Message-ID": mark(({ addressee }) => oneLine(addressee.messageId, "Message-ID")),
    },
    subject,
    to: { name: "", address: to + toDomain },
    date,
    text: mark(encoded(mail.text)),
    html: mark(encoded(mail.html)),
    attachments,
  });
  // Where a header is filled as a whole, its name is part of what is folded.
  const written = frame.toString().replace(`To: ${to}${toDomain}`, to);
  const pieces = joined(
    split(sameSubject ? written : written.replace(`Subject: ${subject}`, subject)).flat(),
  );
  const rest = attachments.length === 0 ? undefined : takeRest(pieces, attachments);
  const write = stencil(pieces);
  return {
    fill(addressee) {
      const forwardPath = wireAddress(addressee.address, "recipient");
      const reversePath = wireAddress(addressee.reversePath, "reverse-path");
      const wire = write({ addressee, forwardPath, variables: { ...shared, ...addressee } });
      const raw = wire.subarray(0, wire.length - finalDot.length);
      if (rest) return { reversePath, forwardPath, raw, rest };
      // Each line ends with CRLF, as the pieces were made; where one begins with a dot, it is still to be doubled.
      const dotted = wire.indexOf(dotLine) < raw.length - 1;
      return dotted ? { reversePath, forwardPath, raw } : { reversePath, forwardPath, raw, wire };
    },
  };
}

const finalDot = Buffer.from(".\r\n");
const dotLine = Buffer.from("\n.");

/** Writes a letter with the final dot, at once as bytes: most of it is the same for everybody, and is only copied. */
function stencil(pieces: Pieces): (filling: Filling) => Buffer {
  const ready = pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece));
  ready.push(finalDot);
  return (filling) => {
    const filled = ready.map((piece) => (typeof piece === "function" ? piece(filling) : piece));
    const bytes = Buffer.allocUnsafe(filled.reduce((size, piece) => size + Buffer.byteLength(piece), 0));
    let at = 0;
    for (const piece of filled)
      at += typeof piece === "string" ? bytes.write(piece, at) : piece.copy(bytes, at);
    return bytes;
  };
}

/** What stands side by side and is the same for everybody becomes one piece. */
function joined(pieces: Pieces): (string | Place)[] {
  const found: (string | Place)[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (typeof piece === "string" && typeof last === "string") found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
}

const namesOf = (attachments: readonly Attachment[]) =>
  attachments.map(({ name, type, cid }) => [name, type, cid]);

/** What follows the text, for each set of files: the same in every language. */
const rests = new WeakMap<readonly Attachment[], Buffer>();

/** Takes from the end of a letter what need not be written for each person. */
function takeRest(pieces: (string | Place)[], attachments: readonly Attachment[]): Buffer | undefined {
  const last = pieces.at(-1);
  if (typeof last !== "string") return undefined;
  // Where the page is over: its parts are parted by lines that begin so.
  const end = last.indexOf("\n--") + 1;
  const rest = Buffer.from(last.slice(end));
  pieces[pieces.length - 1] = last.slice(0, end);
  const known = rests.get(attachments);
  if (known?.equals(rest)) return known;
  rests.set(attachments, rest);
  return rest;
}

function withWaysOut(
  mail: ReturnType<Template["settle"]>,
  { controller, shared: { language } }: FormLetterTerms,
): ReturnType<Template["settle"]> {
  const footed = (part: "html" | "text") => {
    const slot = (way: keyof PersonalVariables["links"]): Slot => ({
      fill: ({ links }) => (part === "html" ? escapeHtml(links[way]) : links[way]),
      solid: true,
    });
    return across(mail[part], (body, mark) => {
      const links = {
        unsubscribe: mark(slot("unsubscribe")),
        preferences: mark(slot("preferences")),
        why: mark(slot("why")),
      };
      const whole = { subject: "", html: "", text: "", [part]: body };
      return withMarketingFooter(whole, controller, links, language)[part];
    });
  };
  return { subject: mail.subject, html: footed("html"), text: footed("text") };
}

/** What does not depend on the person is encoded here and now. */
function encoded(parts: Parts): Place | Pieces {
  const ready = parts.map((part) => (typeof part === "string" ? encodePart(part) : part));
  if (isSolid(parts))
    return withBreaks(ready).map((part) =>
      typeof part === "string" ? part : ({ variables }) => encodePart(part.fill(variables)),
    );
  return ({ variables }) =>
    withBreaks(
      ready.map((part) => (typeof part === "string" ? part : encodePart(part.fill(variables)))),
    ).join("");
}

function fillAll(parts: Parts, variables: LetterVariables): string {
  return parts.map((part) => (typeof part === "string" ? part : part.fill(variables))).join("");
}
