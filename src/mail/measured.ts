// The letter to somebody who said yes to being measured: its links lead through ours, and an image tells that it was opened.
import { escapeHtml } from "./layout.ts";
import { across, type Parts, slotWord } from "./slots.ts";

/** What is followed of a letter. `links`: the number of each address; null: only that it was opened. */
export interface Measuring {
  readonly links: ReadonlyMap<string, number> | null;
}

const anchors = /(<a\b[^>]*?\bhref\s*=\s*)("|')(https?:\/\/[^"'<>\s]+)\2/gi;
/** The addresses of the web that the letter leads to, the same for everybody, each once. */
export function linksIn(html: Parts): readonly string[] {
  const found = new Set<string>();
  for (const part of html)
    if (typeof part === "string")
      for (const match of part.matchAll(anchors)) found.add(addressIn(match[3] ?? ""));
  return [...found];
}

/**
 * Puts an image of one point before the end of the page and, where links are followed, an address of the person's own into
 * each. Never to be given to anybody without the consent that `decide` answers with.
 *
 * Source: Directive 2002/58/EC 5(3); EDPB Guidelines 2/2023; CNIL Deliberation 2026-042.
 */
export function measured(html: Parts, { links }: Measuring): Parts {
  return across(html, (text, mark) => {
    const followed = text.replace(anchors, (whole, before: string, quote: string, address: string) => {
      // An address that differs from person to person is left as it is.
      const number = slotWord.test(address) ? undefined : links?.get(addressIn(address));
      if (number === undefined) return whole;
      const fill = mark({ fill: ({ measures }) => escapeHtml(measures?.(number) ?? ""), solid: true });
      return `${before}${quote}${fill}${quote}`;
    });
    const image = mark({ fill: ({ measures }) => escapeHtml(measures?.(0) ?? ""), solid: true });
    const point = `<img src="${image}" width="1" height="1" alt="" style="display:block;border:0">\n`;
    const end = followed.search(/<\/body\s*>(?![\s\S]*<\/body\s*>)/i);
    return end < 0 ? followed + point : followed.slice(0, end) + point + followed.slice(end);
  });
}

/** As it stands in an attribute, read. */
function addressIn(attribute: string): string {
  return attribute
    .replaceAll("&amp;", "&")
    .replaceAll("&#38;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'");
}
