// The lint names what would make a consent invalid: each rule on the example shop, sound but for one thing.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readSetupFile } from "../setup/setup-file.ts";
import { otherLanguage } from "./measure-text.ts";
import { type LintCode, lintRules } from "./rules.ts";

const lunaria = readFileSync(new URL("../../../examples/lunaria/licet.yaml", import.meta.url), "utf8");

/** The shop in English alone. */
const shop = JSON.stringify(inEnglish({ ...(parse(lunaria) as object), languages: ["en"] }));

function inEnglish(thing: unknown): unknown {
  if (Array.isArray(thing)) return thing.map(inEnglish);
  if (typeof thing !== "object" || thing === null) return thing;
  const kept = Object.entries(thing).filter(([key]) => key !== "es" && key !== "fr");
  return Object.fromEntries(kept.map(([key, value]) => [key, inEnglish(value)]));
}

/** What is found once other things stand at these paths. */
function find(changes: Readonly<Record<string, unknown>>) {
  const setup: unknown = JSON.parse(shop);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split("/");
    const last = keys.pop()!;
    const place = keys.reduce((inside, key) => (inside as Record<string, unknown>)[key], setup);
    (place as Record<string, unknown>)[last] = value;
  }
  const file = readSetupFile(JSON.stringify(setup));
  return file.ok ? file.warnings : file.mistakes;
}
const codes = (changes: Readonly<Record<string, unknown>>) => [
  ...new Set(find(changes).map(({ rule, problem }) => rule ?? problem)),
];

const clause = "clauses/newsletter/text/en";
const asked = "Yes, I would like Lunaria Calzados, S.L. to email me its shoe news and offers.";
const row = (title: string, text: string) => ({ title: { en: title }, text: { en: text } });
const controller = row("Controller", "Lunaria Calzados, S.L., privacidad@lunaria.example");
const purpose = row("Purpose", "To send you news.");
const rights = row("Your rights", "To withdraw your consent at any time.");
const silentSecond = { en: `${"We like shoes a lot. ".repeat(20)}Write to privacidad@lunaria.example.` };
const form = "forms/sign-up";
const offer = "As a customer you may get emails about similar products of our own.";

describe("the example shop", () => {
  test("has nothing wrong in any of its languages", () => {
    expect(readSetupFile(lunaria)).toMatchObject({ ok: true, warnings: [] });
  });

  test("says all of it in English too", () => {
    expect(find({})).toEqual([]);
  });
});

