// From a rendered mail to the bytes that go over the wire.
import MailComposer from "nodemailer/lib/mail-composer";
import type { Instant } from "../core/instant.ts";
import type { Language } from "../core/languages.ts";
import { type ControllerIdentity, type WaysOut, withMarketingFooter } from "./footer.ts";
import { domainOf, listId, oneLine, wireAddress } from "./headers.ts";
import type { RenderedMail } from "./template.ts";

/** Whose name and address the mail bears. */
export interface SenderIdentity {
  readonly name: string;
  readonly address: string;
  readonly replyTo?: string;
}

interface Addressed {
  readonly sender: SenderIdentity;
  /** Where reports on its delivery go; not always the sender's address. */
  readonly reversePath: string;
  /** The person's address. */
  readonly to: string;
  readonly date: Instant;
  /** With its angle brackets; see `messageIdOf`. */
  readonly messageId: string;
  readonly mail: RenderedMail;
}

export interface MarketingLetter extends Addressed {
  readonly controller: ControllerIdentity;
  readonly purpose: { readonly key: string; readonly label: string };
  readonly links: WaysOut;
  readonly language: Language;
}

export interface SystemLetter extends Addressed {
  /** `replied`: it answers one act of the person, such as a withdrawal (RFC 3834 section 5). */
  readonly auto: "generated" | "replied";
}

/** One message, ready for the wire. */
export interface ComposedLetter {
  readonly reversePath: string;
  readonly forwardPath: string;
  /** RFC 5322 bytes with CRLF line ends. */
  readonly raw: Buffer;
}

/**
 * Composes one marketing mail. The controller's identity and the ways out are added here, not left to the template.
 *
 * Source: RFC 8058 section 3 (one click), RFC 2369 3.2 (List-Unsubscribe), RFC 2919 (List-Id).
 */
export function composeMarketingLetter(letter: MarketingLetter): Promise<ComposedLetter> {
  return compose(
    { ...letter, mail: withMarketingFooter(letter.mail, letter.controller, letter.links, letter.language) },
    {
      "List-Unsubscribe": `<${oneClick(letter.links.unsubscribe)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": listId(letter.purpose, domainOf(letter.sender.address)),
    },
  );
}

/** Composes a mail that one act of one person calls for. It bears no advertising, so it needs no way out. */
export function composeSystemLetter(letter: SystemLetter): Promise<ComposedLetter> {
  return compose(letter, { "Auto-Submitted": `auto-${letter.auto}` });
}

async function compose(
  letter: Addressed,
  headers: Readonly<Record<string, string>>,
): Promise<ComposedLetter> {
  const { sender, mail } = letter;
  const reversePath = wireAddress(letter.reversePath, "reverse-path");
  const forwardPath = wireAddress(letter.to, "recipient");
  const raw = await new MailComposer({
    from: { name: oneLine(sender.name, "sender name"), address: wireAddress(sender.address, "sender") },
    ...(sender.replyTo === undefined
      ? {}
      : { replyTo: { name: "", address: wireAddress(sender.replyTo, "reply address") } }),
    to: { name: "", address: forwardPath },
    subject: oneLine(mail.subject, "subject"),
    date: new Date(letter.date),
    messageId: oneLine(letter.messageId, "Message-ID"),
    // Prepared: written as they are, on one line, which every reader of List-Unsubscribe understands.
    headers: Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } })),
    text: mail.text,
    html: mail.html,
    // Always quoted-printable: lines of 76 at most, and no relay needs to change the bytes that will be signed.
    encoding: "quoted-printable",
    // The same letter gives the same bytes.
    baseBoundary: letter.messageId.replace(/[^a-z0-9]/gi, "").slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "win",
  })
    .compile()
    .build();
  return { reversePath, forwardPath, raw };
}

function oneClick(link: string): string {
  if (!/^https?:\/\/[\x21-\x3b=\x3f-\x7e]+$/.test(link))
    throw new TypeError("the way out of a mail is no address of a page");
  return link;
}
