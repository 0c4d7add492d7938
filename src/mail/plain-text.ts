// The text part of a mail, from its HTML.
import { compile, type FormatCallback, type HtmlToTextOptions } from "html-to-text";

// An image says in words what it says in words; its address is of no use to a reader of text.
const alternative: FormatCallback = (element, _walk, builder) => {
  const text: unknown = element.attribs?.alt;
  if (typeof text === "string" && text.trim() !== "") builder.addInline(text);
};

const heading = { options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } };

const options: HtmlToTextOptions = {
  wordwrap: false,
  formatters: { alternative },
  selectors: [
    { selector: "img", format: "alternative" },
    // RFC 3986 appendix C: angle brackets keep what follows a link out of it.
    {
      selector: "a",
      options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"], noAnchorUrl: true },
    },
    { selector: "ul", options: { itemPrefix: "- " } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, ...heading })),
  ],
};

const convert = compile(options);

export function plainText(html: string): string {
  return tidyText(convert(html));
}

/** Takes away the gaps that a condition leaves. */
export function tidyText(text: string): string {
  const lines = text.replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n");
  return `${lines.trim()}\n`;
}
