// The fields of a machine-readable report: blocks of `Name: value` with empty lines between (RFC 3464 2.1, RFC 5965 3).

/** By their names in lower case; of a repeated one the first counts. */
export type Fields = ReadonlyMap<string, string>;

/** Longer reports than this are cut: what they say stands at their beginning. Characters. */
const longest = 64 * 1024;

export function readFields(text: string): readonly Fields[] {
  return text
    .slice(0, longest)
    .replaceAll("\r\n", "\n")
    .split(/\n[ \t]*\n/)
    .map(readBlock)
    .filter(({ size }) => size > 0);
}

function readBlock(block: string): Fields {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}
