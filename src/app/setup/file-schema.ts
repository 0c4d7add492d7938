// The shape of licet.yaml.

import { z } from "zod";
import { LANGUAGES, type Language } from "../../core/languages.ts";
import {
  address,
  choice,
  country,
  countryList,
  day,
  group,
  key,
  keyed,
  line,
  listed,
  oneOf,
  origin,
  prose,
  reference,
  wholeNumber,
  yesOrNo,
} from "./schema-parts.ts";
import type { Localised } from "./setup.ts";
import { themeSchema } from "./theme-schema.ts";
import { tighteningsSchema } from "./tightening-schema.ts";

/** Things by their keys, or none. */
function some<Content extends z.ZodType>(content: Content, description: string) {
  return keyed(content, description).default({});
}

const approval = group("Who read it as counsel and found it good.", {
  by: line("who approved the wording"),
  at: day.describe("The day of the approval."),
}).exactOptional();

/**
 * The schema of a whole file.
 *
 * @param spoken - the languages in which every text must be there; null: any of those that Licet speaks, as in the
 *   schema for editors, which cannot know what `languages` says.
 */
export function fileSchema(spoken: readonly Language[] | null) {
  const localised = (text: (expected: string) => z.ZodString, expected: string): z.ZodType<Localised> => {
    const inEach = `${expected}, in each language: ${listed(spoken ?? LANGUAGES)}`;
    return spoken === null
      ? (z.partialRecord(choice(LANGUAGES), text(expected)) as z.ZodType<Localised>)
      : z.strictObject(Object.fromEntries(spoken.map((language) => [language, text(expected)])), {
          error: inEach,
        });
  };
  const label = localised(line, "a text of one line").describe("One line in each language.");
  const words = localised(prose, "a text").describe("A text in each language.");

  const theme = themeSchema(label);

  const formBase = {
    title: label,
    intro: words.describe("What stands above the fields.").exactOptional(),
    notice: reference("a notice").describe("The notice shown in the same view."),
    doubleOptIn: yesOrNo
      .default(true)
      .describe("A box takes effect only when the mail sent to the address is answered."),
    confirmationHours: wholeNumber(1, 48).default(48).describe("How long the link in that mail works."),
    countries: countryList("a list of countries")
      .describe("Offered in a select. Absent: not asked.")
      .exactOptional(),
    theme: theme.describe("Where this form looks different from the other pages.").exactOptional(),
    embedding: group("Where else than on Licet's own page the form may be shown.", {
      origins: z
        .array(origin, { error: "a list of origins" })
        .min(1, { error: "a list with at least one origin" })
        .describe("Of your own pages."),
    }).exactOptional(),
  };
  const box = reference("a clause");
  const optionalBoxes = z
    .array(box, { error: "a list of clause keys" })
    .default([])
    .describe("One box for each clause.");

  const product = group("Something to order.", {
    key,
    category: line("a category, like `shoes`").describe(
      "Compared with a purpose's category for the soft opt-in.",
    ),
    label,
    price: line("a price as people read it, like `59 €`"),
  });

  const signUp = group("A form whose boxes are what it is for.", {
    kind: z.literal("signUp"),
    ...formBase,
    boxes: z
      .array(box, { error: "a list of clause keys" })
      .min(1, { error: "a list with at least one clause key" })
      .describe("One box for each clause."),
  });
  const order = group("A purchase, with optional boxes and the soft opt-in.", {
    kind: z.literal("order"),
    ...formBase,
    boxes: optionalBoxes,
    products: z
      .array(product, { error: "a list of products" })
      .min(1, { error: "a list with at least one product" }),
    softOptIn: group("Mail to customers about similar products (Directive 2002/58/EC 13(2)).", {
      text: words,
      refusal: localised(
        line,
        "the words of the box that refuses it, without which it is not lawful (Directive 2002/58/EC 13(2))",
      ),
      approval,
    }).exactOptional(),
  });
  const informationRequest = group("A question that is answered by mail.", {
    kind: z.literal("informationRequest"),
    ...formBase,
    boxes: optionalBoxes,
    topic: line("what is asked for, in a few words"),
    purpose: reference("a purpose of kind `requestedInformation`"),
    responses: wholeNumber(1, 52).describe("How many answers the person is promised."),
    days: wholeNumber(1, 366).describe("For how many days they may be sent."),
    answer: group("The mail that answers: Markdown with Liquid.", { subject: label, body: words }),
  });
  const formKinds = ["signUp", "order", "informationRequest"];

  return group("What a controller declares before it writes to anybody.", {
    languages: z
      .array(choice(LANGUAGES), { error: `a list of languages, each ${oneOf(LANGUAGES)}` })
      .min(1, { error: "a list with at least one language" })
      .describe("What it publishes in; the first is spoken to whoever's language is unknown."),
    controller: group("Who decides why mail is sent. Stands in every mail.", {
      id: key.describe("Named by every fact on record; it can never change."),
      name: line("its legal name"),
      address: line("its postal address, in one line"),
      registration: line("where it is registered and under which number"),
      country: country.describe("Where it is established."),
      privacyContact: address.describe("Where a person writes about data protection."),
      website: z
        .url({ protocol: /^https$/, error: "an address that begins with `https://`" })
        .exactOptional(),
    }),
    senders: some(
      group("Whose name and address a mail bears.", {
        name: line("a name in one line"),
        address,
        replyTo: address.exactOptional(),
      }),
      "Whom mail comes from.",
    ),
    purposes: some(
      group("Why mail is sent, in words that the person saw.", {
        kind: choice(["marketing", "requestedInformation", "service"]),
        category: line("what is advertised, like `shoes`").exactOptional(),
        childDirected: yesOrNo
          .describe(
            "Whether it addresses children (GDPR 8): a form with a box for it asks for the date of birth and, below the age of the law, for a parent.",
          )
          .exactOptional(),
        proofDays: wholeNumber(0, 36_500)
          .describe(
            "For how many days proof is kept for claims after the last permission has ended, in the place of the law's term: longer where your limitation period is, or shorter.",
          )
          .exactOptional(),
        label,
        sender: reference("a sender"),
      }),
      "Why mail is sent.",
    ),
    clauses: some(
      group("The wording beside one box: who, what, how often, and how to stop.", {
        purpose: z.string({
          error: "the key of one purpose: one box is for one purpose (GDPR recitals 32 and 43)",
        }),
        text: words,
        approval,
      }),
      "The wording beside each box.",
    ),
    notices: some(
      group("Privacy information in two layers (GDPR 13).", {
        first: z
          .array(
            group("A row of the table that stands in the same view as the boxes.", {
              title: label,
              text: words,
            }),
            { error: "a list of rows" },
          )
          .min(1, { error: "a list with at least one row" }),
        second: words.describe("The whole, Markdown."),
        withdrawalStated: yesOrNo.describe(
          "Whether the first layer says that consent may be withdrawn at any time (GDPR 7(3)).",
        ),
      }),
      "Privacy information.",
    ),
    forms: some(
      z.discriminatedUnion("kind", [signUp, order, informationRequest], {
        error: (issue) => (issue.code === "invalid_union" ? oneOf(formKinds) : "a group with the key `kind`"),
      }),
      "The public pages where people say yes or no.",
    ),
    theme: theme.exactOptional(),
    processors: keyed(
      group("Somebody who handles people's data for the controller, by contract (GDPR 28).", {
        name: line("its legal name"),
        does: line("what it does for you, like `delivers mail`"),
        country: country.describe("Where it handles them."),
        contract: line("the contract, as you file it"),
        since: day.describe("From when on the contract runs."),
        relay: line("the host of the mail server that it runs, as in `LICET_SMTP_URL`").exactOptional(),
        transfer: line(
          "what makes the transfer lawful, if that is outside the European Economic Area",
        ).exactOptional(),
      }),
      "Who handles people's data for the controller.",
    ).exactOptional(),
    tightenings: tighteningsSchema.default({}),
  });
}