describe("a form", () => {
  test.each<[string, LintCode[], Record<string, unknown>]>([
    [
      "that names the controller nowhere",
      ["controller-unnamed"],
      {
        [clause]: "Yes, email me the shoe news and offers. I can withdraw this at any time.",
        "notices/sign-up/first": [purpose, rights, row("Contact", "privacidad@lunaria.example")],
      },
    ],
    [
      "that says nowhere beforehand that consent can be withdrawn",
      ["withdrawal-unstated"],
      {
        [clause]: asked,
        "clauses/email-tracking/text/en":
          "Yes, Lunaria Calzados may go by measure and record when I open its emails.",
        "notices/sign-up/first": [controller, purpose],
      },
    ],
    [
      "that does not claim to have said so",
      ["withdrawal-unstated"],
      { "notices/sign-up/withdrawalStated": false },
    ],
    [
      "whose notice says nothing but who",
      [
        "notice-purpose",
        "notice-basis",
        "notice-recipients",
        "notice-retention",
        "notice-rights",
        "notice-complaint",
      ],
      {
        "notices/sign-up/first": [row("Controller", "Lunaria Calzados")],
        "notices/sign-up/second": silentSecond,
      },
    ],
    [
      "whose notice says nowhere whom to ask",
      ["notice-contact"],
      {
        "notices/catalogue/first": [row("Controller", "Lunaria Calzados"), purpose, rights],
        "notices/catalogue/second": {
          en: `Basis, recipients, how long, and where to complain. ${"We tell you by phone. ".repeat(20)}`,
        },
      },
    ],
    [
      "without a second layer",
      ["second-layer-missing", "notice-retention"],
      { "notices/sign-up/second/en": "See our site." },
    ],
    ["with something left to fill in", ["placeholder-left"], { [clause]: `${asked} It is about {topic}.` }],
    [
      "in another language than it says",
      ["wrong-language"],
      {
        [clause]:
          "Sí, quiero que Lunaria Calzados, S.L. me envíe por correo electrónico sus novedades y ofertas de calzado. Puedo retirar este consentimiento cuando quiera con el enlace que lleva cada correo.",
      },
    ],
    [
      "whose box is about something else",
      ["purpose-differs"],
      { [clause]: "Yes, Lunaria Calzados may email me surveys." },
    ],
    [
      "with a sentence without end",
      ["sentence-long"],
      {
        [clause]: asked
          .replace(".", "")
          .concat(`${" and boots".repeat(30)}.`)
          .replace("S.L.", "SL"),
      },
    ],
    [
      "with a text that nobody understands",
      ["text-hard"],
      {
        "forms/sign-up/intro/en":
          "Notwithstanding aforementioned considerations concerning extraordinary circumstances, organisational representatives implementing communications infrastructure guarantee appropriate technological confidentiality. ".repeat(
            8,
          ),
      },
    ],
    ["for children in words for lawyers", ["children-words"], { "purposes/newsletter/childDirected": true }],
    [
      "that does not confirm where the law of a country wants it",
      ["double-opt-in-off"],
      { [`${form}/doubleOptIn`]: false, [`${form}/countries`]: ["ES", "DE"] },
    ],
    [
      "that neither confirms nor asks for the country",
      ["double-opt-in-unsure"],
      { [`${form}/doubleOptIn`]: false, [`${form}/countries`]: undefined },
    ],
    [
      "that confirms nothing, where nobody asks it to",
      [],
      { [`${form}/doubleOptIn`]: false, [`${form}/countries`]: ["ES"] },
    ],
    ["that gives an hour to confirm", ["confirmation-short"], { [`${form}/confirmationHours`]: 1 }],
    [
      "that makes consent the price",
      ["conditional-service"],
      { [`${form}/intro/en`]: "You must agree to our news." },
    ],
    ["with a box that is ticked", ["box-preset"], { [`${form}/checked`]: true }],
    [
      "whose soft opt-in says nothing of objecting",
      ["objection-unsaid"],
      { "forms/order/softOptIn/text/en": offer },
    ],
    [
      "whose refusal refuses nothing",
      ["refusal-unclear"],
      { "forms/order/softOptIn/refusal/en": "Fine with me." },
    ],
    [
      "with a soft opt-in where there is none",
      ["soft-opt-in-nowhere"],
      { "forms/order/countries": ["ES", "PL"] },
    ],
    [
      "in ready words that no counsel has read",
      ["approval-missing"],
      {
        [clause]:
          "Yes, Lunaria Calzados, S.L. may email me its newsletter, once a month. It is about: shoe news. I can withdraw this consent at any time with the link in every email.",
      },
    ],
  ])("%s is told of it, and of nothing else", (_, rules, changes) => {
    expect(codes(changes).toSorted()).toEqual(rules.toSorted());
  });
});

describe("what is found", () => {
  test("proposes words in the language of the text, with the names that are in the file", () => {
    expect(find({ [clause]: "Yes, please: Lunaria Calzados, by email." })).toMatchObject([
      {
        rule: "purpose-unnamed",
        path: "clauses.newsletter.text.en",
        proposal:
          "Yes, Lunaria Calzados, S.L. may email me its newsletter, {howOften}. It is about: {topic}. I can withdraw this consent at any time with the link in every email.",
      },
    ]);
  });

  test("stops publishing if it makes the consent invalid, and not if it weakens it", () => {
    const publishes = (changes: Record<string, unknown>) => {
      const mistakes = find(changes);
      return mistakes.every(({ rule }) => rule !== undefined && lintRules[rule].severity === "warning");
    };
    expect(publishes({ [`${form}/confirmationHours`]: 1 })).toBe(true);
    expect(publishes({ [clause]: "I accept the terms and conditions." })).toBe(false);
  });

  test("takes no time that grows out of hand with the text", () => {
    const endless = { en: "accept ".repeat(100_000) };
    expect(codes({ "clauses/newsletter/text": endless })).toContain("box-long");
  });
});

describe("the language of a text", () => {
  test.each([
    ["Ja, ich möchte mit der Bestellung den Katalog und die Neuigkeiten von Ihnen", "en", "de"],
    ["Yes, I will have the news of the shop from you, and it is for me", "de", "en"],
    [
      "Tak, chcę dostawać na adres e-mail oferty i nowości, które są dla mnie, i o tym się dowiem",
      "fr",
      "pl",
    ],
    ["Kyllä, minulle saa lähettää uutisia, ja voin perua sen kun en halua niitä, jos olen", "sv", "fi"],
    ["Newsletter", "fr", null],
    ["Puc retirar aquest consentiment quan vulgui amb l’enllaç que porta cada correu", "ca", null],
  ] as const)("of “%s”, said to be %s, is %s", (text, own, told) => {
    expect(otherLanguage(text, own)).toBe(told);
  });
});
