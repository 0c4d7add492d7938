// Canonical bytes: the same value gives the same bytes, whoever wrote it down (RFC 8785 for the JSON that Licet stores).
import { createHash } from "node:crypto";

/** JSON with object keys in code-unit order, no white space, and no key whose value is undefined. */
export function canonicalJson(value: unknown): string {
  // Written for speed: an audit calls it for every fact there is.
  if (typeof value === "string") return plain.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += `,${canonicalJson(item ?? null)}`;
    return `[${text.slice(1)}]`;
  }
  const entries = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(entries).sort()) {
    const item = entries[key];
    if (item !== undefined) text += `,${canonicalJson(key)}:${canonicalJson(item)}`;
  }
  return `{${text.slice(1)}}`;
}

/** Text that JSON writes as it is. */
const plain = /^[ !#-[\]-~]*$/;

/** `sha256:` and the hex digest of the canonical bytes. */
export function canonicalHash(value: unknown): string {
  return `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}
