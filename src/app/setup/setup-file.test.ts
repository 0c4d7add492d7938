// A set-up file says what is wrong with it, where, and what was expected.
import { describe, expect, test } from "vitest";
import { readSetupFile } from "./setup-file.ts";

// What GDPR 13 asks for, as briefly as can be.
const allEs = `Lunaria Calzados, S.L. es la responsable. Finalidad: enviarle novedades. Base: su consentimiento, artículo 6.1.a del RGPD. Destinatarios: nadie más que el proveedor que aloja los servidores. Plazo: hasta que lo retire. Derechos de acceso, rectificación, supresión, limitación y portabilidad: escriba a privacidad@lunaria.example. Puede reclamar ante la autoridad de control, que en España es la AEPD.`;
const allEn = `Lunaria Calzados, S.L. is the controller. Purpose: to send you news. Legal basis: your consent, Article 6(1)(a) of the GDPR. Recipients: nobody but the company that hosts the servers. How long: until you withdraw it. You have the right to access, correction, erasure, restriction and portability: write to privacidad@lunaria.example. You can complain to the supervisory authority, which in Spain is the AEPD.`;

const small = `languages: [es, en]
controller:
  id: lunaria
  name: Lunaria Calzados, S.L.
  address: Calle de la Luna Nueva, 14, 28004 Madrid
  registration: NIF B00000000
  country: ES
  privacyContact: privacidad@lunaria.example
senders:
  shop: { name: Lunaria, address: hola@lunaria.example }
purposes:
  newsletter:
    kind: marketing
    category: shoes
    sender: shop
    label: { es: Novedades, en: News }
  catalogue:
    kind: requestedInformation
    sender: shop
    label: { es: El catálogo, en: The catalogue }
clauses:
  newsletter:
    purpose: newsletter
    text: { es: "Sí, Lunaria Calzados puede enviarme sus novedades por correo. Puedo retirarlo cuando quiera.", en: "Yes, please: Lunaria Calzados may email me its news. I can withdraw this at any time." }
notices:
  short:
    withdrawalStated: true
    first:
      - title: { es: Responsable, en: Controller }
        text: { es: Lunaria. Finalidad, en: Lunaria. Purpose }
    second: { es: "${allEs}", en: "${allEn}" }
forms:
  sign-up:
    kind: signUp
    title: { es: Noticias, en: News }
    notice: short
    boxes: [newsletter]
  order:
    kind: order
    title: { es: Pedido, en: Order }
    notice: short
    products:
      - { key: boots, category: shoes, price: 149 €, label: { es: Botas, en: Boots } }
    softOptIn:
      text: { es: Le escribiremos. Puede oponerse., en: We may write. You can object. }
      refusal: { es: "No", en: "No" }
  catalogue:
    kind: informationRequest
    title: { es: Catálogo, en: Catalogue }
    notice: short
    topic: catalogue
    purpose: catalogue
    responses: 1
    days: 30
    answer:
      subject: { es: El catálogo, en: The catalogue }
      body: { es: Aquí está, en: Here it is }
`;

/** The mistakes of the small file with one thing written in the place of another, as a terminal shows them. */
function written(before: string, replacement: string): string[] {
  expect(small).toContain(before);
  return mistakesOf(small.replace(before, replacement));
}

function mistakesOf(text: string): string[] {
  const file = readSetupFile(text);
  return file.ok ? [] : file.mistakes.map(({ line, problem }) => `line ${line}: ${problem}`);
}

function formOf(key: "sign-up" | "order" | "catalogue") {
  const file = readSetupFile(small);
  return file.ok ? file.declared.forms[key] : undefined;
}

describe("a sound file", () => {
  test("declares everything, the languages with the controller", () => {
    const file = readSetupFile(small);
    expect(file).toMatchObject({
      ok: true,
      declared: { controller: { id: "lunaria", languages: ["es", "en"] } },
    });
  });

  test("asks for confirmation within 48 hours unless it says otherwise", () => {
    expect(formOf("sign-up")).toMatchObject({ doubleOptIn: true, confirmationHours: 48 });
  });

  test("has forms without boxes where they are not what the form is for", () => {
    expect(formOf("order")?.boxes).toEqual([]);
    expect(formOf("catalogue")?.boxes).toEqual([]);
  });

  test("may measure whoever consents to it: `email-tracking` is a purpose like any other", () => {
    expect(
      written(
        "  newsletter:\n    kind",
        "  email-tracking: { kind: marketing, sender: shop, label: { es: Medir, en: Measure } }\n  newsletter:\n    kind",
      ),
    ).toEqual([]);
  });

  test("may write a text once and repeat it by its name", () => {
    expect(
      mistakesOf(
        small
          .replace("label: { es: Novedades, en: News }", "label: &news { es: Novedades, en: News }")
          .replace("title: { es: Noticias, en: News }", "title: *news"),
      ),
    ).toEqual([]);
  });
});

