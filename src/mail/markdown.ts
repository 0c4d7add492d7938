// Markdown of a page: headings one level down, because the page has its own title.
import { Marked } from "marked";

const marked = new Marked({
  gfm: true,
  async: false,
  walkTokens(token) {
    if (token.type === "heading") token.depth = Math.min(6, token.depth + 1);
  },
});

export function markdownToHtml(text: string): string {
  return marked.parse(text) as string;
}
