import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import {
  readConfirmationToken,
  readFormToken,
  readWayOutToken,
  signConfirmationToken,
  signFormToken,
  signWayOutToken,
} from "./tokens.ts";

const key = Buffer.alloc(32, 7);
const otherKey = Buffer.alloc(32, 8);

const version = fc.record({ key: fc.string(), version: fc.nat() });
const formToken = fc.record({
  form: version,
  notice: version,
  clauses: fc.array(version, { maxLength: 4 }),
  controller: version,
  language: fc.constantFrom("en", "fr", "es"),
  page: fc.webUrl(),
  issuedAt: fc.nat().map((at) => at as Instant),
  nonce: fc.string(),
});
const subject = fc.uuid().map((id) => id as SubjectId);
const confirmationToken = fc.record({
  subject,
  facts: fc.array(fc.uuid(), { maxLength: 4 }),
  expiresAt: fc.nat().map((at) => at as Instant),
});
const wayOutToken = fc.record({ subject, campaign: fc.option(fc.uuid()) });

const signed = {
  form: formToken.map((token) => signFormToken(token, key)),
  confirmation: confirmationToken.map((token) => signConfirmationToken(token, key)),
  wayOut: wayOutToken.map((token) => signWayOutToken(token, key)),
};
const readers = { form: readFormToken, confirmation: readConfirmationToken, wayOut: readWayOutToken };
type Kind = keyof typeof readers;
const kinds = Object.keys(readers) as Kind[];

describe("a token", () => {
  test("of a form says what was shown", () => {
    fc.assert(
      fc.property(formToken, (token) => {
        expect(readFormToken(signFormToken(token, key), key)).toEqual(token);
      }),
    );
  });

  test("of a confirmation says which consents, also after it has expired", () => {
    fc.assert(
      fc.property(confirmationToken, (token) => {
        expect(readConfirmationToken(signConfirmationToken(token, key), key)).toEqual(token);
      }),
    );
  });

  test("of a way out says whose mail and which, in 64 characters fit for an address", () => {
    fc.assert(
      fc.property(wayOutToken, (token) => {
        const text = signWayOutToken(token, key);
        expect(text).toMatch(/^[A-Za-z0-9_-]{64}$/);
        expect(readWayOutToken(text, key)).toEqual(token);
      }),
    );
  });

  test.each(kinds)("of kind %s is refused when any one character is another", (kind) => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    fc.assert(
      fc.property(
        signed[kind],
        fc.nat(),
        fc.constantFrom(...`${alphabet}+/= .\0é`),
        (text, position, character) => {
          const at = position % text.length;
          fc.pre(text[at] !== character);
          expect(readers[kind](text.slice(0, at) + character + text.slice(at + 1), key)).toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(kinds)("of kind %s is refused when it is cut, lengthened or spelled otherwise", (kind) => {
    fc.assert(
      fc.property(signed[kind], fc.nat(), fc.string({ minLength: 1 }), (text, length, more) => {
        const read = readers[kind];
        expect(read(text.slice(0, length % text.length), key)).toBeNull();
        expect(read(text + more, key)).toBeNull();
        expect(read(more + text, key)).toBeNull();
        expect(
          read(
            Buffer.from(text, "base64url")
              .toString("base64")
              .padEnd(text.length + 4, "="),
            key,
          ),
        ).toBeNull();
      }),
    );
  });

  test.each(kinds)("of kind %s never passes for another kind", (kind) => {
    fc.assert(
      fc.property(signed[kind], (text) => {
        for (const other of kinds) if (other !== kind) expect(readers[other](text, key)).toBeNull();
      }),
    );
  });

  test.each(kinds)("of kind %s is worth nothing under another key", (kind) => {
    fc.assert(
      fc.property(signed[kind], (text) => {
        expect(readers[kind](text, otherKey)).toBeNull();
      }),
    );
  });

  test("is never read out of text that nobody signed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("base64url")),
        ),
        (text) => {
          for (const kind of kinds) expect(readers[kind](text, key)).toBeNull();
        },
      ),
    );
  });

  test("of a way out is made of uuids and of nothing else", () => {
    expect(() => signWayOutToken({ subject: "anna@example.com" as SubjectId, campaign: null }, key)).toThrow(
      TypeError,
    );
  });
});
