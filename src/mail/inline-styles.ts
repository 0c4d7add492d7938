// Style sheets go into the elements: many mail programs drop them.
import type juice from "juice";

type Juice = typeof juice;

/** Puts what the style sheets of a page say into the elements of which they say it. */
export type InlineStyles = (page: string) => string;

/** Null: the page has no style sheet. `<style data-embed>` is left as it is. */
export async function inlinerFor(page: string): Promise<InlineStyles | null> {
  if (!/<style\b/i.test(page)) return null;
  const { default: inline } = await import("juice");
  return (page) => {
    const left = [...page.matchAll(/<style\b[^>]*\bdata-embed\b[^>]*>([\s\S]*?)<\/style\s*>/gi)];
    return insist(
      inlined(inline, page),
      left.map(([, css]) => css as string),
    );
  };
}

function inlined(inline: Juice, page: string): string {
  return inline(page, {
    applyWidthAttributes: false,
    applyHeightAttributes: false,
    applyAttributesTableElements: false,
    preserveImportant: false,
    // What holds of no element now may hold of one that a condition shows.
    removeStyleTags: false,
    removeInlinedSelectors: true,
    preservedSelectors: [":before", ":after"],
  });
}

/**
 * Whether the place of a word in the page could decide which rules hold of which element: it stands in a tag by itself, in
 * its `class`, `id` or `style`, or in a style sheet.
 *
 * @param word - matches the words.
 */
export function decidesStyles(page: string, word: RegExp): boolean {
  const sheets = page.match(/<style\b[\s\S]*?<\/style\s*>/gi) ?? [];
  if (sheets.some((sheet) => word.test(sheet))) return true;
  const tags = page.match(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi) ?? [];
  const harmless = /\s(?!(?:class|id|style)\s*=)[^\s"'<>/=]+\s*=\s*(?:"[^"]*"|'[^']*')/gi;
  return tags.some((tag) => word.test(tag.replace(harmless, "")));
}

/** Whether a rule counts its element among its neighbours, which a condition may take away. */
export function countsNeighbours(page: string): boolean {
  const sheets = page.match(/<style\b[\s\S]*?<\/style\s*>/gi) ?? [];
  return sheets.some((sheet) => /:(?:first|last|nth|only|empty|has|not)\b|[+~][^;{}]*\{/i.test(sheet));
}

/** Rules that cannot stand in an element, such as those for small screens, are to win over what does stand there now. */
function insist(page: string, left: readonly string[]): string {
  return page.replace(
    /(<style\b[^>]*>)([\s\S]*?)(<\/style\s*>)/gi,
    (whole, open: string, css: string, close: string) =>
      left.includes(css) ? whole : open + withImportance(css) + close,
  );
}

const descriptors = /^@(?:font-face|(?:-\w+-)?keyframes|page|counter-style|property)\b/i;

function withImportance(css: string): string {
  const tokens =
    css.match(
      /\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)]*\)|[{};]|[^{};"'/]+|[\s\S]/gi,
    ) ?? [];
  const within: string[] = [];
  let prelude = "";
  let made = "";
  const declared = () => {
    const isDeclaration = /^\s*[\w-]+\s*:/.test(prelude) && !/!\s*important\s*$/i.test(prelude);
    if (within.length > 0 && isDeclaration && !within.some((rule) => descriptors.test(rule)))
      made = `${made.trimEnd()} !important`;
    prelude = "";
  };
  for (const token of tokens) {
    if (token === "{") {
      within.push(prelude.trim());
      prelude = "";
    } else if (token === "}" || token === ";") {
      declared();
      if (token === "}") within.pop();
    } else if (!token.startsWith("/*")) prelude += token;
    made += token;
  }
  return made;
}
