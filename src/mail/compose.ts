// From a rendered mail to the bytes that go over the wire.
import MailComposer from "nodemailer/lib/mail-composer";
import type { Instant } from "../core/instant.ts";
import { type Attachment, contentTypeOf } from "./attachments.ts";
import { oneLine, wireAddress } from "./headers.ts";
import type { Mark } from "./provider-marks.ts";
import type { RenderedMail } from "./template.ts";

/** Whose name and address the mail bears. */
export interface SenderIdentity {
  readonly name: string;
  readonly address: string;
  readonly replyTo?: string;
}

export interface SystemLetter {
  readonly sender: SenderIdentity;
  /** Where reports on its delivery go; not always the sender's address. */
  readonly reversePath: string;
  /** The person's address. */
  readonly to: string;
  readonly date: Instant;
  /** With its angle brackets; see `messageIdOf`. */
  readonly messageId: string;
  readonly mail: RenderedMail;
  /** `replied`: it answers one act of the person, such as a withdrawal (RFC 3834 section 5). */
  readonly auto: "generated" | "replied";
  /** What providers hand back, and the token of the letter for it. */
  readonly marks?: readonly Mark[];
  readonly token?: string;
}

/** One message, ready for the wire. */
export interface ComposedLetter {
  readonly reversePath: string;
  readonly forwardPath: string;
  /** RFC 5322 bytes with CRLF line ends. */
  readonly raw: Buffer;
  /** What goes after them and is the same in many letters, by whole lines: one buffer for all of these. */
  readonly rest?: Buffer;
  /** The same bytes as they go over the wire after DATA, with the final dot; absent: they are to be made so. */
  readonly wire?: Buffer;
}

/** Composes a mail that one act of one person calls for. It bears no advertising, so it needs no way out. */
export async function composeSystemLetter(letter: SystemLetter): Promise<ComposedLetter> {
  const { sender, mail } = letter;
  const reversePath = wireAddress(letter.reversePath, "reverse-path");
  const forwardPath = wireAddress(letter.to, "recipient");
  const marked = Object.fromEntries(
    (letter.marks ?? []).map(({ name, value }) => [name, value(oneLine(letter.token ?? "", "token"))]),
  );
  const raw = await composeMail({
    sender,
    boundary: letter.messageId,
    headers: { "Auto-Submitted": `auto-${letter.auto}`, ...marked },
    subject: oneLine(mail.subject, "subject"),
    to: { name: "", address: forwardPath },
    date: new Date(letter.date),
    messageId: oneLine(letter.messageId, "Message-ID"),
    text: mail.text,
    html: mail.html,
  });
  return { reversePath, forwardPath, raw };
}

/** What nodemailer is told of a mail. */
interface MailParts {
  readonly sender: SenderIdentity;
  /** Makes the boundaries of the mail. */
  readonly boundary: string;
  /** Written as they are, each on one line. */
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly date: Date | string;
  readonly messageId?: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
}

/** The bytes of a mail: the same parts give the same bytes. */
export function composeMail({
  sender,
  boundary,
  headers,
  attachments = [],
  ...parts
}: MailParts): Promise<Buffer> {
  return new MailComposer({
    ...parts,
    attachments: attachments.map((attachment) => ({
      filename: attachment.name,
      contentType: contentTypeOf(attachment),
      content: attachment.bytes,
      contentTransferEncoding: "base64",
      ...(attachment.cid === null
        ? { contentDisposition: "attachment" }
        : { contentDisposition: "inline", cid: attachment.cid }),
    })),
    from: {
      name: oneLine(sender.name, "sender name"),
      address: wireAddress(sender.address, "sender"),
    },
    ...(sender.replyTo === undefined
      ? {}
      : { replyTo: { name: "", address: wireAddress(sender.replyTo, "reply address") } }),
    // On one line, which every reader of List-Unsubscribe understands.
    headers: Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } })),
    // Always quoted-printable: lines of 76 at most, and no relay needs to change the bytes that are signed.
    encoding: "quoted-printable",
    baseBoundary: boundary.replace(/[^a-z0-9]/gi, "").slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "win",
  })
    .compile()
    .build();
}
