// A template: compiled once, rendered for each person into subject, HTML and text.
import { escapeHtml } from "./layout.ts";
import type { LetterVariables, SharedVariables } from "./letter-variables.ts";
import { malformed, type Piece, readPiece, type Shielded, shield } from "./liquid.ts";
import { compileMjml, layOutMarkdown, refusePixels, refuseUnclosed } from "./markup.ts";
import { plainText, tidyText } from "./plain-text.ts";
import { across, isSolid, type Parts } from "./slots.ts";

/** What the marketer wrote: Liquid in Markdown, MJML or HTML. The subject is Liquid too. */
export interface TemplateSource {
  readonly format: "markdown" | "mjml" | "html";
  readonly subject: string;
  readonly body: string;
  /** The text part, Liquid; absent: it follows from the body. */
  readonly text?: string;
}

/** A message without its envelope and headers. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A message of which only the slots are left to be filled for each person. */
export interface SettledMail {
  readonly subject: Parts;
  readonly html: Parts;
  readonly text: Parts;
}

export interface Template {
  /** @throws CodedError `template-malformed` where only these values show the mistake. */
  render(variables: LetterVariables): RenderedMail;
  /**
   * Filled, it reads as `render` would have written it.
   *
   * @throws CodedError `template-malformed` where only these values show the mistake; so may a slot.
   */
  settle(shared: SharedVariables): SettledMail;
}

/**
 * Compiles what the marketer wrote.
 *
 * Everything that is the same for everybody is done here: Markdown, MJML and the text part are worked out once, and
 * only the Liquid in them is left for each person.
 *
 * @param options.withValues - whether it may speak of `values.…`, which come with each message.
 * @throws CodedError `template-malformed`, naming the part, the line and what is wrong.
 */
export async function compileTemplate(
  source: TemplateSource,
  { withValues = false }: { readonly withValues?: boolean } = {},
): Promise<Template> {
  const read: typeof readPiece = (piece, kind, where) => readPiece(piece, kind, where, withValues);
  if (source.subject.trim() === "") throw malformed("subject", null, "it is empty");
  const subject = read(singleLine(source.subject), "text", "subject");
  // Read as it was written first, so that a mistake has the line that the marketer sees.
  read(source.body, "html", "body");

  const body = shield(source.body);
  const shielded = await toHtml(source, body);
  refusePixels(shielded, body.mark);
  refuseUnclosed(shielded);
  const html = read(body.restore(shielded), "html", "body");

  const text = textPart(source, body, shielded, html, read);

  const render = (variables: LetterVariables) => {
    const page = html.render(variables);
    return {
      subject: singleLine(subject.render(variables)),
      html: page,
      text: text.render(variables, page),
    };
  };
  return {
    render,
    settle(shared) {
      const page = html.settle(shared);
      return { subject: settleSubject(subject, shared), html: page, text: text.settle(shared, page) };
    },
  };
}

function settleSubject(subject: Piece, shared: SharedVariables): Parts {
  const parts = subject.settle(shared);
  for (const part of parts) if (typeof part === "string") singleLine(part);
  if (parts.every((part) => typeof part === "string")) return parts;
  return [{ fill: (variables) => singleLine(subject.render(variables)), solid: false }];
}

interface TextPart {
  /** @param page - the HTML, for the same person. */
  render(variables: LetterVariables, page: string): string;
  settle(shared: SharedVariables, page: Parts): Parts;
}

/** Worked out beforehand, unless a tag stands where text has no place for it: then it follows from each page. */
function textPart(
  source: TemplateSource,
  body: Shielded,
  shielded: string,
  html: Piece,
  read: typeof readPiece,
): TextPart {
  if (source.text !== undefined) return read(source.text, "text", "text");
  const derived = plainText(shielded);
  if (derived.trim() === "") throw malformed("body", null, "it says nothing in words");
  if (!body.keepsTags(derived))
    return {
      render: (_, page) => plainText(page),
      settle: (_, page) => workedOut(page, plainText, (variables) => html.render(variables)),
    };
  const piece = read(body.restore(derived), "text", "body");
  return {
    render: (variables) => tidyText(piece.render(variables)),
    settle: (shared) => workedOut(piece.settle(shared), tidyText, (variables) => piece.render(variables)),
  };
}

/** Works on the whole text at once, or for each person where what fills its slots might matter. */
function workedOut(
  parts: Parts,
  work: (text: string) => string,
  whole: (variables: LetterVariables) => string,
): Parts {
  return isSolid(parts)
    ? across(parts, work)
    : [{ fill: (variables) => work(whole(variables)), solid: false }];
}

async function toHtml(source: TemplateSource, body: Shielded): Promise<string> {
  switch (source.format) {
    case "markdown": {
      const subject = shield(source.subject);
      return layOutMarkdown(body, subject.restore(escapeHtml(subject.text)));
    }
    case "mjml":
      return compileMjml(body);
    case "html":
      return body.text;
  }
}

/** A line break in a subject would end the header and begin another. */
function singleLine(subject: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(subject))
    throw malformed("subject", null, "it holds a line break or a control character; write it on one line");
  return subject;
}
