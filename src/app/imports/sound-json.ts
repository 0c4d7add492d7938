// JSON that can be kept as evidence: whatever is stored reads back the same, and nothing in it breaks the batch it is in.

/** No fact needs more; what is deeper was not written by a system that records people. */
const deepest = 12;

/** Parses a line, or says what is wrong with it without repeating any of it. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  if (text.includes("\uFFFD")) return { ok: false, problem: "expected UTF-8, got bytes that are not" };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: "expected JSON" };
  }
}

/**
 * What makes a JSON value unfit to be kept, or null.
 *
 * PostgreSQL's `jsonb` holds neither NUL nor half a surrogate pair; a number beyond the range of a double would be
 * stored as null; a field named `__proto__` is never a fact.
 */
export function unsound(value: unknown, depth = 0): string | null {
  if (typeof value === "string")
    return value.includes("\0") || !value.isWellFormed()
      ? "it holds a character that no text has (NUL or half a surrogate pair)"
      : null;
  if (typeof value === "number") return Number.isFinite(value) ? null : "it holds a number that is too large";
  if (typeof value !== "object" || value === null) return null;
  if (depth === deepest) return `it is nested deeper than ${deepest} levels`;
  if (Object.hasOwn(value, "__proto__")) return "it holds a field named `__proto__`";
  for (const [key, item] of Object.entries(value)) {
    const problem = unsound(key) ?? unsound(item, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}
