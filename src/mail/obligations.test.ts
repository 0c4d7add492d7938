import { expect, test } from "vitest";
import type { Instant } from "../core/instant.ts";
import { LANGUAGES, type Language } from "../core/languages.ts";
import { COUNTRIES, rowFor } from "../core/rows.ts";
import { copyIn } from "./copy/copy.ts";
import { composeFormLetter } from "./form-letter.ts";
import { type ReadMail, readMail } from "./read-mail.ts";
import { compileTemplate } from "./template.ts";

const controller = {
  name: "Lunaria Calzados, S.L.",
  address: "Calle Mayor 1, 28013 Madrid",
  registration: "RM Madrid, T 1, F 2",
  privacyContact: "privacy@lunaria.example",
};
const unsubscribe = "https://lunaria.example/u/token";

async function letterIn(language: Language): Promise<ReadMail> {
  const form = await composeFormLetter(
    await compileTemplate({ format: "html", subject: "Shoes", body: "<p>Hi</p>" }),
    {
      id: "0192d3a0",
      controller,
      sender: { name: "Lunaria", address: "news@lunaria.example" },
      shared: {
        language,
        country: null,
        purpose: { key: "newsletter", label: "News" },
        controller: { name: controller.name, address: controller.address, website: null },
      },
    },
  );
  const { raw } = form.fill({
    address: "anna@example.com",
    reversePath: "news@lunaria.example",
    date: 1_795_435_200_000 as Instant,
    messageId: "<0192d3a0@lunaria.example>",
    links: {
      unsubscribe,
      preferences: "https://lunaria.example/p/token",
      why: "https://lunaria.example/w/token",
    },
  });
  return readMail(raw);
}

const inBoth = ({ text, html }: ReadMail, words: string) =>
  text?.includes(words) === true && html?.includes(words) === true;
const header = ({ headers }: ReadMail, name: string) =>
  headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

/** Of each obligation, whether a letter of a campaign carries it whatever its template says; or what sees to it instead. */
const carried: Readonly<Record<string, ((mail: ReadMail, language: Language) => boolean) | string>> = {
  "list-unsubscribe": (mail) => header(mail, "List-Unsubscribe") === `<${unsubscribe}>`,
  "one-click": (mail) => header(mail, "List-Unsubscribe-Post") === "List-Unsubscribe=One-Click",
  "sender-identity": (mail) => inBoth(mail, controller.name) && inBoth(mail, controller.registration),
  "postal-address": (mail) => inBoth(mail, controller.address),
  "opt-out": (mail, language) =>
    inBoth(mail, unsubscribe) && inBoth(mail, copyIn(language).footer.unsubscribe),
  "recognisable-as-ad": (mail, language) => inBoth(mail, copyIn(language).footer.advertising),
  "art-21-4-notice": ({ text, html }, language) => {
    const { objection } = copyIn(language).footer;
    return (
      // A block of its own, apart from any other information.
      text?.split(/\n\n+/).some((block) => block.trim() === objection) === true &&
      html?.includes(`>${objection}</p>`) === true
    );
  },
  "art-14-source": "the campaign declares it with `art14`, and is refused as `no-art14` where it does not",
  "withdrawal-ack": "test/http/acknowledgement.test.ts",
};

test("whatever a row of law demands of a letter is known here, and nothing else is", () => {
  const rows = COUNTRIES.map(({ code }) => rowFor(code)!);
  const demanded = new Set(rows.flatMap((row) => [...row.obligations, ...row.corporateObligations]));
  expect(Object.keys(carried).toSorted()).toEqual([...demanded].toSorted());
});

test.each(LANGUAGES)("a letter of a campaign carries all of it, in %s", async (language) => {
  const mail = await letterIn(language);
  const lacking = Object.entries(carried).filter(
    ([, carries]) => typeof carries === "function" && !carries(mail, language),
  );
  expect(lacking.map(([obligation]) => obligation)).toEqual([]);
});
