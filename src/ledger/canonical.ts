// Canonical bytes: the same value gives the same bytes, whoever wrote it down (RFC 8785 for the JSON that Licet stores).
import { createHash } from "node:crypto";

/** JSON with object keys in code-unit order, no white space, and no key whose value is undefined. */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  // Put together by hand: an audit comes here for every fact there is.
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += (text === "" ? "" : ",") + canonicalJson(item ?? null);
    return `[${text}]`;
  }
  const entries = value as Readonly<Record<string, unknown>>;
  for (const key of inOrder(Object.keys(entries))) {
    const item = entries[key];
    if (item !== undefined) text += `${text === "" ? "" : ","}${named(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

/**
 * What of a fact is its own: most else is what a form, an import or a shop says of everybody. As PostgreSQL writes the
 * keys of a `jsonb`, in the order in which it writes them.
 */
const own = ['"at": "', '"id": "', '"of": "'];
/** Each stands for one of them where a shape is kept; a text that holds one itself goes the long way. */
const marks = ["\uE000", "\uE001", "\uE002"];
const marked = /[\uE000-\uE002]/;

/** The canonical text around the marks for each shape that came lately; null: they would change their order. */
const shapes = new Map<string, readonly string[] | null>();
const mostShapes = 1000;

/**
 * The canonical JSON of a JSON text, fastest for a `jsonb` as PostgreSQL writes it: parsed is what is new in it.
 * Sound, because what changes places when keys are put in order is never the inside of a string.
 */
export function canonicalText(json: string): string {
  if (marked.test(json)) return canonicalJson(JSON.parse(json));
  let shape = "";
  let from = 0;
  const values: string[] = [];
  for (const [nth, key] of own.entries()) {
    const found = json.indexOf(key, from);
    const start = found + key.length;
    const end = json.indexOf('"', start);
    const value = found < 0 ? "\\" : json.slice(start, end);
    if (value.includes("\\")) continue;
    shape += json.slice(from, start) + marks[nth];
    values.push(value);
    from = end;
  }
  shape += json.slice(from);
  let around = shapes.get(shape);
  if (around === undefined) {
    if (shapes.size >= mostShapes) shapes.clear();
    around = aroundMarks(canonicalJson(JSON.parse(shape)));
    shapes.set(shape, around);
  }
  if (around === null) return canonicalJson(JSON.parse(json));
  let text = around[0] as string;
  for (const [nth, value] of values.entries()) text += value + around[nth + 1];
  return text;
}

function aroundMarks(canonical: string): readonly string[] | null {
  const found = [...canonical].filter((character) => marks.includes(character));
  return found.every((mark, nth) => nth === 0 || mark > (found[nth - 1] as string))
    ? canonical.split(marked)
    : null;
}

/** By insertion: of the few keys that an object has, that is several times as fast as `sort`. */
function inOrder(keys: string[]): string[] {
  if (keys.length > 20) return keys.sort();
  for (let to = 1; to < keys.length; to += 1) {
    const key = keys[to] as string;
    let at = to;
    for (let before = keys[at - 1]; before !== undefined && before > key; before = keys[at - 1]) {
      keys[at] = before;
      at -= 1;
    }
    keys[at] = key;
  }
  return keys;
}

/** The same few keys come again and again. */
const names = new Map<string, string>();

function named(key: string): string {
  let name = names.get(key);
  if (name === undefined) {
    if (names.size >= 10_000) names.clear();
    name = quoted(key);
    names.set(key, name);
  }
  return name;
}

/** Printable ASCII but for `"` and `\`, which stands in JSON as it is: nearly every text, and soon told. */
const plain = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** `sha256:` and the hex digest of the canonical bytes. */
export function canonicalHash(value: unknown): string {
  return `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}
