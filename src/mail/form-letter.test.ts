import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import type { Instant } from "../core/instant.ts";
import type { Language } from "../core/languages.ts";
import type { Attachment } from "./attachments.ts";
import { type Addressee, composeFormLetter, type FormLetterTerms } from "./form-letter.ts";
import { messageIdOf } from "./headers.ts";
import { readMail } from "./read-mail.ts";
import { compileTemplate } from "./template.ts";

const sender = { name: "Lunaria", address: "news@lunaria.example", replyTo: "help@lunaria.example" };
const controller = {
  name: "Lunaria Calzados, S.L. <shoes>",
  address: "Calle Mayor 1, 28013 Madrid",
  registration: "RM Madrid, T 1, F 2",
  privacyContact: "privacy@lunaria.example",
};
interface MarketingLetter extends Omit<FormLetterTerms, "shared" | "id">, Omit<Addressee, "address"> {
  readonly purpose: { readonly key: string; readonly label: string };
  readonly to: string;
  readonly language: Language;
  readonly mail: { readonly subject: string; readonly html: string; readonly text: string };
}
const letter: MarketingLetter = {
  controller,
  sender,
  reversePath: "bounces@lunaria.example",
  purpose: { key: "newsletter", label: "News, offers and more" },
  to: "anna@example.com",
  language: "en",
  date: 1_795_435_200_000 as Instant,
  messageId: messageIdOf("0192d3a0-0000-7000-8000-000000000001", sender.address),
  mail: { subject: "New shoes", html: "<!doctype html><html><body><p>Hi</p></BODY></html>", text: "Hi\n" },
  links: {
    unsubscribe: "https://lunaria.example/u/token",
    preferences: "https://lunaria.example/p/token",
    why: "https://lunaria.example/w/token?a=1&b=2",
  },
};

async function marketing(changed: Partial<MarketingLetter> = {}) {
  const { mail, to, purpose, language, ...rest } = { ...letter, ...changed };
  const { attachments = [] } = rest;
  const source = { format: "html", subject: mail.subject, body: mail.html, text: mail.text } as const;
  const template = await compileTemplate(source, { attachments });
  const shared = {
    language,
    country: null,
    purpose,
    controller: { name: rest.controller.name, address: rest.controller.address, website: null },
  };
  const form = await composeFormLetter(template, {
    ...rest,
    id: "0192d3a0-0000-7000-8000-0000000000ca",
    shared,
  });
  return form.fill({ ...rest, address: to });
}

async function headers(raw: Buffer): Promise<Map<string, string>> {
  return new Map((await readMail(raw)).headers);
}

