// The mails about rights: the link that was asked for, that nothing is held, and what became of a request.

import type { Instant } from "../core/instant.ts";
import { rightsSentences } from "./copy/rights/rights.ts";
import type { AnswerOutcome, RightsSentences } from "./copy/rights/sentences.ts";
import { button } from "./layout.ts";
import { dayInWords, momentInWords } from "./locale.ts";
import { items, type LinkMail, paragraph, type Written, write } from "./system-mails.ts";
import type { RenderedMail } from "./template.ts";

/** Nothing in it tells more than that somebody asked: it may have been a stranger who did. */
export function rightsLinkMail(mail: LinkMail): RenderedMail {
  const { link } = rightsSentences[mail.language];
  return write(mail, link.subject(mail.controller.name), [
    paragraph(link.asked(mail.controller.name)),
    button(link.button, mail.link),
    paragraph(link.expires(momentInWords(mail.expiresAt, mail.language))),
    paragraph(link.notYou),
  ]);
}

/** To somebody of whom nothing is kept, or nothing any more but what an erasure leaves (GDPR 15(1), 12(3)). */
export function nothingHeldMail(mail: Written & { readonly erased: boolean }): RenderedMail {
  const { nothing } = rightsSentences[mail.language];
  const { name } = mail.controller;
  return write(mail, nothing.subject(name), [
    paragraph(mail.erased ? nothing.erased(name) : nothing.none(name)),
    paragraph(nothing.trace),
    paragraph(nothing.notYou),
  ]);
}

export interface ReplyMail extends Written {
  /** Which right, in the words of the copy. */
  readonly right: keyof RightsSentences["reply"]["rights"];
  readonly step: "received" | "extended" | "answered";
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly outcome: AnswerOutcome | null;
  /** The controller's own words: the answer, or why it takes longer. */
  readonly words: string | null;
}

/**
 * Says what became of a request: that it came, that it takes longer and why, or the answer.
 *
 * Source: GDPR 12(3), 12(4), 17(3), 19.
 */
export function replyMail(mail: ReplyMail): RenderedMail {
  const { reply } = rightsSentences[mail.language];
  const { name } = mail.controller;
  const day = (at: Instant) => dayInWords(at, mail.language);
  const own = (mail.words ?? "")
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map(paragraph);
  const blocks = [paragraph(reply.about(day(mail.receivedAt), reply.rights[mail.right]))];
  if (mail.step === "received") blocks.push(paragraph(reply.received(day(mail.dueAt))));
  if (mail.step === "extended") blocks.push(paragraph(reply.extended(day(mail.dueAt))), ...own);
  if (mail.step === "answered") {
    const erased = mail.right === "erasure" && mail.outcome === "granted";
    blocks.push(paragraph(erased ? reply.erased(name) : reply.outcome[mail.outcome ?? "granted"]), ...own);
    if (erased) blocks.push(items(reply.kept), paragraph(reply.gone));
  }
  if (mail.step === "extended" || (mail.outcome !== null && mail.outcome !== "granted"))
    blocks.push(paragraph(reply.complaint));
  return write(mail, reply.subject(name), blocks);
}
