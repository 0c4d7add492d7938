// A filled form letter says what nodemailer, told the same for one person alone, would have said.
import * as fc from "fast-check";
import { type ParsedMail, simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import DataStream from "nodemailer/lib/smtp-connection/data-stream.js";
import { expect, test } from "vitest";
import type { Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { type Attachment, contentTypeOf } from "./attachments.ts";
import { withMarketingFooter } from "./footer.ts";
import { type Addressee, composeFormLetter, type FormLetterTerms } from "./form-letter.ts";
import { listId, wireAddress } from "./headers.ts";
import { compileTemplate, type Template, type TemplateSource } from "./template.ts";

const word = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(
    "x".repeat(400),
    "ñ€𝄞 ".repeat(40),
    "=3D",
    ".",
    " \t",
    "From ",
    "a=\n=b",
    "\n.\n..\n",
    " \n",
    "long words ".repeat(20),
  ),
);
/** No Liquid and no element of its own, and one kind of line break: what a lone CR means is nobody's business. */
const literal = word.map((text) => text.replace(/[{}<%\r]/g, "#"));
const personal = fc.constantFrom(
  "{{ address }}",
  "{{ links.why }}",
  "{{- address -}}",
  '{{ address | split: "@" | first | upcase }}',
  "{{ links.unsubscribe | url_encode }}",
  "{% if address contains 'a' %}yes, {{ address }} {% else %}\n\n\n{% endif %}",
  "{% for number in (1..3) %}{{ number }}: {{ address }}\n{% endfor %}",
  "{% assign shout = address | upcase %}{{ shout }}",
  "{% capture held %} {{ links.why }} {% endcapture %}{{ held }}",
);
const shared = fc.constantFrom(
  "{{ purpose.label }}",
  '{{ country | default: "nowhere" }}',
  "{{ controller.name }}",
  "{% if language == 'fr' %}oui{% else %}no{% endif %}",
  "{% unless country %}\n\n\n\n{% endunless %}",
);
const piece = fc.oneof(literal, personal, shared);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const line = fc
  .array(
    fc.oneof(
      literal.map((told) => told.replace(/[\p{Cc}\u2028\u2029]/gu, " ")),
      fc.constantFrom("{{ address }}", "{{ purpose.label }}", "{% if address contains 'a' %}A{% endif %}"),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => `S${pieces.join("")}`);

/** With a style sheet now and then, which HTML gets into its elements. */
const sheet = fc.constantFrom(
  "",
  "",
  "<style>p { color: red } @media print { p { color: black } }</style>",
  "<style>p:first-child, .a { margin: 0 }</style><p class=a>",
);

const attachment: fc.Arbitrary<Attachment> = fc.record({
  name: fc
    .oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        "a b.pdf",
        "q\"uo'te;.pdf",
        "ñandú €.csv",
        "長い名前".repeat(12),
        "=?utf-8?q?x?=.pdf",
        "-x.txt",
        "x%41*.pdf",
      ),
    )
    .map((told) => told.replace(/[\p{C}\p{Z}/\\]+/gu, " ").trim() || "file"),
  type: fc.constantFrom("application/pdf", "text/csv", "image/png", "application/octet-stream"),
  cid: fc.constant(null),
  bytes: fc
    .oneof(fc.uint8Array({ maxLength: 400 }), fc.constant(new Uint8Array(5000)))
    .map((bytes) => Buffer.from(bytes)),
});
const attachments = fc.oneof(
  fc.constant([]),
  fc.array(attachment, { maxLength: 3 }),
  fc.constant("image" as const),
);

const image: Attachment = {
  name: "shoe.png",
  type: "image/png",
  cid: "shoe@licet",
  bytes: Buffer.from("PNG"),
};

const source: fc.Arbitrary<TemplateSource> = fc.record(
  {
    format: fc.constantFrom("markdown" as const, "html" as const),
    subject: line,
    body: fc.tuple(sheet, text).map((pieces) => pieces.join("")),
    text,
  },
  { requiredKeys: ["format", "subject", "body"] },
);

const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((told) => told.replace(/[\p{Cc}\u2028\u2029<>]/gu, "_").trim() || "Lunaria");
const address = fc.oneof(
  fc.constantFrom(
    "anna@example.com",
    "añil@bücher.example",
    '"a, b"@example.com',
    "o'hara+x@example.com",
    '"<b>&"@example.com',
  ),
  fc
    .stringMatching(/^[a-z0-9][a-z0-9.]{0,40}[a-z0-9]$/)
    .map((local) => `${local.replace(/\.+/g, ".")}@example.com`),
);

