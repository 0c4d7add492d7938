// From what the marketer wrote to an HTML page: Markdown on Licet's own layout, MJML compiled, HTML as it is.
import { Marked } from "marked";
import { layOut, styleElements } from "./layout.ts";
import { malformed, type Shielded } from "./liquid.ts";

/** @param body - without its Liquid. */
export function layOutMarkdown(body: Shielded, title: string): string {
  const html = new Marked({ gfm: true, async: false }).parse(body.text) as string;
  // A tag on a line of its own is no paragraph.
  const tidy = html.replace(new RegExp(`<p>((?:${body.mark}\\s*)+)</p>`, "g"), (paragraph, marks: string) =>
    body
      .restore(marks)
      .replace(/\{%[\s\S]*?%\}/g, "")
      .trim() === ""
      ? marks
      : paragraph,
  );
  return layOut("{{ language }}", title, styleElements(tidy));
}

/** @throws CodedError `template-malformed` with the line, as MJML sees it. */
export async function compileMjml(body: Shielded): Promise<string> {
  if (!/<mjml[\s>]/.test(body.text)) throw malformed("body", 1, "no `<mjml>` element");
  if (body.text.includes("<mj-include"))
    throw malformed(
      "body",
      lineOf(body.text, "<mj-include"),
      "`<mj-include>` reads files; put its content here",
    );
  const { default: mjml } = await import("mjml");
  const html = await mjml(body.text, {
    validationLevel: "strict",
    ignoreIncludes: true,
    keepComments: false,
    // The default fonts are fetched from a third party, who would learn of every opening.
    fonts: {},
  })
    .then((result) => result.html)
    .catch((error: Error & { errors?: readonly { line: number; message: string }[] }) => {
      const first = error.errors?.[0];
      throw malformed("body", first?.line ?? null, first?.message ?? error.message);
    });
  if (!body.keepsTags(html))
    throw malformed(
      "body",
      null,
      "a Liquid tag between MJML elements was lost; write it as `<mj-raw>{% … %}</mj-raw>`",
    );
  return html.replace('lang="und"', 'lang="{{ language }}"');
}

/**
 * Refuses an image or a background whose address differs from person to person: it would tell who opened the mail.
 *
 * Source: CNIL 2026-042; EDPB 2/2023.
 */
export function refusePixels(html: string, mark: string): void {
  const fetched = new RegExp(
    `\\b(?:src|srcset|background)\\s*=\\s*(?:"[^"]*${mark}|'[^']*${mark}|[^\\s"'>]*${mark})|url\\([^)]*${mark}`,
    "i",
  );
  if (fetched.test(html))
    throw malformed(
      "body",
      null,
      "the address of an image holds Liquid; one address for everybody, because a mail tells nobody that it was opened",
    );
}

/** Refuses what would swallow the footer that Licet adds after it, and with it the way out. */
export function refuseUnclosed(html: string): void {
  const closed = html.replace(
    /<!--[\s\S]*?-->|<(style|title|script|template|textarea|noscript)\b[\s\S]*?<\/\1\s*>/gi,
    "",
  );
  const [left] = /<!--|<(?:style|title|script|template|textarea|noscript)\b/i.exec(closed) ?? [];
  if (left !== undefined)
    throw malformed("body", null, `\`${left}\` is never closed and would hide the end of the mail`);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}
