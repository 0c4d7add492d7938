// Cuts a stream of bytes into lines, in constant memory however long a line is.

/** No person's record is longer; one that is, is refused by number. */
export const longestLineBytes = 1_000_000;

/**
 * The lines of a UTF-8 stream, without their line ends (LF or CRLF) and without a byte order mark.
 *
 * Of a line that is too long only the beginning is kept: one byte more than is allowed, by which it is seen.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let kept = 0;
  let first = true;

  const keep = (part: Uint8Array) => {
    const piece = part.subarray(0, longestLineBytes + 1 - kept);
    if (piece.length === 0) return;
    parts.push(piece);
    kept += piece.length;
  };
  const finish = () => {
    const text = Buffer.concat(parts).toString("utf8").replace(/\r$/, "");
    const line = first ? text.replace(/^\uFEFF/, "") : text;
    parts = [];
    kept = 0;
    first = false;
    return line;
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (kept > 0) yield finish();
}
