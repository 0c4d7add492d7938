// The mails that Licet writes itself: please confirm, was this order yours, here is what you asked for, we will no longer write.
import type { Instant } from "../core/instant.ts";
import type { Language } from "../core/languages.ts";
import { copyIn } from "./copy/copy.ts";
import { type ControllerIdentity, withFooter } from "./footer.ts";
import { button, escapeHtml, layOut, styleElements } from "./layout.ts";
import type { LetterVariables } from "./letter-variables.ts";
import { momentInWords } from "./locale.ts";
import { plainText } from "./plain-text.ts";
import { compileTemplate, type RenderedMail } from "./template.ts";

export interface Written {
  readonly controller: ControllerIdentity;
  readonly language: Language;
}

export interface ConfirmationMail extends Written {
  /** Labels of the purposes, in the person's language. */
  readonly purposes: readonly string[];
  /** Opens a page with a button; opening it confirms nothing. */
  readonly link: string;
  readonly expiresAt: Instant;
}

/**
 * Asks to confirm. No logo, no picture, no advertising, no tracking: until it is answered nobody is known to have
 * asked for anything.
 *
 * Source: BGH I ZR 164/09; CNIL 2026-042.
 */
export function confirmationMail(mail: ConfirmationMail): RenderedMail {
  const { confirmation } = copyIn(mail.language);
  return write(mail, confirmation.subject(mail.controller.name), [
    paragraph(confirmation.asked(mail.controller.name)),
    items(mail.purposes),
    button(confirmation.button, mail.link),
    paragraph(confirmation.expires(momentInWords(mail.expiresAt, mail.language))),
    paragraph(confirmation.notYou),
  ]);
}

export interface OrderMail extends Written {
  /** Number and thing ordered, in the person's language. */
  readonly orders: readonly string[];
  /** Opens a page with a button; opening it confirms nothing. */
  readonly link: string;
  readonly expiresAt: Instant;
}

/**
 * Acknowledges an order and asks whether it was the mailbox's owner who placed it. Nothing in it advertises.
 *
 * Source: Directive 2000/31/EC 11(1).
 */
export function orderMail(mail: OrderMail): RenderedMail {
  const { order } = copyIn(mail.language);
  return write(mail, order.subject(mail.controller.name), [
    paragraph(order.received(mail.controller.name)),
    items(mail.orders),
    paragraph(order.please),
    button(order.button, mail.link),
    paragraph(order.expires(momentInWords(mail.expiresAt, mail.language))),
    paragraph(order.notYou),
  ]);
}

export interface LinkMail extends Written {
  /** Opens a page about the person; opening it changes nothing. */
  readonly link: string;
  readonly expiresAt: Instant;
}

/** The link to a page about oneself that somebody asked for, and nothing else. */
export function linkMail(mail: LinkMail): RenderedMail {
  const { link } = copyIn(mail.language);
  return write(mail, link.subject(mail.controller.name), [
    paragraph(link.asked(mail.controller.name)),
    button(link.button, mail.link),
    paragraph(link.expires(momentInWords(mail.expiresAt, mail.language))),
    paragraph(link.notYou),
  ]);
}

/** Asks a new mailbox whether it is the person's. What they chose is not named: whoever reads it may be a stranger. */
export function addressMail(mail: LinkMail): RenderedMail {
  const { address } = copyIn(mail.language);
  return write(mail, address.subject(mail.controller.name), [
    paragraph(address.asked(mail.controller.name)),
    button(address.button, mail.link),
    paragraph(address.expires(momentInWords(mail.expiresAt, mail.language))),
    paragraph(address.notYou),
  ]);
}

/** Tells the old mailbox that a new address was given. The new one is not named. */
export function addressNoticeMail(mail: Written): RenderedMail {
  const { address } = copyIn(mail.language);
  return write(mail, address.noticeSubject(mail.controller.name), [
    paragraph(address.notice(mail.controller.name)),
    paragraph(address.noticeNotYou),
  ]);
}

/** Asks a parent or guardian for a child, which is not named: whoever reads it may be a stranger. */
export function guardianMail(mail: LinkMail): RenderedMail {
  const { guardian } = copyIn(mail.language);
  return write(mail, guardian.subject(mail.controller.name), [
    paragraph(guardian.asked(mail.controller.name)),
    paragraph(guardian.why),
    button(guardian.button, mail.link),
    paragraph(guardian.expires(momentInWords(mail.expiresAt, mail.language))),
    paragraph(guardian.nothing),
  ]);
}

export interface WithdrawalAckMail extends Written {
  /** Labels of the purposes that ended; none: all advertising. */
  readonly purposes: readonly string[];
  readonly at: Instant;
}

/** Says what ended and since when, and tries to win nobody back. */
export function withdrawalAckMail(mail: WithdrawalAckMail): RenderedMail {
  const { withdrawal } = copyIn(mail.language);
  return write(mail, withdrawal.subject(mail.controller.name), [
    paragraph(withdrawal.received(momentInWords(mail.at, mail.language))),
    ...(mail.purposes.length > 0
      ? [paragraph(withdrawal.stopped(mail.controller.name)), items(mail.purposes)]
      : [paragraph(withdrawal.stoppedAll(mail.controller.name))]),
    paragraph(withdrawal.questions),
  ]);
}

export interface InformationMail {
  readonly controller: ControllerIdentity;
  /** What the form promised, Markdown with Liquid, in the person's language. */
  readonly answer: { readonly subject: string; readonly body: string };
  readonly variables: LetterVariables;
}

/**
 * Answers a request for information.
 *
 * @throws CodedError `template-malformed` if the form's answer cannot be used.
 */
export async function informationMail(mail: InformationMail): Promise<RenderedMail> {
  const template = await compileTemplate({ format: "markdown", ...mail.answer });
  const { language, links } = mail.variables;
  const copy = copyIn(language);
  return withFooter(template.render(mail.variables), mail.controller, language, {
    notes: [copy.information.because(mail.controller.name)],
    links: [[copy.footer.why, links.why]],
  });
}

export function write(mail: Written, subject: string, blocks: readonly string[]): RenderedMail {
  const body = styleElements(blocks.join("\n"));
  const html = layOut(mail.language, escapeHtml(subject), body);
  return withFooter({ subject, html, text: plainText(body) }, mail.controller, mail.language, {
    notes: [],
    links: [],
  });
}

export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

export function items(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>`;
}
