// Tokens that name one letter: short, in any case, and of no use to whoever makes one up.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SubjectId } from "../core/subject-id.ts";
import {
  findLetterToken,
  letterTokenLength,
  readLetterToken,
  refOf,
  signLetterToken,
} from "./letter-token.ts";

const key = Buffer.alloc(32, 7);
const subject = "0f0e0d0c-0b0a-4908-8706-050403020100" as SubjectId;
const letter = { subject, of: "campaign", ref: refOf("0192d3a0-1234-7000-8000-000000000001") } as const;
const letters = fc.record({
  subject: fc.uuid() as fc.Arbitrary<SubjectId>,
  of: fc.constantFrom("campaign" as const, "outbox" as const),
  ref: fc.uuid().map(refOf),
});
const uses = fc.constantFrom("report" as const, "leave" as const);

describe("the token of a letter", () => {
  test("says which letter and what for, also after a relay has changed its case", () => {
    fc.assert(
      fc.property(letters, uses, fc.boolean(), (letter, use, upper) => {
        const token = signLetterToken(letter, use, key);
        expect(token).toMatch(/^[a-z2-7]+$/);
        expect(token.length).toBe(letterTokenLength);
        expect(readLetterToken(upper ? token.toUpperCase() : token, key)).toEqual({ ...letter, use });
      }),
    );
  });

  test("leaves room for the name of a mailbox in the 64 octets of a local part (RFC 5321 4.5.3.1.1)", () => {
    expect(`bounces+${signLetterToken(letter, "report", key)}`.length).toBeLessThanOrEqual(64);
  });

  test("with one letter changed is none", () => {
    const token = signLetterToken(letter, "report", key);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "a" ? "b" : "a";
      expect(readLetterToken(token.slice(0, at) + other + token.slice(at + 1), key)).toBeNull();
    }
  });

  test("of another secret is none, and neither is any text", () => {
    expect(readLetterToken(signLetterToken(letter, "report", Buffer.alloc(32, 8)), key)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => readLetterToken(text, key) === null));
  });

  test("is found wherever it stands, past what only looks like one", () => {
    const token = signLetterToken(letter, "report", key);
    const text = `Received: by ${"a".repeat(52)}\r\nReturn-Path: <bounces+${token}@mail.example.com>`;
    expect(findLetterToken(text, key)).toEqual({ ...letter, use: "report" });
    expect(findLetterToken(`${token}a`, key)).toBeNull();
  });
});
