// Whom an answer is held against: cases as data, each with where it is published.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeliveryStatus, readDeliveryStatus, readReply } from "./delivery-status.ts";

type Case = DeliveryStatus & { readonly reply: string; readonly source: string };

const cases = readFileSync("test/corpus/replies.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line): Case => JSON.parse(line) as Case);

describe("an answer as it is published", () => {
  it.each(cases.map((one): [string, Case] => [one.reply.replaceAll("\r\n", " / "), one]))(
    "%s",
    (_name, { reply, says, later, slower }) => {
      expect(readReply(reply)).toEqual({ says, later, slower });
    },
  );
});

describe("an answer", () => {
  const words = fc.constantFrom(
    "user unknown",
    "mailbox disabled",
    "no such user",
    "mailbox unavailable",
    "",
  );

  it("about policy, reputation or authentication is never held against the person, whatever its words", () => {
    const policy = fc.integer({ min: 0, max: 999 }).filter((detail) => detail !== 17 && detail !== 18);
    fc.assert(
      fc.property(policy, words, (detail, text) => {
        expect(readDeliveryStatus({ code: 550, status: `5.7.${detail}`, text }).says).toBe("about-us");
      }),
    );
  });

  it("that is temporary is never held against the person and may pass later, whatever its words", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: 499 }),
        fc.nat(9),
        fc.nat(30),
        words,
        (code, subject, detail, text) => {
          const read = readDeliveryStatus({ code, status: `4.${subject}.${detail}`, text });
          expect(read.says).not.toBe("mailbox-gone");
          expect(read.later).toBe(true);
        },
      ),
    );
  });

  it("that nobody can read is held against nobody", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (reply) => {
        fc.pre(!/^\s*[45]\d\d/.test(reply));
        expect(
          readDeliveryStatus({ code: null, status: null, text: `~${reply.replaceAll(/[a-z]/gi, "")}` }).says,
        ).toBe("unknown");
      }),
    );
  });

  it("of a report says the same without a reply code", () => {
    const read = (status: string) => readDeliveryStatus({ code: null, status, text: "" }).says;
    expect(["5.1.1", "5.2.2", "4.4.1", "5.7.26", "5.0.0"].map(read)).toEqual([
      "mailbox-gone",
      "mailbox-full",
      "try-later",
      "about-us",
      "unknown",
    ]);
  });
});
