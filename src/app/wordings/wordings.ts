// What a set of ready wordings holds: the usual purposes, the words for each, and what the controller has to fill in.

/** The languages that there are ready wordings in, and that the lint can read. */
export const wordingLanguages = [
  "fr",
  "es",
  "en",
  "de",
  "it",
  "pt",
  "nl",
  "pl",
  "sv",
  "da",
  "fi",
  "ca",
] as const;
export type WordingLanguage = (typeof wordingLanguages)[number];

/** Purposes that are asked for with a box of their own. */
export const boxPurposes = [
  "newsletter",
  "offers",
  "events",
  "surveys",
  "partner-offers",
  "order-reminder",
  "email-tracking",
] as const;
export type BoxPurpose = (typeof boxPurposes)[number];

/** All that there are wordings for: the boxes, the soft opt-in, and the answer to a question. */
export const wordingPurposes = [...boxPurposes, "similar-products", "information"] as const;
export type WordingPurpose = (typeof wordingPurposes)[number];

/** What stands in braces in the wordings, as `{topic}`. `howOften` and `topic` are phrases of the text's language. */
export const placeholders = [
  "controller",
  "address",
  "contact",
  "recipients",
  "months",
  "authority",
  "topic",
  "howOften",
  "partners",
] as const;

interface Row {
  readonly title: string;
  readonly text: string;
}

/**
 * The wordings of one language. None has been approved by counsel: each is a proposal, and publishing it unapproved is
 * told by the lint. Whoever knows better words changes them here, in every language alike.
 */
export interface Wordings {
  readonly status: "needs counsel's approval";
  /** Ends the words beside every box (GDPR 7(3)). */
  readonly withdrawal: string;
  /** The box of a purpose that is none of the usual ones; `{label}` is the purpose's own. */
  readonly anyBox: string;
  /** What may be put for the placeholders that are phrases. */
  readonly samples: { readonly howOften: string; readonly topic: string };
  /** `aim` goes into the row of the notice that says what for. */
  readonly boxes: Readonly<
    Record<BoxPurpose, { readonly label: string; readonly clause: string; readonly aim: string }>
  >;
  /** The soft opt-in (Directive 2002/58/EC 13(2)). */
  readonly similarProducts: {
    readonly label: string;
    readonly text: string;
    readonly refusal: string;
    readonly aim: string;
  };
  readonly information: { readonly label: string; readonly aim: string };
  /** The first layer of the notice (GDPR 13). */
  readonly rows: {
    readonly controller: Row;
    readonly purpose: { readonly title: string };
    readonly basis: {
      readonly title: string;
      readonly consent: string;
      readonly customer: string;
      readonly request: string;
    };
    readonly recipients: Row;
    readonly transfers: Row;
    readonly retention: Row;
    readonly rights: Row;
    readonly more: Row;
  };
}