describe("a marketing letter", () => {
  test("says who writes, to whom, when, and bears its Message-ID", async () => {
    const { raw, reversePath, forwardPath } = await marketing();
    const head = await headers(raw);
    expect(reversePath).toBe("bounces@lunaria.example");
    expect(forwardPath).toBe("anna@example.com");
    expect(head.get("From")).toBe("Lunaria <news@lunaria.example>");
    expect(head.get("Reply-To")).toBe("help@lunaria.example");
    expect(head.get("To")).toBe("anna@example.com");
    expect(head.get("Date")).toBe("Mon, 23 Nov 2026 12:00:00 +0000");
    expect(head.get("Message-ID")).toBe("<0192d3a0-0000-7000-8000-000000000001@lunaria.example>");
  });

  test("can be stopped with one click (RFC 8058)", async () => {
    const head = await headers((await marketing()).raw);
    expect(head.get("List-Unsubscribe")).toBe("<https://lunaria.example/u/token>");
    expect(head.get("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  });

  test("names its purpose in a List-Id of its own (RFC 2919)", async () => {
    const head = await headers((await marketing()).raw);
    expect(head.get("List-ID")).toBe('"News, offers and more" <newsletter.lunaria.example>');
  });

  test("has a List-Id that survives any label and any key", async () => {
    const head = await headers(
      (await marketing({ purpose: { key: "Ofertas_y más", label: "Ofertas “y” más" } })).raw,
    );
    expect(head.get("List-ID")).toMatch(/^=\?UTF-8\?Q\?[!-~]+\?= <ofertas-y-m-s\.lunaria\.example>$/);
  });

  test("ends with the controller's identity and the ways out, in HTML and in text", async () => {
    const mail = await readMail((await marketing()).raw);
    for (const part of [mail.html ?? "", mail.text ?? ""]) {
      expect(part).toContain("Calle Mayor 1, 28013 Madrid");
      expect(part).toContain("RM Madrid, T 1, F 2");
      expect(part).toContain("privacy@lunaria.example");
      expect(part).toContain("https://lunaria.example/u/token");
      expect(part).toContain("https://lunaria.example/p/token");
    }
    expect(mail.text).toContain("Sent by Lunaria Calzados, S.L. <shoes>");
    expect(mail.text).toContain("Why do I get this?: <https://lunaria.example/w/token?a=1&b=2>");
    expect(mail.html).toContain("Lunaria Calzados, S.L. &lt;shoes&gt;");
    expect(mail.html).toContain('href="https://lunaria.example/w/token?a=1&amp;b=2"');
  });

  test("has its footer inside the body, or at the end of a fragment", async () => {
    const whole = (await readMail((await marketing()).raw)).html ?? "";
    expect(whole).toMatch(/Unsubscribe[\s\S]*<\/div>\s*<\/BODY><\/html>\s*$/);
    const fragment =
      (await readMail((await marketing({ mail: { ...letter.mail, html: "<p>Hi</p>" } })).raw)).html ?? "";
    expect(fragment).toMatch(/^<p>Hi<\/p>[\s\S]*Unsubscribe/);
  });

  test("never hides its footer in a comment", async () => {
    const html = "<body><p>Hi</p></body><!--[if mso]> </body> <![endif]-->";
    const read = (await readMail((await marketing({ mail: { ...letter.mail, html } })).raw)).html ?? "";
    expect(read.indexOf("Unsubscribe")).toBeLessThan(read.indexOf("<!--"));
  });

  test.each([
    ["fr", "Se désinscrire"],
    ["es", "Darse de baja"],
  ] as const)("offers the way out in the person's language: %s", async (language, words) => {
    const mail = await readMail((await marketing({ language })).raw);
    expect(mail.html).toContain(words);
    expect(mail.text).toContain(words);
  });

  test("fetches nothing", async () => {
    expect((await readMail((await marketing()).raw)).html).not.toMatch(/<img|src=|url\(/);
  });

  test("is the same to the byte when it is written again", async () => {
    expect((await marketing()).raw.equals((await marketing()).raw)).toBe(true);
  });

  test("is in lines of 76 at most, each ended by CRLF, in ASCII", async () => {
    const text = `${"né ".repeat(2000)}\n.\n.dot\n`;
    const { raw } = await marketing({
      mail: { subject: "ñ".repeat(300), html: `<p>${"x".repeat(5000)}</p>`, text },
      controller: { ...controller, name: "Ж".repeat(200) },
    });
    const wire = raw.toString("latin1");
    expect(wire).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(wire.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...wire.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(76);
    const mail = await readMail(raw);
    expect(mail.subject).toBe("ñ".repeat(300));
    expect(mail.text).toContain(text);
    expect(mail.html).toContain("x".repeat(5000));
  });

  test("is read back with names in any script", async () => {
    const { raw } = await marketing({ sender: { name: 'Zapatería "Ñandú", S.L.', address: sender.address } });
    expect((await readMail(raw)).from).toBe('"Zapatería \\"Ñandú\\", S.L." <news@lunaria.example>');
  });

  test("goes to an international domain in its ASCII form", async () => {
    const { forwardPath, raw } = await marketing({ to: "anna@bücher.example" });
    expect(forwardPath).toBe("anna@xn--bcher-kva.example");
    expect((await headers(raw)).get("To")).toBe("anna@xn--bcher-kva.example");
  });

  test("keeps a local part beyond ASCII as it is (RFC 6532)", async () => {
    const { forwardPath, raw } = await marketing({ to: "añil@bücher.example" });
    expect(forwardPath).toBe("añil@xn--bcher-kva.example");
    expect(raw.toString()).toContain("\r\nTo: añil@bücher.example\r\n");
  });

  test("keeps a quoted local part quoted", async () => {
    const { forwardPath, raw } = await marketing({ to: '"a, b"@example.com' });
    expect(forwardPath).toBe('"a, b"@example.com');
    expect(raw.toString()).toContain('\r\nTo: <"a, b"@example.com>\r\n');
  });
});

test("a quoted local part with angle brackets adds nobody to a letter", async () => {
  const { forwardPath, raw } = await marketing({ to: '"x>, <eve@y"@example.com' });
  expect(forwardPath).toBe('"x>, <eve@y"@example.com');
  expect(raw.toString().match(/^To: .*$/m)?.[0]).toBe('To: <"x ,  eve@y"@example.com>');
});

describe("a letter with files", () => {
  const file = (name: string, bytes = "x", cid: string | null = null): Attachment => ({
    ...{ name, cid, bytes: Buffer.from(bytes) },
    type: cid === null ? "application/pdf" : "image/png",
  });
  const whole = async (attachments: readonly Attachment[], html = letter.mail.html) => {
    const { raw, rest } = await marketing({ attachments, mail: { ...letter.mail, html } });
    return Buffer.concat([raw, rest ?? Buffer.alloc(0)]).toString("latin1");
  };

  test("attaches some, and shows others in the page", async () => {
    const mail = await whole(
      [file("fair.pdf"), file("shoe.png", "PNG", "shoe@licet")],
      '<p>Hi</p><img src="cid:shoe@licet" alt="Shoe">',
    );
    const types = [...mail.matchAll(/^Content-Type: ([^;\r]+)/gim)].map(([, type]) => type);
    expect(types).toEqual([
      ...["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html"],
      ...["image/png", "application/pdf"],
    ]);
    expect(mail).toMatch(/^Content-I[dD]: <shoe@licet>\r$/m);
    expect(mail).toMatch(/Content-Disposition: inline; filename=shoe\.png/);
    expect(mail).toMatch(/Content-Disposition: attachment; filename=fair\.pdf/);
  });

  test.each([
    ["in ASCII as it is", "fair.pdf", /filename=fair\.pdf\r/],
    ["with separators between quotes", "a b, c.pdf", /filename="a b, c\.pdf"/],
    ["with quotes (RFC 2231)", 'a "b"; c.pdf', /filename\*0\*=utf-8''a%20%22b%22%3B%20c\.pdf/],
    ["beyond ASCII (RFC 2231)", "feria ñ.pdf", /filename\*0\*=utf-8''feria%20%C3%B1\.pdf/],
    [
      "that is long in pieces (RFC 2231 3)",
      `${"ñandú ".repeat(12)}.pdf`,
      /filename\*0\*=utf-8''[\s\S]+filename\*1\*=/,
    ],
  ])("writes a name %s", async (_, name, expected) => {
    const mail = await whole([file(name)]);
    expect(mail).toMatch(expected);
    const { attachments } = await simpleParser(mail);
    expect(attachments.map(({ filename }) => filename)).toEqual([name]);
  });

  test("shares the bytes of its files with the letters of all others, in every language", async () => {
    const attachments = [file("fair.pdf", "x".repeat(100_000))];
    const [english, french] = await Promise.all([
      marketing({ attachments }),
      marketing({ attachments, language: "fr", to: "bea@example.com" }),
    ]);
    expect(english.rest?.length).toBeGreaterThan(100_000);
    expect(french.rest).toBe(english.rest);
    expect(english.raw.length).toBeLessThan(10_000);
    expect(english.raw.at(-1)).toBe(0x0a);
  });
});

describe("nobody can write a header into a letter by", () => {
  const evil = "x\r\nBcc: eve@example.com";
  test.each<[string, Partial<MarketingLetter>]>([
    ["the sender's name", { sender: { ...sender, name: evil } }],
    ["the sender's address", { sender: { ...sender, address: `${evil}@x.example` } }],
    ["the reverse-path", { reversePath: `${evil}@x.example` }],
    ["the reply address", { sender: { ...sender, replyTo: "a@x.example\nBcc: eve@example.com" } }],
    ["the recipient", { to: "anna@example.com\r\nBcc: eve@example.com" }],
    ["a second recipient", { to: "anna@example.com>, <eve@example.com" }],
    ["the Message-ID", { messageId: `<${evil}>` }],
    ["the purpose's label", { purpose: { key: "a", label: evil } }],
    [
      "the way out",
      { links: { ...letter.links, unsubscribe: "https://x.example/\r\nBcc: eve@example.com" } },
    ],
    [
      "closing the way out",
      { links: { ...letter.links, unsubscribe: "https://x.example/>, <mailto:eve@example.com" } },
    ],
  ])("%s", async (_, changed) => {
    await expect((async () => marketing(changed))()).rejects.toThrow(TypeError);
  });

  test("the purpose's key", async () => {
    const { raw } = await marketing({ purpose: { key: "a\r\nBcc: eve@example.com", label: "News" } });
    expect((await headers(raw)).get("List-ID")).toBe('"News" <a-bcc-eve-example-com.lunaria.example>');
  });
});