describe("a mistake in the shape", () => {
  test.each([
    [
      "a word that was mistyped",
      "kind: marketing",
      "kind: marketting",
      "line 13: `purposes.newsletter.kind` should be one of `marketing`, `requestedInformation`, `service`; it is `marketting` (did you mean `marketing`?)",
    ],
    [
      "a key that was mistyped",
      "  registration:",
      "  regstration:",
      "line 6: `controller.regstration` is not known here (did you mean `registration`?)",
    ],
    [
      "a key from nowhere",
      "    category: shoes",
      "    colour: red",
      "line 14: `purposes.newsletter.colour` is not known here; known are `kind`, `category`, `childDirected`, `proofDays`, `label`, `sender`",
    ],
    [
      "a key that is missing",
      "  name: Lunaria Calzados, S.L.\n",
      "",
      "line 2: `controller.name` is missing; it should be its legal name",
    ],
    [
      "a kind of form that was mistyped",
      "kind: signUp",
      "kind: sign-up",
      "line 34: `forms.sign-up.kind` should be one of `signUp`, `order`, `informationRequest`; it is `sign-up` (did you mean `signUp`?)",
    ],
    [
      "a country by the name of its custom",
      "country: ES",
      "country: UK",
      "line 7: `controller.country` should be the code of a country, two capital letters of ISO 3166-1 like `ES` (the United Kingdom is `GB`); it is `UK`",
    ],
    [
      "a text that a language lacks",
      "label: { es: Novedades, en: News }",
      "label: { es: Novedades }",
      "line 16: `purposes.newsletter.label.en` is missing; it should be a text of one line",
    ],
    [
      "a text in a language that is not published in",
      "label: { es: Novedades, en: News }",
      "label: { es: Novedades, en: News, fr: Nouveautés }",
      "line 16: `purposes.newsletter.label.fr` is not known here; known are `es`, `en`",
    ],
    [
      "a language that Licet does not speak",
      "[es, en]",
      "[es, nb]",
      "line 1: `languages[1]` should be one of `en`, `fr`, `es`, `de`, `it`, `pt`, `nl`, `pl`, `sv`, `da`, `fi`, `ca`; it is `nb`",
    ],
    [
      "a language twice",
      "[es, en]",
      "[es, en, es]",
      "line 1: `languages[2]` is a second language `es`; keep one of them",
    ],
    [
      "a key with a space",
      "  shop: {",
      "  My Shop: {",
      "line 10: `senders.My Shop` should be named by a key: small letters, digits and hyphens, beginning with a letter, at most 63",
    ],
    [
      "a longer wait than two days",
      "    boxes: [newsletter]",
      "    boxes: [newsletter]\n    confirmationHours: 72",
      "line 38: `forms.sign-up.confirmationHours` should be a whole number from 1 to 48; it is `72`",
    ],
    [
      "a line break in a name",
      "name: Lunaria Calzados, S.L.",
      'name: "Lunaria\\nBcc: x"',
      "line 4: `controller.name` should be its legal name; what stands there is not",
    ],
    [
      "an address without encryption",
      "  country: ES",
      "  country: ES\n  website: http://lunaria.example",
      "line 8: `controller.website` should be an address that begins with `https://`; it is `http://lunaria.example`",
    ],
  ])("is told with its line: %s", (_, before, replacement, told) => {
    expect(written(before, replacement)).toContainEqual(told);
  });

  test("never repeats an address", () => {
    expect(written("address: hola@lunaria.example", "address: hola@lunaria")).toEqual([
      "line 10: `senders.shop.address` should be an email address that mail can be sent to; what stands there is not",
    ]);
  });

  test("does not hide another one further down", () => {
    expect(
      mistakesOf(small.replace("country: ES", "country: XX").replace("days: 30", "days: soon")),
    ).toHaveLength(2);
  });

  test("in what an alias repeats is told once, where it is written", () => {
    const repeated = small
      .replace(
        "      - title: { es: Responsable, en: Controller }",
        "      - &row\n        title: { es: Responsable }",
      )
      .replace("    second:", "      - *row\n    second:");
    expect(mistakesOf(repeated)).toEqual([
      "line 30: `notices.short.first[0].title.en` is missing; it should be a text of one line",
    ]);
  });
});

