// A template: compiled once, rendered for each person into subject, HTML and text.
import { CodedError } from "../errors.ts";
import type { Attachment } from "./attachments.ts";
import { filesShownIn, partsShownIn, showParts } from "./images.ts";
import { countsNeighbours, decidesStyles, type InlineStyles, inlinerFor } from "./inline-styles.ts";
import { escapeHtml } from "./layout.ts";
import type { LetterVariables, SharedVariables } from "./letter-variables.ts";
import { malformed, type Piece, readPiece, type Shielded, shield } from "./liquid.ts";
import { compileMjml, layOutMarkdown, refusePixels, refuseUnclosed } from "./markup.ts";
import { minify } from "./minify.ts";
import { plainText, tidyText } from "./plain-text.ts";
import { across, isSolid, type Parts, type Slot, slotWord } from "./slots.ts";

/** What the marketer wrote: Liquid in Markdown, MJML or HTML. The subject is Liquid too. */
export interface TemplateSource {
  readonly format: "markdown" | "mjml" | "html";
  readonly subject: string;
  readonly body: string;
  /** The text part, Liquid; absent: it follows from the body. */
  readonly text?: string;
  /** The `cid` of the part that is shown in place of an image, by the address that it has in the body. */
  readonly images?: Readonly<Record<string, string>>;
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
 * Style sheets of HTML go into its elements, unless it depends on the person which rules hold: then into each page.
 *
 * @param options.withValues - whether it may speak of `values.…`, which come with each message.
 * @param options.attachments - what goes with it, and what it may show.
 * @throws CodedError `template-malformed`, naming the part, the line and what is wrong; `attachment-malformed` where one is to be
 *   shown and is not.
 */
export async function compileTemplate(
  source: TemplateSource,
  {
    withValues = false,
    attachments = [],
  }: { readonly withValues?: boolean; readonly attachments?: readonly Attachment[] } = {},
): Promise<Template> {
  const read: typeof readPiece = (piece, kind, where) => readPiece(piece, kind, where, withValues);
  if (source.subject.trim() === "") throw malformed("subject", null, "it is empty");
  const subject = read(singleLine(source.subject), "text", "subject");
  // Read as it was written first, so that a mistake has the line that the marketer sees.
  read(source.body, "html", "body");

  const body = shield(source.body);
  const shielded = showParts(await toHtml(source, body), source.images ?? {});
  refusePixels(shielded, body.mark);
  refuseUnclosed(shielded);
  refuseMissing(shielded, attachments);
  const html = await styledPage(source, body, shielded, (page) => read(page, "html", "body"));

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

/** The files beside the template that its images show. */
export async function imageFilesOf(source: TemplateSource): Promise<readonly string[]> {
  const body = shield(source.body);
  const mark = new RegExp(body.mark);
  return filesShownIn(await toHtml(source, body)).filter((address) => !mark.test(address));
}

/** An image that nothing is sent for would be a hole in the letter. */
function refuseMissing(page: string, attachments: readonly Attachment[]): void {
  const [file] = filesShownIn(page);
  if (file !== undefined)
    throw malformed(
      "body",
      null,
      `the image \`${file}\` is nowhere on the web; give its whole address, or attach it and show it as \`cid:…\``,
    );
  const shown = partsShownIn(page);
  const cids = attachments.flatMap(({ cid }) => cid ?? []);
  const missing = shown.find((cid) => !cids.includes(cid));
  if (missing !== undefined)
    throw malformed("body", null, `it shows \`cid:${missing}\`, and no attachment has that \`cid\``);
  const unseen = attachments.find(({ cid }) => cid !== null && !shown.includes(cid));
  if (unseen)
    throw new CodedError(
      "attachment-malformed",
      `\`${unseen.name}\`: the message shows \`cid:${unseen.cid}\` nowhere; leave its \`cid\` out to attach it`,
    );
}

/** @param page - without its Liquid. */
async function styledPage(
  source: TemplateSource,
  body: Shielded,
  page: string,
  read: (page: string) => Piece,
): Promise<Piece> {
  const mark = new RegExp(body.mark);
  const style = source.format === "html" ? await inlinerFor(page) : null;
  if (style === null) return read(body.restore(minify(page, mark)));
  const settled = !decidesStyles(page, mark) && !(body.decides && countsNeighbours(page));
  const styled = settled ? style(page) : page;
  const whole = wordsIn(styled, body.mark) === wordsIn(page, body.mark);
  const piece = read(body.restore(minify(whole ? styled : page, mark)));
  return settled && whole ? piece : styledLater(piece, style);
}

function styledLater(piece: Piece, style: InlineStyles): Piece {
  const forEach: Slot = { fill: (variables) => style(piece.render(variables)), solid: false };
  return {
    render: forEach.fill,
    settle(shared) {
      const parts = piece.settle(shared);
      if (!isSolid(parts)) return [forEach];
      let personal = false;
      const styled = across(parts, (page) => {
        personal = decidesStyles(page, slotWord);
        return personal ? page : style(page);
      });
      return personal ? [forEach] : styled;
    },
  };
}

function wordsIn(page: string, mark: string): string {
  return (page.match(new RegExp(mark, "g")) ?? []).join();
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
