import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { describe, expect, test } from "vitest";
import type { Instant } from "../core/instant.ts";
import { composeSystemLetter } from "./compose.ts";
import { dkimSignatures } from "./dkim.ts";
import {
  type KeptDkimKey,
  newDkimKeys,
  publishedUntil,
  readyKey,
  recordName,
  recordText,
  signingKeys,
  stateOf,
  zoneLine,
} from "./dkim-keys.ts";

const day = 86_400_000;
const now = 1_795_435_200_000 as Instant;
const keys = newDkimKeys("lunaria.example", now, []);
const ready = keys.map(readyKey);

async function signDkim(...told: Parameters<typeof dkimSignatures>): Promise<Buffer> {
  return Buffer.concat([await dkimSignatures(...told), told[0]]);
}

/** As another program finds each signature, whose keys stand in this DNS. */
async function verified(raw: Buffer, inDns: readonly KeptDkimKey[] = keys): Promise<string[]> {
  const resolver = async (name: string) => {
    const found = inDns.find((key) => recordName(key) === name);
    if (found === undefined) throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
    return [[recordText(found)]];
  };
  const { results } = await dkimVerify(raw, { resolver });
  return results.map(({ algo, status }) => `${algo} ${status.result}`).sort();
}

const both = ["ed25519-sha256 pass", "rsa-sha256 pass"];

async function aMail(
  changed: { subject?: string; html?: string; text?: string; to?: string } = {},
): Promise<Buffer> {
  const { subject = "Shoes", html = "<p>Hi</p>", text = "Hi\n", to = "anna@example.com" } = changed;
  const { raw } = await composeSystemLetter({
    sender: { name: "Zapatería “Ñandú”", address: "news@lunaria.example" },
    reversePath: "news@lunaria.example",
    to,
    date: now,
    messageId: "<0192d3a0@lunaria.example>",
    mail: { subject, html, text },
    auto: "generated",
  });
  return raw;
}

describe("a signed mail", () => {
  test.each([
    ["as it is", {}],
    ["with long lines and tabs", { text: `${"long \t words  ".repeat(400)}\n\n\n\n` }],
    ["with dots, spaces at line ends and empty lines", { text: " . \n.\n..x  \n \n\t\n\n" }],
    ["with a subject in many lines", { subject: "ñ€ ".repeat(80) }],
    ["with an address beyond ASCII", { to: "añil@example.com" }],
  ])("is found good by another program, by both keys: %s", async (_, changed) => {
    expect(await verified(await signDkim(await aMail(changed), ready, now))).toEqual(both);
  });

  test.each([
    ["as they are", "UERG\r\nUERG\r\n"],
    ["with white space and empty lines", "a \t b  \r\n\r\n \r\nc\t\r\n\r\n\r\n"],
    ["with nothing but empty lines", "\r\n\r\n"],
  ])("is found good with lines that other letters share, %s", async (_, lines) => {
    const rest = Buffer.from(lines);
    for (const text of ["Hi\n", "Ho \n\n\n"]) {
      const signed = await signDkim(await aMail({ text }), ready, now, rest);
      expect(await verified(Buffer.concat([signed, rest]))).toEqual(both);
    }
  });

  test("without a body is found good too", async () => {
    const raw = Buffer.from("From: news@lunaria.example\r\nSubject:  a \t b \r\n\r\n");
    expect(await verified(await signDkim(raw, ready, now))).toEqual(both);
  });

  test.each<[string, (mail: string) => string]>([
    ["another subject", (mail) => mail.replace("Subject: Shoes", "Subject: Boots")],
    ["a second sender in front", (mail) => `From: eve@example.com\r\n${mail}`],
    ["a second subject", (mail) => mail.replace("Subject:", "Subject: Boots\r\nSubject:")],
    ["another body", (mail) => mail.replace("<p>Hi</p>", "<p>Ho</p>")],
  ])("is found bad with %s", async (_, change) => {
    const signed = (await signDkim(await aMail(), ready, now)).toString("latin1");
    const forged = Buffer.from(change(signed), "latin1");
    expect(forged.toString("latin1")).not.toBe(signed);
    for (const result of await verified(forged)) expect(result).not.toContain("pass");
  });

  test("survives what relays do to white space", async () => {
    const signed = (await signDkim(await aMail({ text: "a b\n" }), ready, now)).toString("latin1");
    expect(
      await verified(
        Buffer.from(signed.replace("Subject: ", "SUBJECT:\t  ").replace("a b", "a \t b"), "latin1"),
      ),
    ).toEqual(both);
  });

  test("covers the way out (RFC 8058 4)", async () => {
    const raw = Buffer.from(
      "From: news@lunaria.example\r\nList-Unsubscribe: <https://lunaria.example/u/t>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\nHi\r\n",
    );
    const signed = (await signDkim(raw, ready, now)).toString("latin1");
    expect(await verified(Buffer.from(signed, "latin1"))).toEqual(both);
    for (const result of await verified(Buffer.from(signed.replace("/u/t", "/u/x"), "latin1")))
      expect(result).not.toContain("pass");
  });
});

describe("the keys of a domain over time", () => {
  const later = (now + 10 * day) as Instant;
  const next = newDkimKeys("lunaria.example", later, keys);
  const all = [...keys, ...next];
  const selectors = (found: readonly KeptDkimKey[]) => found.map(({ selector }) => selector);

  test("sign from their day on, in place of those before", () => {
    expect(signingKeys(all, (now - 1) as Instant)).toEqual([]);
    expect(selectors(signingKeys(all, now))).toEqual(selectors(keys));
    expect(selectors(signingKeys(all, later))).toEqual(selectors(next));
    expect(all.map((key) => stateOf(key, all, later))).toEqual([
      "superseded",
      "superseded",
      "signing",
      "signing",
    ]);
  });

  test("stay in DNS for a week longer than they sign", () => {
    expect(all.map((key) => publishedUntil(key, all))).toEqual([
      later + 7 * day,
      later + 7 * day,
      null,
      null,
    ]);
  });

  test("that are retired sign nothing, and those before do not come back", () => {
    const retired = all.map((key) => (next.includes(key) ? { ...key, retiredAt: later } : key));
    expect(signingKeys(retired, later)).toEqual([]);
  });

  test("have other selectors each time, also on one day", () => {
    const again = newDkimKeys("lunaria.example", now, keys);
    expect(new Set(selectors([...keys, ...again])).size).toBe(4);
  });

  test("stand in DNS in strings of 255 octets at most", () => {
    for (const key of keys) {
      const strings = [...zoneLine(key).matchAll(/"([^"]*)"/g)].map(([, string]) => string ?? "");
      expect(strings.join("")).toBe(recordText(key));
      expect(Math.max(...strings.map(({ length }) => length))).toBeLessThanOrEqual(255);
    }
  });
});