const terms: fc.Arbitrary<FormLetterTerms> = fc
  .record({
    name,
    controllerName: name,
    label: name,
    language: fc.constantFrom("en" as const, "fr" as const, "es" as const),
  })
  .map(({ name, controllerName, label, language }) => ({
    id: "0192d3a0-0000-7000-8000-0000000000ca",
    sender: { name, address: "news@lunaria.example", replyTo: "help@lunaria.example" },
    controller: {
      name: controllerName,
      address: "Calle Mayor 1, 28013 Madrid",
      registration: "RM Madrid, T 1, F 2",
      privacyContact: "privacy@lunaria.example",
    },
    shared: {
      language,
      country: null,
      purpose: { key: "newsletter", label },
      controller: { name: controllerName, address: "Calle Mayor 1", website: null },
    },
  }));

const person = (whom: string): Addressee => ({
  address: whom,
  links: {
    unsubscribe: `https://lunaria.example/u/${"t".repeat(64)}`,
    preferences: `https://lunaria.example/p/${"t".repeat(64)}`,
    why: `https://lunaria.example/w/${"t".repeat(64)}?a=1&b=2`,
  },
  reversePath: "bounces@lunaria.example",
  date: 1_795_435_200_000 as Instant,
  messageId: "<0192d3a0-0000-7000-8000-000000000001@lunaria.example>",
});

/** As nodemailer composes it from what the template renders for this person. */
function composed(template: Template, terms: FormLetterTerms, whom: Addressee): Promise<Buffer> {
  const { sender, controller, shared, attachments = [] } = terms;
  const mail = withMarketingFooter(
    template.render({ ...shared, ...whom }),
    controller,
    whom.links,
    shared.language,
  );
  return new MailComposer({
    from: sender,
    replyTo: sender.replyTo,
    to: { name: "", address: wireAddress(whom.address, "recipient") },
    subject: mail.subject,
    date: new Date(whom.date),
    messageId: whom.messageId,
    headers: [
      { key: "List-Unsubscribe", value: { prepared: true, value: `<${whom.links.unsubscribe}>` } },
      { key: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
      { key: "List-Id", value: { prepared: true, value: listId(shared.purpose, "lunaria.example") } },
    ],
    text: mail.text,
    html: mail.html,
    attachments: attachments.map((attachment) => ({
      filename: attachment.name,
      contentType: contentTypeOf(attachment),
      content: attachment.bytes,
      ...(attachment.cid !== null && { cid: attachment.cid }),
    })),
    encoding: "quoted-printable",
    newline: "win",
  })
    .compile()
    .build();
}

const said = ({
  subject,
  from,
  to,
  replyTo,
  date,
  messageId,
  text,
  html,
  headers,
  attachments,
}: ParsedMail) => ({
  subject,
  from,
  to,
  replyTo,
  date,
  messageId,
  text,
  html,
  list: headers.get("list"),
  attachments: attachments.map(({ filename, contentType, contentDisposition, cid, related, content }) => ({
    ...{ filename, contentType, contentDisposition, cid, related },
    content: content.toString("base64"),
  })),
});
/** What nodemailer's own stream makes of it after DATA. */
async function streamed(raw: Buffer): Promise<string> {
  const stream = new DataStream();
  stream.end(raw);
  return Buffer.concat(await stream.toArray()).toString("latin1");
}

const parsed = (raw: Buffer) =>
  simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true, keepCidLinks: true });

test("a filled form letter says what nodemailer would have said to this person alone", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      source,
      terms,
      fc.array(address, { minLength: 1, maxLength: 3 }),
      attachments,
      async (text, plain, addresses, chosen) => {
        const attachments = chosen === "image" ? [image] : chosen;
        const shown = chosen === "image" ? `${text.body}<img src="cid:shoe@licet">` : text.body;
        const source = { ...text, body: shown };
        const terms = { ...plain, attachments };
        const template = await compileTemplate(source, { attachments }).catch((error: unknown) => {
          if (error instanceof CodedError) return null;
          throw error;
        });
        if (template === null) return;
        const form = await composeFormLetter(template, terms);
        for (const whom of addresses.map(person)) {
          const letter = form.fill(whom);
          const raw = Buffer.concat([letter.raw, letter.rest ?? Buffer.alloc(0)]);
          const { wire } = letter;
          if (wire) expect(wire.toString("latin1")).toBe(await streamed(raw));
          const lines = raw.toString("latin1").split("\r\n");
          expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
          expect(lines.join("")).not.toMatch(/[\r\n]/);
          expect(said(await parsed(raw))).toEqual(said(await parsed(await composed(template, terms, whom))));
          compared += 1;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(30);
}, 20_000);
