// HMAC-SHA256 (RFC 2104) of a short text, at a third of the price of an object of Node's for each.
import { hash } from "node:crypto";

const blockBytes = 64;
const digestBytes = 32;
const [inPad, outPad] = [0x36, 0x5c];
const none = new Uint8Array(0);

/** What is hashed: the key in one pad and the text; then the key in the other and the digest of that. */
let inner = Buffer.allocUnsafeSlow(1024);
const outer = Buffer.allocUnsafeSlow(blockBytes + digestBytes);

/**
 * The HMAC-SHA256 of a text in UTF-8, and of bytes after it.
 *
 * @param key - at most 64 bytes, the block of SHA-256: a longer one would have to be hashed before.
 * @param encoding - `binary` has a character for each byte.
 */
export function hmacSha256(
  key: Uint8Array,
  text: string,
  encoding: "hex" | "binary",
  bytes: Uint8Array = none,
): string {
  if (key.length > blockBytes) throw new RangeError("a key is longer than the block of its hash");
  const most = blockBytes + 3 * text.length + bytes.length;
  if (most > inner.length) inner = Buffer.allocUnsafeSlow(most);
  for (let at = 0; at < blockBytes; at += 1) {
    const byte = at < key.length ? (key[at] as number) : 0;
    inner[at] = byte ^ inPad;
    outer[at] = byte ^ outPad;
  }
  const end = blockBytes + inner.write(text, blockBytes, "utf8");
  inner.set(bytes, end);
  const length = end + bytes.length;
  outer.write(hash("sha256", inner.subarray(0, length), "binary"), blockBytes, "binary");
  const digest = hash("sha256", outer, encoding);
  // Neither key nor text is to be found here afterwards.
  inner.fill(0, 0, length);
  outer.fill(0);
  return digest;
}
