// What somebody probably meant: the known word nearest to a mistyped one.

/** Answers null when no word is near enough: more than a third of the letters differ. */
export function closestWord(typed: string, known: readonly string[]): string | null {
  const ranked = known
    .map((word) => ({ word, distance: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= Math.floor(Math.max(word.length, typed.length) / 3))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.word ?? null;
}

/** Levenshtein's, over a row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1];
    for (let column = 1; column <= b.length; column++) {
      const replaced = row[column - 1]! + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
