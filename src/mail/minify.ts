// Takes from a page what nobody sees: comments, and the white space of whoever wrote it.

const pieces =
  /<!--[\s\S]*?-->|<(pre|textarea|script|style)\b[\s\S]*?<\/\1\s*>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+|</gi;
/** Mail programs act on these. */
const conditional = /^<!--\s*\[if\b|^<!--\s*<!\[endif\]|^<!--\[endif\]|<!\[endif\]\s*-->$|^<!-->/i;

/** @param word - matches what stands for Liquid in it; a comment that holds some is left. */
export function minify(page: string, word: RegExp): string {
  // White space that is shown is not taken.
  const shows = /white-space\s*:\s*(?!normal|nowrap)|white-space-collapse/i.test(page);
  return page.replace(pieces, (piece, raw?: string) => {
    if (piece.startsWith("<!--")) return conditional.test(piece) || word.test(piece) ? piece : "";
    if (raw !== undefined) return /^style$/i.test(raw) ? piece.replace(/[ \t]*\r?\n\s*/g, "\n") : piece;
    if (piece.startsWith("<") || shows) return piece;
    return piece.replace(/[ \t\r\n\f]{2,}|[\t\r\f]/g, (space) => (/[\r\n]/.test(space) ? "\n" : " "));
  });
}
