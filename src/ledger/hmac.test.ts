import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacSha256 } from "./hmac.ts";

describe("an HMAC", () => {
  it("is that of RFC 4231, test case 2", () => {
    expect(hmacSha256(Buffer.from("Jefe"), "what do ya want for nothing?", "hex")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("is that which Node makes, for every key of at most a block and every text", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.string({ unit: "grapheme", maxLength: 2000 }),
        fc.uint8Array({ maxLength: 100 }),
        (key, text, bytes) => {
          const both = createHmac("sha256", key).update(text).update(bytes).digest();
          expect(Buffer.from(hmacSha256(key, text, "binary", bytes), "binary")).toEqual(both);
          const digest = createHmac("sha256", key).update(text).digest();
          expect(hmacSha256(key, text, "hex")).toBe(digest.toString("hex"));
          expect(Buffer.from(hmacSha256(key, text, "binary"), "binary")).toEqual(digest);
        },
      ),
    );
  });

  it("refuses a key that would have to be hashed first", () => {
    expect(() => hmacSha256(Buffer.alloc(65), "", "hex")).toThrow(RangeError);
  });
});
