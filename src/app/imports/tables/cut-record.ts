// Cuts one record of separated values into its cells, where it is written as RFC 4180 says.

const quote = 34;

/**
 * The cells of a record; null: its quotes do not fit together, or stand where they should not.
 *
 * @param separator - one character.
 */
export function cutRecord(text: string, separator: string): string[] | null {
  if (!text.includes('"')) return text.split(separator);
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    let end: number;
    if (text.charCodeAt(at) === quote) {
      let doubled = false;
      end = text.indexOf('"', at + 1);
      for (; end !== -1 && text.charCodeAt(end + 1) === quote; end = text.indexOf('"', end + 2))
        doubled = true;
      if (end === -1) return null;
      const cell = text.slice(at + 1, end);
      cells.push(doubled ? cell.replaceAll('""', '"') : cell);
      end += 1;
      if (end < text.length && text[end] !== separator) return null;
    } else {
      end = text.indexOf(separator, at);
      if (end === -1) end = text.length;
      const cell = text.slice(at, end);
      if (cell.includes('"')) return null;
      cells.push(cell);
    }
    if (end === text.length) return cells;
    at = end;
  }
}
