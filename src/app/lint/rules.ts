// The rules of the lint: what makes a consent invalid is an error and stops publishing, what weakens it is a warning.

export interface LintRule {
  readonly severity: "error" | "warning";
  readonly articles: readonly string[];
  /** What is wrong, in general; a finding says what it is in the file. */
  readonly wrong: string;
  readonly remedy: string;
}

const consent = "GDPR 4(11)";
const planet49 = "CJEU C-673/17 (Planet49)";

export const lintRules = {
  "approval-missing": {
    severity: "warning",
    articles: ["GDPR 5(2)"],
    wrong: "a ready wording is used, and no counsel is on record who approved it",
    remedy: "have it read, then put `approval: { by: …, at: 2026-11-25 }` beside its text",
  },
  "approval-outdated": {
    severity: "warning",
    articles: ["GDPR 5(2)"],
    wrong: "the words are others than those that counsel approved; seen when a change is applied",
    remedy: "have the new words read and renew `approval`, or take it out",
  },
  "box-preset": {
    severity: "error",
    articles: [planet49, "GDPR 7(4)"],
    wrong: "a key would tick the box beforehand or demand it",
    remedy: "leave the key out; a box is never ticked beforehand and never required",
  },
  "box-long": {
    severity: "warning",
    articles: ["GDPR 7(2)", "GDPR 12(1)"],
    wrong: "the words beside a box are longer than anybody reads there",
    remedy: "keep who, what, how often and how to stop; move the rest into the notice",
  },
  "bundled-with-terms": {
    severity: "error",
    articles: ["GDPR 7(2)", "CJEU C-61/19 (Orange Romania)"],
    wrong: "the words beside a box accept conditions or a privacy policy as well",
    remedy:
      "ask for the consent alone; what a contract needs is accepted elsewhere, and a notice is not accepted at all",
  },
  "channel-unsaid": {
    severity: "warning",
    articles: [consent, "Directive 2002/58/EC 13(1)"],
    wrong: "the words beside a box do not say that it is about email",
    remedy: "say by email: the consent is worth nothing for a channel that it does not name",
  },
  "channels-several": {
    severity: "warning",
    articles: ["GDPR recital 43", "Directive 2002/58/EC 13(1)"],
    wrong: "one box is for email and for other channels too",
    remedy: "ask for each channel apart, so that one can be taken and another left; courts differ on it",
  },
  "children-words": {
    severity: "warning",
    articles: ["GDPR 12(1)", "GDPR 8"],
    wrong: "the purpose addresses children, and the words are not easy enough for them",
    remedy: "write short sentences of short words",
  },
  "conditional-service": {
    severity: "error",
    articles: ["GDPR 7(4)", "GDPR recital 43"],
    wrong: "the consent is demanded, or taken from something else that the person does",
    remedy: "make it free: nothing may depend on it, and only the tick gives it",
  },
  "confirmation-short": {
    severity: "warning",
    articles: ["GDPR 7(1)"],
    wrong: "the confirmation link ends before most people have read their mail",
    remedy: "give it a day; 48 hours is the most",
  },
  "controller-unnamed": {
    severity: "error",
    articles: [consent, "GDPR 13(1)(a)", "GDPR recital 42"],
    wrong: "neither the words beside a box nor the first layer of the notice name the controller",
    remedy: "write the legal name, as in `controller.name`",
  },
  "double-opt-in-off": {
    severity: "error",
    articles: ["GDPR 7(1)", "GDPR 32"],
    wrong:
      "the form says that consent takes effect unconfirmed, also where the row of a country asks for confirmation; people there are asked for it all the same",
    remedy: "leave `doubleOptIn` out or set it to `true`",
  },
  "double-opt-in-unsure": {
    severity: "warning",
    articles: ["GDPR 7(1)"],
    wrong:
      "consent takes effect unconfirmed, and the form does not ask for the country; where it is unknown the strictest rule holds",
    remedy: "leave `doubleOptIn` out, or ask for the country",
  },
  "notice-basis": {
    severity: "warning",
    articles: ["GDPR 13(1)(c)"],
    wrong: "the notice does not say on which basis the data are used",
    remedy: "add the row",
  },
  "notice-complaint": {
    severity: "warning",
    articles: ["GDPR 13(2)(d)"],
    wrong: "the notice does not say that one can complain to an authority",
    remedy: "name the authority in the rights",
  },
  "notice-contact": {
    severity: "warning",
    articles: ["GDPR 13(1)(a)", "GDPR 13(1)(b)"],
    wrong: "the notice does not say where to write about data protection",
    remedy: "write `controller.privacyContact` into it, or the data protection officer's address",
  },
  "notice-purpose": {
    severity: "error",
    articles: [consent, "GDPR 13(1)(c)", "GDPR recital 42"],
    wrong: "the first layer of the notice does not say what for",
    remedy: "add the row",
  },
  "notice-recipients": {
    severity: "warning",
    articles: ["GDPR 13(1)(e)"],
    wrong: "the notice does not say who else gets the data",
    remedy: "add the row; say it if nobody does",
  },
  "notice-retention": {
    severity: "warning",
    articles: ["GDPR 13(2)(a)"],
    wrong: "the notice does not say how long the data are kept",
    remedy: "add the row",
  },
  "notice-rights": {
    severity: "warning",
    articles: ["GDPR 13(2)(b)"],
    wrong: "the notice does not say which rights the person has",
    remedy: "add the row",
  },
  "objection-unsaid": {
    severity: "error",
    articles: ["Directive 2002/58/EC 13(2)", "GDPR 21(4)"],
    wrong: "the words about similar products do not say that one can object",
    remedy: "say that it is free, that this box does it, and that each mail has a link for it",
  },
  "opt-out-box": {
    severity: "error",
    articles: [consent, "GDPR recital 32", planet49],
    wrong: "the words beside a box are those of a refusal; a tick must say yes, and no tick must say nothing",
    remedy: "turn it round: the box says yes to one purpose",
  },
  "others-unnamed": {
    severity: "error",
    articles: [consent, "GDPR recital 42"],
    wrong: "the consent is also for others who are not named",
    remedy: "name each of them, with a box of its own, or leave them out",
  },
  "placeholder-left": {
    severity: "error",
    articles: ["GDPR 12(1)"],
    wrong: "something that was to be filled in still stands in braces",
    remedy: "write what belongs there",
  },
  "purpose-differs": {
    severity: "warning",
    articles: ["GDPR 5(1)(b)"],
    wrong:
      "the words beside a box share no word with the label of its purpose; perhaps they are about something else",
    remedy: "use the same words in both, if they mean the same",
  },
  "purpose-unnamed": {
    severity: "error",
    articles: [consent, "GDPR 6(1)(a)", "GDPR recital 42"],
    wrong: "the words beside a box do not say what for",
    remedy: "say what will be sent, in the words of the purpose's label",
  },
  "refusal-unclear": {
    severity: "error",
    articles: ["Directive 2002/58/EC 13(2)"],
    wrong: "the box that should refuse mail about similar products holds no words of refusal",
    remedy: "say that one does not want it",
  },
  "second-layer-missing": {
    severity: "error",
    articles: ["GDPR 13", "GDPR 12(1)"],
    wrong: "the second layer is too short to hold what it must, or is the first one again",
    remedy:
      "write it out: contact, purposes and bases, retention, recipients, transfers, rights, withdrawal, complaint",
  },
  "second-purpose": {
    severity: "error",
    articles: [consent, "GDPR recital 32", "GDPR recital 43"],
    wrong: "one box is for several purposes",
    remedy: "give each purpose its own clause and box",
  },
  "sentence-long": {
    severity: "warning",
    articles: ["GDPR 7(2)", "GDPR 12(1)"],
    wrong: "a sentence is longer than 45 words",
    remedy: "make two of it",
  },
  "soft-opt-in-nowhere": {
    severity: "warning",
    articles: ["Directive 2002/58/EC 13(2)"],
    wrong: "a country has no soft opt-in; there the purchase permits no advertising, whatever the form says",
    remedy: "offer a box for it as well, or leave `softOptIn` out",
  },
  "text-hard": {
    severity: "warning",
    articles: ["GDPR 7(2)", "GDPR 12(1)"],
    wrong: "the text is very hard to read, by a measure that can only count words and letters (LIX)",
    remedy: "shorter sentences, shorter words; read it aloud to somebody",
  },
  "withdrawal-unstated": {
    severity: "error",
    articles: ["GDPR 7(3)", "GDPR 13(2)(c)"],
    wrong: "people are not told before they consent that they can take it back",
    remedy: "say it beside the box or in the first layer, and how",
  },
  "wrong-language": {
    severity: "error",
    articles: ["GDPR 7(2)", "GDPR 12(1)"],
    wrong: "a text stands under one language and is plainly in another",
    remedy: "translate it",
  },
} as const satisfies Record<string, LintRule>;

export type LintCode = keyof typeof lintRules;
