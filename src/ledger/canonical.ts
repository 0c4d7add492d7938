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
