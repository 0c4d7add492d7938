// A template: compiled once, rendered for each person into subject, HTML and text.
import { escapeHtml } from "./layout.ts";
import { type LetterVariables, malformed, readPiece, type Shielded, shield } from "./liquid.ts";
import { compileMjml, layOutMarkdown, refusePixels, refuseUnclosed } from "./markup.ts";
import { plainText, tidyText } from "./plain-text.ts";

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

export interface Template {
  /** @throws CodedError `template-malformed` where only these values show the mistake. */
  render(variables: LetterVariables): RenderedMail;
}

/**
 * Compiles what the marketer wrote.
 *
 * Everything that is the same for everybody is done here: Markdown, MJML and the text part are worked out once, and
 * only the Liquid in them is left for each person.
 *
 * @throws CodedError `template-malformed`, naming the part, the line and what is wrong.
 */
export async function compileTemplate(source: TemplateSource): Promise<Template> {
  if (source.subject.trim() === "") throw malformed("subject", null, "it is empty");
  const subject = readPiece(singleLine(source.subject), "text", "subject");
  // Read as it was written first, so that a mistake has the line that the marketer sees.
  readPiece(source.body, "html", "body");

  const body = shield(source.body);
  const shielded = await toHtml(source, body);
  refusePixels(shielded, body.mark);
  refuseUnclosed(shielded);
  const html = readPiece(body.restore(shielded), "html", "body");

  const text = textPart(source, body, shielded);

  return {
    render(variables) {
      const page = html(variables);
      return { subject: singleLine(subject(variables)), html: page, text: text(variables, page) };
    },
  };
}

/** Worked out beforehand, unless a tag stands where text has no place for it: then it follows from each page. */
function textPart(
  source: TemplateSource,
  body: Shielded,
  shielded: string,
): (variables: LetterVariables, page: string) => string {
  if (source.text !== undefined) return readPiece(source.text, "text", "text");
  const derived = plainText(shielded);
  if (derived.trim() === "") throw malformed("body", null, "it says nothing in words");
  if (!body.keepsTags(derived)) return (_, page) => plainText(page);
  const piece = readPiece(body.restore(derived), "text", "body");
  return (variables) => tidyText(piece(variables));
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