describe("a name that leads nowhere", () => {
  test.each([
    [
      "a sender",
      "    sender: shop\n    label: { es: Nov",
      "    sender: shopp\n    label: { es: Nov",
      "line 15: `purposes.newsletter.sender` names no sender that is declared: `shopp` (did you mean `shop`?)",
    ],
    [
      "a purpose",
      "    purpose: newsletter",
      "    purpose: newsleter",
      "line 23: `clauses.newsletter.purpose` names no purpose that is declared: `newsleter` (did you mean `newsletter`?)",
    ],
    [
      "a clause",
      "boxes: [newsletter]",
      "boxes: [sms]",
      "line 37: `forms.sign-up.boxes[0]` names no clause that is declared: `sms`",
    ],
    [
      "a notice",
      "    notice: short\n    boxes",
      "    notice: shirt\n    boxes",
      "line 36: `forms.sign-up.notice` names no notice that is declared: `shirt` (did you mean `short`?)",
    ],
  ])("is told with its line: %s", (_, before, replacement, told) => {
    expect(written(before, replacement)).toEqual([told]);
  });

  test("is not found in what every object of the language has", () => {
    expect(written("boxes: [newsletter]", "boxes: [constructor]")).toHaveLength(1);
  });
});

describe("the law", () => {
  test.each(["checked", "default", "required", "ticked", "mandatory"])(
    "has no key by which a box could be `%s`",
    (key) => {
      expect(written("boxes: [newsletter]", `boxes: [{ clause: newsletter, ${key}: true }]`)).toContainEqual(
        `line 37: \`forms.sign-up.boxes[0].${key}\` cannot be set: a box is never ticked beforehand (Planet49, C-673/17) and never required (GDPR 7(4)); leave the key out`,
      );
      expect(
        written("    purpose: newsletter\n", `    purpose: newsletter\n    ${key}: true\n`),
      ).toHaveLength(1);
    },
  );

  test("gives one box one purpose", () => {
    expect(written("    purpose: newsletter\n", "    purpose: [newsletter, catalogue]\n")).toEqual([
      "line 23: `clauses.newsletter.purpose` should be the key of one purpose: one box is for one purpose (GDPR recitals 32 and 43); it is a list",
    ]);
  });

  test("gives one purpose one box", () => {
    expect(written("boxes: [newsletter]", "boxes: [newsletter, newsletter]")).toEqual([
      "line 37: `forms.sign-up.boxes[1]` is a second box for the purpose `newsletter`; keep one of them",
    ]);
  });

  test("asks consent only where consent is what is needed", () => {
    expect(written("    purpose: newsletter\n", "    purpose: catalogue\n")).toEqual([
      "line 23: `clauses.newsletter.purpose` should name a purpose of kind `marketing`; `catalogue` is of kind `requestedInformation`",
    ]);
  });

  test("wants words beside a box", () => {
    expect(
      written(
        'en: "Yes, please: Lunaria Calzados may email me its news. I can withdraw this at any time."',
        'en: " "',
      ),
    ).toEqual(["line 24: `clauses.newsletter.text.en` should be a text; it is empty"]);
  });

  test("wants people told beforehand that consent may be withdrawn", () => {
    expect(written("withdrawalStated: true", "withdrawalStated: false")).toEqual([
      "line 27: `notices.short.withdrawalStated` should be `true`, and the table should say so: the form `sign-up` has boxes, and whoever consents is told beforehand that consent may be withdrawn",
    ]);
  });

  test("wants the soft opt-in to come with its refusal", () => {
    expect(written('      refusal: { es: "No", en: "No" }\n', "")).toEqual([
      "line 44: `forms.order.softOptIn.refusal` is missing; it should be the words of the box that refuses it, without which it is not lawful (Directive 2002/58/EC 13(2)), in each language: `es`, `en`",
    ]);
  });

  test("wants a sign-up form to ask for something", () => {
    expect(written("boxes: [newsletter]", "boxes: []")).toEqual([
      "line 37: `forms.sign-up.boxes` should be a list with at least one clause key; it is empty",
    ]);
  });

  test("answers a request for information as just that", () => {
    expect(written("    purpose: catalogue\n", "    purpose: newsletter\n")).toEqual([
      "line 52: `forms.catalogue.purpose` should name a purpose of kind `requestedInformation`; `newsletter` is of kind `marketing`",
    ]);
  });

  test("takes an objection to direct marketing as one to every purpose, so none can have that name", () => {
    expect(written("  catalogue:\n    kind: req", "  direct-marketing:\n    kind: req")).toContainEqual(
      "line 17: `purposes.direct-marketing` cannot be a key: an objection to `direct-marketing` is one to every purpose; take another word",
    );
  });
});

/** The small file with own rules. */
const strict = (rule: string) => `${small}tightenings:\n  ours:\n${rule}`;

