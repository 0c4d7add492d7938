// What comes back to us, mail by mail as servers and people really write it, and what is made of each.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SubjectId } from "../core/subject-id.ts";
import { refOf, signLetterToken } from "../mail/letter-token.ts";
import { signWayOutToken } from "../mail/tokens.ts";
import { mostBytes, understand } from "./understand.ts";

const key = Buffer.alloc(32, 7);
const campaign = "0192d3a0-1234-7000-8000-000000000001";
const subject = "0f0e0d0c-0b0a-4908-8706-050403020100" as SubjectId;
const letter = { subject, of: "campaign", ref: refOf(campaign) } as const;
const wayOut = { subject, campaign };
const folder = join(import.meta.dirname, "..", "..", "test", "corpus", "returned");

/** A mail of the corpus: `TOKEN`, `LEAVE` and `WAYOUT` stand for what a letter of ours bears. */
function mailOf(name: string): Buffer {
  const text = readFileSync(join(folder, `${name}.eml`), "utf8")
    .replaceAll("TOKEN", signLetterToken(letter, "report", key))
    .replaceAll("LEAVE", signLetterToken(letter, "leave", key))
    .replaceAll("WAYOUT", signWayOutToken(wayOut, key));
  return Buffer.from(text.replaceAll("\n", "\r\n"));
}

/** As the listener is given it: the envelope is what the headers say that it was. */
function hear(raw: Buffer) {
  const head = raw.toString("utf8");
  const [, reversePath = ""] = /^Return-Path: <([^>]*)>/im.exec(head) ?? [];
  const [, forwardPath = ""] = /^To: .*?([^\s<]+@[^\s>]+)/im.exec(head) ?? [];
  return understand({ reversePath, forwardPaths: [forwardPath], raw }, key);
}

const gone = {
  kind: "bounce",
  says: "mailbox-gone",
  status: "5.1.1",
  letter: expect.objectContaining(letter),
};
const bounce = (says: string, status: string | null) => ({ ...gone, says, status });
const passing = { kind: "passing" };
const complaint = { kind: "complaint", letter: expect.objectContaining(letter) };
const leaving = { kind: "leaving", letter: expect.objectContaining(letter) };

const expected: Readonly<Record<string, object>> = {
  "postfix-unknown-user": gone,
  "postfix-text": gone,
  "postfix-full": bounce("mailbox-full", "5.2.2"),
  "postfix-delayed": passing,
  "postfix-expired": bounce("try-later", "4.4.1"),
  "postfix-relayed": passing,
  "gmail-no-such-user": gone,
  "gmail-unauthenticated": bounce("about-us", "5.7.26"),
  "gmail-over-quota": bounce("mailbox-full", "5.2.2"),
  "outlook-unknown": bounce("mailbox-gone", "5.1.10"),
  "outlook-spam": bounce("about-us", "5.7.1"),
  "exchange-on-premises-text": gone,
  "exchange-german": gone,
  qmail: gone,
  "qmail-no-code": bounce("mailbox-gone", "550"),
  "exim-text": bounce("unknown", null),
  "exim-text-smtp": gone,
  "exim-warning": passing,
  yahoo: bounce("mailbox-gone", "554"),
  "yahoo-report": bounce("mailbox-gone", "5.0.0"),
  gmx: bounce("mailbox-gone", "550"),
  "web-de-german": bounce("mailbox-full", "5.2.2"),
  orange: gone,
  "orange-blocked": bounce("about-us", "5.2.0"),
  "french-prose": gone,
  sendmail: gone,
  "list-of-two": passing,
  "forward-broken": bounce("about-us", "5.7.1"),
  smtputf8: gone,
  "token-in-returned-part-only": gone,
  "forged-bounce": { ...gone, letter: null },
  "forged-bounce-of-forwarded": { ...gone, letter: null },
  "arf-abuse": complaint,
  "arf-redacted": { kind: "complaint", letter: wayOut },
  "arf-headers-only": complaint,
  "arf-mail-from-only": complaint,
  "arf-not-spam": passing,
  "arf-auth-failure": passing,
  "arf-opt-out": leaving,
  "arf-unknown-type": complaint,
  "hotmail-jmrp": complaint,
  "away-auto-submitted": passing,
  "away-exchange": passing,
  "away-precedence": passing,
  "away-x-autoreply": passing,
  "away-null-path": passing,
  "read-receipt": passing,
  ticket: passing,
  challenge: passing,
  ...Object.fromEntries(
    ["ca", "da", "de", "en", "es", "fi", "fr", "it", "nl", "pl", "pt", "sv"].map((language) => [
      `away-by-subject-${language}`,
      passing,
    ]),
  ),
  "leave-by-mail": leaving,
  "leave-by-gmail": leaving,
  "bounce-to-leave": passing,
  "stop-in-reply": { kind: "leaving", letter: wayOut },
  "stop-in-german": leaving,
  "stop-as-subject": leaving,
  reply: { kind: "reply" },
  "reply-about-trouble": { kind: "reply" },
  spam: { kind: "noise" },
};

describe("a mail that comes back", () => {
  test("is in the corpus with what is made of it", () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.eml$/, ""));
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(Object.entries(expected))("%s", async (name, heard) => {
    expect(await hear(mailOf(name))).toEqual(heard);
  });
});

describe("whatever anybody sends", () => {
  const names = Object.keys(expected);

  test("is read to its end or left, and nothing of it makes the reader fail", async () => {
    const cut = fc.record({ from: fc.nat(4000), to: fc.nat(4000), put: fc.uint8Array({ maxLength: 60 }) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(cut, { maxLength: 4 }), async (name, cuts) => {
        let raw = mailOf(name);
        for (const { from, to, put } of cuts)
          raw = Buffer.concat([raw.subarray(0, from), Buffer.from(put), raw.subarray(to)]);
        expect(["bounce", "complaint", "leaving", "passing", "reply", "noise"]).toContain(
          (await hear(raw)).kind,
        );
      }),
      { numRuns: 200 },
    );
  });

  test("names nobody without a true token", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), async (name) => {
        const raw = mailOf(name);
        const other = await understand(
          { reversePath: "", forwardPaths: ["bounces@mail.lunaria.example"], raw },
          Buffer.alloc(32, 8),
        );
        expect("letter" in other ? other.letter : null).toBeNull();
      }),
    );
  });

  test("of one sign, over and over, is read in one go", async () => {
    for (const sign of ["-", "> ", "@:", "a@", "4.1.1", "550 ", "re:", "\r\n-", "<", "--copy", " \t"]) {
      const line = sign.repeat(20_000);
      const raw = Buffer.from(
        `From: <mailer-daemon@example.com>\r\nSubject: ${sign.trim().repeat(300)}\r\n\r\n${line}\r\n`,
      );
      expect(["noise", "passing"]).toContain((await hear(raw)).kind);
    }
  });

  test("of parts in parts in parts, or larger than any report, is left", async () => {
    let nested = "Content-Type: text/plain\r\n\r\nstop\r\n";
    for (let depth = 0; depth < 2000; depth += 1)
      nested = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested}--b${depth}--\r\n`;
    expect(await hear(Buffer.from(nested))).toEqual({ kind: "noise" });
    const parts = `--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n\r\n`.repeat(50_000);
    expect(await hear(Buffer.from(`Content-Type: multipart/report; boundary=b\r\n\r\n${parts}`))).toEqual({
      kind: "noise",
    });
    expect(await hear(Buffer.alloc(mostBytes + 1, "a"))).toEqual({ kind: "noise" });
  });
});
