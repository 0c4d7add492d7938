// What the lint recognises wordings by, in each language: a file of phrases, and no grammar.

/**
 * A phrase is words in small letters. `*` at its end or beginning lets a word go on: `withdraw*`, `*brief`. `…` stands
 * for a few words in between, in the same sentence: `agree* … terms`.
 */
export type Phrase = string;
type Phrases = readonly Phrase[];

export interface Lexicon {
  /** The language's commonest small words, by which it is told from the others. */
  readonly stopWords: Phrases;
  /** That it comes by email. */
  readonly email: Phrases;
  /** Other channels than email. */
  readonly otherChannels: Phrases;
  /** That consent can be taken back, or mail be stopped. */
  readonly withdrawal: Phrases;
  /** What a box says that refuses. */
  readonly refusal: Phrases;
  /** That one may object. */
  readonly objection: Phrases;
  /** What marketing is about: a box that holds none of these and no word of its purpose names none. */
  readonly subjects: Phrases;
  /** Conditions of contract in a consent, or privacy information that is accepted. */
  readonly bundled: Phrases;
  /** Consent as the price of something, or given by doing something else. */
  readonly conditional: Phrases;
  /** A tick that says no, silence that says yes. */
  readonly optOut: Phrases;
  /** Others who are not named. */
  readonly unnamedOthers: Phrases;
  /** A second purpose in the same box. */
  readonly secondPurpose: Phrases;
  /** What a notice says in each of its rows. */
  readonly rows: Readonly<Record<NoticeRow, Phrases>>;
}

/** The rows of GDPR 13 that are recognised by words; controller and contact are known from the set-up. */
export const noticeRows = ["purpose", "basis", "recipients", "retention", "rights", "complaint"] as const;
export type NoticeRow = (typeof noticeRows)[number];