describe("own strictness", () => {
  test("is declared with its reason", () => {
    const file = readSetupFile(
      strict("    jurisdiction: ES\n    cells: { doi: required, age: 16 }\n    reason: Board decision 7\n"),
    );
    expect(file).toMatchObject({
      ok: true,
      declared: {
        tightenings: {
          ours: { jurisdiction: "ES", cells: { doi: "required", age: 16 }, reason: "Board decision 7" },
        },
      },
    });
  });

  test.each([
    [
      "a younger age",
      "    jurisdiction: ES\n    reason: Ours\n    cells: { age: 13 }\n",
      "line 62: `tightenings.ours.cells.age` would loosen the law, and own rules may only be stricter: the row ES has `14` (14 years)",
    ],
    [
      "a wider soft opt-in",
      "    jurisdiction: PL\n    reason: Ours\n    cells: { soi: sale }\n",
      "line 62: `tightenings.ours.cells.soi` would loosen the law, and own rules may only be stricter: the row PL has `null` (nothing: there is no soft opt-in)",
    ],
    [
      "a longer life of consent than any country gives",
      "    reason: Ours\n    cells: { decayDays: 2000 }\n",
      "line 61: `tightenings.ours.cells.decayDays` would loosen the law, and own rules may only be stricter: the loosest row, ES, has `null` (no national term; here 1095 days)",
    ],
  ])("never loosens the law: %s", (_, rule, told) => {
    expect(mistakesOf(strict(rule))).toEqual([told]);
  });

  test.each([
    [
      "no reason",
      "    cells: { doi: required }\n",
      "line 59: `tightenings.ours.reason` is missing; it should be the reason, in one line; it is put on record and named by the answers",
    ],
    [
      "nothing that it tightens",
      "    reason: Ours\n    cells: {}\n",
      "line 61: `tightenings.ours.cells` should be a group with at least one cell; it is a group of keys",
    ],
    [
      "a cell that is only words",
      "    reason: Ours\n    cells: { label: red }\n",
      "line 61: `tightenings.ours.cells.label` is not known here; known are `natural`, `named`, `generic`, `soi`, `soiMaxDays`, `soiRolling`, `freeAccountIsSale`, `age`, `doi`, `registers`, `registersLegalOnly`, `decayDays`, `connectionDays`, `ack`, `openTracking`, `trackingPauseDays`, `proofDays`",
    ],
  ])("is not taken with %s", (_, rule, told) => {
    expect(mistakesOf(strict(rule))).toEqual([told]);
  });
});

describe("an answer that cannot be written", () => {
  test("is not promised", () => {
    expect(written("en: Here it is", 'en: "Here is {{ name"')).toEqual([
      expect.stringContaining(
        "line 57: `forms.catalogue.answer.body.en` should be Liquid that can be read: the text, line 1:",
      ),
    ]);
  });
});

describe("a text that is no YAML", () => {
  test.each([
    [
      "a key that stands twice",
      `${small}languages: [en]\n`,
      "line 58: `languages` stands twice in the same group; keep one of them",
    ],
    [
      "an alias of nothing",
      "languages: *all",
      "line 1: `*all` repeats what is named nowhere above; name it with `&all`",
    ],
    ["a tab", "\tid: x", "line 1: this is not YAML: tabs are not allowed as indentation"],
    [
      "a second document",
      `${small}---\na: 1`,
      "line 58: a second document begins here; a set-up is one, so take the `---` out",
    ],
    [
      "a tag that would make something else of a value",
      "id: !js x",
      "line 1: this is not YAML: unresolved tag: !js",
    ],
    [
      "nothing",
      "",
      "line 1: the file should be a group of the keys `languages`, `controller`, `senders`, `purposes`, `clauses`, `notices`, `forms`, `theme`, `processors`, `tightenings`; it is empty",
    ],
    ["brackets without end", "[".repeat(50_000), "line 1: this is nested too deeply"],
    ["more than anybody writes", "a".repeat(1024 * 1024 + 1), "line 1: the file is larger than a megabyte"],
  ])("is told with its line: %s", (_, text, told) => {
    expect(mistakesOf(text)).toEqual([told]);
  });

  test("does not unfold aliases until the memory is full", () => {
    const nine = (name: string) => `[${Array(9).fill(`*${name}`).join(", ")}]`;
    const bomb = `a: &a [1]\nb: &b ${nine("a")}\nc: &c ${nine("b")}\nd: &d ${nine("c")}\ne: ${nine("d")}\n`;
    expect(mistakesOf(bomb)).toEqual([
      "line 1: this file repeats too much: its aliases unfold to more than 200 copies",
    ]);
  });

  test("may even name itself", () => {
    expect(mistakesOf("a: &a [*a]")).toContainEqual(expect.stringContaining("`a` is not known here"));
  });
});
